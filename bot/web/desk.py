"""What all calls of the page share: whose page it is, how long they take, what they promised."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, TypeVar

from aiohttp import web

from bot.chat import Chat
from bot.web.limits import PageLimits
from bot.web.once import Once
from bot.web.replies import reply_as_json
from bot.web.shelf import Shelf
from core.domain.conversation import Answer, Reply
from core.domain.errors import ErrorCode, OperationError, RequestError
from core.domain.mix import Mix, Verdict

REQUEST_HEADER = "X-Moodmix-Request"

_LONGEST_KEY = 64

Thing = TypeVar("Thing")

_Drawing = tuple[Callable[[Any], bytes], Any]
"""How to draw, and what."""


class Desk:
    """One local person talks to the companion; whoever can open the page is that person."""

    def __init__(self, chat: Chat, limits: PageLimits) -> None:
        self.chat = chat
        self.limits = limits
        self.person = chat.pseudonyms.person("web", "local")
        self.cards: Shelf[int, Mix] = Shelf(chat.paint_card)
        self.samples: Shelf[int, Mix] = Shelf(self._sample_of)
        self.pictures: Shelf[str, _Drawing] = Shelf(self._draw)
        self._pen = asyncio.Lock()
        self._once: Once[dict[str, Any]] = Once()
        self._answer: Answer | None = None
        self._verdicts: dict[int, Verdict] = {}

    async def reply(
        self, request: web.Request, ask: Callable[[], Awaitable[Reply]]
    ) -> web.Response:
        """Ask the companion and tell the page what it said; a repeated request is answered once."""
        return await self.once(request, partial(self._told, ask))

    async def once(
        self, request: web.Request, work: Callable[[], Awaitable[dict[str, Any]]]
    ) -> web.Response:
        """Do what a request asks for, unless it was done already; raises RequestError."""
        key = request.headers.get(REQUEST_HEADER)
        if key is not None and not 0 < len(key) <= _LONGEST_KEY:
            raise RequestError(ErrorCode.REQUEST_INVALID)
        return web.json_response(await self._once.do(key, work))

    def tell(self, reply: Reply) -> dict[str, Any]:
        """A reply as the page renders it, with its pictures put where the page finds them."""
        self._answer = reply if isinstance(reply, Answer) else None
        self._verdicts = {}
        if isinstance(reply, Answer):
            self.cards.put(reply.mix_id, reply.mix)
            self.samples.put(reply.mix_id, reply.mix)
        return self._as_json(reply)

    def tell_again(self) -> dict[str, Any] | None:
        """The list that was told last, with its verdicts; None where something else came since."""
        return self._as_json(self._answer) if self._answer else None

    def note_verdict(self, mix_id: int, position: int, verdict: Verdict | None) -> None:
        """Remember a verdict for as long as its list is the last."""
        if self._answer is None or self._answer.mix_id != mix_id:
            return
        self._verdicts.pop(position, None)
        if verdict:
            self._verdicts[position] = verdict

    def hang(self, draw: Callable[[Thing], bytes], thing: Thing) -> str:
        """Promise a picture of something; returns its address."""
        name = secrets.token_hex(8)
        self.pictures.put(name, (draw, thing))
        return f"/api/pictures/{name}.png"

    def clear(self) -> None:
        """Drop all that was said and promised."""
        self.cards.clear()
        self.samples.clear()
        self.pictures.clear()
        self._once.clear()
        self._answer = None
        self._verdicts = {}

    @asynccontextmanager
    async def time_to_work(self, seconds: float | None = None) -> AsyncIterator[None]:
        """Bounds the work on a call, usually by ``work_s``; raises OperationError (TIMED_OUT)."""
        try:
            async with asyncio.timeout(self.limits.work_s if seconds is None else seconds):
                yield
        except TimeoutError as error:
            raise OperationError(ErrorCode.TIMED_OUT) from error

    async def _told(self, ask: Callable[[], Awaitable[Reply]]) -> dict[str, Any]:
        async with self.time_to_work():
            return self.tell(await ask())

    def _as_json(self, reply: Reply) -> dict[str, Any]:
        samples = self.chat.previews is not None
        return reply_as_json(reply, self.hang, samples=samples, verdicts=self._verdicts)

    async def _draw(self, drawing: _Drawing) -> bytes:
        draw, thing = drawing
        async with self._pen:
            return await self.chat.paint(draw, thing)

    async def _sample_of(self, mix: Mix) -> bytes:
        sample = await self.chat.first_sample(mix)
        return sample.data if sample else b""
