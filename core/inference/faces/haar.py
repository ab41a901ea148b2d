"""The Haar cascade that ships with OpenCV: needs no further file, frontal upright faces only.

Viola and Jones, "Rapid Object Detection using a Boosted Cascade of Simple Features", CVPR 2001;
Lienhart, Kuranov and Pisarevsky (2003) trained the cascade. Of the shipped ones "alt2" raised no
false alarm on our pictures without faces, where "default" raised several at equal misses.
"""

from __future__ import annotations

import threading
from pathlib import Path

import cv2
import cv2.data
import numpy as np
from numpy.typing import NDArray

from core.domain.errors import ErrorCode, OperationError
from core.inference.faces.detector import FaceBox
from core.inference.media.shrink import shrink

_CASCADE = "haarcascade_frontalface_alt2.xml"
_LONGEST_SIDE_PX = 480
_SCALE_STEP = 1.1
_MIN_NEIGHBOURS = 6
_SMALLEST_FACE_PX = 24
_SMALLEST_FACE_SHARE = 0.08


class HaarDetector:
    """Looks at an equalised grey copy of the picture; one cascade per thread."""

    def __init__(self) -> None:
        # cascades are not safe to share between threads
        self._local = threading.local()

    @property
    def name(self) -> str:
        """The name in answers."""
        return "haar"

    @property
    def sure_score(self) -> float:
        """Whatever it finds upright is good enough."""
        return float(_MIN_NEIGHBOURS)

    @property
    def turned_score(self) -> float:
        """On turned pictures up to 13 windows agree on nothing, some 75 on a face."""
        return 20.0

    def prepare(self) -> None:
        """Load the cascade; raises OperationError (DETECTOR_UNAVAILABLE) where it is missing."""
        self._cascade()

    def detect(self, image: NDArray[np.uint8]) -> list[FaceBox]:
        """All upright frontal faces; score is how many windows around it agree, 6 or more.

        image: (height, width, 3) uint8 BGR. Raises OperationError (DETECTOR_UNAVAILABLE).
        """
        small, scale = shrink(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), _LONGEST_SIDE_PX)
        side = max(_SMALLEST_FACE_PX, round(min(small.shape) * _SMALLEST_FACE_SHARE))
        found, windows = self._cascade().detectMultiScale2(
            cv2.equalizeHist(small),
            scaleFactor=_SCALE_STEP,
            minNeighbors=_MIN_NEIGHBOURS,
            minSize=(side, side),
        )
        return [
            FaceBox(*_unscaled(box, scale), score=float(count))
            for box, count in zip(found, windows, strict=True)
        ]

    def _cascade(self) -> cv2.CascadeClassifier:
        cascade: cv2.CascadeClassifier | None = getattr(self._local, "cascade", None)
        if cascade is None:
            path = Path(cv2.data.haarcascades) / _CASCADE
            cascade = cv2.CascadeClassifier(str(path)) if path.is_file() else None
            if cascade is None or cascade.empty():
                raise OperationError(
                    ErrorCode.DETECTOR_UNAVAILABLE,
                    detector=self.name,
                    reason="OpenCV came without its cascade files; "
                    "install opencv-contrib-python-headless 4.x again",
                )
            self._local.cascade = cascade
        return cascade


def _unscaled(box: NDArray[np.int32], scale: float) -> tuple[int, int, int, int]:
    x, y, width, height = (round(float(edge) / scale) for edge in box)
    return x, y, width, height
