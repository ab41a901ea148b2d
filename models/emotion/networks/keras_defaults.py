"""What the literature's networks take for granted: Keras's defaults, which torch does not share."""

from __future__ import annotations

from torch import nn


def convolution(channels_in: int, channels_out: int) -> tuple[nn.Module, nn.Module]:
    """3x3, stride 1, no padding ("valid"), then ReLU: each side shrinks by two pixels."""
    return nn.Conv2d(channels_in, channels_out, 3), nn.ReLU(inplace=True)


def initialise(network: nn.Module) -> None:
    """Weights uniform after Glorot and Bengio (2010), biases 0."""
    for module in network.modules():
        if isinstance(module, nn.Conv2d | nn.Linear):
            nn.init.xavier_uniform_(module.weight)
            nn.init.zeros_(module.bias)
