"""ReccoBeats' answers, matched by the Spotify address each entry carries and never by position."""

from __future__ import annotations

from pydantic import BaseModel, ValidationError

from core.domain.affect import Affect
from core.domain.track import Service, Track
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


def parse_track(answer: object, spotify_id: str) -> Track | None:
    """The track with this Spotify id, None where it is not among the entries."""
    for entry in _entries(answer):
        try:
            raw = _Named.model_validate(entry)
        except ValidationError:
            continue
        title = tidy_name(raw.trackTitle)
        if title and _is_address_of(raw.href, spotify_id):
            return Track(
                title=title,
                artists=tidy_artists(artist.name for artist in raw.artists),
                isrc=tidy_isrc(raw.isrc),
                ids={Service.SPOTIFY: spotify_id},
                links={Service.SPOTIFY: f"https://open.spotify.com/track/{spotify_id}"},
            )
    return None


def parse_affect(answer: object, spotify_id: str) -> Affect | None:
    """The point of the track with this Spotify id, None where it is not among the entries."""
    for entry in _entries(answer):
        try:
            raw = _Features.model_validate(entry)
        except ValidationError:
            continue
        if _is_address_of(raw.href, spotify_id):
            return affect_from_features(raw.valence, raw.energy)
    return None


def _entries(answer: object) -> list[object]:
    try:
        return _Content.model_validate(answer).content
    except ValidationError:
        return []


def _is_address_of(href: str, spotify_id: str) -> bool:
    return href.rstrip("/").rsplit("/", 1)[-1] == spotify_id
