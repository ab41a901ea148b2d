"""Cutting a face out of its picture the way the training faces are cut, and its brightness."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from core.inference.faces.detector import FaceBox

_SIDE_PER_FACE = 1.06
"""Side of the crop over √(width · height) of the box: from mid-forehead to chin, as in FER2013."""

_MAX_CROP_PX = 256
_BRIGHT_PERCENTILE = 95


def crop_face(image: NDArray[np.uint8], box: FaceBox) -> NDArray[np.uint8]:
    """The upright square around a face, (side, side, 3) uint8 BGR, 1 ≤ side ≤ 256.

    image: (height, width, 3) uint8 BGR. Beyond the picture its edge pixels are repeated.
    """
    height, width = image.shape[:2]
    side = max(1, round(_SIDE_PER_FACE * math.sqrt(max(1, box.width) * max(1, box.height))))
    side = min(side, 2 * max(height, width))
    left = round(min(max(box.x + box.width / 2, 0), width) - side / 2)
    top = round(min(max(box.y + box.height / 2, 0), height) - side / 2)
    rows = np.clip(np.arange(top, top + side), 0, height - 1)
    columns = np.clip(np.arange(left, left + side), 0, width - 1)
    face = image[rows[:, None], columns]
    if side > _MAX_CROP_PX:
        face = cv2.resize(face, (_MAX_CROP_PX, _MAX_CROP_PX), interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(np.rot90(face, box.quarter_turns))


def brightness(pixels: NDArray[np.uint8]) -> float:
    """How bright the bright parts are, in [0, 255]: the 95th percentile of the grey values.

    pixels: (height, width, 3) uint8 BGR.
    """
    return float(np.percentile(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), _BRIGHT_PERCENTILE))
