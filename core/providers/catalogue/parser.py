"""Catalogue files: CSV lines to rated songs, every line checked."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO

from core.domain.affect import Affect
from core.domain.song_text import match_key
from core.domain.track import RatedTrack, Track
from core.domain.track_links import search_links

COLUMNS = ("title", "artists", "year", "genre", "language", "valence", "arousal")
ARTIST_SEPARATOR = "; "
INSTRUMENTAL = "zxx"
"""ISO 639-2's code for "no linguistic content"; such a song has no language to share."""

FIRST_YEAR, LAST_YEAR = 1900, 2100

_LANGUAGE = re.compile(r"[a-z]{2}")


def parse_catalogue(text: str) -> tuple[RatedTrack, ...]:
    """Every song of a catalogue file, in the file's order.

    Raises ValueError with the line number for the first line that is no song or repeats one.
    """
    lines = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        return tuple(_songs(lines))
    except (ValueError, csv.Error) as error:
        raise ValueError(f"line {lines.line_num}: {error}") from error


def _songs(lines: Iterator[list[str]]) -> Iterator[RatedTrack]:
    if tuple(next(lines, ())) != COLUMNS:
        raise ValueError(f"the columns must be {','.join(COLUMNS)}")
    seen: set[tuple[str, str]] = set()
    for fields in lines:
        rated = _rated_track(fields)
        key = match_key(rated.track)
        if key in seen:
            raise ValueError(f"{rated.track.title!r} by {rated.track.artist!r} stands twice")
        seen.add(key)
        yield rated


def _rated_track(fields: list[str]) -> RatedTrack:
    if len(fields) != len(COLUMNS):
        raise ValueError(f"{len(COLUMNS)} fields are needed, not {len(fields)}")
    title, credit, year, genre, language, valence, arousal = fields
    artists = tuple(credit.split(ARTIST_SEPARATOR))
    for text in (title, *artists, genre):
        if not text or text != text.strip():
            raise ValueError(f"empty or padded text {text!r}")
    if genre != genre.lower():
        raise ValueError(f"genre {genre!r} must be lower case")
    affect = Affect(float(valence), float(arousal))
    track = Track(
        title=title,
        artists=artists,
        year=_year(year),
        genre=genre,
        language=_language(language),
    )
    return RatedTrack(replace(track, links=search_links(track)), affect)


def _year(text: str) -> int | None:
    """The year, None for works older than recorded music or of unsure date."""
    if not text:
        return None
    year = int(text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"year {year} is out of range")
    return year


def _language(code: str) -> str | None:
    if code == INSTRUMENTAL:
        return None
    if not _LANGUAGE.fullmatch(code):
        raise ValueError(f"language {code!r} must be ISO 639-1 or {INSTRUMENTAL}")
    return code
