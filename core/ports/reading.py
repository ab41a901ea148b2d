"""Reading faces and music off the event loop."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.domain.face_reading import FaceReading
from core.domain.media import Upload
from core.domain.music_reading import MusicReading
from core.domain.observation import Glimpse
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


class FaceWatch(Protocol):
    """Looks at one face live; what it gathers is in memory and goes with it."""

    async def look(self, time_s: float, still: Upload) -> Glimpse:
        """Read the next still, taken so many seconds after the first, in order of time.

        Raises MediaError where it is no small picture, and OperationError (busy).
        """
        ...

    async def read(self) -> FaceReading:
        """All stills as one reading; raises MediaError, FaceError (NO_FACE) or OperationError."""
        ...


class FaceWatcher(Protocol):
    """Begins to look at faces."""

    def watch(self) -> FaceWatch:
        """A watch that has seen nothing yet."""
        ...


class MusicReader(Protocol):
    """Hears how a piece of audio feels and what it sounds like."""

    async def read_music(self, audio: Upload) -> MusicReading:
        """Listen to the music; raises MediaError or OperationError (busy)."""
        ...

    async def describe(self, audio: Upload) -> Track:
        """Title and artists from the file's own tags, else from its name."""
        ...
