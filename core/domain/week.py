"""A week of somebody's moods and music, and how it compares with the week before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from core.domain.affect import Affect
from core.domain.emotion import Emotion
from core.domain.mix import Verdict
from core.domain.mood import MoodPoint
from core.domain.personal_data import PersonalData, StoredTrack

DAYS = 7


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days, the last of them ``last`` (UTC).

    moods: of these days, oldest first; before: the mean mood of the seven days before, None where
    none was noted; lists_made: how many lists were made; liked: the tracks of them that were liked,
    the latest first, each once. Raises ValueError for a mood of another day.
    """

    last: date
    moods: tuple[MoodPoint, ...]
    before: Affect | None
    lists_made: int
    liked: tuple[StoredTrack, ...]

    def __post_init__(self) -> None:
        if not all(self.first <= mood.at.date() <= self.last for mood in self.moods):
            raise ValueError("a mood lies outside its week")

    @classmethod
    def of(cls, data: PersonalData, last: date) -> Week:
        """The week that ends on this day, out of all that is stored about somebody."""
        began, began_before = last - timedelta(DAYS - 1), last - timedelta(2 * DAYS - 1)
        before = [mood for mood in data.moods if began_before <= mood.at.date() < began]
        mixes = [mix for mix in data.mixes if began <= mix.made_at.date() <= last]
        liked = [
            track for mix in reversed(mixes) for track in mix.tracks if track.verdict is Verdict.UP
        ]
        return cls(
            last=last,
            moods=tuple(mood for mood in data.moods if began <= mood.at.date() <= last),
            before=mean_mood(before),
            lists_made=len(mixes),
            liked=tuple(dict.fromkeys(liked)),
        )

    @property
    def first(self) -> date:
        """The first of the seven days."""
        return self.last - timedelta(DAYS - 1)

    @property
    def days(self) -> tuple[tuple[MoodPoint, ...], ...]:
        """The moods of each of the seven days, which may be none."""
        return tuple(
            tuple(mood for mood in self.moods if mood.at.date() == self.first + timedelta(day))
            for day in range(DAYS)
        )

    @property
    def mean(self) -> Affect | None:
        """The mean of all moods of the week."""
        return mean_mood(self.moods)

    @property
    def most_frequent(self) -> Emotion | None:
        """The mood that was noted most often."""
        return most_frequent(self.moods)


def mean_mood(moods: Sequence[MoodPoint]) -> Affect | None:
    """The mean point of moods; None of none."""
    if not moods:
        return None
    return Affect.clipped(
        fmean(mood.affect.valence for mood in moods), fmean(mood.affect.arousal for mood in moods)
    )


def most_frequent(moods: Sequence[MoodPoint]) -> Emotion | None:
    """The mood that was noted most often, of several the one noted last; None of none."""
    counts = Counter(mood.label for mood in moods)
    most = max(counts.values(), default=0)
    return next((mood.label for mood in reversed(moods) if counts[mood.label] == most), None)
