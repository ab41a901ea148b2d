"""The face detectors that DeepFace offers, by its names for them."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import ErrorCode, OperationError
from core.inference.deepface_home import DeepFaceHome, DeepFaceMissingError
from core.inference.faces.detector import FaceBox

DEEPFACE_DETECTORS = (
    "opencv",
    "ssd",
    "dlib",
    "mtcnn",
    "fastmtcnn",
    "retinaface",
    "mediapipe",
    "yolov8n",
    "yolov8m",
    "yolov8l",
    "yolov11n",
    "yolov11s",
    "yolov11m",
    "yolov11l",
    "yolov12n",
    "yolov12s",
    "yolov12m",
    "yolov12l",
    "centerface",
)
"""Most need a Python package of their own, which is named where it is missing."""


class DeepFaceDetector:
    """Loads one of DeepFace's detectors in the worker thread that first needs it."""

    def __init__(self, name: str, home: Path) -> None:
        """Keep DeepFace's files below ``home``; ``name`` is one of ``DEEPFACE_DETECTORS``."""
        self._name = name
        self._home = DeepFaceHome(home)
        # its detectors keep state between pictures and make no promise about threads
        self._lock = threading.Lock()
        self._model: Any = None

    @property
    def name(self) -> str:
        """The name in answers."""
        return self._name

    @property
    def sure_score(self) -> float:
        """Their scores mean different things: whatever they find is taken."""
        return 0.0

    @property
    def turned_score(self) -> float:
        """As above."""
        return 0.0

    def prepare(self) -> None:
        """Import and build the detector; raises OperationError (DETECTOR_UNAVAILABLE)."""
        with self._lock:
            self._load()

    def detect(self, image: NDArray[np.uint8]) -> list[FaceBox]:
        """All faces it is sure of, by its own threshold.

        image: (height, width, 3) uint8 BGR. Raises OperationError (DETECTOR_UNAVAILABLE).
        """
        with self._lock:
            areas = self._load().detect_faces(image)
        return [
            FaceBox(int(area.x), int(area.y), int(area.w), int(area.h), float(area.confidence or 0))
            for area in areas
        ]

    def _load(self) -> Any:
        if self._model is None:
            try:
                self._model = self._home.build("face_detector", self._name)
            except DeepFaceMissingError as error:
                raise OperationError(
                    ErrorCode.DETECTOR_UNAVAILABLE, detector=self._name, reason=str(error)
                ) from error
        return self._model
