"""The page's server on a real port, with a real companion over fakes behind it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from bot.chat import Chat
from bot.web.limits import PageLimits
from bot.web.server import PageServer
from core.domain.conversation import PersonId
from core.domain.face_reading import FaceReading
from core.domain.media import Upload
from core.domain.mix import Mix
from core.ports.reading import FaceWatcher
from core.ports.songs import PreviewFetcher
from core.services.companion import Companion
from core.services.identity import Pseudonyms
from core.services.observe import Observations
from core.services.own_faces import OwnFaces
from tests.fakes.memory_store import MemoryStore
from tests.fakes.page_library import SONG, make_mixes
from tests.fakes.songs import (
    FakeFaceReader,
)

PNG = b"\x89PNG\r\n\x1a\n a drawn card"
KEY = b"k" * 32


class GatedFaceReader(FakeFaceReader):
    """Reads only once its gate is open; broken, it fails in a way nobody foresaw."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = asyncio.Event()
        self.gate.set()
        self.entered = asyncio.Event()
        self.broken = False

    async def read_face(self, upload: Upload) -> FaceReading:
        self.entered.set()
        await self.gate.wait()
        if self.broken:
            raise RuntimeError("planted secret in a bug")
        return await super().read_face(upload)


@dataclass
class World:
    """A running page server and a browser-like client for it."""

    server: PageServer
    store: MemoryStore
    faces: GatedFaceReader
    http: aiohttp.ClientSession
    token: str
    painted: list[Mix]

    @property
    def person(self) -> PersonId:
        return Pseudonyms(KEY).person("web", "local")

    def url(self, path: str) -> str:
        return self.server.address.rstrip("/") + path

    def headers(self, **changes: str | None) -> dict[str, str]:
        """What our own page sends; keyword arguments replace or remove headers."""
        names = {
            "Origin": self.server.address.rstrip("/"),
            "Sec-Fetch-Site": "same-origin",
            "X-Moodmix-Token": self.token,
        } | {name.replace("_", "-"): value for name, value in changes.items()}
        return {name: value for name, value in names.items() if value is not None}

    async def get(self, path: str, **headers: str | None) -> tuple[int, Any]:
        async with self.http.get(self.url(path), headers=self.headers(**headers)) as response:
            return response.status, await response.json()

    async def post(self, path: str, value: object, **headers: str | None) -> tuple[int, Any]:
        request = self.http.post(self.url(path), json=value, headers=self.headers(**headers))
        async with request as response:
            return response.status, await response.json()

    async def send(
        self, *, headers: dict[str, str] | None = None, **parts: str | bytes
    ) -> tuple[int, Any]:
        """A message: texts as fields, bytes as files."""
        form = aiohttp.FormData(default_to_multipart=True)
        for name, part in parts.items():
            file = {"filename": f"{name}.bin"} if isinstance(part, bytes) else {}
            form.add_field(name, part, **file)
        return await self.send_form(form, **(headers or {}))

    async def send_still(self, path: str, still: bytes, **headers: str | None) -> tuple[int, Any]:
        """A small JPEG of the camera."""
        headers = {"Content-Type": "image/jpeg", **headers}
        request = self.http.post(self.url(path), data=still, headers=self.headers(**headers))
        async with request as response:
            return response.status, await response.json()

    async def picture(self, address: str) -> bytes:
        """What an element of the page is shown at an address."""
        async with self.http.get(self.url(address)) as response:
            assert response.status == 200
            assert response.content_type == "image/png"
            return await response.read()

    async def send_form(self, form: Any, **headers: str | None) -> tuple[int, Any]:
        request = self.http.post(
            self.url("/api/message"), data=form, headers=self.headers(**headers)
        )
        async with request as response:
            return response.status, await response.json()

    async def answer(self) -> Any:
        """Consent, a sad face and a bright song: the answer to it."""
        await self.post("/api/consent", {})
        status, answer = await self.send(face=b"sad", song=SONG)
        assert status == 200, answer
        return answer


Start = Callable[..., Awaitable[World]]


@pytest.fixture
async def start() -> AsyncIterator[Start]:
    """Starts worlds, with the limits and painter a test wants."""
    async with AsyncExitStack() as stack:

        async def start_world(
            limits: PageLimits | None = None,
            paint: Exception | None = None,
            host: str = "127.0.0.1",
            previews: PreviewFetcher | None = None,
            watcher: FaceWatcher | None = None,
            own_faces: Callable[[Companion], OwnFaces] | None = None,
        ) -> World:
            store, faces, painted = MemoryStore(), GatedFaceReader(), []

            async def paint_card(mix: Mix) -> bytes:
                await asyncio.sleep(0)
                painted.append(mix)
                if paint:
                    raise paint
                return PNG

            companion = Companion(store, make_mixes(faces), lambda: datetime.now(UTC))
            chat = Chat(
                companion,
                Pseudonyms(KEY),
                paint_card,
                previews,
                own_faces=own_faces(companion) if own_faces else None,
                observations=Observations(watcher, companion.has_consented) if watcher else None,
            )
            server = PageServer(host, 0, chat, limits=limits)
            await server.start()
            stack.push_async_callback(server.stop)
            http = await stack.enter_async_context(aiohttp.ClientSession())
            async with http.get(server.address) as response:
                found = re.search(r'name="moodmix-token" content="(.+?)"', await response.text())
            assert found
            return World(server, store, faces, http, found[1], painted)

        yield start_world


@pytest.fixture
async def world(start: Start) -> World:
    return await start()
