"""What a running moodmix tells its operator about itself: counts and times, nothing personal."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from core.domain.emotion import Emotion
from core.domain.mix import Verdict


class Stage(StrEnum):
    """A part of the way from what was sent to the answer."""

    FACE = "face"
    SONG = "song"
    CANDIDATES = "candidates"
    RANKING = "ranking"
    CARD = "card"


class SourceFailure(StrEnum):
    """Why a music service gave no answer."""

    ASKED_TO_WAIT = "asked_to_wait"  # status 429, or in the service's own way
    SERVER_ERROR = "server_error"  # status 5xx
    REFUSED = "refused"  # our keys
    UNREACHABLE = "unreachable"
    TOO_SLOW = "too_slow"
    TOO_LARGE = "too_large"
    BROKEN = "broken"


class Telemetry(Protocol):
    """Takes note of what happened, in any thread; never raises and never waits."""

    def took(self, stage: Stage, duration_s: float) -> None:
        """A stage came to its end, well or not."""
        ...

    def source_failed(self, address: str, failure: SourceFailure) -> None:
        """A music service gave no answer.

        address: what was asked for; only whose it is may be kept, as it holds what people wrote.
        """
        ...

    def rated(self, verdict: Verdict | None) -> None:
        """Somebody judged a track or a mix, or took that back (None)."""
        ...

    def mood_corrected(self, read: Emotion, told: Emotion) -> None:
        """Somebody said what they feel, after ``read`` was read in their face."""
        ...


class NoTelemetry:
    """Where nobody watches, as on the command line."""

    def took(self, stage: Stage, duration_s: float) -> None:
        """Nothing."""

    def source_failed(self, address: str, failure: SourceFailure) -> None:
        """Nothing."""

    def rated(self, verdict: Verdict | None) -> None:
        """Nothing."""

    def mood_corrected(self, read: Emotion, told: Emotion) -> None:
        """Nothing."""


NO_TELEMETRY = NoTelemetry()
