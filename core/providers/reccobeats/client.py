"""Names and audio features for Spotify ids from ReccoBeats, without a key."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from core.domain.affect import Affect
from core.domain.track import Service, SongQuery, Source, Track, TrackLink
from core.providers.http import MusicHttp
from core.providers.reccobeats.parser import parse_affect, parse_track


class ReccoBeatsFinder:
    """Names songs by Spotify link."""

    def __init__(self, http: MusicHttp, base_url: str) -> None:
        self._http = http
        self._base_url = base_url.rstrip("/")

    @property
    def source(self) -> Source:
        """ReccoBeats."""
        return Source.RECCOBEATS

    async def find(self, query: SongQuery) -> Track | None:
        """The song behind a Spotify link; None for every other query."""
        if not isinstance(query, TrackLink) or query.service is not Service.SPOTIFY:
            return None
        answer = await self._http.get_json(f"{self._base_url}/track", {"ids": query.track_id})
        return parse_track(answer, query.track_id)


class ReccoBeatsFeatures:
    """Knows how songs with a Spotify id feel.

    spotify_id_of: asked for the id of a song that was named without one.
    """

    def __init__(
        self,
        http: MusicHttp,
        base_url: str,
        spotify_id_of: Callable[[Track], Awaitable[str | None]] | None = None,
    ) -> None:
        self._http = http
        self._base_url = base_url.rstrip("/")
        self._spotify_id_of = spotify_id_of

    @property
    def source(self) -> Source:
        """ReccoBeats."""
        return Source.RECCOBEATS

    async def affect_of(self, track: Track) -> Affect | None:
        """Valence, and energy for arousal; None where ReccoBeats does not know the song."""
        spotify_id = track.ids.get(Service.SPOTIFY)
        if spotify_id is None and self._spotify_id_of is not None:
            spotify_id = await self._spotify_id_of(track)
        if spotify_id is None:
            return None
        answer = await self._http.get_json(f"{self._base_url}/audio-features", {"ids": spotify_id})
        return parse_affect(answer, spotify_id)
