"""The one HTTP client all music services are asked through: bounded, patient with nobody.

Every call has a time limit and a size limit. A host that cannot be reached, is too slow, fails or
asks for fewer calls is left alone for a while, so an offline machine answers at once.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from http import HTTPStatus
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import httpx

from core.ports.telemetry import NO_TELEMETRY, SourceFailure, Telemetry
from core.providers.cooldown import Cooldowns, retry_after_s
from core.providers.courtesy import Courtesy, Manners

JSON_LIMIT_BYTES = 1_000_000
PREVIEW_LIMIT_BYTES = 5_000_000
CONNECT_LIMIT_S = 2.0
REST_AFTER_429_S = 30.0
CALLS_PER_HOST = 4

GIVEN_UP_S = 1.4
"""Who is not waited for any longer than this was too slow, and rests like one that failed."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})

_log = logging.getLogger(__name__)


class FailureReason(StrEnum):
    """Why there is no answer."""

    RESTING = "resting"
    UNREACHABLE = "unreachable"
    TOO_SLOW = "too slow"
    TOO_LARGE = "too large"
    BROKEN = "broken"
    TOO_MANY = "too many calls"


_FAILURES = {
    FailureReason.UNREACHABLE: SourceFailure.UNREACHABLE,
    FailureReason.TOO_SLOW: SourceFailure.TOO_SLOW,
    FailureReason.BROKEN: SourceFailure.BROKEN,
}
"""What counts as a failure of the other side that makes it rest."""


@dataclass(frozen=True, slots=True)
class HttpFailure:
    """No answer, and why."""

    reason: FailureReason


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """A complete answer, of whatever status; header names are lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)

    @property
    def is_ok(self) -> bool:
        """Whether the status is 200."""
        return self.status == HTTPStatus.OK

    @property
    def is_redirect(self) -> bool:
        """Whether the answer sends on to another address."""
        return self.status in _REDIRECTS

    def json(self) -> object:
        """The body as JSON; None where it is no JSON."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None


