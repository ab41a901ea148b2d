"""The networks of two papers that hear music, in their own words and otherwise as Keras has it.

Hassanaliaragh and Givehchian, "Emotion-Driven Song Recommendation System": two or three
convolutions with max-pooling, or two and a bidirectional LSTM, then dense layers, on spectrograms;
three dropout layers for many labels. Singh et al., "Music Recommendation System Based on Facial
Emotion Expression": a CNN on MFCC, with tempo and pitch range. Neither gives widths: 32, 64 and 128
filters of 3x3, 64 dense and 64 recurrent units are ours.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

FILTERS = (32, 64, 128)
DENSE = 64
RECURRENT = 64
_DROPPED = 0.25
_SIDE_VALUES = 2
"""Tempo and pitch range."""


class Convolutions(nn.Module):
    """Convolutions with max-pooling, flatten, one dense layer, and as many outputs as wanted."""

    def __init__(self, count: int, outputs: int, *, dropout: bool = False) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        for width_in, width in zip((1, *FILTERS), FILTERS[:count], strict=False):
            layers += [nn.Conv2d(width_in, width, 3), nn.ReLU(inplace=True), nn.MaxPool2d(2)]
            layers += [nn.Dropout(_DROPPED)] * dropout
        layers += [nn.Flatten(), nn.LazyLinear(DENSE), nn.ReLU(inplace=True)]
        layers += [nn.Dropout(2 * _DROPPED)] * dropout
        self.layers = nn.Sequential(*layers, nn.Linear(DENSE, outputs))

    def forward(self, picture: Tensor) -> Tensor:
        """(batch, rows, frames) → (batch, outputs), without an activation."""
        outputs: Tensor = self.layers(picture[:, None])
        return outputs


class ConvLstm(nn.Module):
    """Two convolutions, a bidirectional LSTM over time, two dense layers."""

    def __init__(self, outputs: int) -> None:
        super().__init__()
        self.convolutions = nn.Sequential(
            nn.Conv2d(1, FILTERS[0], 3),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(2),
            nn.Conv2d(FILTERS[0], FILTERS[1], 3),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(2),
        )
        self.squeeze = nn.LazyLinear(DENSE)
        self.recurrent = nn.LSTM(DENSE, RECURRENT, batch_first=True, bidirectional=True)
        self.dense = nn.Sequential(
            nn.Linear(2 * RECURRENT, DENSE), nn.ReLU(inplace=True), nn.Linear(DENSE, outputs)
        )

    def forward(self, picture: Tensor) -> Tensor:
        """(batch, rows, frames) → (batch, outputs), without an activation."""
        maps = self.convolutions(picture[:, None])  # (batch, 64, rows / 4, frames / 4)
        steps = self.squeeze(maps.permute(0, 3, 1, 2).flatten(2))
        _, (last, _) = self.recurrent(steps)
        outputs: Tensor = self.dense(torch.cat([last[0], last[1]], dim=1))
        return outputs


class Singh(nn.Module):
    """Two convolutions over the MFCC; tempo and pitch range join before the last layer."""

    def __init__(self, outputs: int) -> None:
        super().__init__()
        self.listen = Convolutions(2, DENSE)
        self.last = nn.Linear(DENSE + _SIDE_VALUES, outputs)

    def forward(self, packed: Tensor) -> Tensor:
        """(batch, coefficients + 1, frames), the last row starting with both side values."""
        side = packed[:, -1, :_SIDE_VALUES]
        heard = torch.relu(self.listen(packed[:, :-1]))
        outputs: Tensor = self.last(torch.cat([heard, side], dim=1))
        return outputs
