"""The real discord.py against a local Discord, with a real companion behind it."""

from __future__ import annotations

import asyncio
import sqlite3
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
import structlog

from bot.chat import Chat
from bot.presenters.card import draw_card
from core.domain.affect import Affect
from core.domain.conversation import PersonId
from core.domain.mix import Mix
from core.domain.track import Source
from core.services.companion import Companion
from core.services.identity import Pseudonyms
from core.services.make_mix import MixMaker
from core.services.resolve_seed import SeedResolver
from core.storage.sqlite_library import SqliteLibrary
from core.storage.sqlite_store import SqliteStore
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Person, SentFile
from tests.fakes.songs import (
    HELLOS,
    FakeCatalogue,
    FakeExpander,
    FakeFaceReader,
    FakeFinder,
    FakeMusicReader,
    FakePreviews,
    FakeRater,
    rated,
)
from tests.fakes.vaults import VAULT

with warnings.catch_warnings():
    # discord.py imports a module that Python 3.13 drops; nothing of ours uses voice
    warnings.filterwarnings("ignore", "'audioop' is deprecated", DeprecationWarning)
    from discord.gateway import DiscordWebSocket
    from discord.http import Route

    from bot.discord.app import DiscordBot

SONG = "Queen - Bohemian Rhapsody"
RHAPSODY = rated("Bohemian Rhapsody", "Queen", 0.3, 0.4, year=1975, genre="rock", language="en")
LIBRARY = (
    RHAPSODY,
    *(
        rated(title, artist, valence, arousal, year=1976, genre="rock", language="en")
        for title, artist, valence, arousal in (
            ("Dancing Queen", "ABBA", 0.8, 0.6),
            ("Go Your Own Way", "Fleetwood Mac", 0.3, 0.5),
            ("More Than a Feeling", "Boston", 0.5, 0.5),
            ("Wish You Were Here", "Pink Floyd", -0.4, -0.4),
            ("Angie", "The Rolling Stones", -0.6, -0.5),
            ("Hotel (California)", "Eagles", -0.1, 0.0),
            ("*Starred* _Song_", "The [Brackets]", 0.1, 0.1),
        )
    ),
)


@dataclass
class World:
    """A local Discord, the companion behind the bot, and how to start the bot."""

    server: DiscordServer
    database: Path
    face_reader: FakeFaceReader
    chat: Chat
    stamp: Path
    store: SqliteStore
    bots: list[DiscordBot] = field(default_factory=list)

    def bot(self, **changes: object) -> DiscordBot:
        """A bot for this world, not started; stopped at the end in any case."""
        settings = {
            "token": self.server.token,
            "api_url": self.server.api_url,
            "gateway_url": self.server.gateway_url,
            "chat": self.chat,
            "commands_stamp": self.stamp,
            **changes,
        }
        bot = DiscordBot(**settings)
        self.bots.append(bot)
        return bot

    async def start(self, **changes: object) -> DiscordBot:
        bot = self.bot(**changes)
        await bot.start()
        return bot

    def feedback(self) -> dict[tuple[str, int], str]:
        """Verdicts in the database, by pseudonym and position (0 is the mix as a whole)."""
        with closing(sqlite3.connect(self.database, timeout=5)) as database:
            rows = database.execute("SELECT person, position, verdict FROM feedback").fetchall()
        return {(person, position): verdict for person, position, verdict in rows}

    def rating(self, person: Person, position: int) -> str | None:
        """What a person last said about a track, or about the mix as a whole (0)."""
        return self.feedback().get((self.pseudonym(person), position))

    def pseudonym(self, person: Person) -> PersonId:
        return self.chat.pseudonyms.person("discord", person.id)

    async def agree(self, person: Person) -> None:
        """Consent, given earlier."""
        await self.chat.companion.give_consent(self.pseudonym(person))


@pytest.fixture(autouse=True)
def _own_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a test points discord.py at is put back."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)


@pytest.fixture
async def server() -> AsyncIterator[DiscordServer]:
    server = DiscordServer()
    await server.start()
    yield server
    await server.stop()
    assert server.faults == []


@pytest.fixture
def paint_card() -> Callable[[Mix], Awaitable[bytes]]:
    async def paint(mix: Mix) -> bytes:
        return await asyncio.to_thread(draw_card, mix)

    return paint


@pytest.fixture
async def world(
    server: DiscordServer,
    paint_card: Callable[[Mix], Awaitable[bytes]],
    tmp_path: Path,
) -> AsyncIterator[World]:
    database = tmp_path / "moodmix.sqlite3"
    store = await SqliteStore.open(database, VAULT, _now)
    face_reader = FakeFaceReader()
    companion = Companion(store, make_mixes(face_reader), _now)
    chat = Chat(companion, Pseudonyms(b"k" * 32), paint_card, FakePreviews(), journal=store.journal)
    world = World(server, database, face_reader, chat, tmp_path / "discord_commands.sha256", store)
    yield world
    for bot in world.bots:
        await bot.stop()
    await store.close()


def make_mixes(face_reader: FakeFaceReader, own: SqliteLibrary | None = None) -> MixMaker:
    titles = {item.track.title: item.track for item in LIBRARY}
    affects = {item.track.title: item.affect for item in LIBRARY} | {"Hello": Affect(-0.5, -0.1)}
    seeds = SeedResolver(
        finders=[FakeFinder(Source.CATALOGUE, titles=titles, doubts={"Hello": HELLOS})],
        namers=[],
        raters=[FakeRater(Source.CATALOGUE, affects)],
        expander=FakeExpander(),
        previews=FakePreviews(),
        music_reader=FakeMusicReader(),
    )
    return MixMaker(face_reader, seeds, FakeCatalogue(LIBRARY), own)


@pytest.fixture
def ada() -> Person:
    return Person("Ada")


@pytest.fixture
def ben() -> Person:
    return Person("Ben")


@pytest.fixture
def selfie() -> SentFile:
    """What the fake reader reads as a sad face."""
    return SentFile("selfie.jpg", b"sad", "image/jpeg")


@pytest.fixture(autouse=True)
def _fresh_log_context() -> None:
    structlog.contextvars.clear_contextvars()


def _now() -> datetime:
    return datetime.now(UTC)
