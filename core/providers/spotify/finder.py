"""Naming and rating songs with Spotify."""

from __future__ import annotations

from collections.abc import Sequence

from core.domain.affect import Affect
from core.domain.track import (
    DoubtfulSong,
    Service,
    SongQuery,
    Source,
    Track,
    TrackLink,
    TrackWords,
)
from core.providers.matching import best_match, choose, field_text, search_lines, words_of
from core.providers.spotify.client import SpotifyClient


class SpotifyFinder:
    """Names songs by Spotify link, recording code (ISRC) or words."""

    def __init__(self, client: SpotifyClient) -> None:
        self._client = client

    @property
    def source(self) -> Source:
        """Spotify."""
        return Source.SPOTIFY

    async def find(self, query: SongQuery) -> Track | DoubtfulSong | None:
        """The song behind a Spotify link or words; None where Spotify cannot say."""
        if isinstance(query, TrackWords):
            return choose(query, await self._results(query), self.source)
        if isinstance(query, TrackLink) and query.service is Service.SPOTIFY:
            return await self._client.track(query.track_id)
        return None

    async def find_same(self, track: Track) -> Track | None:
        """The same song by its recording code or words; None where that would add nothing."""
        spotify_id = track.ids.get(Service.SPOTIFY)
        if spotify_id:
            return None if track.isrc else await self._client.track(spotify_id)
        found = await self.find_isrc(track.isrc) if track.isrc else None
        words = words_of(track)
        if found is None and words:
            found = best_match(words, await self._results(words))
        return found

    async def find_isrc(self, isrc: str) -> Track | None:
        """The song with this recording code; None where Spotify cannot say."""
        found = await self._client.search(f"isrc:{isrc}")
        return next((track for track in found if track.isrc == isrc), None)

    async def _results(self, words: TrackWords) -> Sequence[Track]:
        """What the first search finds that finds the song for sure; else all that any found."""
        lines = search_lines(words)
        if words.artist:
            fields = f'track:"{field_text(words.title)}" artist:"{field_text(words.artist)}"'
            lines = (fields, *lines)
        results: list[Track] = []
        for line in lines:
            found = await self._client.search(line)
            if best_match(words, found):
                return found
            results += found
        return results


class SpotifyFeatures:
    """Knows how songs feel, for apps that still get audio features."""

    def __init__(self, client: SpotifyClient) -> None:
        self._client = client

    @property
    def source(self) -> Source:
        """Spotify."""
        return Source.SPOTIFY

    async def affect_of(self, track: Track) -> Affect | None:
        """Valence, and energy for arousal; None where Spotify does not tell."""
        spotify_id = track.ids.get(Service.SPOTIFY)
        return await self._client.affect_of(spotify_id) if spotify_id else None
