"""moodnet: a small residual network for 48x48 grey faces.

Residual blocks after He et al., "Deep Residual Learning for Image Recognition" (2016), with
the average-pooled shortcut of He et al., "Bag of Tricks for Image Classification" (2019) and
squeeze-and-excitation after Hu et al. (2018).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

WIDTHS = (32, 64, 128, 224)
BLOCKS_PER_STAGE = (2, 2, 2)


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
    """conv-bn-relu-conv-bn-se plus a shortcut; ``stride`` 2 halves the side."""

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
                nn.AvgPool2d(stride),
                nn.Conv2d(channels_in, channels_out, 1, bias=False),
                nn.BatchNorm2d(channels_out),
            )

    def forward(self, x: Tensor) -> Tensor:
        """(batch, channels_in, side, side) → (batch, channels_out, side / stride, …)."""
        return torch.relu(self.body(x) + self.shortcut(x))


class MoodNet(nn.Module):
    """Logits of the seven expressions, in the order of ``data.LABELS``."""

    def __init__(self, classes: int = 7, dropout: float = 0.3) -> None:
        super().__init__()
        layers: list[nn.Module] = [
            nn.Conv2d(1, WIDTHS[0], 3, 1, 1, bias=False),
            nn.BatchNorm2d(WIDTHS[0]),
            nn.ReLU(inplace=True),
        ]
        channels = WIDTHS[0]
        for width, blocks in zip(WIDTHS[1:], BLOCKS_PER_STAGE, strict=True):
            for index in range(blocks):
                layers.append(ResidualBlock(channels, width, stride=2 if index == 0 else 1))
                channels = width
        self.features = nn.Sequential(*layers)  # (batch, 224, 6, 6)
        self.head = nn.Sequential(
            nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(dropout), nn.Linear(channels, classes)
        )

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 1, 48, 48) float32 standardised grey → (batch, 7)."""
        logits: Tensor = self.head(self.features(x))
        return logits
