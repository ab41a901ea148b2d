"""What a person means by a line of text: a link to a track, a short link, or a song in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.domain.errors import ErrorCode, SongError
from core.domain.song_links import is_known_host, read_link, read_spotify_uri
from core.domain.song_words import clean_text, read_words
from core.domain.track import ShortLink, SongQuery

SONG_TEXT_LIMIT = 500
"""Longest text, in characters, that is looked at."""

_LINK_ENDS = r"\s<>\"“”«»„|`\[\]"
_TOKEN = re.compile(rf"[^{_LINK_ENDS}]+")
_WITH_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://.*", re.IGNORECASE)
_SPOTIFY_URI = re.compile(r"spotify(?::[\w.%-]+)+", re.IGNORECASE)
_BARE_ADDRESS = re.compile(
    r"(?:[^\s/@]*@)?(?P<host>(?:[\w-]+\.)+(?P<top>[a-z]{2,10}))(?::\d*)?(?P<rest>[/?#\\].*)?",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?…)}'\u2018\u2019*~>"
_LEADING = "({'\u2018\u2019*~"

_TOP_LEVELS = frozenset(
    {
        *("app", "com", "info", "link", "net", "org", "page", "site", "xyz"),
        *("be", "br", "ca", "co", "de", "es", "eu", "fi", "fm", "fr", "gl", "in", "io", "it", "jp"),
        *("ly", "me", "mx", "nl", "pl", "pt", "ru", "se", "to", "tv", "uk", "us"),
    }
)
"""Top levels that make ``name.top/path`` a link even without https://; others are words."""


def read_song(text: str) -> SongQuery | ShortLink:
    """Read a link out of free text, or else the text itself as a song's name.

    A link to anywhere else is never searched for as text. Raises SongError: SONG_EMPTY,
    SONG_TOO_LONG, LINK_UNSUPPORTED, or the code that says what a link leads to.
    """
    if len(text) > SONG_TEXT_LIMIT:
        raise SongError(ErrorCode.SONG_TOO_LONG)
    line = clean_text(text)
    refused: SongError | None = None
    for link in _links_in(line):
        try:
            return read_spotify_uri(link) if _SPOTIFY_URI.fullmatch(link) else read_link(link)
        except SongError as error:
            refused = refused or error
    if refused:
        raise refused
    return read_words(line)


def _links_in(line: str) -> Iterator[str]:
    """Every link of a line with its scheme, in order, without the punctuation round it."""
    for token in _TOKEN.findall(line):
        link = token.lstrip(_LEADING).rstrip(_TRAILING)
        with_scheme = _WITH_SCHEME.search(link)
        if with_scheme:
            yield with_scheme.group()
        elif _SPOTIFY_URI.fullmatch(link):
            yield link
        elif _is_bare_address(link):
            yield f"https://{link}"


def _is_bare_address(link: str) -> bool:
    match = _BARE_ADDRESS.fullmatch(link)
    if match is None:
        return False
    if is_known_host(match["host"]) or match["host"].lower().startswith("www."):
        return True
    return match["top"].lower() in _TOP_LEVELS and match["rest"] is not None
