"""What the JSON forms of stored things have in common."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Self

from pydantic import AwareDatetime, BaseModel, ConfigDict

from core.domain.affect import Affect
from core.domain.emotion import Emotion
from core.domain.mood import MoodPoint
from core.storage.columns import as_text


class Stored(BaseModel):
    """Nothing is guessed on reading, and what a later version added is ignored."""

    model_config = ConfigDict(strict=True, extra="ignore", allow_inf_nan=False)


class StoredMood(Stored):
    """A point of a diary or of a course."""

    at: AwareDatetime
    label: Emotion
    valence: float
    arousal: float
    told: bool = False
    read_as: Emotion | None = None
    sure: bool = True

    @classmethod
    def of(cls, mood: MoodPoint) -> Self:
        """As it is stored."""
        return cls(
            at=mood.at,
            label=mood.label,
            valence=float(mood.affect.valence),
            arousal=float(mood.affect.arousal),
            told=mood.told,
            read_as=mood.read_as,
            sure=mood.sure,
        )

    def read(self) -> MoodPoint:
        """As it was; raises ValueError where the point lies outside the plane."""
        return MoodPoint(
            utc(self.at),
            self.label,
            Affect(self.valence, self.arousal),
            told=self.told,
            read_as=self.read_as,
            sure=self.sure,
        )


class StoredName(Stored):
    """A song by its name alone."""

    title: str
    artists: tuple[str, ...]


def utc(moment: datetime) -> datetime:
    """The same moment in UTC."""
    return moment.astimezone(UTC)


def as_optional_text(text: str | None) -> str | None:
    """Text that has a UTF-8 form, if any."""
    return None if text is None else as_text(text)