class MusicHttp:
    """Asks music services over HTTP; shared by all of them and closed once."""

    def __init__(
        self,
        timeout_s: float,
        *,
        version: str = "0.1",
        contact: str | None = None,
        telemetry: Telemetry = NO_TELEMETRY,
        clock: Callable[[], float] = time.monotonic,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        # httpx logs every address with its search words, which are what people wrote.
        for name in ("httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)
        self.timeout_s = timeout_s
        about = "; ".join(part for part in ("music recommendation chat bot", contact) if part)
        self._client = httpx.AsyncClient(
            headers={"User-Agent": f"moodmix/{version} ({about})"},
            timeout=httpx.Timeout(timeout_s, connect=min(CONNECT_LIMIT_S, timeout_s)),
            follow_redirects=False,
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            transport=transport,
        )
        self._clock = clock
        self._telemetry = telemetry
        self._cooldowns = Cooldowns(clock)
        self._courtesies: dict[str, Courtesy] = {}
        self._slots: defaultdict[str, asyncio.Semaphore] = defaultdict(
            lambda: asyncio.Semaphore(CALLS_PER_HOST)
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close every connection."""
        await self._client.aclose()

    def courtesy_of(self, url: str, manners: Manners) -> Courtesy:
        """What is shared by everyone who asks the host of ``url``; its first manners stay."""
        host = urlsplit(url).netloc
        return self._courtesies.setdefault(host, Courtesy(manners, self._clock))

    def is_resting(self, url: str) -> bool:
        """Whether the host of ``url`` is left alone for now."""
        return self._cooldowns.is_resting(urlsplit(url).netloc)

    async def get(
        self,
        url: str,
        parameters: Mapping[str, str] | None = None,
        *,
        limit_s: float | None = None,
        limit_bytes: int = JSON_LIMIT_BYTES,
        at_address: str | None = None,
    ) -> HttpAnswer | HttpFailure:
        """Ask once, following no redirect; never raises for what the other side does.

        limit_s: at most the client's own limit; at_address: the IP address to connect to, whatever
        the host's name stands for by now; the certificate still has to be the host's.
        """

        def request() -> httpx.Request:
            return _at(self._client.build_request("GET", url, params=parameters), at_address)

        return await self._exchange(url, request, limit_s, limit_bytes)

    async def post_json(
        self, url: str, things: object, *, limit_s: float | None = None
    ) -> HttpAnswer | HttpFailure:
        """The same, sending ``things`` as JSON."""

        def request() -> httpx.Request:
            return self._client.build_request("POST", url, json=things)

        return await self._exchange(url, request, limit_s, JSON_LIMIT_BYTES)

    def rest(self, url: str, seconds: float) -> None:
        """Leave the host of ``url`` alone for a while, as its answer asked in its own way."""
        host = urlsplit(url).netloc
        self._log_rest(host, "asked", self._cooldowns.rest(host, seconds))
        self._telemetry.source_failed(url, SourceFailure.ASKED_TO_WAIT)

    async def _exchange(
        self,
        url: str,
        request: Callable[[], httpx.Request],
        limit_s: float | None,
        limit_bytes: int,
    ) -> HttpAnswer | HttpFailure:
        host = urlsplit(url).netloc
        if self._cooldowns.is_resting(host):
            return HttpFailure(FailureReason.RESTING)
        asked_s = self._clock()
        try:
            async with asyncio.timeout(limit_s or self.timeout_s), self._slots[host]:
                asked_s = self._clock()
                answer = await self._ask(request(), limit_bytes)
        except asyncio.CancelledError:
            if self._clock() - asked_s >= GIVEN_UP_S:
                self._failed(url, FailureReason.TOO_SLOW)
            raise
        except (TimeoutError, httpx.ReadTimeout, httpx.WriteTimeout):
            return self._failed(url, FailureReason.TOO_SLOW)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
            return self._failed(url, FailureReason.UNREACHABLE)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, UnicodeError):
            return self._failed(url, FailureReason.BROKEN)
        if isinstance(answer, HttpAnswer):
            self._heed(url, answer)
        elif answer.reason is FailureReason.TOO_LARGE:
            self._telemetry.source_failed(url, SourceFailure.TOO_LARGE)
        return answer

    async def _ask(self, request: httpx.Request, limit_bytes: int) -> HttpAnswer | HttpFailure:
        body = bytearray()
        response = await self._client.send(request, stream=True)
        try:
            async for chunk in response.aiter_bytes():
                body += chunk
                if len(body) > limit_bytes:
                    return HttpFailure(FailureReason.TOO_LARGE)
            return HttpAnswer(response.status_code, dict(response.headers), bytes(body))
        finally:
            await response.aclose()

    def _heed(self, url: str, answer: HttpAnswer) -> None:
        host = urlsplit(url).netloc
        if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
            wish_s = retry_after_s(answer.headers, REST_AFTER_429_S)
            self._log_rest(host, "rate limit", self._cooldowns.rest(host, wish_s))
            self._telemetry.source_failed(url, SourceFailure.ASKED_TO_WAIT)
        elif answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            self._log_rest(host, f"status {answer.status}", self._cooldowns.failed(host))
            self._telemetry.source_failed(url, SourceFailure.SERVER_ERROR)
        else:
            self._cooldowns.answered(host)

    def _failed(self, url: str, reason: FailureReason) -> HttpFailure:
        host = urlsplit(url).netloc
        self._log_rest(host, reason.value, self._cooldowns.failed(host))
        self._telemetry.source_failed(url, _FAILURES[reason])
        return HttpFailure(reason)

    def _log_rest(self, host: str, reason: str, seconds: float) -> None:
        _log.warning("music_host_rests host=%s reason=%r seconds=%d", host, reason, seconds)


def _at(request: httpx.Request, address: str | None) -> httpx.Request:
    """The request as it is, but sent to this address."""
    if address is not None:
        request.extensions["sni_hostname"] = request.url.host
        request.url = request.url.copy_with(host=address)
    return request
