"""Somebody's own music on this machine: files, what their tags say, and what a scan found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from core.domain.errors import MoodmixError
from core.domain.music_reading import MusicReading
from core.domain.track import Track

SONG_TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".mp3": "audio/mpeg",
        ".m4a": "audio/mp4",
        ".aac": "audio/aac",
        ".ogg": "audio/ogg",
        ".oga": "audio/ogg",
        ".opus": "audio/ogg",
        ".flac": "audio/flac",
        ".wav": "audio/wav",
        ".aiff": "audio/aiff",
        ".aif": "audio/aiff",
        ".webm": "audio/webm",
        ".weba": "audio/webm",
        ".mka": "audio/x-matroska",
    }
)
"""Media types by the end of a name in lower case; other files are no songs: covers, lists."""


@dataclass(frozen=True, slots=True)
class SongFile:
    """A file as the folder shows it. modified_ns: since 1970, in nanoseconds."""

    path: Path
    size_bytes: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class LostPath:
    """A file or folder that cannot be used, and why."""

    path: Path
    error: MoodmixError


@dataclass(frozen=True, slots=True)
class SongTags:
    """What a file says about itself. genre: lower case; duration_s: None where it is not told."""

    title: str = ""
    artists: tuple[str, ...] = ()
    album: str | None = None
    year: int | None = None
    genre: str | None = None
    duration_s: float | None = None


@dataclass(frozen=True, slots=True)
class UnheardSong:
    """A file whose content nobody has listened to. content_hash: SHA-256, in hexadecimal."""

    path: Path
    content_hash: str


@dataclass(frozen=True, slots=True)
class HeardSong:
    """What came of listening."""

    tags: SongTags
    reading: MusicReading


@dataclass(frozen=True, slots=True)
class PlayableSong:
    """A song with the bytes of its file, to be sent. duration_s: None where it is not known.

    suffix: how the file's name ends, in lower case with its dot; a key of ``SONG_TYPES``.
    """

    track: Track
    data: bytes = field(repr=False)
    suffix: str
    duration_s: float | None


@dataclass(frozen=True, slots=True)
class Arrivals:
    """How many of the files a scan came across are new, and how many changed since the last one."""

    new: int
    changed: int


@dataclass(frozen=True, slots=True)
class Departures:
    """How many files are no longer where they were: elsewhere with the same content, or gone."""

    moved: int
    removed: int


@dataclass(frozen=True, slots=True)
class ScanReport:
    """What a scan did.

    found: songs in the folder; new: those not known at this place before, moved ones not counted;
    heard: different songs listened to, those that failed not counted.
    """

    found: int
    new: int
    changed: int
    moved: int
    removed: int
    heard: int


class ScanStage(StrEnum):
    """What a scan is doing."""

    FINDING = "finding"
    IDENTIFYING = "identifying"
    HEARING = "hearing"


@dataclass(frozen=True, slots=True)
class LibrarySize:
    """How much a library holds. songs: different ones; files: with copies; lost: cannot be used."""

    songs: int
    files: int
    lost: int
    duration_s: float
