"""Finding songs and their short previews on Deezer, without a key."""

from __future__ import annotations

from core.domain.track import Service, SongQuery, Source, Track, TrackLink, TrackWords
from core.providers.deezer.parser import is_quota_error, parse_search, parse_track
from core.providers.http import MusicHttp
from core.providers.matching import best_match, field_text, search_lines

REST_AFTER_QUOTA_S = 5.0
SEARCH_LIMIT = "10"


class DeezerFinder:
    """Names songs by Deezer link, recording code (ISRC) or words."""

    def __init__(self, http: MusicHttp, base_url: str) -> None:
        self._http = http
        self._base_url = base_url.rstrip("/")

    @property
    def source(self) -> Source:
        """Deezer."""
        return Source.DEEZER

    async def find(self, query: SongQuery) -> Track | None:
        """The song behind a Deezer link or words; None where Deezer cannot say."""
        if isinstance(query, TrackWords):
            return await self._search(query)
        if isinstance(query, TrackLink) and query.service is Service.DEEZER:
            return parse_track(await self._get(f"/track/{query.track_id}"))
        return None

    async def find_isrc(self, isrc: str) -> Track | None:
        """The song with this recording code; None where Deezer cannot say."""
        return parse_track(await self._get(f"/track/isrc:{isrc}"))

    async def preview_url_of(self, track: Track) -> str | None:
        """A fresh address, good for minutes, of about 30 s of a song named elsewhere."""
        found = await self.find_isrc(track.isrc) if track.isrc else None
        if (found is None or found.preview_url is None) and track.artists:
            artist = track.artists[0]
            words = TrackWords(track.title, artist, f"{artist} - {track.title}")
            found = await self._search(words)
        return found.preview_url if found else None

    async def _search(self, words: TrackWords) -> Track | None:
        lines = search_lines(words)
        if words.artist:
            fields = f'artist:"{field_text(words.artist)}" track:"{field_text(words.title)}"'
            lines = (fields, *lines)
        for line in lines:
            answer = await self._get("/search", {"q": line, "limit": SEARCH_LIMIT})
            found = best_match(words, parse_search(answer))
            if found:
                return found
        return None

    async def _get(self, path: str, parameters: dict[str, str] | None = None) -> object:
        answer = await self._http.get_json(self._base_url + path, parameters)
        if is_quota_error(answer):
            self._http.rest(self._base_url, REST_AFTER_QUOTA_S)
        return answer
