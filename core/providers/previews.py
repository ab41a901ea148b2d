"""Fetching the short audio samples that music services offer, from their own hosts only."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from urllib.parse import urlsplit

from core.domain.media import Upload
from core.domain.track import Track
from core.providers.http import PREVIEW_LIMIT_BYTES, HttpAnswer, MusicHttp

_SAMPLE_HOSTS = ("audio-ssl.itunes.apple.com", "p.scdn.co")
_SAMPLE_DOMAINS = (".dzcdn.net", ".itunes.apple.com", ".mzstatic.com")


class SampleFetcher:
    """Fetches a track's sample, or that of the same song on another service.

    service_urls: the configured services, whose own servers may hold samples as well;
    preview_url_of: asked in order for a song that came without a sample, or with one that is gone.
    """

    def __init__(
        self,
        http: MusicHttp,
        service_urls: Iterable[str] = (),
        preview_url_of: Sequence[Callable[[Track], Awaitable[str | None]]] = (),
    ) -> None:
        self._http = http
        self._origins = frozenset(_origin(url) for url in service_urls)
        self._preview_url_of = preview_url_of

    async def fetch(self, track: Track) -> Upload | None:
        """The sample in memory, at most 5 MB; None where there is none or it cannot be had."""
        sample = await self._download(track.preview_url)
        for ask in self._preview_url_of:
            if sample is not None:
                break
            sample = await self._download(await ask(track))
        return sample

    async def _download(self, url: str | None) -> Upload | None:
        if url is None or not self._may_be_fetched(url):
            return None
        answer = await self._http.get(url, limit_bytes=PREVIEW_LIMIT_BYTES)
        if not isinstance(answer, HttpAnswer) or not answer.is_ok or not answer.body:
            return None
        return Upload(answer.body)

    def _may_be_fetched(self, url: str) -> bool:
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        if _origin(url) in self._origins:
            return True
        host = parts.netloc.lower()
        listed = host in _SAMPLE_HOSTS or host.endswith(_SAMPLE_DOMAINS)
        return parts.scheme == "https" and listed


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme.lower(), parts.netloc.lower()
