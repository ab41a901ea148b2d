"""YuNet, a small face network run by OpenCV, where its ONNX file is fetched or configured.

Wu, Peng and Yu, "YuNet: A Tiny Millisecond-level Face Detector", Machine Intelligence Research 20
(2023); output layout as in OpenCV's documentation of cv::FaceDetectorYN.
"""

from __future__ import annotations

import math
import threading
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from core.domain.errors import ErrorCode, OperationError
from core.inference.faces.detector import FaceBox
from core.inference.media.shrink import shrink

_LONGEST_SIDE_PX = 640
_SHORTEST_SIDE_PX = 16
_SCORE_THRESHOLD = 0.7


class YuNetDetector:
    """Finds faces in many poses, and sideways ones too, less surely; one network per thread."""

    def __init__(self, model: Path | None) -> None:
        self._model = model
        # the network holds the size of the last picture: not safe to share between threads
        self._local = threading.local()

    @property
    def name(self) -> str:
        """The name in answers."""
        return "yunet"

    @property
    def sure_score(self) -> float:
        """Upright faces score 0.93 and more, turned ones at most 0.9."""
        return 0.92

    @property
    def turned_score(self) -> float:
        """A turned picture is believed only where it gets near the score of an upright one."""
        return 0.9

    def prepare(self) -> None:
        """Load the network; raises OperationError (DETECTOR_UNAVAILABLE) naming the mend."""
        self._network()

    def detect(self, image: NDArray[np.uint8]) -> list[FaceBox]:
        """All faces with a score in [0.7, 1].

        image: (height, width, 3) uint8 BGR. Raises OperationError (DETECTOR_UNAVAILABLE).
        """
        small, scale = shrink(image, _LONGEST_SIDE_PX, quickly=True)
        network = self._network()
        if min(small.shape[:2]) < _SHORTEST_SIDE_PX:
            # on strips of a few pixels it finds faces without end
            return []
        network.setInputSize((small.shape[1], small.shape[0]))
        _, found = network.detect(small)
        rows = () if found is None else found
        return [_to_box(row, scale) for row in rows if np.isfinite(row).all()]

    def _network(self) -> cv2.FaceDetectorYN:
        network: cv2.FaceDetectorYN | None = getattr(self._local, "network", None)
        if network is None:
            network = self._local.network = self._load()
        return network

    def _load(self) -> cv2.FaceDetectorYN:
        if self._model is None:
            raise self._unavailable(
                "its network is not here; run `moodmix weights fetch`, "
                "or set MOODMIX_YUNET_MODEL to the path of its ONNX file"
            )
        if not self._model.is_file():
            raise self._unavailable(f"there is no file {self._model}; correct MOODMIX_YUNET_MODEL")
        try:
            return cv2.FaceDetectorYN.create(str(self._model), "", (320, 320), _SCORE_THRESHOLD)
        except cv2.error as error:
            raise self._unavailable(
                f"{self._model} is not a YuNet network; "
                "download it again with `moodmix weights fetch`"
            ) from error

    def _unavailable(self, reason: str) -> OperationError:
        return OperationError(ErrorCode.DETECTOR_UNAVAILABLE, detector=self.name, reason=reason)


def _to_box(row: NDArray[np.float32], scale: float) -> FaceBox:
    """One row: box, then x and y of eyes, nose tip and mouth corners, then the score.

    The eye that comes first is the one to the left in the picture while the face is upright.
    """
    x, y, width, height = (round(float(value) / scale) for value in row[:4])
    across, down = (float(value) for value in row[6:8] - row[4:6])
    roll_deg = math.degrees(math.atan2(down, across))
    return FaceBox(x, y, width, height, float(row[14]), roll_deg=roll_deg)
