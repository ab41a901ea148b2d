"""Which face to read: turn the picture where no face is sure, and choose among several."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.inference.faces.detector import FaceBox, FaceDetector
from core.inference.media.shrink import shrink

_OTHER_TURNS = (1, 3, 2)
"""Sideways selfies are commoner than ones upside down."""

_TURNED_LONGEST_SIDE_PX = 480
"""Three more looks at a picture should not cost three times the first: a small copy will do."""

_EDGE_PENALTY = 0.6
"""A face in a corner counts as this much smaller than one in the centre."""


def find_faces(
    detector: FaceDetector, image: NDArray[np.uint8], *, try_turned: bool = True
) -> list[FaceBox]:
    """All faces of a picture; without a sure one, also of the picture turned, and the surest wins.

    image: (height, width, 3) uint8 BGR; boxes are in its pixels. Raises OperationError.
    """
    found = list(detector.detect(image))
    for turns in _OTHER_TURNS if try_turned else ():
        if _best_score(found) >= detector.sure_score:
            break
        turned = find_turned_faces(detector, image, turns)
        if _best_score(turned) > _best_score(found):
            found = turned
    return found


def find_turned_faces(
    detector: FaceDetector, image: NDArray[np.uint8], turns: int
) -> list[FaceBox]:
    """Faces to believe in after ``turns`` quarter turns counterclockwise, in unturned pixels."""
    small, scale = shrink(image, _TURNED_LONGEST_SIDE_PX)
    turned = np.ascontiguousarray(np.rot90(small, turns))
    return [
        _enlarge(_turn_back(box, turns, turned.shape[:2]), scale)
        for box in detector.detect(turned)
        if box.score >= detector.turned_score
    ]


def choose_face(faces: Sequence[FaceBox], width: int, height: int) -> FaceBox:
    """The largest face near the centre of a picture of this size in pixels; the first on a tie."""

    def weight(box: FaceBox) -> float:
        across = (box.x + box.width / 2) / width - 0.5
        down = (box.y + box.height / 2) / height - 0.5
        from_centre = min(1.0, math.hypot(across, down) / math.hypot(0.5, 0.5))
        return box.width * box.height * (1 - _EDGE_PENALTY * from_centre)

    return max(faces, key=weight)


def _best_score(faces: Sequence[FaceBox]) -> float:
    return max((face.score for face in faces), default=-math.inf)


def _turn_back(box: FaceBox, turns: int, shape: tuple[int, ...]) -> FaceBox:
    """A box found in a turned picture of ``shape``, in the picture before it was turned."""
    for _ in range(turns):
        height, width = shape
        # one turn clockwise takes (x, y) to (height - y, x)
        box = replace(
            box, x=height - box.y - box.height, y=box.x, width=box.height, height=box.width
        )
        shape = width, height
    return replace(box, quarter_turns=(box.quarter_turns + turns) % 4)


def _enlarge(box: FaceBox, scale: float) -> FaceBox:
    """A box found in a picture shrunk to ``scale``, in the picture as it was."""
    x, y, width, height = (round(edge / scale) for edge in (box.x, box.y, box.width, box.height))
    return replace(box, x=x, y=y, width=width, height=height)
