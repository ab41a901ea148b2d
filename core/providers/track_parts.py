"""Parts of a track as services write them, cleaned before they become ours."""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.domain.affect import Affect
from core.domain.song_words import clean_text

NAME_LIMIT = 300
"""Longest title or name, in characters, taken from a service."""

ARTIST_LIMIT = 20


def tidy_name(name: str) -> str:
    """A title or name in one visible line of bounded length; may be empty."""
    return clean_text(name[: 2 * NAME_LIMIT])[:NAME_LIMIT].strip()


def tidy_artists(names: Iterable[str]) -> tuple[str, ...]:
    """Names in order, each once, none empty."""
    tidy = (tidy_name(name) for name in names)
    return tuple(dict.fromkeys(name for name in tidy if name))[:ARTIST_LIMIT]


def tidy_isrc(isrc: str | None) -> str | None:
    """The recording code in capitals without hyphens; None where it is none (ISO 3901)."""
    code = (isrc or "").replace("-", "").strip().upper()
    return code if re.fullmatch(r"[A-Z]{2}[A-Z0-9]{3}[0-9]{7}", code) else None


def year_of(date: str | None) -> int | None:
    """The year of a date that starts with it; None for anything else, "0000-00-00" included."""
    match = re.match(r"(19|20)[0-9]{2}(?![0-9])", date or "")
    return int(match.group()) if match else None


def web_address(url: str | None) -> str | None:
    """The address where it is one, None for an empty or other text."""
    return url if url and re.match(r"https?://[^\s/]", url) else None


def affect_from_features(valence: float, energy: float) -> Affect | None:
    """Audio features in [0, 1] on the circumplex: valence as it is, energy for arousal.

    None where a number lies outside its range.
    """
    if not (0.0 <= valence <= 1.0 and 0.0 <= energy <= 1.0):
        return None
    return Affect(2.0 * valence - 1.0, 2.0 * energy - 1.0)
