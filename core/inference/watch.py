"""Looking at a face live: stills are read as they come, and at the end all of them as a film."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, MediaError
from core.domain.face_reading import FaceReading
from core.domain.media import MediaKind, Upload
from core.domain.observation import FacePlace, Glimpse
from core.inference.emotion.engine import EmotionEngine
from core.inference.emotion.over_time import estimate_of, timeline_of
from core.inference.faces.detector import FaceBox
from core.inference.faces.film import FaceFilm
from core.inference.media.images import PictureBounds, decode_image
from core.inference.media.sniff import sniff_format
from core.inference.workers import Workers

_STILLS = PictureBounds(max_bytes=400_000, max_pixels=2_000_000, longest_side_px=640)
"""Several of them come each second, so they are small."""


class FaceWatch:
    """One face in front of a camera; keeps its cuttings in memory, as long as itself."""

    def __init__(
        self,
        workers: Workers,
        film: FaceFilm,
        engine: EmotionEngine,
        sum_up: Callable[[FaceFilm], FaceReading],
    ) -> None:
        """sum_up: reads a film as a whole."""
        self._workers = workers
        self._film = film
        self._engine = engine
        self._sum_up = sum_up
        self._read_at: dict[float, NDArray[np.float32]] = {}

    async def look(self, time_s: float, still: Upload) -> Glimpse:
        """Read the next still, taken so many seconds after the first, in order of time.

        Raises MediaError where it is no small picture, and OperationError (busy, timed out).
        """
        return await self._workers.run(self._look, time_s, still)

    async def read(self) -> FaceReading:
        """All stills as one reading; raises MediaError, FaceError (NO_FACE) or OperationError."""
        return await self._workers.run(self._sum_up, self._film)

    def _look(self, time_s: float, still: Upload) -> Glimpse:
        media_format = sniff_format(still)
        if media_format.kind is not MediaKind.IMAGE:
            raise MediaError(ErrorCode.MEDIA_NOT_A_FACE_PICTURE)
        picture = decode_image(still.data, media_format, _STILLS)
        sighting = self._film.add(time_s, picture)
        if sighting:
            self._read_at[time_s] = self._engine.read([sighting.crop])[0]
        if not self._read_at:
            return Glimpse(None, None, dict.fromkeys(Emotion, 0.0))
        times_s = [seen.time_s for seen in self._film.main_face()]
        timeline = timeline_of(times_s, np.array([self._read_at[at] for at in times_s]))
        if sighting is None:
            return Glimpse(None, None, timeline.seconds())
        latest = timeline.moments[-1]
        # somebody else may have come into view, of whom the timeline says nothing
        is_main = latest.time_s == time_s
        emotion = latest.emotion if is_main else estimate_of(self._read_at[time_s])
        return Glimpse(_place(sighting.box, picture.shape), emotion, timeline.seconds())


def _place(box: FaceBox, shape: tuple[int, ...]) -> FacePlace:
    height, width = shape[:2]
    return FacePlace(box.x / width, box.y / height, box.width / width, box.height / height)
