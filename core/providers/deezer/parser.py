"""Deezer's answers as tracks; errors arrive with status 200 and are told apart here."""

from __future__ import annotations

from pydantic import BaseModel, ValidationError

from core.domain.track import Service, Track
from core.providers.track_parts import tidy_artists, tidy_isrc, tidy_name, web_address, year_of

QUOTA_CODE = 4


class _Artist(BaseModel):
    name: str = ""


class _Track(BaseModel):
    id: int
    title: str
    isrc: str | None = None
    preview: str | None = None
    release_date: str | None = None
    artist: _Artist = _Artist()
    contributors: list[_Artist] = []


class _Found(BaseModel):
    data: list[object]


class _Error(BaseModel):
    code: int = 0


class _Failure(BaseModel):
    error: _Error


def parse_track(answer: object) -> Track | None:
    """One track; None for an error or anything that is no track."""
    try:
        raw = _Track.model_validate(answer)
    except ValidationError:
        return None
    title = tidy_name(raw.title)
    if not title or raw.id <= 0:
        return None
    return Track(
        title=title,
        artists=tidy_artists([raw.artist.name, *(artist.name for artist in raw.contributors)]),
        year=year_of(raw.release_date),
        isrc=tidy_isrc(raw.isrc),
        ids={Service.DEEZER: str(raw.id)},
        links={Service.DEEZER: f"https://www.deezer.com/track/{raw.id}"},
        preview_url=web_address(raw.preview),
    )


def parse_search(answer: object) -> list[Track]:
    """Every track of a search, best first; malformed entries are left out."""
    try:
        found = _Found.model_validate(answer).data
    except ValidationError:
        return []
    return [track for track in map(parse_track, found) if track]


def is_quota_error(answer: object) -> bool:
    """Whether Deezer asks for fewer calls."""
    try:
        return _Failure.model_validate(answer).error.code == QUOTA_CODE
    except ValidationError:
        return False
