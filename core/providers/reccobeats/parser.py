"""ReccoBeats' answers, matched by the Spotify address each entry carries and never by position."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pydantic import BaseModel, ValidationError

from core.domain.affect import Affect
from core.domain.track import Track
from core.domain.track_links import spotify_link, with_link
from core.providers.track_parts import affect_from_features, tidy_artists, tidy_isrc, tidy_name


class _Artist(BaseModel):
    name: str = ""


class _Named(BaseModel):
    href: str
    trackTitle: str  # noqa: N815 - ReccoBeats' own name
    artists: list[_Artist] = []
    isrc: str | None = None


class _Features(BaseModel):
    href: str
    valence: float
    energy: float


class _Content(BaseModel):
    content: list[object]


def parse_tracks(answer: object) -> tuple[Track, ...]:
    """Every track with a Spotify address, in order; anything else is left out."""
    return tuple(track for track in map(_track, _entries(answer)) if track)


def parse_affects(answer: object) -> Mapping[str, Affect]:
    """The point of each track, valence and energy for arousal, by its Spotify id."""
    points: dict[str, Affect] = {}
    for entry in _entries(answer):
        try:
            raw = _Features.model_validate(entry)
        except ValidationError:
            continue
        affect = affect_from_features(raw.valence, raw.energy)
        spotify_id = _spotify_id(raw.href)
        if affect and spotify_id:
            points[spotify_id] = affect
    return points


def _track(entry: object) -> Track | None:
    try:
        raw = _Named.model_validate(entry)
    except ValidationError:
        return None
    title, spotify_id = tidy_name(raw.trackTitle), _spotify_id(raw.href)
    if not title or not spotify_id:
        return None
    artists = tidy_artists(artist.name for artist in raw.artists)
    return with_link(Track(title, artists, isrc=tidy_isrc(raw.isrc)), spotify_link(spotify_id))


def _entries(answer: object) -> list[object]:
    try:
        return _Content.model_validate(answer).content
    except ValidationError:
        return []


def _spotify_id(href: str) -> str | None:
    last = href.rstrip("/").rsplit("/", 1)[-1]
    return last if re.fullmatch(r"[A-Za-z0-9]{22}", last) else None
