"""The page's calls about what is the person's own: moods over time, settings, data, farewell."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Annotated

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field

from bot.presenters.export import export_files
from bot.presenters.history import describe_history, draw_history
from bot.presenters.language import LANGUAGES, language_code, say
from bot.presenters.week import describe_week, draw_week
from bot.web.desk import Desk
from bot.web.intake import Empty, read_json
from bot.web.settings_form import settings_as_json
from core.domain.errors import ErrorCode, RequestError
from core.domain.preferences import Preferences
from core.domain.wishes import Context

HISTORY = timedelta(weeks=12)
"""So far back the picture of moods goes."""

_MOST_LANGUAGES = 30

_Name = Annotated[str, Field(min_length=1, max_length=60)]


class _Settings(BaseModel):
    """language: a code, None for the browser's; song_languages: codes or names, as written."""

    model_config = ConfigDict(extra="forbid")

    language: _Name | None
    song_languages: list[_Name] = Field(max_length=_MOST_LANGUAGES)
    occasion: Context | None
    help_line: bool


class _Artist(BaseModel):
    model_config = ConfigDict(extra="forbid")

    artist: str = Field(min_length=1, max_length=500)


class OwnDataApi:
    """To see, to set, to take along and to erase."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._companion = desk.chat.companion
        self._person = desk.person

    def routes(self) -> list[web.RouteDef]:
        """Every call with its address."""
        return [
            web.get("/api/history", self.history),
            web.get("/api/week", self.week),
            web.get("/api/export", self.export),
            web.get("/api/settings", self.settings),
            web.post("/api/settings", self.set),
            web.post("/api/artists/again", self.want_again),
            web.post("/api/withdraw", self.withdraw),
            web.post("/api/forget", self.forget),
        ]

    async def history(self, _request: web.Request) -> web.Response:
        """The moods of the last weeks, as a picture and in words."""
        async with self._desk.time_to_work():
            moods = await self._companion.history(self._person, datetime.now(UTC) - HISTORY)
        if not moods:
            return web.json_response({"text": say("page-history-none"), "picture": None})
        url = self._desk.hang(draw_history, moods)
        picture = {"url": url, "alt": describe_history(moods)}
        return web.json_response({"text": say("page-history"), "picture": picture})

    async def week(self, _request: web.Request) -> web.Response:
        """The last seven days, as a picture and in words."""
        async with self._desk.time_to_work():
            week = await self._companion.week(self._person)
        picture = {"url": self._desk.hang(draw_week, week), "alt": describe_week(week)}
        return web.json_response({"text": say("page-week"), "picture": picture})

    async def export(self, _request: web.Request) -> web.Response:
        """All that is stored about the person, to read and for programs."""
        async with self._desk.time_to_work():
            data = await self._companion.export(self._person)
            files = await asyncio.to_thread(export_files, data, datetime.now(UTC))
        shown = [
            {"name": file.name, "type": file.media_type, "text": file.data.decode()}
            for file in files
        ]
        return web.json_response({"text": say("page-export"), "files": shown})

    async def settings(self, _request: web.Request) -> web.Response:
        """What the person set, and what can be set."""
        return await self._settings()

    async def set(self, request: web.Request) -> web.Response:
        """Replace what they set; where a language of songs is none, say so and change nothing.

        Raises RequestError for another language to speak.
        """
        told = await read_json(request, _Settings, self._desk.limits)
        if told.language not in (None, *LANGUAGES):
            raise RequestError(ErrorCode.REQUEST_INVALID)
        codes = {word: language_code(word) for word in told.song_languages}
        unknown = next((word for word, code in codes.items() if code is None), None)
        if unknown is not None:
            text = say("settings-language-unknown", language=unknown)
            return web.json_response({"saved": False, "text": text})
        preferences = Preferences(
            language=told.language,
            song_languages=frozenset(code for code in codes.values() if code),
            occasion=told.occasion,
            help_line=told.help_line,
        )
        async with self._desk.time_to_work():
            await self._companion.set_preferences(self._person, preferences)
        return web.json_response({"saved": True, "text": say("settings-saved")})

    async def want_again(self, request: web.Request) -> web.Response:
        """Take back that nothing by an artist is wanted."""
        told = await read_json(request, _Artist, self._desk.limits)
        async with self._desk.time_to_work():
            await self._companion.want_again(self._person, told.artist)
        return await self._settings()

    async def withdraw(self, request: web.Request) -> web.Response:
        """Look at no face any more; everything else stays."""
        await read_json(request, Empty, self._desk.limits)
        if self._desk.chat.observations:
            self._desk.chat.observations.stop()
        async with self._desk.time_to_work():
            await self._companion.withdraw_consent(self._person)
        return web.json_response({"text": say("withdrawn")})

    async def forget(self, request: web.Request) -> web.Response:
        """Erase everything about the person."""
        await read_json(request, Empty, self._desk.limits)
        if self._desk.chat.observations:
            self._desk.chat.observations.stop()
        async with self._desk.time_to_work():
            await self._companion.forget(self._person)
            if self._desk.chat.own_faces:
                await self._desk.chat.own_faces.forget()
        self._desk.clear()
        return web.json_response({"text": say("forgotten")})

    async def _settings(self) -> web.Response:
        async with self._desk.time_to_work():
            preferences = await self._companion.preferences(self._person)
            artists = await self._companion.unwanted_artists(self._person)
        return web.json_response(settings_as_json(preferences, artists))
