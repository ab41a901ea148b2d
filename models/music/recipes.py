"""How each music network learns. No torch here: the command line shows and checks these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides a run besides the network and the clips.

    The defaults are the plainest training there is: Adam at one learning rate, clips as they are.
    """

    epochs: int
    batch_size: int
    learning_rate: float
    """The peak of a one-cycle schedule."""
    seed: int = 1

    optimiser: Literal["adam", "sgd"] = "adam"
    one_cycle: bool = False
    weight_decay: float = 0.0
    clipped_norm: float | None = None
    average_decay: float | None = None

    augmented: bool = False
    """Pitch, tempo and equaliser changed, bands and moments masked: ``models.music.augment``."""
    mixup_share: float = 0.0
    """Share of the batches whose clips are blended in pairs."""
    label_smoothing: float = 0.0
    """Of quadrants and clusters."""
    features_weight: float = 0.0
    """Of telling the ranks of the handcrafted features, which every clip can teach."""


OURS = Recipe(
    epochs=40,
    batch_size=32,
    learning_rate=3e-3,
    one_cycle=True,
    weight_decay=0.05,
    clipped_norm=2.0,
    average_decay=0.995,
    augmented=True,
    mixup_share=0.5,
    label_smoothing=0.1,
    features_weight=1.0,
)
