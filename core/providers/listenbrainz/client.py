"""Recordings heard together, and Spotify's ids for many songs at once, from ListenBrainz Labs.

https://labs.api.listenbrainz.org; the shapes of its answers are those of the metabrainz code.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from core.domain.track import SeedTrack, Service, Track
from core.providers.courtesy import Manners
from core.providers.http import MusicHttp
from core.providers.listenbrainz.parser import id_key, parse_similar, parse_spotify_ids
from core.providers.service_http import ServiceHttp

MANNERS = Manners(calls=10, window_s=5.0, kept_s=3600.0)
"""It publishes no rate for its laboratory. The data are CC0, so answers may stay longer."""

ALGORITHM = "session_based_days_7500_session_300_contribution_5_threshold_15_limit_50_skip_30"
BATCH = 100


class ListenBrainz:
    """Knows what was listened to in one sitting with a song."""

    def __init__(self, http: MusicHttp, base_url: str) -> None:
        self._http = ServiceHttp(http, base_url, MANNERS)

    async def near(self, seed: SeedTrack, count: int) -> Sequence[Track]:
        """The recordings most often heard in one sitting with the seed."""
        if seed.track.mbid is None:
            return ()
        parameters = {"recording_mbids": seed.track.mbid, "algorithm": ALGORITHM}
        similar = await self._http.ask("/similar-recordings/json", parameters, parse_similar)
        return (similar or ())[:count]

    async def spotify_ids_of(self, tracks: Sequence[Track]) -> Sequence[str | None]:
        """One for each track: its own, else by MBID, else by title and artist; None if unknown."""
        unknown = [track for track in tracks if Service.SPOTIFY not in track.ids]
        by_mbid = [{"recording_mbid": track.mbid} for track in unknown if track.mbid]
        by_words = [
            {
                "artist_name": track.artists[0],
                "release_name": "",
                "track_name": track.title,
            }
            for track in unknown
            if track.artists and not track.mbid
        ]
        found = await asyncio.gather(
            self._look_up("/spotify-id-from-mbid/json", by_mbid),
            self._look_up("/spotify-id-from-metadata/json", by_words),
        )
        known = {**found[1], **found[0]}
        return [track.ids.get(Service.SPOTIFY) or known.get(_key(track)) for track in tracks]

    async def _look_up(self, path: str, songs: Sequence[object]) -> Mapping[str, str]:
        batches = [songs[at : at + BATCH] for at in range(0, len(songs), BATCH)]
        answers = await asyncio.gather(
            *(self._http.ask_about(path, batch, parse_spotify_ids) for batch in batches)
        )
        return {key: value for answer in answers for key, value in (answer or {}).items()}


def _key(track: Track) -> str:
    return id_key(track.mbid, track.title, track.artists[0] if track.artists else "")
