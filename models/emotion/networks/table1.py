"""Table 1 of Praveen K and Narayansetti, "Emotion Based Music Recommendation System".

Two 3x3 convolutions of 32 and 64 filters, pooling, dropout; two of 128, each followed by pooling;
dropout, a dense layer of 1024, dropout, softmax. The paper's logs are Keras's, so what the table
leaves open (padding, first weights) is taken from Keras's defaults. The paper also measured the
network "without the 4th CNN layer"; only that convolution is left out then, its pooling stays.
"""

from __future__ import annotations

from torch import Tensor, nn

from models.emotion.networks.keras_defaults import convolution, initialise


class Table1(nn.Module):
    """Logits of each class for a 48x48 grey face; 2.3 million parameters, 3.4 without ``fourth``.

    Without the fourth convolution fewer sides are cut, so the dense layer grows.
    """

    def __init__(self, classes: int = 7, *, fourth: bool = True) -> None:
        super().__init__()
        side = 4 if fourth else 5
        self.layers = nn.Sequential(
            *convolution(1, 32),  # (batch, 32, 46, 46)
            *convolution(32, 64),  # (batch, 64, 44, 44)
            nn.MaxPool2d(2),
            nn.Dropout(0.25),
            *convolution(64, 128),  # (batch, 128, 20, 20)
            nn.MaxPool2d(2),
            *(convolution(128, 128) if fourth else ()),  # (batch, 128, 8, 8), else 10 by 10
            nn.MaxPool2d(2),
            nn.Dropout(0.25),
            nn.Flatten(),
            nn.Linear(128 * side * side, 1024),
            nn.ReLU(inplace=True),
            nn.Dropout(0.5),
            nn.Linear(1024, classes),
        )
        initialise(self)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 1, 48, 48) float32 grey in [0, 1] → (batch, classes)."""
        logits: Tensor = self.layers(x)
        return logits
