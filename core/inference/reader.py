"""The face reader behind ``core.ports.reading.FaceReader``: from bytes to an emotion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.domain.emotion import Emotion, EmotionEstimate
from core.domain.errors import ErrorCode, FaceError, MediaError
from core.domain.face_reading import FaceReading
from core.domain.media import MediaKind, Upload
from core.inference.emotion.engine import EmotionEngine
from core.inference.faces.crop import brightness, crop_face
from core.inference.faces.detector import FaceBox, FaceDetector
from core.inference.faces.locate import choose_face, find_faces, find_turned_faces
from core.inference.media.images import PictureBounds, decode_image, is_moving
from core.inference.media.sniff import sniff_format
from core.inference.media.video import VideoBounds, read_frames
from core.inference.workers import Workers

_DARK_PICTURE = 40.0
"""A picture without a face whose bright parts stay below this (of 255) is called too dark."""

_DARK_FACE = 24.0
"""A face darker than this has some twenty shades left: asking for light beats guessing."""

_TURN_EVERY = 8
"""In a film without a face so far, every so many frames are also looked at turned."""


@dataclass(slots=True)
class _Gathering:
    """What has been seen while walking through the pictures of one upload."""

    crops: list[NDArray[np.uint8]] = field(default_factory=list)
    most_faces: int = 0
    brightest: float = 0.0


class MoodFaceReader:
    """Decodes an upload in a worker thread, finds the face and has the engine read it."""

    def __init__(
        self,
        workers: Workers,
        detector: FaceDetector,
        engine: EmotionEngine,
        pictures: PictureBounds | None = None,
        videos: VideoBounds | None = None,
    ) -> None:
        self._workers = workers
        self._detector = detector
        self._engine = engine
        self._pictures = pictures or PictureBounds()
        self._videos = videos or VideoBounds()

    async def read_face(self, upload: Upload) -> FaceReading:
        """Read the emotion of the largest face near the centre; a video's frames are averaged.

        Raises MediaError, FaceError (NO_FACE) or OperationError (busy, timed out, or the detector
        or engine cannot be had).
        """
        return await self._workers.run(self._read, upload)

    def _read(self, upload: Upload) -> FaceReading:
        seen = _Gathering()
        for picture, faces in self._look(upload):
            seen.brightest = max(seen.brightest, brightness(picture))
            if faces:
                height, width = picture.shape[:2]
                crop = crop_face(picture, choose_face(faces, width, height))
                light = brightness(crop)
                seen.most_faces = max(seen.most_faces, len(faces))
                if light >= _DARK_FACE:
                    seen.crops.append(crop)
        if not seen.crops:
            dark = seen.most_faces > 0 or seen.brightest < _DARK_PICTURE
            raise MediaError(ErrorCode.MEDIA_TOO_DARK) if dark else FaceError(ErrorCode.NO_FACE)
        return FaceReading(
            emotion=_average(self._engine.read(seen.crops)),
            faces_found=seen.most_faces,
            frames_read=len(seen.crops),
            detector=self._detector.name,
            engine=self._engine.name,
        )

    def _look(self, upload: Upload) -> Iterator[tuple[NDArray[np.uint8], list[FaceBox]]]:
        """Every picture to consider, with its faces."""
        media_format = sniff_format(upload)
        if media_format.kind is MediaKind.AUDIO:
            raise MediaError(ErrorCode.MEDIA_NOT_A_FACE_PICTURE)
        if media_format.kind is MediaKind.IMAGE and not is_moving(upload.data, media_format):
            picture = decode_image(upload.data, media_format, self._pictures)
            yield picture, find_faces(self._detector, picture)
            return
        turns: int | None = None
        for index, picture in enumerate(read_frames(upload.data, media_format, self._videos)):
            if turns:
                faces = find_turned_faces(self._detector, picture, turns)
            else:
                look_round = turns is None and index % _TURN_EVERY == 0
                faces = find_faces(self._detector, picture, try_turned=look_round)
            if faces and turns is None:
                turns = faces[0].quarter_turns
            yield picture, faces


def _average(probabilities: NDArray[np.float32]) -> EmotionEstimate:
    """The mean of (n, 7) probabilities as an estimate that sums to 1."""
    mean = np.asarray(probabilities, np.float64).mean(axis=0)
    mean /= mean.sum()
    return EmotionEstimate(dict(zip(Emotion, mean.tolist(), strict=True)))
