"""Titles of web pages as the words of a song."""

from __future__ import annotations

import re

from pydantic import BaseModel, ValidationError

from core.domain.errors import SongError
from core.domain.song_words import read_words
from core.domain.track import Service, TrackWords
from core.providers.track_parts import tidy_name


class _Page(BaseModel):
    title: str
    author_name: str | None = None


def parse_page(answer: object, service: Service) -> TrackWords | None:
    """The song a page is called after; None where the answer names none.

    Spotify tells the title alone. On YouTube a channel "… - Topic" or "…VEVO" is the artist's own;
    SoundCloud and Tidal write "title by artist".
    """
    try:
        page = _Page.model_validate(answer)
        title, author = tidy_name(page.title), tidy_name(page.author_name or "")
        if service is Service.SPOTIFY:
            return _with_artist(title, None)
        if service is Service.SOUNDCLOUD:
            return _title_by_artist(title, author)
        if service is Service.TIDAL:
            return _title_by_artist(title.removesuffix(" on TIDAL"), author)
        return _youtube(title, author)
    except (ValidationError, SongError):
        return None


def _youtube(title: str, channel: str) -> TrackWords:
    if channel.endswith(" - Topic"):
        return _with_artist(title, channel.removesuffix(" - Topic"))
    words = read_words(title)
    if words.artist or not channel:
        return words
    artist = re.sub(r"\s*(?:VEVO|Official)$", "", channel, flags=re.IGNORECASE)
    if artist == channel:
        # Anybody's channel: perhaps the artist's, so the title alone stays what is searched for.
        return TrackWords(words.title, channel, words.text)
    return _with_artist(title, re.sub(r"(?<=[a-z])(?=[A-Z])", " ", artist))


def _title_by_artist(title: str, author: str) -> TrackWords:
    bare = title.removesuffix(f" by {author}") if author else title
    words = read_words(bare)
    return words if words.artist else _with_artist(bare, author or None)


def _with_artist(title: str, artist: str | None) -> TrackWords:
    line = read_words(title).text
    return TrackWords(line, artist, f"{artist} - {line}" if artist else line)
