"""Our convolutional network over mel bands: one trunk, a head for every task."""

from __future__ import annotations

import itertools

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - torch's own name for it

from models.music.mel import BANDS
from models.music.tasks import LABELS, RATINGS, Task

WIDTHS = (24, 40, 64, 96)
EMBEDDING = 192
_DROPPED = 0.3


class MoodEar(nn.Module):
    """Residual stages that halve bands and time, attention over time; 0.6 million parameters.

    Attention pooling: Ilse, Tomczak and Welling, "Attention-based deep multiple instance learning",
    ICML 2018.
    """

    def __init__(self, features: int) -> None:
        """features: how many handcrafted features it learns to tell."""
        super().__init__()
        stages: list[nn.Module] = [_convolution(1, WIDTHS[0], 5)]  # (batch, 24, 48, 160)
        for width_in, width in itertools.pairwise(WIDTHS):
            stages += [_convolution(width_in, width, 3), _Residual(width)]
        self.stages = nn.Sequential(*stages)  # (batch, 96, 6, 20)
        self.join = nn.Sequential(
            nn.Conv1d(WIDTHS[-1] * (BANDS // 16), EMBEDDING, 1, bias=False),
            nn.BatchNorm1d(EMBEDDING),
            nn.ReLU(inplace=True),
        )
        self.attention = nn.Conv1d(EMBEDDING, 4, 1)
        self.drop = nn.Dropout(_DROPPED)
        heads = {task.value: len(LABELS[task]) for task in Task}
        heads |= {"doubt": len(RATINGS), "features": features}
        self.heads = nn.ModuleDict(
            {name: nn.Linear(2 * EMBEDDING, size) for name, size in heads.items()}
        )

    def forward(self, mel: Tensor) -> dict[str, Tensor]:
        """(batch, bands, frames) as ``hear_mel`` gives it → what every head says, (batch, k).

        Ratings as they are, ``doubt`` the logarithm of the variance of their error, shares as
        logits, ``features`` as ranks.
        """
        maps = self.stages(mel[:, None])
        frames = self.join(maps.flatten(1, 2))  # (batch, 192, frames / 16)
        weights = torch.softmax(self.attention(frames), dim=2)
        attended = torch.einsum("bht,bct->bhc", weights, frames).mean(dim=1)
        pooled = self.drop(torch.cat([attended, frames.amax(dim=2)], dim=1))
        return {name: head(pooled) for name, head in self.heads.items()}


class _Residual(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(width, width, 3, padding=1, bias=False),
            nn.BatchNorm2d(width),
            nn.ReLU(inplace=True),
            nn.Conv2d(width, width, 3, padding=1, bias=False),
            nn.BatchNorm2d(width),
        )

    def forward(self, x: Tensor) -> Tensor:
        """(batch, width, bands, frames) → the same shape."""
        return F.relu(x + self.layers(x))


def _convolution(width_in: int, width: int, side: int) -> nn.Module:
    """Halves bands and frames."""
    return nn.Sequential(
        nn.Conv2d(width_in, width, side, stride=2, padding=side // 2, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(inplace=True),
    )
