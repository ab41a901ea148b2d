"""Finding songs and their short previews with iTunes Search, without a key."""

from __future__ import annotations

from urllib.parse import urlsplit

from core.domain.track import Service, SongQuery, Source, Track, TrackLink, TrackWords
from core.providers.http import HttpAnswer, MusicHttp
from core.providers.itunes.parser import parse_songs
from core.providers.matching import best_match, search_lines

REST_AFTER_REFUSAL_S = 60.0
SEARCH_LIMIT = "10"
_FORBIDDEN = 403


class ITunesFinder:
    """Names songs by Apple Music link or words."""

    def __init__(self, http: MusicHttp, base_url: str, country: str = "us") -> None:
        self._http = http
        self._base_url = base_url.rstrip("/")
        self._country = country.lower()

    @property
    def source(self) -> Source:
        """Apple's iTunes Search."""
        return Source.ITUNES

    async def find(self, query: SongQuery) -> Track | None:
        """The song behind an Apple Music link or words; None where iTunes cannot say."""
        if isinstance(query, TrackWords):
            return await self._search(query)
        if isinstance(query, TrackLink) and query.service is Service.APPLE:
            return await self._look_up(query)
        return None

    async def preview_url_of(self, track: Track) -> str | None:
        """The address of about 30 s of a song named elsewhere."""
        if not track.artists:
            return None
        artist = track.artists[0]
        found = await self._search(TrackWords(track.title, artist, f"{artist} - {track.title}"))
        return found.preview_url if found else None

    async def _look_up(self, link: TrackLink) -> Track | None:
        # A song may be on sale in the link's country only.
        country = urlsplit(link.url).path.split("/")[1]
        answer = await self._get("/lookup", {"id": link.track_id, "country": country})
        return next(iter(parse_songs(answer, country)), None)

    async def _search(self, words: TrackWords) -> Track | None:
        for line in search_lines(words):
            parameters = {
                "term": line,
                "media": "music",
                "entity": "song",
                "country": self._country,
                "limit": SEARCH_LIMIT,
            }
            songs = parse_songs(await self._get("/search", parameters), self._country)
            found = best_match(words, songs)
            if found:
                return found
        return None

    async def _get(self, path: str, parameters: dict[str, str]) -> object:
        answer = await self._http.get(self._base_url + path, parameters)
        if not isinstance(answer, HttpAnswer):
            return None
        if answer.status == _FORBIDDEN:  # its way of asking for fewer calls
            self._http.rest(self._base_url, REST_AFTER_REFUSAL_S)
            return None
        return answer.json() if answer.is_ok else None
