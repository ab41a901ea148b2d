"""The answer: a mood, a song, an intent, and a short list with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.domain.affect import Affect
from core.domain.face_reading import FaceReading
from core.domain.intent import IntentDecision
from core.domain.track import RatedTrack, SeedTrack, Track

MIX_LENGTH = 5

WHOLE_MIX = 0
"""The position that stands for a mix as a whole; its tracks count from 1."""


class ReasonKind(StrEnum):
    """What spoke for a track; presenters turn it into words."""

    MOOD = "mood"
    ARTIST = "artist"
    GENRE = "genre"
    ERA = "era"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a track's score. detail: the shared artist, genre, decade or language."""

    kind: ReasonKind
    contribution: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A track with its score and the reasons for it, largest contribution first."""

    rated: RatedTrack
    score: float
    reasons: tuple[Reason, ...]

    @property
    def track(self) -> Track:
        """The song itself."""
        return self.rated.track


@dataclass(frozen=True, slots=True)
class Mix:
    """One complete answer. timings_ms: wall time per stage, in milliseconds."""

    face: FaceReading
    seed: SeedTrack
    decision: IntentDecision
    target: Affect
    recommendations: tuple[Recommendation, ...]
    timings_ms: Mapping[str, float]


class Verdict(StrEnum):
    """What a person thinks of a recommendation."""

    UP = "up"
    DOWN = "down"
