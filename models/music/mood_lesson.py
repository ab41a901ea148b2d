"""What our convolutional network learns: every task at once, each on its own clips."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - torch's own name for it

from models.music.augment import augment, blend
from models.music.recipes import Recipe
from models.music.tasks import RATINGS, Task
from models.training.learner import half_precision

DOUBT = "doubt"
FEATURES = "features"
SPREAD = "spread"
_RANKS_VARIANCE = 1 / 12
_CALMING = 0.5
"""Exponent of the predicted variance that keeps doubtful clips in the lesson; see ``_rating``."""
_BATCH = 128


@dataclass(frozen=True, slots=True)
class MoodLesson:
    """mel: (n, bands, frames) float16; ranks: (n, f) float32 of the handcrafted features;
    answers: by task (n, k) float32, rows of nan where a clip has none.
    """  # noqa: D205 - one sentence

    recipe: Recipe
    mel: Tensor
    ranks: Tensor
    answers: dict[Task, Tensor]

    @classmethod
    def of(
        cls,
        recipe: Recipe,
        mel: NDArray[np.float16],
        ranks: NDArray[np.float64],
        answers: dict[Task, NDArray[np.float64]],
    ) -> MoodLesson:
        """From arrays."""
        return cls(
            recipe,
            torch.from_numpy(mel),
            torch.from_numpy(ranks.astype(np.float32)),
            {task: torch.from_numpy(each.astype(np.float32)) for task, each in answers.items()},
        )

    def __len__(self) -> int:
        return len(self.mel)

    def batches(self) -> Iterator[Tensor]:
        """See ``learning.Lesson``."""
        return (batch.float() for batch in self.mel.split(_BATCH))

    def loss(self, network: nn.Module, chosen: Tensor, generator: torch.Generator) -> Tensor:
        """See ``learning.Lesson``."""
        mel = self.mel[chosen].float()
        if self.recipe.augmented:
            mel = augment(mel, generator)
        chance = torch.rand((), generator=generator).item()
        if chance >= self.recipe.mixup_share:
            return self._loss_of(_outputs(network, mel), chosen)
        partners, share = blend(len(chosen), generator)
        outputs = _outputs(network, share * mel + (1 - share) * mel[partners])
        own, other = self._loss_of(outputs, chosen), self._loss_of(outputs, chosen[partners])
        return share * own + (1 - share) * other

    def _loss_of(self, outputs: dict[str, Tensor], chosen: Tensor) -> Tensor:
        ranks = F.mse_loss(outputs[FEATURES], self.ranks[chosen]) / _RANKS_VARIANCE
        total = self.recipe.features_weight * ranks
        for task, answers in self.answers.items():
            wanted = answers[chosen]
            known = ~wanted[:, 0].isnan()
            if not known.any():
                continue
            said, wanted = outputs[task.value][known], wanted[known]
            if task in RATINGS:
                doubt = outputs[DOUBT][known, RATINGS.index(task)]
                total = total + _rating(said[:, 0], doubt, wanted[:, 0])
            else:
                smooth = 0.0 if task is Task.MOODS else self.recipe.label_smoothing
                total = total + F.cross_entropy(said, wanted, label_smoothing=smooth)
        return total


def _outputs(network: nn.Module, mel: Tensor) -> dict[str, Tensor]:
    with torch.autocast("cpu", half_precision(mel.device)):
        outputs = network(mel)
    return {name: each.float() for name, each in outputs.items()}


@torch.inference_mode()
def listen(network: nn.Module, mel: Tensor) -> dict[str, NDArray[np.float64]]:
    """(n, bands, frames) → by task (n, k) ratings in [-1, 1] or shares that sum to 1, and the
    ``spread`` (n, 2) that it expects of the ratings' error.
    """  # noqa: D205 - one sentence
    network.eval()
    parts = [network(batch.float()) for batch in mel.split(_BATCH)]
    whole = {name: torch.cat([part[name] for part in parts]).float() for name in parts[0]}
    told: dict[str, Any] = {SPREAD: whole[DOUBT].mul(0.5).exp()}
    for task in Task:
        said = whole[task.value]
        told[task.value] = said.clamp(-1, 1) if task in RATINGS else said.softmax(dim=1)
    return {name: each.double().numpy() for name, each in told.items()}


def _rating(said: Tensor, doubt: Tensor, wanted: Tensor) -> Tensor:
    """Gaussian likelihood, each clip weighed by a power of the variance expected for it.

    Seitzer, Tavakoli, Antic and Martius, "On the pitfalls of heteroscedastic uncertainty
    estimation", ICLR 2022; doubt: logarithm of the variance.
    """
    calm = doubt.detach().exp() ** _CALMING
    each = (wanted - said).square() * torch.exp(-doubt) + doubt
    return (calm * each).mean() / calm.mean()
