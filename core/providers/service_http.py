"""One music service over HTTP, asked in the manner it wants."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar, cast

from core.providers.courtesy import Manners
from core.providers.http import FailureReason, HttpAnswer, HttpFailure, MusicHttp

T = TypeVar("T")


class ServiceHttp:
    """The way to one service: its pace, its time limit, its rests and its recent answers.

    Everyone who asks the same host shares them. rest_wish_s: how long an answer asks to be left
    alone, 0 for not at all, where the service says so in its JSON.
    """

    def __init__(
        self,
        http: MusicHttp,
        base_url: str,
        manners: Manners,
        rest_wish_s: Callable[[object], float] | None = None,
    ) -> None:
        self._http = http
        self._base_url = base_url.rstrip("/")
        self._rests_after = manners.rests_after
        self._limit_s = manners.limit_s(http.timeout_s)
        self._courtesy = http.courtesy_of(self._base_url, manners)
        self._rest_wish_s = rest_wish_s

    async def ask(
        self,
        path: str,
        parameters: Mapping[str, str] | None,
        parse: Callable[[object], T | None],
    ) -> T | None:
        """What ``parse`` makes of the JSON at ``path``; None where there is no such answer.

        An answer is remembered by its address, which must always be read by the same ``parse``.
        """

        def call() -> Awaitable[HttpAnswer | HttpFailure]:
            return self._in_turn(
                lambda url: self._http.get(url, parameters, limit_s=self._limit_s), path
            )

        question = (path, tuple(sorted((parameters or {}).items())))
        return await self._remembered(question, parse, call)

    async def ask_about(
        self, path: str, things: object, parse: Callable[[object], T | None]
    ) -> T | None:
        """The same, for a list of things sent as JSON."""

        def call() -> Awaitable[HttpAnswer | HttpFailure]:
            return self._in_turn(
                lambda url: self._http.post_json(url, things, limit_s=self._limit_s), path
            )

        return await self._remembered((path, json.dumps(things)), parse, call)

    def rest(self, seconds: float) -> None:
        """Leave the service alone for a while, as its answer asked in its own way."""
        self._http.rest(self._base_url, seconds)

    async def _remembered(
        self,
        question: tuple[object, ...],
        parse: Callable[[object], T | None],
        call: Callable[[], Awaitable[HttpAnswer | HttpFailure]],
    ) -> T | None:
        question = (self._base_url, *question)  # one host may carry several services
        kept = self._courtesy.kept(question)
        if kept is not None:
            return cast("T", kept)
        answer = await call()
        if not isinstance(answer, HttpAnswer):
            return None
        told = answer.json()
        wish_s = self._rest_wish_s(told) if self._rest_wish_s else 0.0
        if wish_s > 0.0:
            self.rest(wish_s)
        said = parse(told) if answer.is_ok else None
        if said:  # what a source does not know now it may know in a minute
            self._courtesy.keep(question, said)
        return said

    async def _in_turn(
        self, call: Callable[[str], Awaitable[HttpAnswer | HttpFailure]], path: str
    ) -> HttpAnswer | HttpFailure:
        url = self._base_url + path
        if self._http.is_resting(url):
            return HttpFailure(FailureReason.RESTING)
        wait_s = self._courtesy.turn_in_s(self._limit_s)
        if wait_s is None:
            return HttpFailure(FailureReason.TOO_MANY)
        if wait_s:
            await asyncio.sleep(wait_s)
        answer = await call(url)
        if isinstance(answer, HttpAnswer) and answer.status in self._rests_after:
            self.rest(self._rests_after[answer.status])
        return answer
