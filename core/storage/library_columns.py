"""How the library's values look inside columns: paths, failures, readings, rows of songs."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from core.domain.affect import Affect
from core.domain.errors import ErrorCode, MoodmixError
from core.domain.music_reading import MusicReading
from core.domain.song_text import bare_title, match_title
from core.domain.track import OwnFile, RatedTrack, Track
from core.storage.columns import as_text, read_names

_READING = TypeAdapter(MusicReading)


def as_path(path: Path) -> bytes:
    """The bytes of a name, which need not be text."""
    return os.fsencode(path)


def read_path(column: bytes) -> Path:
    """The path ``as_path`` wrote."""
    return Path(os.fsdecode(column))


def below(place: Path) -> tuple[bytes, bytes, bytes]:
    """Parameters of ``path = ? OR path >= ? AND path < ?``: a file, or all that a folder holds."""
    name = as_path(place)
    inside = name.removesuffix(os.sep.encode()) + os.sep.encode()
    return name, inside, inside[:-1] + bytes([inside[-1] + 1])


def as_failure(error: MoodmixError) -> str:
    """Code and parameters as JSON."""
    params = {
        name: as_text(value) if isinstance(value, str) else value
        for name, value in error.params.items()
    }
    return json.dumps({"code": error.code, "params": params})


def read_failure(column: str) -> MoodmixError:
    """The failure ``as_failure`` wrote."""
    stored = json.loads(column)
    return MoodmixError(ErrorCode(stored["code"]), **stored["params"])


def as_reading(reading: MusicReading) -> str:
    """Everything that was heard, as JSON."""
    return _READING.dump_json(reading).decode()


def read_reading(column: str) -> MusicReading:
    """The reading ``as_reading`` wrote."""
    return _READING.validate_json(column)


def title_columns(title: str) -> tuple[str, str]:
    """The two keys a song is found by, so that any of ``title_keys`` is one of them."""
    kept = as_text(title)
    return match_title(kept), bare_title(kept)


def read_song(row: tuple[Any, ...]) -> RatedTrack:
    """number, title, artists, year, genre, valence, arousal and the path of one of its files."""
    number, title, artists, year, genre, valence, arousal, path = row
    track = Track(
        title,
        read_names(artists),
        year=year,
        genre=genre,
        file=OwnFile(number, read_path(path)),
    )
    return RatedTrack(track, Affect(valence, arousal))
