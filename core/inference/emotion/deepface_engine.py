"""DeepFace's emotion model as a selectable engine; its weights are fetched on first use.

Serengil and Ozpinar, "LightFace", ASYU 2020; the model is theirs, trained on FER2013.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, OperationError
from core.inference.deepface_home import DeepFaceHome, DeepFaceMissingError

_SIDE_PX = 224


class DeepFaceEngine:
    """Loads DeepFace in the worker thread that first needs it, once."""

    def __init__(self, home: Path) -> None:
        """Keep DeepFace's files below ``home``."""
        self._home = DeepFaceHome(home)
        self._lock = threading.Lock()
        self._model: Any = None

    @property
    def name(self) -> str:
        """The name in answers."""
        return "deepface"

    @property
    def sure_from(self) -> float:
        """Its probabilities were never calibrated, so nothing is called unsure."""
        return 0.0

    def prepare(self) -> None:
        """Import DeepFace and fetch its weights; raises OperationError (ENGINE_UNAVAILABLE)."""
        self._load()

    def read(self, faces: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        """Probabilities of each face, (n, 7) float32 in the order of ``Emotion``.

        faces: (side, side, 3) uint8 BGR. Raises OperationError (ENGINE_UNAVAILABLE).
        """
        model = self._load()
        rows = [
            np.asarray(model.predict(cv2.resize(face, (_SIDE_PX, _SIDE_PX))), np.float32).ravel()
            for face in faces
        ]
        probabilities = np.stack(rows) if rows else np.zeros((0, len(Emotion)), np.float32)
        return np.asarray(probabilities / probabilities.sum(axis=1, keepdims=True), np.float32)

    def _load(self) -> Any:
        with self._lock:
            if self._model is None:
                try:
                    self._model = self._home.build("facial_attribute", "Emotion")
                except DeepFaceMissingError as error:
                    raise OperationError(
                        ErrorCode.ENGINE_UNAVAILABLE, engine=self.name, reason=str(error)
                    ) from error
            return self._model
