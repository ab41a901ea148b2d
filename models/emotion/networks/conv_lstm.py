"""A convolutional LSTM over a few frames of one face.

Shi et al., "Convolutional LSTM Network", NeurIPS 2015, used for faces by Singh, "Music
Recommendation system based on facial emotion expression" (2024), which names the network and the
data (CK+48) but neither its layers nor how it was trained; those are ours.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

STEM_CHANNELS = (16, 32)
STATE_CHANNELS = 24


class ConvLstmCell(nn.Module):
    """One step of an LSTM whose states are maps and whose four gates are one 3x3 convolution."""

    def __init__(self, channels_in: int, channels_state: int) -> None:
        super().__init__()
        self.channels_state = channels_state
        self.gates = nn.Conv2d(channels_in + channels_state, 4 * channels_state, 3, padding=1)

    def forward(self, x: Tensor, hidden: Tensor, memory: Tensor) -> tuple[Tensor, Tensor]:
        """x: (batch, channels_in, side, side); hidden, memory: (batch, channels_state, side, side).

        Returns the next hidden and memory, of the same shapes.
        """
        gates = self.gates(torch.cat([x, hidden], 1))  # (batch, 4 * state, side, side)
        admit, forget, show, candidate = gates.chunk(4, dim=1)  # (batch, state, side, side) each
        memory = torch.sigmoid(forget + 1) * memory + torch.sigmoid(admit) * torch.tanh(candidate)
        return torch.sigmoid(show) * torch.tanh(memory), memory


class ConvLstm(nn.Module):
    """Logits of a sequence's expression from the last hidden state."""

    def __init__(self, classes: int, dropout: float = 0.5) -> None:
        super().__init__()
        first, second = STEM_CHANNELS
        self.stem = nn.Sequential(
            nn.InstanceNorm2d(1),  # each frame to zero mean and unit deviation
            nn.Conv2d(1, first, 3, stride=2, padding=1, bias=False),
            nn.BatchNorm2d(first),
            nn.ReLU(inplace=True),
            nn.Conv2d(first, second, 3, stride=2, padding=1, bias=False),
            nn.BatchNorm2d(second),
            nn.ReLU(inplace=True),
        )
        self.cell = ConvLstmCell(second, STATE_CHANNELS)
        self.head = nn.Sequential(
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Dropout(dropout),
            nn.Linear(STATE_CHANNELS * 6 * 6, classes),
        )

    def forward(self, x: Tensor) -> Tensor:
        """(batch, frames, 48, 48) float32 grey in [0, 1], one frame or more → (batch, classes)."""
        batch, frames = x.shape[:2]
        maps = self.stem(x.reshape(-1, 1, *x.shape[2:]))  # (batch * frames, 32, 12, 12)
        maps = maps.reshape(batch, frames, *maps.shape[1:])  # (batch, frames, 32, 12, 12)
        hidden = memory = torch.zeros_like(maps[:, 0, :STATE_CHANNELS])  # (batch, 24, 12, 12)
        for step in range(frames):
            hidden, memory = self.cell(maps[:, step], hidden, memory)
        logits: Tensor = self.head(hidden)  # pooled to (batch, 24, 6, 6)
        return logits
