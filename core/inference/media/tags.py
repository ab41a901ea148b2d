"""What a song file on disk says about itself: ID3, MP4, Vorbis and the like, by mutagen."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mutagen

from core.domain.library import SongTags

_LONGEST = 200
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_FRAMES = {
    "title": "TIT2",
    "artist": "TPE1",
    "albumartist": "TPE2",
    "album": "TALB",
    "genre": "TCON",
    "date": "TDRC",
}
"""ID3 frames by the names of other formats, for WAV and AIFF, where mutagen has no common names."""

_MALFORMED = (mutagen.MutagenError, ValueError, LookupError, EOFError, struct.error)
"""mutagen promises its own error only, but damaged files bring others out of it."""


def read_tags(path: Path) -> SongTags:
    """The tags of a file; empty, the title too, where it has none or none that can be read."""
    try:
        file = mutagen.File(path, easy=True)
        if file is None:
            return SongTags()
        tags = file.tags if file.tags is not None else {}
        artists = (*_values(tags, "artist"),) or (*_values(tags, "albumartist"),)
        return SongTags(
            title=next(_values(tags, "title"), ""),
            artists=tuple(dict.fromkeys(artists)),
            album=next(_values(tags, "album"), None),
            year=next((int(year) for year in _YEAR.findall(" ".join(_values(tags, "date")))), None),
            genre=next((genre.lower() for genre in _values(tags, "genre")), None),
            duration_s=_duration_s(file.info),
        )
    except _MALFORMED:
        return SongTags()


def _values(tags: Any, name: str) -> Iterator[str]:
    """Printable texts under a name; several in one are told apart by semicolons."""
    found = tags.get(name) or getattr(tags.get(_FRAMES[name]), "text", ())
    for value in found:
        for text in str(value).split(";"):
            printable = "".join(c if c.isprintable() else " " for c in text)
            short = " ".join(printable.split())[:_LONGEST].strip()
            if short:
                yield short


def _duration_s(info: Any) -> float | None:
    length_s = float(getattr(info, "length", 0.0))
    return length_s if length_s > 0 else None
