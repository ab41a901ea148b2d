"""MusicBrainz' answers as tracks."""

from __future__ import annotations

import re

from pydantic import BaseModel, Field, ValidationError

from core.domain.errors import SongError
from core.domain.song_links import read_link
from core.domain.track import Track, TrackLink
from core.domain.track_links import with_link
from core.providers.track_parts import tidy_artists, tidy_isrc, tidy_name, year_of

_MBID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class _Credit(BaseModel):
    name: str = ""


class _Address(BaseModel):
    resource: str = ""


class _Relation(BaseModel):
    url: _Address = _Address()


class _Recording(BaseModel):
    id: str
    title: str
    credits: list[_Credit] = Field(default=[], alias="artist-credit")
    first_release: str | None = Field(default=None, alias="first-release-date")
    isrcs: list[object] = []
    relations: list[_Relation] = []


class _Found(BaseModel):
    isrc: str | None = None
    recordings: list[object]


def parse_recordings(answer: object) -> tuple[Track, ...]:
    """Every recording of a lookup by code or of a search, best first; malformed ones left out."""
    try:
        found = _Found.model_validate(answer)
    except ValidationError:
        return ()
    tracks = (_recording(item, found.isrc) for item in found.recordings)
    return tuple(track for track in tracks if track)


def is_mbid(text: str) -> bool:
    """Whether this is an id as MusicBrainz writes them."""
    return _MBID.fullmatch(text) is not None


def _recording(item: object, isrc: str | None) -> Track | None:
    try:
        raw = _Recording.model_validate(item)
    except ValidationError:
        return None
    title = tidy_name(raw.title)
    if not title or not is_mbid(raw.id):
        return None
    code = isrc or next((code for code in raw.isrcs if isinstance(code, str)), None)
    recording = Track(
        title=title,
        artists=tidy_artists(credit.name for credit in raw.credits),
        year=year_of(raw.first_release),
        isrc=tidy_isrc(code),
        mbid=raw.id,
    )
    for relation in raw.relations:
        link = _link(relation.url.resource)
        recording = with_link(recording, link) if link else recording
    return recording


def _link(url: str) -> TrackLink | None:
    """The track behind an address that somebody entered; None where it is none we know."""
    try:
        link = read_link(url)
    except SongError:
        return None
    return link if isinstance(link, TrackLink) else None
