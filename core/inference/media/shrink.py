"""A smaller copy of a picture: nothing that looks at one needs more than some hundred pixels."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

_BILINEAR_FROM = 0.5
"""Down to half the size bilinear sampling still meets every pixel, in a sixth of area's time."""


def shrink(
    image: NDArray[np.uint8], longest_side_px: int, *, quickly: bool = False
) -> tuple[NDArray[np.uint8], float]:
    """The picture with no side above ``longest_side_px``, and the scale in (0, 1] it now has.

    image: (height, width) or (height, width, 3) uint8; returned as it is where small enough.
    quickly: whether bilinear sampling will do, where it leaves no pixel out.
    """
    scale = min(1.0, longest_side_px / max(image.shape[:2]))
    if scale == 1.0:
        return image, scale
    height, width = (max(1, round(side * scale)) for side in image.shape[:2])
    bilinear = quickly and scale > _BILINEAR_FROM
    how = cv2.INTER_LINEAR if bilinear else cv2.INTER_AREA
    return np.asarray(cv2.resize(image, (width, height), interpolation=how)), scale
