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

_LEAST_ROLL_DEG = 4.0
"""Faces held straight are found leaning by about this much; levelling those is noise."""

_MOST_ROLL_DEG = 45.0
"""Beyond this the eyes were not eyes, or the picture needs a quarter turn instead."""


def crop_face(image: NDArray[np.uint8], box: FaceBox) -> NDArray[np.uint8]:
    """The upright square around a face, (side, side, 3) uint8 BGR, 1 ≤ side ≤ 256.

    image: (height, width, 3) uint8 BGR. Beyond the picture its edge pixels are repeated. A face
    that leans is set straight by its eyes.
    """
    side = max(1, round(_SIDE_PER_FACE * math.sqrt(max(1, box.width) * max(1, box.height))))
    side = min(side, 2 * max(image.shape[:2]))
    leans = _LEAST_ROLL_DEG <= abs(box.roll_deg) <= _MOST_ROLL_DEG
    roll = math.radians(box.roll_deg) if leans else 0.0
    # levelled, the corners of the square come from outside of it
    patch = _square(image, box, round(side * (math.cos(roll) + abs(math.sin(roll)))))
    if side > _MAX_CROP_PX:
        reach = round(len(patch) * _MAX_CROP_PX / side)
        patch = cv2.resize(patch, (reach, reach), interpolation=cv2.INTER_AREA)
        side = _MAX_CROP_PX
    patch = np.ascontiguousarray(np.rot90(patch, box.quarter_turns))
    return _level(patch, box.roll_deg, side) if leans else patch


def _square(image: NDArray[np.uint8], box: FaceBox, side: int) -> NDArray[np.uint8]:
    """The square of this side about the middle of the box, or the nearest point in the picture."""
    height, width = image.shape[:2]
    left = round(min(max(box.x + box.width / 2, 0), width - 1) - side / 2)
    top = round(min(max(box.y + box.height / 2, 0), height - 1) - side / 2)
    square = cv2.copyMakeBorder(
        image[max(top, 0) : top + side, max(left, 0) : left + side],
        max(-top, 0),
        max(top + side - height, 0),
        max(-left, 0),
        max(left + side - width, 0),
        cv2.BORDER_REPLICATE,
    )
    return np.asarray(square, np.uint8)


def _level(patch: NDArray[np.uint8], roll_deg: float, side: int) -> NDArray[np.uint8]:
    """The middle square of a patch that is turned counterclockwise by ``roll_deg``."""
    middle = (len(patch) - 1) / 2
    turn = cv2.getRotationMatrix2D((middle, middle), roll_deg, 1.0)
    turn[:, 2] -= middle - (side - 1) / 2
    return np.asarray(
        cv2.warpAffine(
            patch, turn, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
    )


def brightness(pixels: NDArray[np.uint8]) -> float:
    """How bright the bright parts are, in [0, 255]: the 95th percentile of the grey values.

    pixels: (height, width, 3) uint8 BGR.
    """
    return float(np.percentile(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), _BRIGHT_PERCENTILE))
