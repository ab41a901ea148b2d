"""A mix as Telegram's HTML, within Telegram's limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from bot.presenters.answer import MixText, TrackText
from bot.presenters.language import digits
from bot.presenters.library import heading
from core.domain.track import Service, Track
from core.domain.track_links import search_links

CAPTION_LIMIT = 1024
"""Longest caption after entities are parsed, counted here in UTF-16 units to be safe."""

_HEADING_LIMIT = 160
_SENTENCE_LIMIT = 300
_SONG_LIMIT = 400
"""Titles come from strangers' files and services: five of these fit a message in any case."""


@dataclass(frozen=True, slots=True)
class RenderedMix:
    """caption: what stands under the card; message: the list, where the caption cannot hold it.

    Both are HTML; ``whole`` is everything in one text message, for an answer without a card.
    """

    caption: str
    message: str | None
    whole: str


@dataclass(frozen=True, slots=True)
class _Rich:
    """Text as people see it, and as HTML."""

    plain: str
    html: str

    @property
    def length(self) -> int:
        return len(self.plain.encode("utf-16-le")) // 2


def render_mix(text: MixText) -> RenderedMix:
    """Lay out an answer: the sentences, then each track with its links and its reason."""
    song = [_plain(_clip(text.song, _SONG_LIMIT))] if text.song else []
    told = _joined(
        "\n",
        _bold(_clip(text.face, _SENTENCE_LIMIT)),
        *song,
        _plain(_clip(text.intent, _SENTENCE_LIMIT)),
    )
    tracks = _joined("\n\n", *(_track(track) for track in text.tracks))
    whole = _joined("\n\n", told, tracks)
    if whole.length <= CAPTION_LIMIT:
        return RenderedMix(whole.html, None, whole.html)
    return RenderedMix(told.html, tracks.html, whole.html)


def render_shared(words: str, told: str, songs: Sequence[Track], bot_name: str) -> str:
    """A list for people who did not ask for it, as HTML: its songs, and whom to ask for one.

    told: a sentence about the mood, "" for none.
    """
    lines = [_shared_song(number, song) for number, song in enumerate(songs, start=1)]
    first = _bold(_clip(words, _SENTENCE_LIMIT))
    about = _joined("\n", first, _plain(told)) if told else first
    return _joined("\n\n", about, _joined("\n", *lines), _plain(f"@{bot_name}")).html


def _shared_song(number: int, song: Track) -> _Rich:
    link = _link(_clip(heading(song), _HEADING_LIMIT), search_links(song)[Service.YOUTUBE])
    return _joined(" ", _plain(f"{digits(number)}."), link)


def _track(track: TrackText) -> _Rich:
    first = _joined(
        " ", _plain(f"{digits(track.position)}."), _bold(_clip(track.heading, _HEADING_LIMIT))
    )
    lines = [first, _italic(_clip(track.reason, _SENTENCE_LIMIT))]
    links = [
        _link(name, url) for name, url in track.links if url.startswith(("https://", "http://"))
    ]
    if links:
        lines.append(_joined(" · ", *links))
    return _joined("\n", *lines)


def _clip(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _plain(text: str) -> _Rich:
    return _Rich(text, escape(text))


def _bold(text: str) -> _Rich:
    return _Rich(text, f"<b>{escape(text)}</b>")


def _italic(text: str) -> _Rich:
    return _Rich(text, f"<i>{escape(text)}</i>")


def _link(words: str, url: str) -> _Rich:
    return _Rich(words, f'<a href="{escape(url)}">{escape(words)}</a>')


def _joined(between: str, *parts: _Rich) -> _Rich:
    return _Rich(
        between.join(part.plain for part in parts), between.join(part.html for part in parts)
    )
