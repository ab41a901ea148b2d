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
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim.lr_scheduler import OneCycleLR
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn, update_bn
from tqdm import tqdm

from models.emotion.augment import augment_faces, mixup
from models.emotion.examples import Examples
from models.emotion.history import EpochRow
from models.emotion.reader import Reader, half_precision, measure, opinions, standardise
from models.emotion.recipes import Recipe
from models.emotion.starting import load_state

CHECKPOINT = "checkpoint.pt"
KERAS_EPSILON = 1e-7
WARMING_SHARE = 0.2
"""Share of a one-cycle schedule in which the learning rate rises."""
SHORTEST_CYCLE = 10
"""torch divides by zero in a cycle of five steps."""
EPOCH_SEEDS = 100_000
"""No run has as many epochs, so no two epochs of two seeds share a seed."""
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
        self._optimiser = _optimiser(self._network, recipe)
        scaled = self._precision is torch.float16
        self._scaler = torch.GradScaler(self._device.type, enabled=scaled)
        self._average = self._schedule = None
        if recipe.average_decay is not None:
            blend = get_ema_multi_avg_fn(recipe.average_decay)
            self._average = AveragedModel(self._network, multi_avg_fn=blend, use_buffers=True)
        steps = math.ceil(len(lesson.training) / recipe.batch_size) * recipe.epochs
        if recipe.one_cycle:
            self._schedule = OneCycleLR(
                self._optimiser,
                recipe.learning_rate,
                total_steps=max(steps, SHORTEST_CYCLE),
                pct_start=WARMING_SHARE,
                final_div_factor=1e3,
            )
        parts = {
            "network": self._network,
            "optimiser": self._optimiser,
            "scaler": self._scaler,
            "average": self._average,
            "schedule": self._schedule,
        }
        self._parts: dict[str, Any] = {
            name: part for name, part in parts.items() if part is not None
        }

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
            "parts": {name: part.state_dict() for name, part in self._parts.items()},
        }
        draft = folder / f"{CHECKPOINT}.new"
        torch.save(state, draft)
        draft.replace(folder / CHECKPOINT)

    def resume(self, folder: Path) -> bool:
        """Go on from the folder's checkpoint; False where it is of another run or damaged."""
        try:
            state = load_state(folder / CHECKPOINT, self._device)
        except ValueError:
            return False
        if state.get("identity") != self._identity:
            return False
        for name, part in self._parts.items():
            part.load_state_dict(state["parts"][name])
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
        """The network to keep: the best on the tuning part, else the moving average, else the last.

        Averaged weights meet other activations than those their batch statistics were gathered on,
        so these are taken again over the training faces (Izmailov et al., "Averaging Weights Leads
        to Wider Optima and Better Generalization", UAI 2018).
        """
        if self._best is not None:
            self._network.load_state_dict(self._best)
        elif self._average is not None:
            batches = self.lesson.training.pixels.split(_STATISTICS_BATCH)
            faces = (self._reader.prepare(batch.float() / 255) for batch in batches)
            update_bn(faces, self._average)
            self._network.load_state_dict(self._average.module.state_dict())
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
                self._step(loss)
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

    def _step(self, loss: Tensor) -> None:
        self._optimiser.zero_grad(set_to_none=True)
        self._scaler.scale(loss).backward()
        self._scaler.unscale_(self._optimiser)
        if self.recipe.clipped_norm is not None:
            nn.utils.clip_grad_norm_(self._network.parameters(), self.recipe.clipped_norm)
        self._scaler.step(self._optimiser)
        self._scaler.update()
        if self._schedule is not None:
            self._schedule.step()
        if self._average is not None:
            self._average.update_parameters(self._network)

    def _keep_if_best(self, loss: float) -> None:
        earlier = [row.tuning_loss for row in self.history if row.tuning_loss is not None]
        if loss <= min(earlier, default=loss):
            self._best = {name: value.clone() for name, value in self._network.state_dict().items()}


def _optimiser(network: nn.Module, recipe: Recipe) -> torch.optim.Optimizer:
    """AdamW or SGD; biases and the scales of batch norms do not decay."""
    parameters = list(network.parameters())
    groups = [
        {"params": [each for each in parameters if each.ndim > 1]},
        {"params": [each for each in parameters if each.ndim <= 1], "weight_decay": 0.0},
    ]
    rate, decay = recipe.learning_rate, recipe.weight_decay
    if recipe.optimiser == "adam":
        return torch.optim.AdamW(groups, rate, eps=KERAS_EPSILON, weight_decay=decay)
    return torch.optim.SGD(groups, rate, momentum=0.9, nesterov=True, weight_decay=decay)
