"""What an emotion engine is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class EmotionEngine(Protocol):
    """Reads facial expressions; safe to call from several threads."""

    @property
    def name(self) -> str:
        """Whose word it is, for the answer's provenance."""
        ...

    @property
    def sure_from(self) -> float:
        """The least probability of the first choice, in [0, 1], at which a reading is believed."""
        ...

    def prepare(self) -> None:
        """Load what is needed, to fail early; raises OperationError (ENGINE_UNAVAILABLE)."""
        ...

    def read(self, faces: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        """Probabilities of each face, (n, 7) float32 in the order of ``Emotion``, rows sum to 1.

        faces: upright crops, (side, side, 3) uint8 BGR each, of any side. Raises OperationError
        (ENGINE_UNAVAILABLE) where the engine cannot be had.
        """
        ...
