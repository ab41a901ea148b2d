"""moodnet: a small residual network for 48x48 grey faces, with two opinions on one trunk.

Residual blocks after He et al., "Deep Residual Learning for Image Recognition" (2016), with
the average-pooled shortcut of He et al., "Bag of Tricks for Image Classification" (2019) and
squeeze-and-excitation after Hu et al. (2018).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count, groupby

import torch
from torch import Tensor, nn

WIDTHS = (32, 64, 128, 224)
BLOCKS_PER_STAGE = (2, 2, 2)
STEM_LAYERS = 3


class SqueezeExcite(nn.Module):
    """Scale each channel by a gate computed from the channel means."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.gate = nn.Sequential(
            nn.AdaptiveAvgPool2d(1),
            nn.Conv2d(channels, channels // 8, 1),
            nn.ReLU(inplace=True),
            nn.Conv2d(channels // 8, channels, 1),
            nn.Sigmoid(),
        )

    def forward(self, x: Tensor) -> Tensor:
        """(batch, channels, side, side) → the same shape."""
        scaled: Tensor = x * self.gate(x)
        return scaled


class ResidualBlock(nn.Module):
    """conv-bn-relu-conv-bn-se plus a shortcut; ``stride`` 2 halves the side, rounding up."""

    def __init__(self, channels_in: int, channels_out: int, stride: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(channels_in, channels_out, 3, stride, 1, bias=False),
            nn.BatchNorm2d(channels_out),
            nn.ReLU(inplace=True),
            nn.Conv2d(channels_out, channels_out, 3, 1, 1, bias=False),
            nn.BatchNorm2d(channels_out),
            SqueezeExcite(channels_out),
        )
        self.shortcut: nn.Module = nn.Identity()
        if stride != 1 or channels_in != channels_out:
            self.shortcut = nn.Sequential(
                nn.AvgPool2d(stride, ceil_mode=True),
                nn.Conv2d(channels_in, channels_out, 1, bias=False),
                nn.BatchNorm2d(channels_out),
            )

    def forward(self, x: Tensor) -> Tensor:
        """(batch, channels_in, side, side) → (batch, channels_out, side / stride, …)."""
        return torch.relu(self.body(x) + self.shortcut(x))


class MoodNet(nn.Module):
    """Logits of each expression, once as FER2013 labels it and once as FER+ annotators vote."""

    def __init__(
        self,
        classes: int = 7,
        *,
        widths: Sequence[int] = WIDTHS,
        blocks: Sequence[int] = BLOCKS_PER_STAGE,
        dropout: float = 0.3,
    ) -> None:
        super().__init__()
        channels = widths[0]
        layers: list[nn.Module] = [
            nn.Conv2d(1, channels, 3, 1, 1, bias=False),
            nn.BatchNorm2d(channels),
            nn.ReLU(inplace=True),
        ]
        for width, repeats in zip(widths[1:], blocks, strict=True):
            for index in range(repeats):
                layers.append(ResidualBlock(channels, width, stride=2 if index == 0 else 1))
                channels = width
        self.features = nn.Sequential(*layers)
        self.pool = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(dropout))
        self.labels = nn.Linear(channels, classes)
        self.votes = nn.Linear(channels, classes)

    @classmethod
    def shaped_like(cls, weights: Mapping[str, Tensor]) -> MoodNet:
        """A network of the widths and depth that saved weights have; raises KeyError."""
        outputs: list[int] = []
        for index in count(STEM_LAYERS):
            kernel = weights.get(f"features.{index}.body.0.weight")
            if kernel is None:
                break
            outputs.append(len(kernel))
        stages = [(width, len(list(members))) for width, members in groupby(outputs)]
        return cls(
            len(weights["labels.bias"]),
            widths=(len(weights["features.0.weight"]), *(width for width, _ in stages)),
            blocks=[repeats for _, repeats in stages],
        )

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """(batch, 1, side, side) float32 standardised grey → two times (batch, classes)."""
        pooled = self.pool(self.features(x))
        return self.labels(pooled), self.votes(pooled)
