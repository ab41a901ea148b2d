"""What a reason is about: the name, genre, decade, language or trait that it goes back to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from core.domain.mix import ReasonKind
from core.domain.song_text import match_artist
from core.domain.track import RatedTrack, Track
from core.services.ranking.order import Order
from core.services.ranking.plan import Tastes
from core.services.traits import genre_family


def detail_of(kind: ReasonKind, rated: RatedTrack, order: Order, tastes: Tastes) -> str:
    """The detail of a reason of that kind which a track has; see Reason."""
    tell = _DETAILS.get(kind)
    return tell(rated, order, tastes) if tell else ""


def _genre(rated: RatedTrack, _order: Order, tastes: Tastes) -> str:
    """The genre, or the family of genres, that both have."""
    genre = rated.track.genre or ""
    return genre if genre == tastes.seed.genre else genre_family(genre)


def _decade(rated: RatedTrack, _order: Order, _tastes: Tastes) -> str:
    return str((rated.track.year or 0) // 10 * 10)


def _wish(rated: RatedTrack, order: Order, tastes: Tastes) -> str:
    """The artist that was asked for, else the song to have more of."""
    name = _shared_name(rated.track, tastes.wished_artists(order))
    return name or next((song.title for song in order.wishes.like), "")


def _trait(rated: RatedTrack, order: Order, _tastes: Tastes) -> str:
    """The trait that did most for what was learned of the track in all, be it good or bad."""
    parts = order.preference.parts(rated, order.target)
    telling = (max if sum(parts.values()) > 0 else min)(parts, key=parts.__getitem__)
    return f"{telling.kind}:{telling.value}"


def _shared_name(track: Track, artists: frozenset[str]) -> str:
    return next((name for name in track.artists if match_artist(name) in artists), "")


_DETAILS: Mapping[ReasonKind, Callable[[RatedTrack, Order, Tastes], str]] = MappingProxyType(
    {
        ReasonKind.ARTIST: lambda rated, _, tastes: _shared_name(rated.track, tastes.seed.artists),
        ReasonKind.GENRE: _genre,
        ReasonKind.ERA: _decade,
        ReasonKind.LANGUAGE: lambda rated, _, __: rated.track.language or "",
        ReasonKind.WISH: _wish,
        ReasonKind.CONTEXT: lambda _, order, __: ", ".join(order.wishes.contexts),
        ReasonKind.LEARNED: _trait,
    }
)
