"""The real adapter, the real library and the real conversation against the local server."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.chat import Chat as ChatPartner
from bot.telegram.app import TelegramBot
from core.domain.affect import Affect
from core.domain.conversation import PersonId
from core.domain.emotion import Emotion
from core.domain.face_reading import FaceReading
from core.domain.media import Upload
from core.domain.mix import Mix, Verdict
from core.domain.track import RatedTrack, Source
from core.domain.track_table import TrackTable
from core.ports.store import Store
from core.services.companion import Companion
from core.services.identity import Pseudonyms
from core.services.make_mix import MixMaker
from core.services.resolve_seed import SeedResolver
from core.storage.sqlite_library import SqliteLibrary
from core.storage.sqlite_store import SqliteStore
from tests.fakes.songs import (
    HELLOS,
    FakeExpander,
    FakeFinder,
    FakeMusicReader,
    FakePreviews,
    FakeRater,
    face_reading,
    rated,
)
from tests.fakes.telegram_people import Chat, Person, private_chat
from tests.fakes.telegram_server import TOKEN, TelegramServer
from tests.fakes.vaults import VAULT

PNG_CARD = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)

SONGS = [
    rated("Africa", "Toto", 0.6, 0.3, year=1982, genre="pop", language="en"),
    rated("Happy", "Pharrell Williams", 0.9, 0.6, year=2013, genre="pop", language="en"),
    rated("Here Comes the Sun", "The Beatles", 0.7, 0.0, year=1969, genre="rock", language="en"),
    rated("Hurt", "Johnny Cash", -0.8, -0.4, year=2002, genre="country", language="en"),
    rated("Mad World", "Gary Jules", -0.8, -0.5, year=2001, genre="pop", language="en"),
    rated("Nuvole <Bianche> & più", "Ludovico Einaudi", -0.2, -0.6, year=2004, genre="classical"),
    rated("Lovely Day", "Bill Withers", 0.8, 0.2, year=1977, genre="soul", language="en"),
]


class Library:
    """A catalogue that can grow."""

    def __init__(self) -> None:
        self._tracks = list(SONGS)

    def add(self, track: RatedTrack) -> None:
        self._tracks.append(track)

    def tables(self) -> list[TrackTable]:
        return [TrackTable.of(self._tracks)]


class WatchedFaceReader:
    """Keeps what it was given; answers at once, when let, or with an error."""

    def __init__(self) -> None:
        self.uploads: list[Upload] = []
        self.reading = face_reading(Emotion.SAD)
        self.error: Exception | None = None
        self.gate = asyncio.Event()
        self.gate.set()

    async def read_face(self, upload: Upload) -> FaceReading:
        self.uploads.append(upload)
        await asyncio.wait_for(self.gate.wait(), 30)
        if self.error:
            raise self.error
        return self.reading


@dataclass(slots=True)
class Painter:
    """Paints one pixel, or fails."""

    card: bytes = PNG_CARD
    error: Exception | None = None
    painted: list[Mix] = field(default_factory=list)

    async def paint(self, mix: Mix) -> bytes:
        self.painted.append(mix)
        if self.error:
            raise self.error
        return self.card


@dataclass(slots=True)
class World:
    """A running bot, its server, and one person's private chat."""

    server: TelegramServer
    bot: TelegramBot
    database: Path
    faces: WatchedFaceReader
    music: FakeMusicReader
    painter: Painter
    catalogue: Library
    pseudonyms: Pseudonyms
    companion: Companion
    ann: Person
    chat: Chat
    previews: FakePreviews

    async def agree(self) -> None:
        await self.companion.give_consent(self.person_id(self.ann))

    def person_id(self, person: Person) -> PersonId:
        return self.pseudonyms.person("telegram", person.id)

    def ratings(self) -> dict[tuple[str, int, int], Verdict]:
        """What is stored, by person, mix and position; 0 is the whole mix."""
        rows = self._query("SELECT person, mix_id, position, verdict FROM feedback")
        return {
            (person, mix, position): Verdict(verdict) for person, mix, position, verdict in rows
        }

    def has_session(self) -> bool:
        return bool(self._query("SELECT 1 FROM session"))

    def _query(self, sql: str) -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(self.database, timeout=5)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()


def make_companion(
    store: Store,
    faces: WatchedFaceReader,
    music: FakeMusicReader,
    catalogue: Library,
    own: SqliteLibrary | None = None,
) -> Companion:
    titles = {song.track.title: song.track for song in SONGS}
    affects = {song.track.title: song.affect for song in SONGS} | {"Hello": Affect(-0.5, -0.1)}
    seeds = SeedResolver(
        finders=[FakeFinder(Source.CATALOGUE, titles=titles, doubts={"Hello": HELLOS})],
        namers=[],
        raters=[FakeRater(Source.CATALOGUE, affects)],
        expander=FakeExpander(),
        previews=FakePreviews(),
        music_reader=music,
    )
    mixes = MixMaker(faces, seeds, catalogue, own)
    return Companion(store, mixes, lambda: datetime.now(UTC), own)


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as running:
        yield running


OpenWorld = Callable[..., AbstractAsyncContextManager[World]]


@pytest.fixture
async def open_world(server: TelegramServer, tmp_path: Path) -> OpenWorld:
    """Opens a bot on the server, with its options; the database stays between bots.

    own: a library, where its songs are shared.
    """

    @asynccontextmanager
    async def opened(own: SqliteLibrary | None = None, **options: Any) -> AsyncIterator[World]:
        faces, music = WatchedFaceReader(), FakeMusicReader()
        painter, library = Painter(), Library()
        database = tmp_path / "moodmix.sqlite3"
        store = await SqliteStore.open(database, VAULT, lambda: datetime.now(UTC))
        pseudonyms = Pseudonyms(b"k" * 32)
        companion = make_companion(store, faces, music, library, own)
        previews = FakePreviews()
        partner = ChatPartner(companion, pseudonyms, painter.paint, previews, journal=store.journal)
        bot = TelegramBot(TOKEN, server.url, partner, poll_s=2, **options)
        ann = Person(4_000_000_001, "Ann")
        try:
            await bot.start()
            yield World(
                server,
                bot,
                database,
                faces,
                music,
                painter,
                library,
                pseudonyms,
                companion,
                ann,
                private_chat(server, ann),
                previews,
            )
        finally:
            await bot.stop()
            await store.close()

    return opened


@pytest.fixture
async def world(open_world: OpenWorld) -> AsyncIterator[World]:
    async with open_world() as opened:
        yield opened


@pytest.fixture
def photo(shared_data: Path) -> bytes:
    return (shared_data / "faces" / "single" / "astronaut.png").read_bytes()
