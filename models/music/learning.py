"""The training loop of our convolutional network: every task at once, each on its own clips.

Every epoch starts from a seed of its own, so a run that was interrupted and goes on from its
checkpoint ends exactly like one that was not.
"""

from __future__ import annotations

import math
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - torch's own name for it
from tqdm import tqdm

from models.music.augment import augment, blend
from models.music.networks.mood_ear import MoodEar
from models.music.recipes import Recipe
from models.music.tasks import RATINGS, Task
from models.training.learner import (
    CHECKPOINT,
    EPOCH_SEEDS,
    Learner,
    half_precision,
    load_state,
    write_checkpoint,
)

DOUBT = "doubt"
FEATURES = "features"
SPREAD = "spread"
_RANKS_VARIANCE = 1 / 12
_CALMING = 0.5
"""Exponent of the predicted variance that keeps doubtful clips in the lesson; see ``_rating``."""
_BATCH = 128


@dataclass(frozen=True, slots=True)
class Lesson:
    """mel: (n, bands, frames) float16; ranks: (n, f) float32 of the handcrafted features;
    answers: by task (n, k) float32, rows of nan where a clip has none.
    """  # noqa: D205 - one sentence

    mel: Tensor
    ranks: Tensor
    answers: dict[Task, Tensor]

    @classmethod
    def of(
        cls,
        mel: NDArray[np.float16],
        ranks: NDArray[np.float64],
        answers: dict[Task, NDArray[np.float64]],
    ) -> Lesson:
        """From arrays."""
        return cls(
            torch.from_numpy(mel),
            torch.from_numpy(ranks.astype(np.float32)),
            {task: torch.from_numpy(each.astype(np.float32)) for task, each in answers.items()},
        )

    def __len__(self) -> int:
        return len(self.mel)


@dataclass(frozen=True, slots=True)
class EpochRow:
    """One pass over the training clips: the mean of the loss that is minimised."""

    epoch: int
    loss: float
    seconds: float


class Run:
    """The state of one training: what a checkpoint holds and an interrupted run goes on from."""

    def __init__(self, recipe: Recipe, lesson: Lesson) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe, self.lesson = recipe, lesson
        self.network = MoodEar(lesson.ranks.shape[1])
        self.history: list[EpochRow] = []
        steps = math.ceil(len(lesson) / recipe.batch_size) * recipe.epochs
        self._learner = Learner(self.network, recipe, steps)
        self._generator = torch.Generator()
        self._identity = {"recipe": asdict(recipe), "clips": len(lesson)}

    @property
    def finished(self) -> bool:
        """Whether all epochs are done."""
        return len(self.history) >= self.recipe.epochs

    def save(self, folder: Path) -> None:
        """Write the checkpoint."""
        history = [asdict(row) for row in self.history]
        state = {"identity": self._identity, "history": history, "parts": self._learner.state()}
        write_checkpoint(folder, state)

    def resume(self, folder: Path) -> bool:
        """Go on from the folder's checkpoint; False where it is of another run or damaged."""
        try:
            state = load_state(folder / CHECKPOINT, torch.device("cpu"))
        except (OSError, ValueError):
            return False
        if state.get("identity") != self._identity:
            return False
        self._learner.restore(state["parts"])
        self.history = [EpochRow(**row) for row in state["history"]]
        return True

    def run_epoch(self) -> EpochRow:
        """One pass over the training clips."""
        started, epoch = time.monotonic(), len(self.history)
        seed = self.recipe.seed * EPOCH_SEEDS + epoch
        torch.manual_seed(seed)  # dropout
        self._generator.manual_seed(seed)  # the rest
        self.network.train()
        order = torch.randperm(len(self.lesson), generator=self._generator)
        total = 0.0
        name = f"epoch {epoch + 1}/{self.recipe.epochs}"
        for chosen in tqdm(order.split(self.recipe.batch_size), name, leave=False, disable=None):
            loss = self._loss(chosen)
            self._learner.step(loss)
            total += loss.item() * len(chosen)
        row = EpochRow(epoch + 1, total / len(self.lesson), time.monotonic() - started)
        self.history.append(row)
        return row

    def finish(self) -> MoodEar:
        """The network to keep: the moving average of the weights."""
        self._learner.take_average(batch.float() for batch in self.lesson.mel.split(_BATCH))
        return self.network

    def _loss(self, chosen: Tensor) -> Tensor:
        mel = self.lesson.mel[chosen].float()
        if self.recipe.augmented:
            mel = augment(mel, self._generator)
        chance = torch.rand((), generator=self._generator).item()
        if chance >= self.recipe.mixup_share:
            return self._loss_of(self._outputs(mel), chosen)
        partners, share = blend(len(chosen), self._generator)
        outputs = self._outputs(share * mel + (1 - share) * mel[partners])
        own, other = self._loss_of(outputs, chosen), self._loss_of(outputs, chosen[partners])
        return share * own + (1 - share) * other

    def _outputs(self, mel: Tensor) -> dict[str, Tensor]:
        with torch.autocast("cpu", half_precision(mel.device)):
            outputs = self.network(mel)
        return {name: each.float() for name, each in outputs.items()}

    def _loss_of(self, outputs: dict[str, Tensor], chosen: Tensor) -> Tensor:
        ranks = F.mse_loss(outputs[FEATURES], self.lesson.ranks[chosen]) / _RANKS_VARIANCE
        total = self.recipe.features_weight * ranks
        for task, answers in self.lesson.answers.items():
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


@torch.inference_mode()
def listen(network: MoodEar, mel: Tensor) -> dict[str, NDArray[np.float64]]:
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
