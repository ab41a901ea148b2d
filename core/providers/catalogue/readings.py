"""How words that name a song can be split into its title and its artist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.domain.track import TrackWords

MAX_WORDS = 14
"""Longer lines without a dash are not searched for an artist between their words."""

_DASH = re.compile(r"\s+[-\u2212\u2012–—―|]+\s+|\s*[–—―]+\s*")


def readings(query: TrackWords) -> Iterator[tuple[str, str]]:
    """Every way to split the words, as title and artist, the likeliest first."""
    yield from parted(query)
    yield from cut(query)


def parted(query: TrackWords) -> Iterator[tuple[str, str]]:
    """The ways in which somebody has set title and artist apart."""
    if query.artist is not None:
        yield query.title, query.artist
        yield query.artist, query.title
    for line in dict.fromkeys((query.title, query.text)):
        dashes = list(_DASH.finditer(line))
        for dash in dashes[:2]:
            left, right = line[: dash.start()], line[dash.end() :]
            if left.strip() and right.strip():
                yield right, left
                yield left, right


def cut(query: TrackWords) -> Iterator[tuple[str, str]]:
    """The ways to cut a line between two words, where nobody has told the artist."""
    if query.artist is None:
        words = query.title.split()
        if len(words) <= MAX_WORDS:
            for place in range(1, len(words)):
                left, right = " ".join(words[:place]), " ".join(words[place:])
                yield right, left
                yield left, right.removeprefix("by ")
