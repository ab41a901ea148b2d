"""Spotify's answers as tracks and points on the circumplex."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pydantic import BaseModel, ValidationError

from core.domain.affect import Affect
from core.domain.track import Track
from core.domain.track_links import spotify_link, with_link
from core.providers.track_parts import (
    affect_from_features,
    tidy_artists,
    tidy_isrc,
    tidy_name,
    web_address,
    year_of,
)


class _Artist(BaseModel):
    name: str = ""


class _Album(BaseModel):
    release_date: str | None = None


class _ExternalIds(BaseModel):
    isrc: str | None = None


class _Track(BaseModel):
    id: str
    name: str
    artists: list[_Artist] = []
    album: _Album | None = None
    external_ids: _ExternalIds | None = None
    preview_url: str | None = None


class _Page(BaseModel):
    items: list[object]


class _Found(BaseModel):
    tracks: _Page


class _Features(BaseModel):
    id: str
    valence: float
    energy: float


class _FeatureList(BaseModel):
    audio_features: list[object]


def parse_track(answer: object) -> Track | None:
    """One track; None for anything that is none."""
    try:
        raw = _Track.model_validate(answer)
    except ValidationError:
        return None
    title = tidy_name(raw.name)
    if not title or not re.fullmatch(r"[A-Za-z0-9]{22}", raw.id):
        return None
    track = Track(
        title=title,
        artists=tidy_artists(artist.name for artist in raw.artists),
        year=year_of(raw.album.release_date) if raw.album else None,
        isrc=tidy_isrc(raw.external_ids.isrc) if raw.external_ids else None,
        preview_url=web_address(raw.preview_url),
    )
    return with_link(track, spotify_link(raw.id))


def parse_search(answer: object) -> tuple[Track, ...]:
    """Every track of a search, best first; malformed entries are left out."""
    try:
        items = _Found.model_validate(answer).tracks.items
    except ValidationError:
        return ()
    return tuple(track for track in map(parse_track, items) if track)


def parse_affects(answer: object) -> Mapping[str, Affect]:
    """The point of each track that the answer tells of, by its id."""
    try:
        entries = _FeatureList.model_validate(answer).audio_features
    except ValidationError:
        return {}
    points: dict[str, Affect] = {}
    for entry in entries:
        try:
            raw = _Features.model_validate(entry)
        except ValidationError:
            continue
        affect = affect_from_features(raw.valence, raw.energy)
        if affect:
            points[raw.id] = affect
    return points
