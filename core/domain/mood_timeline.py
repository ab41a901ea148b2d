"""How the emotion of a face went over a video."""

from __future__ import annotations

from dataclasses import dataclass

from core.domain.emotion import EmotionEstimate


@dataclass(frozen=True, slots=True)
class Moment:
    """The smoothed emotion at one time of a video, in seconds from its start."""

    time_s: float
    emotion: EmotionEstimate


@dataclass(frozen=True, slots=True)
class MoodTimeline:
    """Moments in order of time; raises ValueError when there is none or they are out of order."""

    moments: tuple[Moment, ...]

    def __post_init__(self) -> None:
        times = [moment.time_s for moment in self.moments]
        if not times or times != sorted(times):
            raise ValueError("a timeline needs moments in order of time")
