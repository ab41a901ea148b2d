"""A detector and an engine that answer what they are told, and remember what they saw."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from core.domain.emotion import Emotion
from core.inference.faces.detector import FaceBox

Finder = Callable[[NDArray[np.uint8]], Sequence[FaceBox]]


class FakeDetector:
    """Finds what ``finder`` says; sure from a score of 1 on."""

    name = "fake detector"
    sure_score = 1.0
    turned_score = 0.5

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self.pictures: list[NDArray[np.uint8]] = []

    def prepare(self) -> None:
        """Nothing to load."""

    def detect(self, image: NDArray[np.uint8]) -> list[FaceBox]:
        self.pictures.append(image)
        return list(self._finder(image))


class FakeEngine:
    """Reads the n-th face of a call as the n-th emotion given, the last one for all others.

    With a certainty below 1 the rest is spread over the other emotions.
    """

    name = "fake engine"
    sure_from = 0.5

    def __init__(self, *emotions: Emotion, certainty: float = 1.0) -> None:
        self._emotions = emotions or (Emotion.HAPPY,)
        self._certainty = certainty
        self.faces: list[NDArray[np.uint8]] = []

    def prepare(self) -> None:
        """Nothing to load."""

    def read(self, faces: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        self.faces.extend(faces)
        rest = (1 - self._certainty) / (len(Emotion) - 1)
        rows = np.full((len(faces), len(Emotion)), rest, np.float32)
        for index in range(len(faces)):
            emotion = self._emotions[min(index, len(self._emotions) - 1)]
            rows[index, list(Emotion).index(emotion)] = self._certainty
        return rows
