"""Naming and rating songs with Spotify."""

from __future__ import annotations

from core.domain.affect import Affect
from core.domain.track import Service, SongQuery, Source, Track, TrackLink, TrackWords
from core.providers.matching import best_match, field_text, search_lines
from core.providers.spotify.client import SpotifyClient
from core.providers.spotify.parser import parse_affect, parse_search, parse_track


class SpotifyFinder:
    """Names songs by Spotify link, recording code (ISRC) or words."""

    def __init__(self, client: SpotifyClient) -> None:
        self._client = client

    @property
    def source(self) -> Source:
        """Spotify."""
        return Source.SPOTIFY

    async def find(self, query: SongQuery) -> Track | None:
        """The song behind a Spotify link or words; None where Spotify cannot say."""
        if isinstance(query, TrackWords):
            return await self._search(query)
        if isinstance(query, TrackLink) and query.service is Service.SPOTIFY:
            return parse_track(await self._client.track(query.track_id))
        return None

    async def find_isrc(self, isrc: str) -> Track | None:
        """The song with this recording code; None where Spotify cannot say."""
        found = parse_search(await self._client.search(f"isrc:{isrc}"))
        return next((track for track in found if track.isrc == isrc), None)

    async def spotify_id_of(self, track: Track) -> str | None:
        """The Spotify id of a song named elsewhere, by its recording code or its words."""
        if Service.SPOTIFY in track.ids:
            return track.ids[Service.SPOTIFY]
        found = await self.find_isrc(track.isrc) if track.isrc else None
        if found is None and track.artists:
            artist = track.artists[0]
            found = await self._search(TrackWords(track.title, artist, f"{artist} - {track.title}"))
        return found.ids[Service.SPOTIFY] if found else None

    async def _search(self, words: TrackWords) -> Track | None:
        lines = search_lines(words)
        if words.artist:
            fields = f'track:"{field_text(words.title)}" artist:"{field_text(words.artist)}"'
            lines = (fields, *lines)
        for line in lines:
            found = best_match(words, parse_search(await self._client.search(line)))
            if found:
                return found
        return None


class SpotifyFeatures:
    """Knows how songs feel, for apps that still get audio features."""

    def __init__(self, client: SpotifyClient, finder: SpotifyFinder) -> None:
        self._client = client
        self._finder = finder

    @property
    def source(self) -> Source:
        """Spotify."""
        return Source.SPOTIFY

    async def affect_of(self, track: Track) -> Affect | None:
        """Valence, and energy for arousal; None where Spotify does not tell."""
        if self._client.features_refused:
            return None
        spotify_id = await self._finder.spotify_id_of(track)
        if spotify_id is None:
            return None
        return parse_affect(await self._client.audio_features(spotify_id), spotify_id)
