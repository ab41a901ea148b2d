"""Names, audio features and neighbours for Spotify ids from ReccoBeats, without a key."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from core.domain.affect import Affect
from core.domain.track import SeedTrack, Service, SongQuery, Source, Track, TrackLink
from core.providers.courtesy import Manners
from core.providers.http import MusicHttp
from core.providers.reccobeats.parser import parse_affects, parse_tracks
from core.providers.service_http import ServiceHttp

MANNERS = Manners(calls=20, window_s=5.0, kept_s=600.0)
"""It publishes no rate; 429 with Retry-After says when this was too much."""

BATCH = 40
"""Ids in one question about features."""

MOST_NEIGHBOURS = 100


class ReccoBeats:
    """Names songs by Spotify link, tells how songs with a Spotify id feel, and what is near."""

    def __init__(self, http: MusicHttp, base_url: str) -> None:
        self._http = ServiceHttp(http, base_url, MANNERS)

    @property
    def source(self) -> Source:
        """ReccoBeats."""
        return Source.RECCOBEATS

    async def find(self, query: SongQuery) -> Track | None:
        """The song behind a Spotify link; None for every other query."""
        if not isinstance(query, TrackLink) or query.service is not Service.SPOTIFY:
            return None
        found = await self._http.ask("/track", {"ids": query.track_id}, parse_tracks)
        return next((track for track in found or () if _id_of(track) == query.track_id), None)

    async def affect_of(self, track: Track) -> Affect | None:
        """Valence, and energy for arousal; None where ReccoBeats does not know the song."""
        spotify_id = track.ids.get(Service.SPOTIFY)
        if spotify_id is None:
            return None
        return (await self.affects_of([spotify_id])).get(spotify_id)

    async def affects_of(self, spotify_ids: Sequence[str]) -> Mapping[str, Affect]:
        """The same for many songs, those it knows, by their Spotify id."""
        batches = [spotify_ids[at : at + BATCH] for at in range(0, len(spotify_ids), BATCH)]
        answers = await asyncio.gather(
            *(
                self._http.ask("/audio-features", {"ids": ",".join(batch)}, parse_affects)
                for batch in batches
            )
        )
        return {
            spotify_id: affect
            for batch, answer in zip(batches, answers, strict=True)
            for spotify_id, affect in (answer or {}).items()
            if spotify_id in batch
        }

    async def near(self, seed: SeedTrack, count: int) -> Sequence[Track]:
        """What it recommends for the seed's Spotify id."""
        spotify_id = seed.track.ids.get(Service.SPOTIFY)
        if spotify_id is None:
            return ()
        size = str(min(count, MOST_NEIGHBOURS))
        parameters = {"size": size, "seeds": spotify_id}
        near = await self._http.ask("/track/recommendation", parameters, parse_tracks)
        return (near or ())[:count]


def _id_of(track: Track) -> str:
    return track.ids[Service.SPOTIFY]
