"""Finding songs and their short previews with iTunes Search, without a key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from http import HTTPStatus
from urllib.parse import urlsplit

from core.domain.track import (
    DoubtfulSong,
    Service,
    SongQuery,
    Source,
    Track,
    TrackLink,
    TrackWords,
)
from core.providers.courtesy import Manners
from core.providers.http import MusicHttp
from core.providers.itunes.parser import parse_songs
from core.providers.matching import best_match, choose, search_lines, words_of
from core.providers.service_http import ServiceHttp

MANNERS = Manners(calls=20, window_s=60.0, kept_s=600.0, rests_after={HTTPStatus.FORBIDDEN: 60.0})
"""About 20 calls a minute, as its page says; 403 is its way of asking for fewer."""

SEARCH_LIMIT = "10"


class ITunesFinder:
    """Names songs by Apple Music link or words."""

    def __init__(self, http: MusicHttp, base_url: str, country: str = "us") -> None:
        self._http = ServiceHttp(http, base_url, MANNERS)
        self._country = country.lower()

    @property
    def source(self) -> Source:
        """Apple's iTunes Search."""
        return Source.ITUNES

    async def find(self, query: SongQuery) -> Track | DoubtfulSong | None:
        """The song behind an Apple Music link or words; None where iTunes cannot say."""
        if isinstance(query, TrackWords):
            return choose(query, await self._results(query), self.source)
        if isinstance(query, TrackLink) and query.service is Service.APPLE:
            return await self._look_up(query)
        return None

    async def find_same(self, track: Track) -> Track | None:
        """The same song by its words; None where that would add nothing."""
        words = words_of(track)
        if words is None or Service.APPLE in track.ids:
            return None
        return best_match(words, await self._results(words))

    async def preview_url_of(self, track: Track) -> str | None:
        """The address of about 30 s of a song named elsewhere."""
        words = words_of(track)
        found = best_match(words, await self._results(words)) if words else None
        return found.preview_url if found else None

    async def _look_up(self, link: TrackLink) -> Track | None:
        # A song may be on sale in the link's country only.
        country = urlsplit(link.url).path.split("/")[1]
        parameters = {"id": link.track_id, "country": country}
        songs = await self._http.ask("/lookup", parameters, partial(parse_songs, country=country))
        return next(iter(songs or ()), None)

    async def _results(self, words: TrackWords) -> Sequence[Track]:
        """What the first search finds that finds the song for sure; else all that any found."""
        results: list[Track] = []
        for line in search_lines(words):
            parameters = {
                "term": line,
                "media": "music",
                "entity": "song",
                "country": self._country,
                "limit": SEARCH_LIMIT,
            }
            parse = partial(parse_songs, country=self._country)
            found = await self._http.ask("/search", parameters, parse)
            if found and best_match(words, found):
                return found
            results += found or ()
        return results
