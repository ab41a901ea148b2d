"""Recordings on MusicBrainz (https://musicbrainz.org/doc/MusicBrainz_API), without a key."""

from __future__ import annotations

from core.domain.track import Source, Track
from core.providers.courtesy import Manners
from core.providers.http import MusicHttp
from core.providers.matching import best_match, field_text, words_of
from core.providers.musicbrainz.parser import parse_recordings
from core.providers.service_http import ServiceHttp

MANNERS = Manners(calls=1, window_s=1.0, kept_s=3600.0)
"""One request a second is its rule. The data are CC0, so answers may stay longer."""

SEARCH_LIMIT = "10"


class MusicBrainz:
    """Adds what MusicBrainz knows of a song named elsewhere: its ids and its addresses."""

    def __init__(self, http: MusicHttp, base_url: str) -> None:
        self._http = ServiceHttp(http, base_url, MANNERS)

    @property
    def source(self) -> Source:
        """MusicBrainz."""
        return Source.MUSICBRAINZ

    async def find_same(self, track: Track) -> Track | None:
        """The recording with the same code (ISRC), or else of that title and artist.

        Only the code leads to its addresses elsewhere, so a song with one is looked up for those.
        """
        if track.mbid and track.isrc is None:
            return None
        found: tuple[Track, ...] | None = ()
        if track.isrc:
            details = {"inc": "artist-credits+url-rels", "fmt": "json"}
            found = await self._http.ask(f"/isrc/{track.isrc}", details, parse_recordings)
        if found:
            return max(found, key=lambda recording: len(recording.links))
        words = words_of(track)
        if words is None:
            return None
        title, artist = field_text(words.title), field_text(words.artist or "")
        query = f'recording:"{title}" AND artist:"{artist}"'
        parameters = {"query": query, "fmt": "json", "limit": SEARCH_LIMIT}
        recordings = await self._http.ask("/recording", parameters, parse_recordings)
        return best_match(words, recordings or ())
