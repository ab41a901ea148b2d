"""How songs feel by their tags on Last.fm (https://www.last.fm/api/show/track.getTopTags)."""

from __future__ import annotations

from core.domain.affect import Affect
from core.domain.track import Source, Track
from core.providers.courtesy import Manners
from core.providers.http import MusicHttp
from core.providers.lastfm.lexicon import affect_of_tags
from core.providers.lastfm.parser import parse_tags, rest_wish_s
from core.providers.matching import field_text
from core.providers.service_http import ServiceHttp

MANNERS = Manners(calls=5, window_s=1.0, kept_s=3600.0)
"""Five a second is what its terms grant."""


class LastFmTags:
    """Knows how songs feel to listeners who tagged them."""

    def __init__(self, http: MusicHttp, base_url: str, api_key: str) -> None:
        self._http = ServiceHttp(http, base_url, MANNERS, rest_wish_s)
        self._api_key = api_key

    @property
    def source(self) -> Source:
        """Last.fm."""
        return Source.LASTFM

    async def affect_of(self, track: Track) -> Affect | None:
        """Where the song's mood tags lie; None for a song without enough of them."""
        if not track.artists:
            return None
        parameters = {
            "method": "track.getTopTags",
            "artist": field_text(track.artists[0]),
            "track": field_text(track.title),
            "autocorrect": "1",
            "api_key": self._api_key,
            "format": "json",
        }
        tags = await self._http.ask("/", parameters, parse_tags)
        return affect_of_tags(tags) if tags else None
