"""What changes while a network learns: weights, optimiser, learning rate, moving average.

A run that was interrupted and goes on from its checkpoint ends exactly like one that was not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, Protocol

import torch
from torch import Tensor, nn
from torch.optim.lr_scheduler import OneCycleLR
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn, update_bn

CHECKPOINT = "checkpoint.pt"
KERAS_EPSILON = 1e-7
WARMING_SHARE = 0.2
"""Share of a one-cycle schedule in which the learning rate rises."""
SHORTEST_CYCLE = 10
"""torch divides by zero in a cycle of five steps."""
EPOCH_SEEDS = 100_000
"""No run has as many epochs, so no two epochs of two seeds share a seed."""


class Learning(Protocol):
    """How weights change; both faces' and music's recipes say so."""

    @property
    def optimiser(self) -> Literal["adam", "sgd"]:
        """AdamW, or SGD with Nesterov's momentum of 0.9."""

    @property
    def learning_rate(self) -> float:
        """The peak of a one-cycle schedule."""

    @property
    def one_cycle(self) -> bool:
        """Smith's schedule, in place of one rate throughout."""

    @property
    def weight_decay(self) -> float:
        """Not of biases and the scales of batch norms."""

    @property
    def clipped_norm(self) -> float | None:
        """Longest gradient; None leaves them as they are."""

    @property
    def average_decay(self) -> float | None:
        """Of the moving average of the weights; None is none."""


class Learner:
    """A network on its way, step by step."""

    def __init__(self, network: nn.Module, learning: Learning, steps: int) -> None:
        """steps: of the whole run, that the schedule is laid out for."""
        self.network = network
        device = next(network.parameters()).device
        self._learning = learning
        self._optimiser = _optimiser(network, learning)
        scaled = half_precision(device) is torch.float16
        self._scaler = torch.GradScaler(device.type, enabled=scaled)
        self._average = self._schedule = None
        if learning.average_decay is not None:
            blend = get_ema_multi_avg_fn(learning.average_decay)
            self._average = AveragedModel(network, multi_avg_fn=blend, use_buffers=True)
        if learning.one_cycle:
            self._schedule = OneCycleLR(
                self._optimiser,
                learning.learning_rate,
                total_steps=max(steps, SHORTEST_CYCLE),
                pct_start=WARMING_SHARE,
                final_div_factor=1e3,
            )
        parts = {
            "network": network,
            "optimiser": self._optimiser,
            "scaler": self._scaler,
            "average": self._average,
            "schedule": self._schedule,
        }
        self._parts: dict[str, Any] = {
            name: part for name, part in parts.items() if part is not None
        }

    def step(self, loss: Tensor) -> None:
        """Move the weights against the gradient of a loss."""
        self._optimiser.zero_grad(set_to_none=True)
        self._scaler.scale(loss).backward()
        self._scaler.unscale_(self._optimiser)
        if self._learning.clipped_norm is not None:
            nn.utils.clip_grad_norm_(self.network.parameters(), self._learning.clipped_norm)
        self._scaler.step(self._optimiser)
        self._scaler.update()
        if self._schedule is not None:
            self._schedule.step()
        if self._average is not None:
            self._average.update_parameters(self.network)

    def take_average(self, batches: Iterable[Tensor]) -> None:
        """Put the moving average, where there is one, in place of the last weights.

        Averaged weights meet other activations than those their batch statistics were gathered on,
        so these are taken again over the batches (Izmailov et al., "Averaging Weights Leads to
        Wider Optima and Better Generalization", UAI 2018).
        """
        if self._average is not None:
            update_bn(batches, self._average)
            self.network.load_state_dict(self._average.module.state_dict())

    def state(self) -> dict[str, Any]:
        """All that ``restore`` needs."""
        return {name: part.state_dict() for name, part in self._parts.items()}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from an earlier ``state`` of the same network and recipe."""
        for name, part in self._parts.items():
            part.load_state_dict(state[name])


def write_checkpoint(folder: Path, state: Mapping[str, Any]) -> None:
    """Write the checkpoint so that a crash leaves the old one or the new one."""
    draft = folder / f"{CHECKPOINT}.new"
    torch.save(dict(state), draft)
    draft.replace(folder / CHECKPOINT)


def load_state(path: Path, device: torch.device) -> dict[str, Any]:
    """What ``torch.save`` wrote, tensors and plain values only; raises OSError or ValueError."""
    try:
        state = torch.load(path, map_location=device, weights_only=True)
    except OSError:
        raise
    except Exception as error:  # torch raises whatever a damaged file leads it into
        raise ValueError(f"{path} is no file of torch's") from error
    if not isinstance(state, dict):
        raise ValueError(f"{path} holds no weights")  # noqa: TRY004 - the content is wrong, not a type
    return state


def device_at_hand() -> torch.device:
    """The GPU when there is one, else the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def half_precision(device: torch.device) -> torch.dtype:
    """bfloat16, on an older GPU float16."""
    old = device.type == "cuda" and not torch.cuda.is_bf16_supported()
    return torch.float16 if old else torch.bfloat16


def _optimiser(network: nn.Module, learning: Learning) -> torch.optim.Optimizer:
    """AdamW or SGD; biases and the scales of batch norms do not decay."""
    parameters = list(network.parameters())
    groups = [
        {"params": [each for each in parameters if each.ndim > 1]},
        {"params": [each for each in parameters if each.ndim <= 1], "weight_decay": 0.0},
    ]
    rate, decay = learning.learning_rate, learning.weight_decay
    if learning.optimiser == "adam":
        return torch.optim.AdamW(groups, rate, eps=KERAS_EPSILON, weight_decay=decay)
    return torch.optim.SGD(groups, rate, momentum=0.9, nesterov=True, weight_decay=decay)
