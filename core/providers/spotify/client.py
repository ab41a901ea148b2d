"""Spotify's Web API by spotipy, in threads of its own and never waited for longer than agreed.

spotipy sleeps through Retry-After by default and raises errors of several families; a plain
requests session keeps it to one request each, and every failure here ends in None.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from http import HTTPStatus
from typing import TypeVar, cast

import requests
import spotipy
from spotipy.cache_handler import MemoryCacheHandler
from spotipy.oauth2 import SpotifyClientCredentials, SpotifyOauthError

from core.domain.affect import Affect
from core.domain.track import Track
from core.ports.telemetry import NO_TELEMETRY, SourceFailure, Telemetry
from core.providers.cooldown import Cooldowns, retry_after_s
from core.providers.courtesy import Courtesy, Manners
from core.providers.spotify.parser import parse_affects, parse_search, parse_track
from core.providers.spotify.session import BoundedSession

T = TypeVar("T")

MANNERS = Manners(calls=30, window_s=10.0, kept_s=300.0)
"""Its rate counts over a rolling 30 s and is not published; its terms allow short caches only."""

SEARCH_LIMIT = 10
REST_AFTER_429_S = 30.0
REST_AFTER_REFUSAL_S = 600.0
THREADS = 2
CALLS_AT_ONCE = 8

_log = logging.getLogger(__name__)


class _Part(StrEnum):
    """What rests apart: audio features are refused to most apps that may do the rest."""

    API = "api"
    FEATURES = "features"


class _Tokens:
    """Hands spotipy a token, and one kind of error where the token server sends none.

    spotipy itself takes a TypeError from a malformed answer for an old manager and asks again.
    """

    def __init__(self, credentials: SpotifyClientCredentials) -> None:
        self._credentials = credentials

    def get_access_token(self, **_as_dict: bool) -> str:
        """A valid token, from memory or from Spotify; never a dict, whatever spotipy asks for."""
        try:
            return str(self._credentials.get_access_token(as_dict=False))
        except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
            raise SpotifyOauthError("no token in the answer") from error


class SpotifyClient:
    """Asks Spotify as an app (client credentials); an answer that cannot be had is None."""

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        *,
        api_url: str,
        token_url: str,
        timeout_s: float,
        clock: Callable[[], float] = time.monotonic,
        telemetry: Telemetry = NO_TELEMETRY,
    ) -> None:
        # They log addresses with their search words, and the app's secret at debug level.
        logging.getLogger("spotipy").setLevel(logging.CRITICAL)
        logging.getLogger("urllib3").setLevel(logging.WARNING)
        self._timeout_s = timeout_s
        self._api_url = api_url
        self._telemetry = telemetry
        self._session = BoundedSession()
        self._tokens = MemoryCacheHandler()
        credentials = SpotifyClientCredentials(
            client_id=client_id,
            client_secret=client_secret,
            requests_session=self._session,
            requests_timeout=timeout_s,
            cache_handler=self._tokens,
        )
        credentials.OAUTH_TOKEN_URL = token_url
        self._spotify = spotipy.Spotify(
            auth_manager=_Tokens(credentials),
            requests_session=self._session,
            requests_timeout=timeout_s,
        )
        self._spotify.prefix = api_url.rstrip("/") + "/"
        self._cooldowns = Cooldowns(clock)
        self._courtesy = Courtesy(MANNERS, clock)
        self._features_refused = False
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="spotify")
        self._slots = threading.BoundedSemaphore(CALLS_AT_ONCE)

    def close(self) -> None:
        """Wait for calls under way and close every connection."""
        self._threads.shutdown(wait=True, cancel_futures=True)
        self._session.close()

    @property
    def features_refused(self) -> bool:
        """Whether Spotify has said that this app gets no audio features."""
        return self._features_refused

    async def track(self, spotify_id: str) -> Track | None:
        """``GET /tracks/{id}``."""
        return await self._ask(
            _Part.API, ("track", spotify_id), lambda: self._spotify.track(spotify_id), parse_track
        )

    async def search(self, text: str) -> tuple[Track, ...]:
        """``GET /search`` for tracks, best first."""
        found = await self._ask(
            _Part.API,
            ("search", text),
            lambda: self._spotify.search(text, limit=SEARCH_LIMIT, type="track"),
            parse_search,
        )
        return found or ()

    async def affect_of(self, spotify_id: str) -> Affect | None:
        """``GET /audio-features``; after one 403 never asked again by this process."""
        if self._features_refused:
            return None
        # spotipy's own audio_features() warns on each call; next() asks for any address.
        address = {"next": f"{self._spotify.prefix}audio-features/?ids={spotify_id}"}
        points = await self._ask(
            _Part.FEATURES,
            ("features", spotify_id),
            lambda: self._spotify.next(address),
            parse_affects,
        )
        return points.get(spotify_id) if points else None

    async def _ask(
        self,
        part: _Part,
        question: Hashable,
        call: Callable[[], object],
        parse: Callable[[object], T | None],
    ) -> T | None:
        kept = self._courtesy.kept(question)
        if kept is not None:
            return cast("T", kept)
        if self._cooldowns.is_resting(part):
            return None
        wait_s = self._courtesy.turn_in_s(self._timeout_s)
        if wait_s is None:
            return None
        if wait_s:
            await asyncio.sleep(wait_s)
        said = parse(await self._answer(part, call))
        if said:
            self._courtesy.keep(question, said)
        return said

    async def _answer(self, part: _Part, call: Callable[[], object]) -> object:
        if not self._slots.acquire(blocking=False):
            return None
        future = self._threads.submit(self._attempt, part, call)
        future.add_done_callback(lambda _: self._slots.release())
        try:
            # One call may need a token first, so it is two requests at most.
            return await asyncio.wait_for(asyncio.wrap_future(future), 2 * self._timeout_s)
        except TimeoutError:
            self._failed(part, "too slow", SourceFailure.TOO_SLOW)
            return None

    def _attempt(self, part: _Part, call: Callable[[], object]) -> object:
        try:
            answer = call()
        except spotipy.SpotifyException as error:
            self._heed(part, error)
        except SpotifyOauthError as error:
            # What was refused is in the error; it may hold the operator's ids and is not logged.
            self._rest(_Part.API, "keys refused", _rest_after_token_error(error))
            self._rest(_Part.FEATURES, "keys refused", _rest_after_token_error(error))
            self._telemetry.source_failed(self._api_url, SourceFailure.REFUSED)
        except requests.RequestException as error:
            is_slow = isinstance(error, requests.Timeout)
            failure = SourceFailure.TOO_SLOW if is_slow else SourceFailure.UNREACHABLE
            self._failed(part, type(error).__name__, failure)
        except (AttributeError, TypeError, ValueError, RecursionError) as error:
            # spotipy trips over error bodies that are no JSON object.
            reason = f"not Spotify's answer ({type(error).__name__})"
            self._failed(part, reason, SourceFailure.BROKEN)
        else:
            self._cooldowns.answered(part)
            return answer
        return None

    def _heed(self, part: _Part, error: spotipy.SpotifyException) -> None:
        status = error.http_status
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            self._rest(part, "rate limit", retry_after_s(error.headers, REST_AFTER_429_S))
            self._telemetry.source_failed(self._api_url, SourceFailure.ASKED_TO_WAIT)
        elif status == HTTPStatus.FORBIDDEN and part is _Part.FEATURES:
            self._features_refused = True
            _log.info("spotify_features_refused")
        elif status == HTTPStatus.FORBIDDEN:
            self._rest(part, "refused; the app's owner may lack Premium", REST_AFTER_REFUSAL_S)
            self._telemetry.source_failed(self._api_url, SourceFailure.REFUSED)
        elif status == HTTPStatus.UNAUTHORIZED:
            self._tokens.save_token_to_cache(None)
        elif status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            self._failed(part, f"status {status}", SourceFailure.SERVER_ERROR)

    def _failed(self, part: _Part, reason: str, failure: SourceFailure) -> None:
        seconds = self._cooldowns.failed(part)
        self._telemetry.source_failed(self._api_url, failure)
        _log.warning("spotify_rests part=%s reason=%r seconds=%d", part.value, reason, seconds)

    def _rest(self, part: _Part, reason: str, wish_s: float) -> None:
        seconds = self._cooldowns.rest(part, wish_s)
        _log.warning("spotify_rests part=%s reason=%r seconds=%d", part.value, reason, seconds)


def _rest_after_token_error(error: SpotifyOauthError) -> float:
    """Wrong keys stay wrong for long; a token server in trouble does not."""
    cause = error.__context__
    response = cause.response if isinstance(cause, requests.HTTPError) else None
    if response is None:
        return REST_AFTER_429_S
    if response.status_code in {HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED}:
        return REST_AFTER_REFUSAL_S
    return retry_after_s(response.headers, REST_AFTER_429_S)
