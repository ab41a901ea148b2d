"""What the page behind a track link is called, asked by oEmbed (https://oembed.com)."""

from __future__ import annotations

from core.domain.track import Service, TrackLink, TrackWords
from core.providers.http import MusicHttp
from core.providers.oembed.parser import parse_page


class OEmbedNamer:
    """Puts one service's track links into words."""

    def __init__(self, http: MusicHttp, service: Service, endpoint: str) -> None:
        self._http = http
        self._service = service
        self._endpoint = endpoint

    async def name(self, link: TrackLink) -> TrackWords | None:
        """Title and, where told, artist; None for other services and pages nobody may see."""
        if link.service is not self._service:
            return None
        parameters = {"url": link.url, "format": "json"}
        return parse_page(await self._http.get_json(self._endpoint, parameters), self._service)
