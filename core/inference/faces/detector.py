"""What a face detector is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class FaceBox:
    """A face in pixels of the picture it was found in, from its top left corner.

    The box may reach beyond the picture. score: higher is surer, on the detector's own scale.
    quarter_turns: how often the picture must be turned counterclockwise to set the face upright.
    roll_deg: how far the face then still leans clockwise, by the line between its eyes, in
    [-180, 180]; 0 where the detector does not look for eyes.
    """

    x: int
    y: int
    width: int
    height: int
    score: float
    quarter_turns: int = 0
    roll_deg: float = 0.0


class FaceDetector(Protocol):
    """Finds upright faces; safe to call from several threads."""

    @property
    def name(self) -> str:
        """Whose word it is, for the answer's provenance."""
        ...

    @property
    def sure_score(self) -> float:
        """From this score on there is no need to also look at the picture turned."""
        ...

    @property
    def turned_score(self) -> float:
        """The least score to believe in a face that only shows when the picture is turned."""
        ...

    def prepare(self) -> None:
        """Load what is needed, to fail early; raises OperationError (DETECTOR_UNAVAILABLE)."""
        ...

    def detect(self, image: NDArray[np.uint8]) -> Sequence[FaceBox]:
        """All faces in a (height, width, 3) uint8 BGR picture, in any order.

        Raises OperationError (DETECTOR_UNAVAILABLE) where the detector cannot be had.
        """
        ...
