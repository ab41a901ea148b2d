"""What the page behind a track link is called, asked by oEmbed (https://oembed.com)."""

from __future__ import annotations

from functools import partial

from core.domain.track import Service, TrackLink, TrackWords
from core.providers.courtesy import Manners
from core.providers.http import MusicHttp
from core.providers.oembed.parser import parse_page
from core.providers.service_http import ServiceHttp

MANNERS = Manners(calls=20, window_s=5.0, kept_s=3600.0)


class OEmbedNamer:
    """Puts one service's track links into words."""

    def __init__(self, http: MusicHttp, service: Service, endpoint: str) -> None:
        self._http = ServiceHttp(http, endpoint, MANNERS)
        self._service = service

    async def name(self, link: TrackLink) -> TrackWords | None:
        """Title and, where told, artist; None for other services and pages nobody may see."""
        if link.service is not self._service:
            return None
        parameters = {"url": link.url, "format": "json"}
        return await self._http.ask("", parameters, partial(parse_page, service=self._service))
