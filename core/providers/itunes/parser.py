"""iTunes Search answers as tracks."""

from __future__ import annotations

from pydantic import BaseModel, ValidationError

from core.domain.track import Service, Track
from core.providers.track_parts import tidy_artists, tidy_name, web_address, year_of


class _Song(BaseModel):
    trackId: int  # noqa: N815 - iTunes' own name
    trackName: str  # noqa: N815 - iTunes' own name
    artistName: str = ""  # noqa: N815 - iTunes' own name
    previewUrl: str | None = None  # noqa: N815 - iTunes' own name
    primaryGenreName: str | None = None  # noqa: N815 - iTunes' own name
    releaseDate: str | None = None  # noqa: N815 - iTunes' own name
    kind: str = "song"


class _Found(BaseModel):
    results: list[object]


def parse_songs(answer: object, *, country: str) -> tuple[Track, ...]:
    """Every song of a search or lookup, best first; anything else is left out.

    country: two-letter store whose links people get.
    """
    try:
        found = _Found.model_validate(answer).results
    except ValidationError:
        return ()
    return tuple(track for track in (_parse_song(item, country) for item in found) if track)


def _parse_song(item: object, country: str) -> Track | None:
    try:
        raw = _Song.model_validate(item)
    except ValidationError:
        return None
    title = tidy_name(raw.trackName)
    if not title or raw.trackId <= 0 or raw.kind != "song":
        return None
    return Track(
        title=title,
        artists=tidy_artists([raw.artistName]),
        year=year_of(raw.releaseDate),
        genre=tidy_name(raw.primaryGenreName or "").lower() or None,
        ids={Service.APPLE: str(raw.trackId)},
        links={Service.APPLE: f"https://music.apple.com/{country}/song/{raw.trackId}"},
        preview_url=web_address(raw.previewUrl),
    )
