"""The page's calls of the conversation: thin handlers between HTTP and the companion."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, Self

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.chat import sample_type
from bot.presenters.choices import step_onward
from bot.presenters.language import say
from bot.presenters.mood_words import mood_of
from bot.presenters.wishes import wish_after, wish_noted
from bot.web.desk import Desk
from bot.web.intake import Empty, read_json, read_message
from bot.web.replies import steps_as_json, wish_as_json
from bot.web.state import state_as_json
from core.domain.affect import Affect
from core.domain.conversation import LAST_SONG, NO_SONG, Change, Onward, Whose, Wish
from core.domain.emotion import Emotion
from core.domain.errors import ConversationError, ErrorCode, OperationError, RequestError
from core.domain.intent import Intent
from core.domain.library import SONG_TYPES
from core.domain.mix import MIX_LENGTH, Verdict

_LARGEST_ID = 2**63 - 1
"""The largest whole number SQLite holds."""


class _Point(BaseModel):
    model_config = ConfigDict(extra="forbid")

    valence: float = Field(ge=-1, le=1)
    arousal: float = Field(ge=-1, le=1)


class _Mood(BaseModel):
    """An expression, words for one, or a point of the plane: one of them."""

    model_config = ConfigDict(extra="forbid")

    mood: Emotion | None = None
    words: str | None = Field(default=None, min_length=1, max_length=60)
    point: _Point | None = None

    @model_validator(mode="after")
    def _is_one_of_them(self) -> Self:
        if [self.mood, self.words, self.point].count(None) != 2:  # noqa: PLR2004 - of three
            raise ValueError("one of the three")
        return self


class _Choice(BaseModel):
    model_config = ConfigDict(extra="forbid")

    mood: Emotion | Whose | None = None
    intent: Intent | None = None
    song: str | None = Field(default=None, pattern=f"^([0-9a-f]{{8}}|{LAST_SONG}|{NO_SONG})$")


class _Onward(BaseModel):
    model_config = ConfigDict(extra="forbid")

    onward: Onward


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
    """What is said, from the first greeting to the farewell."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._companion = desk.chat.companion
        self._person = desk.person
        self._limits = desk.limits
        self._messages_under_way = 0

    def routes(self) -> list[web.RouteDef]:
        """Every call with its address."""
        return [
            web.get("/api/state", self.state),
            web.post("/api/consent", self.consent),
            web.post("/api/message", self.message),
            web.post("/api/mood", self.mood),
            web.post("/api/change", self.change),
            web.post("/api/onward", self.onward),
            web.post("/api/feedback", self.feedback),
            web.post("/api/wish", self.wish),
        ]

    async def state(self, _request: web.Request) -> web.Response:
        """Whether consent was given, what stands open, and the page's words."""
        async with self._desk.time_to_work():
            consented = await self._companion.has_consented(self._person)
            standing = await self._companion.standing(self._person)
            can_go_on = await self._companion.can_go_on(self._person)
        state = state_as_json(self._desk.chat, self._limits) | {
            "consented": consented,
            "standing": self._desk.tell(standing) if standing else self._desk.tell_again(),
            "steps": steps_as_json([step_onward(Onward.CHECK_IN)] if can_go_on else ()),
        }
        return web.json_response(state)

    async def consent(self, request: web.Request) -> web.Response:
        """The person agreed to the notice."""
        await read_json(request, Empty, self._limits)
        async with self._desk.time_to_work():
            await self._companion.give_consent(self._person)
        return web.json_response({"text": say("consent-thanks")})

    async def message(self, request: web.Request) -> web.Response:
        """A face, a song, or both."""
        async with self._room_for_message():
            message = await read_message(request, self._limits)
            ask = partial(
                self._companion.receive,
                self._person,
                face=message.face,
                song=message.song,
                intent=message.intent,
            )
            return await self._desk.reply(request, ask)

    async def mood(self, request: web.Request) -> web.Response:
        """How the person says they feel: no camera is needed."""
        told = await read_json(request, _Mood, self._limits)
        mood: Emotion | Affect | None = told.mood
        if told.words:
            mood = mood_of(told.words)
        if told.point:
            mood = Affect(told.point.valence, told.point.arousal)
        if mood is None:
            return web.json_response({"kind": "mood_unknown", "text": say("page-mood-unknown")})
        return await self._desk.reply(
            request, partial(self._companion.tell_mood, self._person, mood)
        )

    async def change(self, request: web.Request) -> web.Response:
        """The last reply again, with the mood, intent or song the person chose."""
        choice = await read_json(request, _Choice, self._limits)
        try:
            change = Change(choice.mood, choice.intent, choice.song)
        except ValueError as error:
            raise RequestError(ErrorCode.REQUEST_INVALID) from error
        return await self._desk.reply(
            request, partial(self._companion.change, self._person, change)
        )

    async def onward(self, request: web.Request) -> web.Response:
        """The list was heard: how the person feels now, or that they have had enough."""
        step = await read_json(request, _Onward, self._limits)
        check_in, finish = self._companion.check_in, self._companion.finish
        go_on = check_in if step.onward is Onward.CHECK_IN else finish
        return await self._desk.reply(request, partial(go_on, self._person))

    async def feedback(self, request: web.Request) -> web.Response:
        """👍, 👎, or neither any more."""
        feedback = await read_json(request, _Feedback, self._limits)
        mix_id, position, verdict = feedback.mix_id, feedback.position, feedback.verdict
        async with self._desk.time_to_work():
            track = await self._companion.rate(self._person, mix_id, position, verdict)
        self._desk.note_verdict(mix_id, position, verdict)
        words = say("rated", verdict=verdict or "none", title=track.title)
        choice = wish_after(verdict, track, mix_id, position)
        return web.json_response({"text": words, "wish": wish_as_json(choice)})

    async def wish(self, request: web.Request) -> web.Response:
        """The last answer again, with more like a track, or without its artist."""
        told = await read_json(request, _Wish, self._limits)
        return await self._desk.once(request, partial(self._wished, told))

    async def card(self, request: web.Request) -> web.Response:
        """The drawn card of a recent mix; raises RequestError (REQUEST_UNKNOWN)."""
        async with self._desk.time_to_work():
            return _picture(await self._desk.cards.fetch(int(request.match_info["mix_id"])))

    async def picture(self, request: web.Request) -> web.Response:
        """A picture that was promised lately; raises RequestError (REQUEST_UNKNOWN)."""
        async with self._desk.time_to_work():
            return _picture(await self._desk.pictures.fetch(request.match_info["name"]))

    async def sample(self, request: web.Request) -> web.Response:
        """How the first track of a recent mix sounds; raises RequestError (REQUEST_UNKNOWN)."""
        async with self._desk.time_to_work():
            sound = await self._desk.samples.fetch(int(request.match_info["mix_id"]))
        if not sound:
            raise RequestError(ErrorCode.REQUEST_UNKNOWN)
        return web.Response(body=sound, content_type=sample_type(sound))

    async def sound(self, request: web.Request) -> web.FileResponse:
        """The person's own file behind a track; raises ConversationError (SONG_FILE_GONE)."""
        mix_id, position = (int(request.match_info[name]) for name in ("mix_id", "position"))
        async with self._desk.time_to_work():
            file = await self._companion.file_of(mix_id, position)
            if not await asyncio.to_thread(file.path.is_file):
                raise ConversationError(ErrorCode.SONG_FILE_GONE)
        media_type = SONG_TYPES[file.path.suffix.lower()]
        return web.FileResponse(file.path, headers={"Content-Type": media_type})

    async def _wished(self, told: _Wish) -> dict[str, Any]:
        async with self._desk.time_to_work():
            wished = await self._companion.wish(self._person, told.wish, told.mix_id, told.position)
        if wished.answer:
            return self._desk.tell(wished.answer)
        return {"kind": "noted", "text": wish_noted(told.wish, wished)}

    @asynccontextmanager
    async def _room_for_message(self) -> AsyncIterator[None]:
        if self._messages_under_way >= self._limits.messages_at_once:
            raise OperationError(ErrorCode.BUSY)
        self._messages_under_way += 1
        try:
            yield
        finally:
            self._messages_under_way -= 1


def _picture(data: bytes | None) -> web.Response:
    if data is None:
        raise RequestError(ErrorCode.REQUEST_UNKNOWN)
    return web.Response(body=data, content_type="image/png")
