"""The page's calls: thin handlers between HTTP and the companion."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field

from bot.chat import Chat, sample_type
from bot.presenters.language import say
from bot.presenters.wishes import wish_after, wish_noted
from bot.web.cards import Shelf
from bot.web.intake import read_json, read_message
from bot.web.limits import PageLimits
from bot.web.replies import reply_as_json, state_as_json, wish_as_json
from core.domain.conversation import Answer, Change, Reply, Whose, Wish
from core.domain.emotion import Emotion
from core.domain.errors import ConversationError, ErrorCode, OperationError, RequestError
from core.domain.intent import Intent
from core.domain.library import SONG_TYPES
from core.domain.mix import MIX_LENGTH, Mix, Verdict

_LARGEST_ID = 2**63 - 1
"""The largest whole number SQLite holds."""


class _Empty(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Choice(BaseModel):
    model_config = ConfigDict(extra="forbid")

    mood: Emotion | Whose | None = None
    intent: Intent | None = None
    song: str | None = Field(default=None, pattern="^[0-9a-f]{8}$")


class _Feedback(BaseModel):
    model_config = ConfigDict(extra="forbid")

    mix_id: int = Field(ge=1, le=_LARGEST_ID)
    position: int = Field(ge=1, le=MIX_LENGTH)
    verdict: Verdict | None


class _Wish(BaseModel):
    model_config = ConfigDict(extra="forbid")

    wish: Wish
    mix_id: int = Field(ge=1, le=_LARGEST_ID)
    position: int = Field(ge=0, le=MIX_LENGTH)


class ChatApi:
    """One local person talks to the companion; whoever can open the page is that person."""

    def __init__(self, chat: Chat, limits: PageLimits) -> None:
        self._companion = chat.companion
        self.person = chat.pseudonyms.person("web", "local")
        self._chat = chat
        self._cards = Shelf(chat.paint_card)
        self._samples = Shelf(self._sample_of)
        self._limits = limits
        self._messages_under_way = 0

    def routes(self) -> list[web.RouteDef]:
        """Every call with its address."""
        return [
            web.get("/api/state", self.state),
            web.post("/api/consent", self.consent),
            web.post("/api/message", self.message),
            web.post("/api/change", self.change),
            web.post("/api/feedback", self.feedback),
            web.post("/api/wish", self.wish),
            web.post("/api/forget", self.forget),
        ]

    async def state(self, _request: web.Request) -> web.Response:
        """Whether consent was given, and the page's words."""
        async with self._time_to_work():
            consented = await self._companion.has_consented(self.person)
        state = state_as_json(
            consented=consented, limits=self._limits, keep_days=self._chat.keep_days
        )
        return web.json_response(state)

    async def consent(self, request: web.Request) -> web.Response:
        """The person agreed to the notice."""
        await read_json(request, _Empty, self._limits)
        async with self._time_to_work():
            await self._companion.give_consent(self.person)
        return web.json_response({"text": say("consent-thanks")})

    async def message(self, request: web.Request) -> web.Response:
        """A face, a song, or both."""
        async with self._room_for_message():
            message = await read_message(request, self._limits)
            async with self._time_to_work():
                reply = await self._companion.receive(
                    self.person, face=message.face, song=message.song, intent=message.intent
                )
        return self._reply(reply)

    async def change(self, request: web.Request) -> web.Response:
        """The last reply again, with the mood, intent or song the person chose."""
        choice = await read_json(request, _Choice, self._limits)
        try:
            change = Change(choice.mood, choice.intent, choice.song)
        except ValueError as error:
            raise RequestError(ErrorCode.REQUEST_INVALID) from error
        async with self._time_to_work():
            reply = await self._companion.change(self.person, change)
        return self._reply(reply)

    async def feedback(self, request: web.Request) -> web.Response:
        """👍, 👎, or neither any more."""
        feedback = await read_json(request, _Feedback, self._limits)
        async with self._time_to_work():
            track = await self._companion.rate(
                self.person, feedback.mix_id, feedback.position, feedback.verdict
            )
        words = say("rated", verdict=feedback.verdict or "none", title=track.title)
        choice = wish_after(feedback.verdict, track, feedback.mix_id, feedback.position)
        return web.json_response({"text": words, "wish": wish_as_json(choice)})

    async def wish(self, request: web.Request) -> web.Response:
        """The last answer again, with more like a track, or without its artist."""
        told = await read_json(request, _Wish, self._limits)
        async with self._time_to_work():
            wished = await self._companion.wish(self.person, told.wish, told.mix_id, told.position)
        if wished.answer:
            return self._reply(wished.answer)
        return web.json_response({"kind": "noted", "text": wish_noted(told.wish, wished)})

    async def forget(self, request: web.Request) -> web.Response:
        """Erase everything about the person."""
        await read_json(request, _Empty, self._limits)
        async with self._time_to_work():
            await self._companion.forget(self.person)
            if self._chat.own_faces:
                await self._chat.own_faces.forget()
        self._cards.clear()
        self._samples.clear()
        return web.json_response({"text": say("forgotten")})

    async def card(self, request: web.Request) -> web.Response:
        """The drawn card of a recent mix; raises RequestError (REQUEST_UNKNOWN)."""
        async with self._time_to_work():
            picture = await self._cards.fetch(int(request.match_info["mix_id"]))
        if picture is None:
            raise RequestError(ErrorCode.REQUEST_UNKNOWN)
        return web.Response(body=picture, content_type="image/png")

    async def sample(self, request: web.Request) -> web.Response:
        """How the first track of a recent mix sounds; raises RequestError (REQUEST_UNKNOWN)."""
        async with self._time_to_work():
            sound = await self._samples.fetch(int(request.match_info["mix_id"]))
        if not sound:
            raise RequestError(ErrorCode.REQUEST_UNKNOWN)
        return web.Response(body=sound, content_type=sample_type(sound))

    async def sound(self, request: web.Request) -> web.FileResponse:
        """The person's own file behind a track; raises ConversationError (SONG_FILE_GONE)."""
        mix_id, position = (int(request.match_info[name]) for name in ("mix_id", "position"))
        async with self._time_to_work():
            file = await self._companion.file_of(mix_id, position)
            if not await asyncio.to_thread(file.path.is_file):
                raise ConversationError(ErrorCode.SONG_FILE_GONE)
        media_type = SONG_TYPES[file.path.suffix.lower()]
        return web.FileResponse(file.path, headers={"Content-Type": media_type})

    def _reply(self, reply: Reply) -> web.Response:
        if isinstance(reply, Answer):
            self._cards.put(reply.mix_id, reply.mix)
            self._samples.put(reply.mix_id, reply.mix)
        return web.json_response(reply_as_json(reply, samples=self._chat.previews is not None))

    async def _sample_of(self, mix: Mix) -> bytes:
        sample = await self._chat.first_sample(mix)
        return sample.data if sample else b""

    @asynccontextmanager
    async def _time_to_work(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(self._limits.work_s):
                yield
        except TimeoutError as error:
            raise OperationError(ErrorCode.TIMED_OUT) from error

    @asynccontextmanager
    async def _room_for_message(self) -> AsyncIterator[None]:
        if self._messages_under_way >= self._limits.messages_at_once:
            raise OperationError(ErrorCode.BUSY)
        self._messages_under_way += 1
        try:
            yield
        finally:
            self._messages_under_way -= 1
