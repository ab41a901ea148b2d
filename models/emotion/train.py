"""The one training loop: any network, any recipe, on faces or sequences.

Every epoch starts from a seed of its own, so a run that was interrupted and goes on from its
checkpoint ends exactly like one that was not, and a short run is the beginning of a longer one
wherever the learning rate does not depend on the length.
"""

from __future__ import annotations

import math
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from tqdm import tqdm

from models.emotion.augment import augment_faces, mixup
from models.emotion.examples import Examples
from models.emotion.history import EpochRow
from models.emotion.reader import Reader, measure, opinions, standardise
from models.emotion.recipes import Recipe
from models.training.learner import (
    CHECKPOINT,
    EPOCH_SEEDS,
    Learner,
    half_precision,
    load_state,
    write_checkpoint,
)

_STATISTICS_BATCH = 256


@dataclass(frozen=True, slots=True)
class Lesson:
    """The faces of one run; tuning is kept from the training faces to stop by, if wanted."""

    training: Examples
    validation: Examples
    tuning: Examples | None = None


class Run:
    """The state of one training: what a checkpoint holds and an interrupted run goes on from."""

    def __init__(self, network: nn.Module, recipe: Recipe, lesson: Lesson, origin: str) -> None:
        """origin: what else the run depends on, such as its first weights; see ``resume``."""
        self.recipe, self.lesson = recipe, lesson
        self.history: list[EpochRow] = []
        self._identity = {
            "recipe": asdict(recipe),
            "faces": len(lesson.training),
            "origin": origin,
        }
        self._device = lesson.training.pixels.device
        self._network = network.to(self._device, memory_format=torch.channels_last)  # type: ignore[call-overload] # not in torch's stubs
        self._reader = Reader(self._network, recipe)
        self._generator = torch.Generator(self._device)
        self._precision = half_precision(self._device)
        self._best: dict[str, Tensor] | None = None
        steps = math.ceil(len(lesson.training) / recipe.batch_size) * recipe.epochs
        self._learner = Learner(self._network, recipe, steps)

    @property
    def finished(self) -> bool:
        """Whether all epochs are done, or the tuning part has seen no progress for too long."""
        losses = [row.tuning_loss for row in self.history if row.tuning_loss is not None]
        stale = len(losses) - 1 - int(np.argmin(losses)) if losses else 0
        patience = self.recipe.patience or self.recipe.epochs
        return len(self.history) >= self.recipe.epochs or stale >= patience

    def save(self, folder: Path) -> None:
        """Write the checkpoint so that a crash leaves the old one or the new one."""
        state = {
            "identity": self._identity,
            "history": [asdict(row) for row in self.history],
            "best": self._best,
            "parts": self._learner.state(),
        }
        write_checkpoint(folder, state)

    def resume(self, folder: Path) -> bool:
        """Go on from the folder's checkpoint; False where it is of another run or damaged."""
        try:
            state = load_state(folder / CHECKPOINT, self._device)
        except ValueError:
            return False
        if state.get("identity") != self._identity:
            return False
        self._learner.restore(state["parts"])
        self.history = [EpochRow(**row) for row in state["history"]]
        self._best = state["best"]
        return True

    def run_epoch(self) -> EpochRow:
        """One pass over the training faces, then a look at the others."""
        started = time.monotonic()
        epoch = len(self.history)
        loss, accuracy = self._learn(epoch)
        validated = measure(self._reader, self.lesson.validation)
        tuning_loss = None
        if self.lesson.tuning is not None:
            tuning_loss = measure(self._reader, self.lesson.tuning).loss
            self._keep_if_best(tuning_loss)
        row = EpochRow(
            epoch=epoch + 1,
            train_loss=loss,
            train_accuracy=accuracy,
            validation_loss=validated.loss,
            validation_accuracy=validated.accuracy,
            votes_accuracy=validated.votes_accuracy,
            tuning_loss=tuning_loss,
            seconds=time.monotonic() - started,
        )
        self.history.append(row)
        return row

    def finish(self) -> Reader:
        """The network to keep: the best on the tuning part, else the average, else the last."""
        if self._best is not None:
            self._network.load_state_dict(self._best)
        else:
            batches = self.lesson.training.pixels.split(_STATISTICS_BATCH)
            self._learner.take_average(self._reader.prepare(each.float() / 255) for each in batches)
        return self._reader

    def _learn(self, epoch: int) -> tuple[float, float]:
        """Mean loss and accuracy while learning."""
        recipe, training = self.recipe, self.lesson.training
        seed = recipe.seed * EPOCH_SEEDS + epoch
        torch.manual_seed(seed)  # dropout
        self._generator.manual_seed(seed)  # the rest
        self._network.train()
        order = torch.randperm(len(training), generator=self._generator, device=self._device)
        loss_sum, hits, seen = 0.0, 0, 0
        name = f"epoch {epoch + 1}/{recipe.epochs}"
        with tqdm(order.split(recipe.batch_size), desc=name, leave=False, disable=None) as batches:
            for chosen in batches:
                faces, targets = self._view(chosen, epoch)
                with torch.autocast(self._device.type, self._precision):
                    outputs = self._network(faces.contiguous(memory_format=torch.channels_last))
                said = torch.log_softmax(opinions(outputs).float(), dim=-1)
                loss = -(targets[:, : said.shape[1]] * said).sum((1, 2)).mean()
                self._learner.step(loss)
                seen += len(chosen)
                loss_sum += loss.item() * len(chosen)
                hits += int((said[:, 0].argmax(1) == training.labels[chosen]).sum())
                batches.set_postfix(loss=f"{loss_sum / seen:.3f}", refresh=False)
        return loss_sum / seen, hits / seen

    def _view(self, chosen: Tensor, epoch: int) -> tuple[Tensor, Tensor]:
        """One batch of faces as the network takes them, and the targets for them."""
        recipe, training = self.recipe, self.lesson.training
        faces, targets = training.pixels[chosen].float() / 255, training.targets[chosen]
        if not recipe.augmented:
            return self._reader.prepare(faces), targets
        small = epoch < recipe.small_share * recipe.epochs
        faces = augment_faces(
            faces,
            self._generator,
            view_px=recipe.view_px,
            side_px=recipe.small_px if small else recipe.view_px,
            erased_share=recipe.erased_share,
        )
        faces = standardise(faces) if recipe.standardised else faces
        blending = epoch < recipe.epochs - recipe.plain_epochs
        chance = torch.rand((), generator=self._generator, device=self._device).item()
        if blending and chance < recipe.mixup_share:
            faces, targets = mixup(faces, targets, self._generator)
        return faces, targets

    def _keep_if_best(self, loss: float) -> None:
        earlier = [row.tuning_loss for row in self.history if row.tuning_loss is not None]
        if loss <= min(earlier, default=loss):
            self._best = {name: value.clone() for name, value in self._network.state_dict().items()}
