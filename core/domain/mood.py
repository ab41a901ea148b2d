"""What somebody felt, moment by moment: the points of a diary and of one listening session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from core.domain.affect import Affect
from core.domain.emotion import EMOTION_AFFECT, Emotion
from core.domain.face_reading import FaceReading


@dataclass(frozen=True, slots=True)
class MoodPoint:
    """A mood at a moment (UTC).

    label: the expression that was read or told, the nearest one where a point was chosen; told: it
    is the person's own word; read_as: what the network had said where the person said otherwise;
    sure: False where the network abstained.
    """

    at: datetime
    label: Emotion
    affect: Affect
    told: bool = False
    read_as: Emotion | None = None
    sure: bool = True

    @classmethod
    def of(cls, face: FaceReading, at: datetime, read_as: Emotion | None = None) -> Self:
        """The mood of a face, or one that was told."""
        label = face.emotion.label
        return cls(at, label, face.affect, face.told, read_as, sure=face.sure)

    @property
    def is_placed(self) -> bool:
        """Whether the person put themselves on the plane, where no expression says it all."""
        return self.told and self.affect != EMOTION_AFFECT[self.label]


@dataclass(frozen=True, slots=True)
class MoodCourse:
    """How a mood moved while somebody listened, oldest first; ValueError for fewer than two."""

    points: tuple[MoodPoint, ...]

    def __post_init__(self) -> None:
        if len(self.points) < len(("before", "after")):
            raise ValueError("a course has a beginning and an end")

    @property
    def began(self) -> MoodPoint:
        """Where the session began."""
        return self.points[0]

    @property
    def before(self) -> MoodPoint:
        """The mood before the last list."""
        return self.points[-2]

    @property
    def now(self) -> MoodPoint:
        """The latest mood."""
        return self.points[-1]
