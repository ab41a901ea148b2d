"""Deezer's answers as tracks; errors arrive with status 200 and are told apart here."""

from __future__ import annotations

from pydantic import BaseModel, ValidationError

from core.domain.track import Service, Track
from core.providers.track_parts import tidy_artists, tidy_isrc, tidy_name, web_address, year_of

QUOTA_CODE = 4
REST_AFTER_QUOTA_S = 5.0


class _Artist(BaseModel):
    id: int = 0
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


def parse_track_and_artist(answer: object) -> tuple[Track, int] | None:
    """One track with the id of its artist, 0 where that is not told; None as above."""
    track = parse_track(answer)
    return (track, _Track.model_validate(answer).artist.id) if track else None


def parse_search(answer: object) -> tuple[Track, ...]:
    """Every track of a list, best first; malformed entries are left out."""
    return tuple(track for track in map(parse_track, _entries(answer)) if track)


def parse_artist_ids(answer: object) -> tuple[int, ...]:
    """The id of every artist of a list; malformed entries are left out."""
    return tuple(artist for artist in map(_artist_id, _entries(answer)) if artist)


def rest_wish_s(answer: object) -> float:
    """Seconds that Deezer wants to be left alone: some where it says there were too many calls."""
    try:
        failure = _Failure.model_validate(answer)
    except ValidationError:
        return 0.0
    return REST_AFTER_QUOTA_S if failure.error.code == QUOTA_CODE else 0.0


def _entries(answer: object) -> list[object]:
    try:
        return _Found.model_validate(answer).data
    except ValidationError:
        return []


def _artist_id(entry: object) -> int | None:
    try:
        artist = _Artist.model_validate(entry)
    except ValidationError:
        return None
    return artist.id if artist.id > 0 else None
