"""What is heard in a piece of music: its emotion, how that moves, and what it sounds like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.domain.affect import Affect


class MusicMood(StrEnum):
    """Eight emotions of music round the circumplex, counterclockwise from the right.

    Hassanaliaragh and Givehchian, "Emotion-Driven Song Recommendation System: Harmonizing Audio and
    Facial Expressions".
    """

    HAPPY = "happy"
    EXCITED = "excited"
    TENSE = "tense"
    FRUSTRATED = "frustrated"
    DEPRESSED = "depressed"
    TIRED = "tired"
    CALM = "calm"
    CONTENT = "content"


class Mode(StrEnum):
    """Of a key."""

    MAJOR = "major"
    MINOR = "minor"


@dataclass(frozen=True, slots=True)
class Key:
    """tonic: 0 for C to 11 for B; confidence: [0, 1]."""

    tonic: int
    mode: Mode
    confidence: float


@dataclass(frozen=True, slots=True)
class Sound:
    """What a musician would say about a recording; None where it cannot be told.

    tempo_bpm: beats a minute; loudness_db: over full scale, at most 0; energy: [0, 1]; low_hz and
    high_hz: the range of the pitches heard; brightness_hz: the centre of the spectrum.
    """

    tempo_bpm: float | None
    key: Key | None
    loudness_db: float
    energy: float
    low_hz: float | None
    high_hz: float | None
    brightness_hz: float


@dataclass(frozen=True, slots=True)
class SongMoment:
    """How the music feels from time_s (seconds from the start of the file) on."""

    time_s: float
    affect: Affect


@dataclass(frozen=True, slots=True)
class MusicReading:
    """affect: over everything heard; spread: standard deviation of valence and of arousal that the
    network expects of its own error; moods: shares that sum to 1; moments: in order of time.
    """  # noqa: D205 - one sentence

    affect: Affect
    spread: tuple[float, float]
    moods: Mapping[MusicMood, float]
    sound: Sound
    moments: tuple[SongMoment, ...]
