"""What is gathered of faces frame by frame: of a film, or of somebody in front of a camera."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import ErrorCode, FaceError, MediaError
from core.inference.faces.crop import brightness, crop_face
from core.inference.faces.detector import FaceBox, FaceDetector
from core.inference.faces.track import FaceTracker
from core.inference.media.shrink import shrink

_DARK_PICTURE = 40.0
"""A picture without a face whose bright parts stay below this (of 255) is called too dark."""

DARK_FACE = 24.0
"""A face darker than this has some twenty shades left: asking for light beats guessing."""

_KEPT_FACE_PX = 128
"""Faces are kept at this size until they are read all at once."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """The followed face in one frame: when, where, and cut out, (side, side, 3) uint8 BGR."""

    time_s: float
    box: FaceBox
    crop: NDArray[np.uint8]


class FaceFilm:
    """Follows faces from frame to frame; the one that is seen largest and longest counts."""

    def __init__(self, detector: FaceDetector) -> None:
        self._tracker = FaceTracker(detector)
        self._sightings: dict[int, list[Sighting]] = defaultdict(list)
        self._brightest = 0.0
        self._too_dark = False

    @property
    def most_faces(self) -> int:
        """The most faces that were seen in one frame."""
        return self._tracker.most_faces

    def add(self, time_s: float, picture: NDArray[np.uint8]) -> Sighting | None:
        """Look at the next frame; None where no face can be seen in it, or it is too dark.

        picture: (height, width, 3) uint8 BGR, in order of time. Raises OperationError.
        """
        found = self._tracker.follow(time_s, picture)
        if found is None:
            self._brightest = max(self._brightest, brightness(picture))
            return None
        number, box = found
        crop, _ = shrink(crop_face(picture, box), _KEPT_FACE_PX)
        if brightness(crop) < DARK_FACE:
            self._too_dark = True
            return None
        sighting = Sighting(time_s, box, crop)
        self._sightings[number].append(sighting)
        return sighting

    def main_face(self) -> Sequence[Sighting]:
        """The face that counts, in order of time; raises MediaError or FaceError without one."""
        if not self._sightings:
            if self._too_dark:
                raise MediaError(ErrorCode.MEDIA_TOO_DARK)
            raise no_face_in(self._brightest)
        return max(
            self._sightings.values(),
            key=lambda seen: sum(each.box.width * each.box.height for each in seen),
        )


def no_face_in(brightest: float) -> MediaError | FaceError:
    """Why there is no face in pictures whose bright parts are as bright as that, of 255."""
    if brightest < _DARK_PICTURE:
        return MediaError(ErrorCode.MEDIA_TOO_DARK)
    return FaceError(ErrorCode.NO_FACE)
