"""ListenBrainz Labs' answers: flat lists of recordings."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pydantic import BaseModel, ValidationError

from core.domain.song_text import match_artist, match_title
from core.domain.track import Track
from core.providers.musicbrainz.parser import is_mbid
from core.providers.track_parts import tidy_artists, tidy_name


class _Similar(BaseModel):
    recording_mbid: str
    recording_name: str
    artist_credit_name: str = ""


class _Known(BaseModel):
    artist_name: str | None = None
    track_name: str | None = None
    recording_mbid: str | None = None
    spotify_track_ids: list[object] | None = None


def parse_similar(answer: object) -> tuple[Track, ...]:
    """Every similar recording, the most similar first; malformed ones are left out."""
    if not isinstance(answer, list):
        return ()
    return tuple(track for track in map(_similar, answer) if track)


def parse_spotify_ids(answer: object) -> Mapping[str, str]:
    """The first Spotify id of each recording, under the key that ``id_key`` gives it."""
    if not isinstance(answer, list):
        return {}
    known = (_known(item) for item in answer)
    return dict(entry for entry in known if entry)


def id_key(mbid: str | None, title: str, artist: str) -> str:
    """What an answer about Spotify ids is told apart by: the MBID, else title and artist."""
    return mbid or f"{match_title(title)}\n{match_artist(artist)}"


def _similar(item: object) -> Track | None:
    try:
        raw = _Similar.model_validate(item)
    except ValidationError:
        return None
    title = tidy_name(raw.recording_name)
    if not title or not is_mbid(raw.recording_mbid):
        return None
    return Track(
        title=title, artists=tidy_artists([raw.artist_credit_name]), mbid=raw.recording_mbid
    )


def _known(item: object) -> tuple[str, str] | None:
    try:
        raw = _Known.model_validate(item)
    except ValidationError:
        return None
    for spotify_id in raw.spotify_track_ids or ():
        if isinstance(spotify_id, str) and re.fullmatch(r"[A-Za-z0-9]{22}", spotify_id):
            key = id_key(raw.recording_mbid, raw.track_name or "", raw.artist_name or "")
            return key, spotify_id
    return None
