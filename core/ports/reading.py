"""Reading faces and music off the event loop."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.domain.face_reading import FaceReading
from core.domain.media import Upload
from core.domain.music_reading import MusicReading
from core.domain.track import Track


class FaceReader(Protocol):
    """Finds and reads the face in a photo or video."""

    async def read_face(self, upload: Upload) -> FaceReading:
        """Read the emotion; raises MediaError, FaceError or OperationError (busy)."""
        ...


class FaceCutter(Protocol):
    """Cuts the one face out of a photo, the way it is cut out to be read."""

    async def cut_face(self, photo: Upload) -> NDArray[np.uint8]:
        """The face as (48, 48) uint8 grey.

        Raises MediaError, FaceError (NO_FACE, SEVERAL_FACES) or OperationError (busy).
        """
        ...


class MusicReader(Protocol):
    """Hears how a piece of audio feels and what it sounds like."""

    async def read_music(self, audio: Upload) -> MusicReading:
        """Listen to the music; raises MediaError or OperationError (busy)."""
        ...

    async def describe(self, audio: Upload) -> Track:
        """Title and artists from the file's own tags, else from its name."""
        ...
