"""A smaller copy of a picture for detectors, which need no more than a few hundred pixels."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray


def shrink(image: NDArray[np.uint8], longest_side_px: int) -> tuple[NDArray[np.uint8], float]:
    """The picture with no side above ``longest_side_px``, and the scale in (0, 1] it now has.

    image: (height, width) or (height, width, 3) uint8; returned as it is where small enough.
    """
    scale = min(1.0, longest_side_px / max(image.shape[:2]))
    if scale == 1.0:
        return image, scale
    height, width = (max(1, round(side * scale)) for side in image.shape[:2])
    return np.asarray(cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)), scale
