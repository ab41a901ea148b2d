"""The face network of Hassanaliaragh and Givehchian, "Emotion-Driven Song Recommendation System".

The paper names "three convolutional layers with max-pooling layers in between", a flatten layer,
"dense layers with varying numbers of neurons and ReLU", and softmax over seven classes, made with
Keras. It gives no widths: 32, 64 and 128 filters of 3x3 and dense layers of 256 and 128 are ours.
"""

from __future__ import annotations

from torch import Tensor, nn

from models.emotion.networks.keras_defaults import convolution, initialise


class ThreeConv(nn.Module):
    """Logits of each class for a 48x48 grey face; 2.2 million parameters."""

    def __init__(self, classes: int = 7) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            *convolution(1, 32),  # (batch, 32, 46, 46)
            nn.MaxPool2d(2),
            *convolution(32, 64),  # (batch, 64, 21, 21)
            nn.MaxPool2d(2),
            *convolution(64, 128),  # (batch, 128, 8, 8)
            nn.Flatten(),
            nn.Linear(128 * 8 * 8, 256),
            nn.ReLU(inplace=True),
            nn.Linear(256, 128),
            nn.ReLU(inplace=True),
            nn.Linear(128, classes),
        )
        initialise(self)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 1, 48, 48) float32 grey in [0, 1] → (batch, classes)."""
        logits: Tensor = self.layers(x)
        return logits
