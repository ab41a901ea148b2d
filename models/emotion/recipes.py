"""How each network learns. No torch here: the command line shows and checks these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Literal


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides a run besides the network, the data and the first weights.

    The defaults are the plainest training there is: Adam at one learning rate, faces as they are.
    """

    epochs: int
    batch_size: int
    learning_rate: float
    """The peak of a one-cycle schedule."""
    seed: int = 1
    patience: int | None = None
    """Epochs without a better loss on the tuning part after which to stop; None is never."""

    optimiser: Literal["adam", "sgd"] = "adam"
    """AdamW, or SGD with Nesterov's momentum of 0.9."""
    one_cycle: bool = False
    """Smith's schedule that rises to the learning rate and falls again ("Super-Convergence", 2018),
    in place of one rate throughout."""
    weight_decay: float = 0.0
    clipped_norm: float | None = None
    """Longest gradient; None leaves them as they are."""
    average_decay: float | None = None
    """Of the moving average of the weights, which is then what the run ends with."""

    standardised: bool = False
    """Each face to zero mean and unit deviation in place of [0, 1]."""
    mirrored: bool = False
    """A reading is the mean over a face and its mirror image."""
    view_px: int = 48
    """Side of the middle square of a 48 px face that the network sees."""
    small_share: float = 0.0
    """First share of the epochs, at ``small_px`` in place of ``view_px``: quicker, coarse first."""
    small_px: int = 40

    augmented: bool = False
    erased_share: float = 0.3
    mixup_share: float = 0.0
    """Share of the batches whose faces are blended in pairs, but in the last ``plain_epochs``."""
    plain_epochs: int = 0

    label_smoothing: float = 0.0
    class_balance: float = 0.0
    """Exponent of the inverse class frequency used as weight of a face; 0 is none."""
    vote_weight: float = 0.5
    """Weight of the FER+ votes in the loss beside the labels' 1, for a network that reads both."""
    teacher_share: float = 0.5
    """Share of a teacher's opinion in the targets, where there is a teacher."""


_MOODNET = Recipe(
    epochs=44,
    batch_size=128,
    learning_rate=0.1,
    optimiser="sgd",
    one_cycle=True,
    weight_decay=5e-4,
    clipped_norm=5.0,
    average_decay=0.998,
    standardised=True,
    mirrored=True,
    view_px=44,
    small_share=0.6,
    augmented=True,
    mixup_share=0.5,
    plain_epochs=4,
    label_smoothing=0.1,
    class_balance=0.2,
)
_TABLE1 = Recipe(epochs=50, batch_size=64, learning_rate=1e-4)


class Kind(StrEnum):
    """What a network looks at."""

    FACES = "faces"
    """Single faces of our seven expressions; any others are left out."""
    CK_FRAMES = "ck_frames"
    """CK+48's frames one by one, with its own seven classes: contempt, and no neutral."""
    CK_SEQUENCES = "ck_sequences"
    """CK+48's sequences of three frames, with its own seven classes."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a network looks at and how it learns; what a paper leaves open is Keras's default."""

    kind: Kind
    recipe: Recipe


PLANS: Mapping[str, Plan] = MappingProxyType(
    {
        "moodnet": Plan(Kind.FACES, _MOODNET),
        "moodnet-wide": Plan(Kind.FACES, _MOODNET),
        "table1": Plan(Kind.FACES, _TABLE1),
        "table1-three": Plan(Kind.FACES, _TABLE1),
        "three-conv": Plan(Kind.CK_FRAMES, Recipe(epochs=25, batch_size=32, learning_rate=1e-3)),
        "convlstm": Plan(
            Kind.CK_SEQUENCES,
            Recipe(
                epochs=40,
                batch_size=16,
                learning_rate=3e-3,
                one_cycle=True,
                weight_decay=1e-3,
                augmented=True,
                label_smoothing=0.05,
            ),
        ),
    }
)
"""By the network's name; ``networks.BUILDERS`` has the networks themselves."""

FINE_TUNING = Recipe(
    epochs=10,
    batch_size=32,
    learning_rate=0.01,
    optimiser="sgd",
    one_cycle=True,
    weight_decay=5e-4,
    clipped_norm=5.0,
    standardised=True,
    mirrored=True,
    view_px=44,
    augmented=True,
    label_smoothing=0.1,
    class_balance=0.5,
)
"""Of moodnet that starts from earlier weights and meets a small set of faces without votes.

So few steps leave a moving average behind, at the weights it started from: there is none.
"""

PERSONAL = replace(FINE_TUNING, epochs=12, patience=3)
"""Of moodnet that learns one person's face: over within minutes, and before it knows the captures
by heart."""


def recipe_of(network: str, *, fine_tuned: bool = False) -> Recipe:
    """The recipe of a network by name; fine_tuned: it starts from weights that can already read."""
    return FINE_TUNING if fine_tuned else PLANS[network].recipe
