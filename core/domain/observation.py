"""What a live look at somebody's face tells, still by still, while it goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.domain.emotion import Emotion, EmotionEstimate


@dataclass(frozen=True, slots=True)
class FacePlace:
    """Where a face is, in shares of the picture's width and height from its top left corner.

    It may reach beyond the picture.
    """

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What one still told, and what all of them have come to.

    place, emotion: of the face in this still, None where none could be seen; seconds: how long each
    emotion has shown so far, as a film's timeline counts them.
    """

    place: FacePlace | None
    emotion: EmotionEstimate | None
    seconds: Mapping[Emotion, float]
