"""The training loop of the networks that hear music: any network, any lesson.

Every epoch starts from a seed of its own, so a run that was interrupted and goes on from its
checkpoint ends exactly like one that was not.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

import torch
from torch import Tensor, nn
from tqdm import tqdm

from models.music.recipes import Recipe
from models.training.learner import (
    CHECKPOINT,
    EPOCH_SEEDS,
    Learner,
    load_state,
    write_checkpoint,
)


class Lesson(Protocol):
    """Clips to learn from."""

    def __len__(self) -> int:
        """How many."""

    def loss(self, network: nn.Module, chosen: Tensor, generator: torch.Generator) -> Tensor:
        """What to make smaller, on the clips of these (batch,) numbers."""

    def batches(self) -> Iterator[Tensor]:
        """Every clip once, as the network takes them when it does not learn."""


@dataclass(frozen=True, slots=True)
class EpochRow:
    """One pass over the training clips: the mean of the loss that is minimised."""

    epoch: int
    loss: float
    seconds: float


class Run:
    """The state of one training: what a checkpoint holds and an interrupted run goes on from."""

    def __init__(self, build: Callable[[], nn.Module], recipe: Recipe, lesson: Lesson) -> None:
        """build: makes the network, whose first weights are those of the recipe's seed."""
        torch.manual_seed(recipe.seed)
        self.recipe, self.lesson = recipe, lesson
        self.network = build()
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
            loss = self.lesson.loss(self.network, chosen, self._generator)
            self._learner.step(loss)
            total += loss.item() * len(chosen)
        row = EpochRow(epoch + 1, total / len(self.lesson), time.monotonic() - started)
        self.history.append(row)
        return row

    def finish(self) -> nn.Module:
        """The network to keep: the moving average of the weights, else the last."""
        self._learner.take_average(self.lesson.batches())
        return self.network
