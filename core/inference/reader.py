"""The face reader behind ``core.ports.reading``: from bytes to an emotion, or to a face cut out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.domain.emotion import EmotionEstimate
from core.domain.errors import ErrorCode, FaceError, MediaError
from core.domain.face_reading import FaceReading
from core.domain.media import MediaKind, Upload
from core.domain.mood_timeline import MoodTimeline, VideoReading, mean_estimate
from core.inference.emotion.engine import EmotionEngine
from core.inference.emotion.moodnet import grey_face
from core.inference.emotion.over_time import estimate_of, timeline_of
from core.inference.emotion.sequence import WINDOW_FRAMES, SequenceNetwork
from core.inference.faces.crop import brightness, crop_face
from core.inference.faces.detector import FaceBox, FaceDetector
from core.inference.faces.film import DARK_FACE, FaceFilm, no_face_in
from core.inference.faces.locate import choose_face, find_faces
from core.inference.media.images import PictureBounds, decode_image, is_moving
from core.inference.media.sniff import MediaFormat, sniff_format
from core.inference.media.video import VideoBounds, read_frames
from core.inference.watch import FaceWatch
from core.inference.workers import Workers

_BYSTANDER = 0.5
"""A face less than this wide beside the main one is somebody far behind, or none at all."""

_MOST_OF_A_GROUP = 12
"""So many faces of a photo are read, the largest ones."""


class MoodFaceReader:
    """Decodes an upload in a worker thread, finds the face and has the engine read it."""

    def __init__(
        self,
        workers: Workers,
        detector: FaceDetector,
        engine: EmotionEngine,
        pictures: PictureBounds | None = None,
        videos: VideoBounds | None = None,
        video_reading: VideoReading = VideoReading.MEAN,
    ) -> None:
        """Load the ConvLSTM where it is to read videos; raises OperationError (WEIGHTS_BROKEN)."""
        self._workers = workers
        self._detector = detector
        self._engine = engine
        self._pictures = pictures or PictureBounds()
        self._videos = videos or VideoBounds()
        self._video_reading = video_reading
        by_windows = video_reading is VideoReading.CONVLSTM
        self._sequences = SequenceNetwork.load() if by_windows else None

    async def read_face(self, upload: Upload) -> FaceReading:
        """Read the emotion of the largest face near the centre, or of a video's main face.

        Raises MediaError, FaceError (NO_FACE) or OperationError (busy, timed out, or the detector
        or engine cannot be had).
        """
        return await self._workers.run(self._read, upload)

    async def cut_face(self, photo: Upload) -> NDArray[np.uint8]:
        """The one face of a photo as our network sees it, (48, 48) uint8 grey.

        Raises MediaError, FaceError (NO_FACE, SEVERAL_FACES) or OperationError as ``read_face``.
        """
        return await self._workers.run(self._cut, photo)

    def watch(self) -> FaceWatch:
        """Begin to look at a face still by still; what was gathered goes with the watch."""
        return FaceWatch(self._workers, FaceFilm(self._detector), self._engine, self._sum_up)

    def _cut(self, photo: Upload) -> NDArray[np.uint8]:
        picture = decode_image(photo.data, sniff_format(photo), self._pictures)
        main, others = self._faces_of(picture)
        if any(face.width >= _BYSTANDER * main.width for face in others):
            raise FaceError(ErrorCode.SEVERAL_FACES)
        crop = crop_face(picture, main)
        if brightness(crop) < DARK_FACE:
            raise MediaError(ErrorCode.MEDIA_TOO_DARK)
        return grey_face(crop)

    def _faces_of(self, picture: NDArray[np.uint8]) -> tuple[FaceBox, list[FaceBox]]:
        """The face to read and all others, largest first; raises MediaError or FaceError."""
        faces = find_faces(self._detector, picture)
        if not faces:
            raise no_face_in(brightness(picture))
        height, width = picture.shape[:2]
        main = choose_face(faces, width, height)
        others = [face for face in faces if face is not main]
        return main, sorted(others, key=lambda face: face.width * face.height, reverse=True)

    def _read(self, upload: Upload) -> FaceReading:
        media_format = sniff_format(upload)
        if media_format.kind is MediaKind.AUDIO:
            raise MediaError(ErrorCode.MEDIA_NOT_A_FACE_PICTURE)
        if media_format.kind is MediaKind.IMAGE and not is_moving(upload.data, media_format):
            return self._read_photo(upload.data, media_format)
        return self._read_film(upload.data, media_format)

    def _read_photo(self, data: bytes, media_format: MediaFormat) -> FaceReading:
        picture = decode_image(data, media_format, self._pictures)
        main, others = self._faces_of(picture)
        crops = [crop_face(picture, face) for face in (main, *others[: _MOST_OF_A_GROUP - 1])]
        lit = [crop for crop in crops if brightness(crop) >= DARK_FACE]
        if not lit or lit[0] is not crops[0]:
            raise MediaError(ErrorCode.MEDIA_TOO_DARK)
        estimates = [estimate_of(row) for row in self._engine.read(lit)]
        return self._reading(
            estimates[0],
            faces_found=1 + len(others),
            frames_read=1,
            everyone=mean_estimate(estimates) if len(estimates) > 1 else None,
        )

    def _read_film(self, data: bytes, media_format: MediaFormat) -> FaceReading:
        film = FaceFilm(self._detector)
        for frame in read_frames(data, media_format, self._videos):
            film.add(frame.time_s, frame.pixels)
        return self._sum_up(film)

    def _sum_up(self, film: FaceFilm) -> FaceReading:
        main = film.main_face()
        crops = [seen.crop for seen in main]
        timeline = timeline_of([seen.time_s for seen in main], self._engine.read(crops))
        by_mean = self._reading(
            timeline.mean,
            faces_found=film.most_faces,
            frames_read=len(main),
            timeline=timeline,
        )
        return self._as_chosen(by_mean, timeline, crops)

    def _as_chosen(
        self, by_mean: FaceReading, timeline: MoodTimeline, crops: Sequence[NDArray[np.uint8]]
    ) -> FaceReading:
        """The film as the chosen reading has it; too short for the ConvLSTM, it is the mean."""
        emotion, engine = timeline.read(self._video_reading), by_mean.engine
        if self._sequences and len(crops) >= WINDOW_FRAMES:
            emotion = estimate_of(self._sequences.read(crops).mean(axis=0))
            engine = self._sequences.name
        # only the mean is calibrated: another reading is believed where the mean is and agrees
        sure = by_mean.sure and emotion.label is by_mean.emotion.label
        return replace(by_mean, emotion=emotion, engine=engine, sure=sure)

    def _reading(
        self,
        emotion: EmotionEstimate,
        *,
        faces_found: int,
        frames_read: int,
        everyone: EmotionEstimate | None = None,
        timeline: MoodTimeline | None = None,
    ) -> FaceReading:
        return FaceReading(
            emotion=emotion,
            faces_found=faces_found,
            frames_read=frames_read,
            detector=self._detector.name,
            engine=self._engine.name,
            sure=emotion.confidence >= self._engine.sure_from,
            everyone=everyone,
            timeline=timeline,
        )
