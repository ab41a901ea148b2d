"""Whether the emotion of a piece of music clearly moves, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from core.domain.affect import Affect
from core.domain.intent import BRIGHTER_STEP
from core.domain.music_reading import SongMoment

_FEWEST_MOMENTS = 2
"""In each part: one alone may be an outlier of the network."""

_ABOVE_SCATTER = 2.0
"""A step is clear where it is so many times the deviation inside the two parts."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A piece of music feels like ``before`` up to time_s (seconds), then like ``after``.

    brighter and more_energetic: 1 or -1 where the step up or down is clear on that axis, else 0.
    """

    time_s: float
    before: Affect
    after: Affect
    brighter: int
    more_energetic: int


def find_turn(moments: Sequence[SongMoment]) -> Turn | None:
    """The turn between the two parts that differ most; None where they do not differ clearly.

    Clear is a step large enough to call one song brighter or more energetic than another
    (``BRIGHTER_STEP``), and twice as large as what the moments scatter inside the parts.
    """
    places = range(_FEWEST_MOMENTS, len(moments) - _FEWEST_MOMENTS + 1)
    if not places:
        return None
    affects = [moment.affect for moment in moments]

    def step_at(place: int) -> float:
        return _mean(affects[:place]).distance(_mean(affects[place:]))

    place = max(places, key=step_at)
    before, after = affects[:place], affects[place:]
    brighter, more_energetic = (
        _clear_sign([getattr(a, axis) for a in before], [getattr(a, axis) for a in after])
        for axis in ("valence", "arousal")
    )
    if not (brighter or more_energetic):
        return None
    return Turn(moments[place].time_s, _mean(before), _mean(after), brighter, more_energetic)


def _clear_sign(before: Sequence[float], after: Sequence[float]) -> int:
    step = fmean(after) - fmean(before)
    squares = [(value - fmean(part)) ** 2 for part in (before, after) for value in part]
    if abs(step) < max(BRIGHTER_STEP, _ABOVE_SCATTER * fmean(squares) ** 0.5):
        return 0
    return 1 if step > 0 else -1


def _mean(affects: Sequence[Affect]) -> Affect:
    return Affect.clipped(fmean(a.valence for a in affects), fmean(a.arousal for a in affects))
