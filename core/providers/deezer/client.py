"""Songs, their neighbours and their short previews on Deezer, without a key."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from itertools import chain

from core.domain.track import (
    DoubtfulSong,
    SeedTrack,
    Service,
    SongQuery,
    Source,
    Track,
    TrackLink,
    TrackWords,
)
from core.providers.courtesy import Manners
from core.providers.deezer.parser import (
    parse_artist_ids,
    parse_search,
    parse_track,
    parse_track_and_artist,
    rest_wish_s,
)
from core.providers.http import MusicHttp
from core.providers.matching import best_match, choose, field_text, search_lines, words_of
from core.providers.service_http import ServiceHttp

MANNERS = Manners(calls=40, window_s=5.0, kept_s=300.0)
"""About 50 calls in 5 s are said to be its bound. Addresses of previews end after 900 s."""

SEARCH_LIMIT = "10"
RADIO_LIMIT = "40"
RELATED_LIMIT = "8"
TOP_LIMIT = "5"


class DeezerFinder:
    """Names songs by Deezer link, recording code (ISRC) or words, and songs beside them."""

    def __init__(self, http: MusicHttp, base_url: str) -> None:
        self._http = ServiceHttp(http, base_url, MANNERS, rest_wish_s)

    @property
    def source(self) -> Source:
        """Deezer."""
        return Source.DEEZER

    async def find(self, query: SongQuery) -> Track | DoubtfulSong | None:
        """The song behind a Deezer link or words; None where Deezer cannot say."""
        if isinstance(query, TrackWords):
            found = await self._search(query)
            return await self._in_full(found) if isinstance(found, Track) else found
        if isinstance(query, TrackLink) and query.service is Service.DEEZER:
            return await self._track(query.track_id)
        return None

    async def find_same(self, track: Track) -> Track | None:
        """The same song by its recording code or words; None where that would add nothing."""
        if Service.DEEZER in track.ids:
            return None if track.isrc else await self._track(track.ids[Service.DEEZER])
        found = await self.find_isrc(track.isrc) if track.isrc else None
        words = words_of(track)
        if found is None and words:
            searched = await self._search(words)
            found = await self._in_full(searched) if isinstance(searched, Track) else None
        return found

    async def find_isrc(self, isrc: str) -> Track | None:
        """The song with this recording code; None where Deezer cannot say."""
        return await self._http.ask(f"/track/isrc:{isrc}", None, parse_track)

    async def preview_url_of(self, track: Track) -> str | None:
        """A fresh address, good for minutes, of about 30 s of a song named elsewhere."""
        found = await self.find_isrc(track.isrc) if track.isrc else None
        words = words_of(track)
        if (found is None or found.preview_url is None) and words:
            found = best_match(words, await self._results(words))
        return found.preview_url if found else None

    async def near(self, seed: SeedTrack, count: int) -> Sequence[Track]:
        """What its radio plays for the seed's artist, and the best known of related artists."""
        track_id = seed.track.ids.get(Service.DEEZER)
        if track_id is None:
            same = await self.find_same(seed.track)
            track_id = same.ids[Service.DEEZER] if same else None
        if track_id is None:
            return ()
        told = await self._http.ask(f"/track/{track_id}", None, parse_track_and_artist)
        if told is None:
            return ()
        _, artist = told
        radio, related = await asyncio.gather(
            self._http.ask(f"/artist/{artist}/radio", {"limit": RADIO_LIMIT}, parse_search),
            self._http.ask(f"/artist/{artist}/related", {"limit": RELATED_LIMIT}, parse_artist_ids),
        )
        tops = await asyncio.gather(
            *(
                self._http.ask(f"/artist/{other}/top", {"limit": TOP_LIMIT}, parse_search)
                for other in related or ()
            )
        )
        songs = chain(radio or (), chain.from_iterable(top or () for top in tops))
        return tuple(songs)[:count]

    async def _track(self, track_id: str) -> Track | None:
        told = await self._http.ask(f"/track/{track_id}", None, parse_track_and_artist)
        return told[0] if told else None

    async def _in_full(self, found: Track) -> Track:
        """Results of a search lack the recording code and the year."""
        return await self._track(found.ids[Service.DEEZER]) or found

    async def _search(self, words: TrackWords) -> Track | DoubtfulSong | None:
        return choose(words, await self._results(words), self.source)

    async def _results(self, words: TrackWords) -> Sequence[Track]:
        """What the first search finds that finds the song for sure; else all that any found."""
        lines = search_lines(words)
        if words.artist:
            fields = f'artist:"{field_text(words.artist)}" track:"{field_text(words.title)}"'
            lines = (fields, *lines)
        results: list[Track] = []
        for line in lines:
            found = await self._http.ask(
                "/search", {"q": line, "limit": SEARCH_LIMIT}, parse_search
            )
            if found and best_match(words, found):
                return found
            results += found or ()
        return results
