"""Following a face through a film: the whole picture now and then, only its neighbourhood between.

A face is the same from one sample to the next where its boxes overlap. Somebody who walks through
does not take over: who was there first is followed while in sight, and awaited for a moment.
Several people one after another are told apart by number; who counts is for the caller to say.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.inference.faces.detector import FaceBox, FaceDetector
from core.inference.faces.locate import choose_face, find_faces, find_turned_faces
from core.inference.media.shrink import shrink

_WHOLE_PICTURE_EVERY_S = 3.0
"""So often the whole picture is searched, to count the faces and to begin afresh."""

_PATIENCE_S = 1.0
"""A face that is gone is awaited where it was before another one is taken."""

_TURN_EVERY = 8
"""While there has been no face, every so many samples are also looked at turned."""

_LEAST_OVERLAP = 0.2
"""Shared area over joint area: from one sample to the next a face moves half its width at most."""

_NEIGHBOURHOOD = 2.2
"""Side of what is searched around a face, over the side of the face."""

_NEIGHBOURHOOD_PX = 128
"""It is brought to this size, which leaves some 58 pixels for the face: boxes deviate by 2 % from
those of the whole picture, as with 160 pixels; with 96 it is up to 7 %."""


class FaceTracker:
    """Tells, sample by sample, where the followed face is and whose it is."""

    def __init__(self, detector: FaceDetector) -> None:
        self._detector = detector
        self._last_of: list[FaceBox] = []  # of each face followed so far, in order
        self._current = 0
        self._seen_s = self._searched_s = -math.inf
        self._samples = 0
        self._turns: int | None = None
        self.most_faces = 0

    def follow(self, time_s: float, picture: NDArray[np.uint8]) -> tuple[int, FaceBox] | None:
        """Which face (counted from 0) is followed in this sample and where; None without one.

        picture: (height, width, 3) uint8 BGR, in order of time. Raises OperationError.
        """
        box = None
        if self._seen_s > -math.inf and time_s - self._searched_s < _WHOLE_PICTURE_EVERY_S:
            box = self._same(self._search_near(picture, self._last_of[self._current]))
        if box is None:
            box = self._choose(time_s, self._search(time_s, picture), picture.shape)
        if box is None:
            return None
        self._seen_s = time_s
        self._last_of[self._current] = box
        return self._current, box

    def _search(self, time_s: float, picture: NDArray[np.uint8]) -> list[FaceBox]:
        """All faces of the picture, held as the first face was."""
        self._searched_s = time_s
        if self._turns:
            faces = find_turned_faces(self._detector, picture, self._turns)
        else:
            look_round = self._turns is None and self._samples % _TURN_EVERY == 0
            faces = find_faces(self._detector, picture, try_turned=look_round)
        self._samples += 1
        if faces and self._turns is None:
            self._turns = faces[0].quarter_turns
        self.most_faces = max(self.most_faces, len(faces))
        return faces

    def _search_near(self, picture: NDArray[np.uint8], last: FaceBox) -> list[FaceBox]:
        reach = _NEIGHBOURHOOD * math.sqrt(last.width * last.height) / 2
        across, down = last.x + last.width / 2, last.y + last.height / 2
        left, top = max(0, round(across - reach)), max(0, round(down - reach))
        near = picture[top : max(0, round(down + reach)), left : max(0, round(across + reach))]
        if not near.size:
            return []
        small, scale = shrink(np.ascontiguousarray(near), _NEIGHBOURHOOD_PX)
        if self._turns:
            faces = find_turned_faces(self._detector, small, self._turns)
        else:
            faces = find_faces(self._detector, small, try_turned=False)
        return [_in_picture(face, scale, left, top) for face in faces]

    def _choose(
        self, time_s: float, faces: list[FaceBox], shape: tuple[int, ...]
    ) -> FaceBox | None:
        """The followed face among these, else after a while another one."""
        if self._last_of:
            box = self._same(faces)
            if box is not None or time_s - self._seen_s < _PATIENCE_S:
                return box
        if not faces:
            return None
        height, width = shape[:2]
        box = choose_face(faces, width, height)
        known = [index for index, last in enumerate(self._last_of) if _overlap(last, box) > 0]
        if known:
            self._current = max(known, key=lambda index: _overlap(self._last_of[index], box))
        else:
            self._current = len(self._last_of)
            self._last_of.append(box)
        return box

    def _same(self, faces: list[FaceBox]) -> FaceBox | None:
        last = self._last_of[self._current]
        best = max(faces, key=lambda face: _overlap(last, face), default=None)
        return best if best is not None and _overlap(last, best) >= _LEAST_OVERLAP else None


def _in_picture(face: FaceBox, scale: float, left: int, top: int) -> FaceBox:
    """A face found in a scaled cutting of a picture, in the pixels of that picture."""
    return replace(
        face,
        x=left + round(face.x / scale),
        y=top + round(face.y / scale),
        width=round(face.width / scale),
        height=round(face.height / scale),
    )


def _overlap(one: FaceBox, other: FaceBox) -> float:
    """Shared area over joint area, in [0, 1]."""
    width = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    height = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    shared = max(0, width) * max(0, height)
    joint = one.width * one.height + other.width * other.height - shared
    return shared / joint if joint else 0.0
