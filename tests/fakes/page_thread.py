"""A page server in a thread of its own, for browsers driven by blocking code."""

from __future__ import annotations

import asyncio
import io
import threading
from collections.abc import Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from PIL import Image

from bot.chat import Chat
from bot.presenters.card import draw_card
from bot.web.server import PageServer
from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, FaceError
from core.domain.face_reading import FaceReading
from core.domain.media import Upload
from core.domain.mix import Mix
from core.inference.faces.detector import FaceBox
from core.inference.reader import MoodFaceReader
from core.inference.workers import Workers
from core.services.companion import Companion
from core.services.identity import Pseudonyms
from core.services.observe import Observations
from core.services.own_faces import OwnFaces
from core.storage.face_folder import FaceFolder
from tests.fakes.faces import FakeDetector, FakeEngine
from tests.fakes.memory_store import MemoryStore
from tests.fakes.page_library import make_mixes
from tests.fakes.songs import face_reading, film_reading, group_reading, unsure_reading

T = TypeVar("T")

FACE = FaceBox(120, 60, 160, 160, 1.0)
"""What the camera of the page always sees, in stills of 480 pixels."""


class ColourReader:
    """A red picture is an angry face, white shows nobody, any other a sad one but for these:

    Grey is an unsure reading, teal a group, purple a film.
    """

    def __init__(self) -> None:
        self._odd = {
            (128, 128, 128): unsure_reading(),
            (0, 128, 128): group_reading(),
            (128, 0, 128): film_reading((Emotion.HAPPY, 9), (Emotion.SURPRISE, 2)),
        }

    async def read_face(self, upload: Upload) -> FaceReading:
        await asyncio.sleep(0.05)
        colour = Image.open(io.BytesIO(upload.data)).convert("RGB").getpixel((0, 0))
        if colour in self._odd:
            return self._odd[colour]
        red, green, _ = colour
        if green > 240:
            raise FaceError(ErrorCode.NO_FACE)
        return face_reading(Emotion.ANGRY if red > 200 else Emotion.SAD)


class PageThread:
    """Start it, open ``address``, stop it; starting again takes the same port."""

    def __init__(self, folder: Path | None = None) -> None:
        """folder: where own faces lie; without one none are taken."""
        self._folder = folder
        self._workers = Workers(threads=2, queue_limit=8)
        self.camera = FakeDetector(lambda _: [FACE])
        self.store = MemoryStore()
        self.address = ""
        self._port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server: PageServer | None = None

    def start(self) -> None:
        companion = Companion(self.store, make_mixes(ColourReader()), lambda: datetime.now(UTC))
        reader = MoodFaceReader(self._workers, self.camera, FakeEngine(Emotion.HAPPY))
        album = FaceFolder(self._folder) if self._folder else None
        chat = Chat(
            companion,
            Pseudonyms(b"k" * 32),
            _paint,
            own_faces=OwnFaces(reader, album, companion.has_consented, self._workers)
            if album
            else None,
            observations=Observations(reader, companion.has_consented),
        )
        self._server = PageServer("127.0.0.1", self._port, chat)
        self._run(self._server.start())
        self.address = self._server.address
        self._port = int(self.address.rstrip("/").rpartition(":")[2])

    def stop(self) -> None:
        if self._server:
            self._run(self._server.stop())

    def close(self) -> None:
        self.stop()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()
        self._workers.close()

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(20)


async def _paint(mix: Mix) -> bytes:
    return await asyncio.to_thread(draw_card, mix)
