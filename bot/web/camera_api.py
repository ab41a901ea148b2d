"""The page's calls with stills of the camera: live looks at a face, and the person's own faces."""

from __future__ import annotations

from functools import partial
from typing import Any

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field

from bot.presenters.language import say
from bot.web.desk import Desk
from bot.web.intake import Empty, read_json, read_still
from core.domain.conversation import Reply
from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, RequestError
from core.domain.observation import Glimpse
from core.domain.own_faces import OwnFacesState
from core.services.observe import Observations
from core.services.own_faces import OwnFaces

STILL, FACE = "still", "face"
"""Names of the routes that take a still each, again and again."""


class _Song(BaseModel):
    model_config = ConfigDict(extra="forbid")

    song: str | None = Field(default=None, min_length=1, max_length=500)


class _WhichEmotion(BaseModel):
    model_config = ConfigDict(extra="forbid")

    emotion: Emotion


class ObserveApi:
    """An observation: begun, fed with stills, and ended with a reading or stopped without."""

    def __init__(self, desk: Desk, observations: Observations) -> None:
        self._desk = desk
        self._observations = observations

    def routes(self) -> list[web.RouteDef]:
        """Every call with its address."""
        one = r"/api/observations/{number:[0-9a-f]{16}}"
        return [
            web.post("/api/observations", self.begin),
            web.post(rf"{one}/stills/{{time_ms:\d{{1,5}}}}", self.look, name=STILL),
            web.post(f"{one}/end", self.end),
            web.post(f"{one}/stop", self.stop),
        ]

    async def begin(self, request: web.Request) -> web.Response:
        """Begin to look; tells by what number to go on."""
        await read_json(request, Empty, self._desk.limits)
        async with self._desk.time_to_work():
            number = await self._observations.begin(self._desk.person)
        return web.json_response({"number": number})

    async def look(self, request: web.Request) -> web.Response:
        """A still, with the milliseconds since the begin in its address."""
        still = await read_still(request, self._desk.limits)
        number, time_s = request.match_info["number"], int(request.match_info["time_ms"]) / 1000
        async with self._desk.time_to_work(self._desk.limits.look_s):
            try:
                glimpse = await self._observations.look(self._desk.person, number, time_s, still)
            except ValueError as error:
                raise RequestError(ErrorCode.REQUEST_INVALID) from error
        return web.json_response(_glimpse_as_json(glimpse))

    async def end(self, request: web.Request) -> web.Response:
        """What was seen goes into the conversation, with the song that was written meanwhile."""
        told = await read_json(request, _Song, self._desk.limits)
        number = request.match_info["number"]
        return await self._desk.reply(request, partial(self._take, number, told.song))

    async def stop(self, request: web.Request) -> web.Response:
        """The person has thought better of it: all that was seen is dropped."""
        await read_json(request, Empty, self._desk.limits)
        self._observations.stop(request.match_info["number"])
        return web.json_response({})

    async def _take(self, number: str, song: str | None) -> Reply:
        reading = await self._observations.end(self._desk.person, number)
        return await self._desk.chat.companion.take_reading(self._desk.person, reading, song)


class FacesApi:
    """The album of the person's own faces, for a network of their own."""

    def __init__(self, desk: Desk, own_faces: OwnFaces) -> None:
        self._desk = desk
        self._own_faces = own_faces

    def routes(self) -> list[web.RouteDef]:
        """Every call with its address."""
        emotions = "|".join(Emotion)
        return [
            web.get("/api/faces", self.show),
            web.post(f"/api/faces/{{emotion:{emotions}}}", self.add, name=FACE),
            web.post("/api/faces/drop", self.drop),
            web.post("/api/faces/clear", self.clear),
            web.post("/api/faces/shipped", self.read_as_shipped),
        ]

    async def show(self, _request: web.Request) -> web.Response:
        """How many faces there are, and what was learned from them."""
        async with self._desk.time_to_work():
            return _faces(await self._own_faces.state())

    async def add(self, request: web.Request) -> web.Response:
        """A still that shows an emotion."""
        still = await read_still(request, self._desk.limits)
        emotion = Emotion(request.match_info["emotion"])
        async with self._desk.time_to_work(self._desk.limits.look_s):
            return _faces(await self._own_faces.add(self._desk.person, emotion, still))

    async def drop(self, request: web.Request) -> web.Response:
        """Erase the last face of an emotion."""
        which = await read_json(request, _WhichEmotion, self._desk.limits)
        async with self._desk.time_to_work():
            return _faces(await self._own_faces.drop_newest(which.emotion))

    async def clear(self, request: web.Request) -> web.Response:
        """Erase all faces."""
        await read_json(request, Empty, self._desk.limits)
        async with self._desk.time_to_work():
            return _faces(await self._own_faces.clear())

    async def read_as_shipped(self, request: web.Request) -> web.Response:
        """Erase what was learned."""
        await read_json(request, Empty, self._desk.limits)
        async with self._desk.time_to_work():
            return _faces(await self._own_faces.read_as_shipped())


def _glimpse_as_json(glimpse: Glimpse) -> dict[str, Any]:
    place, emotion = glimpse.place, glimpse.emotion
    return {
        "place": [place.x, place.y, place.width, place.height] if place else None,
        "emotion": emotion.label if emotion else None,
        "seconds": {each.value: round(seconds, 2) for each, seconds in glimpse.seconds.items()},
    }


def _faces(state: OwnFacesState) -> web.Response:
    learned = state.network
    words = (
        say(
            "page-faces-learned",
            held_out=learned.held_out,
            before=learned.right_before,
            after=learned.right_after,
        )
        if learned
        else None
    )
    counts = {emotion.value: count for emotion, count in state.counts.items()}
    return web.json_response({"counts": counts, "learned": words})
