"""The real adapter, the real library and the real conversation against the local server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.chat import Chat as ChatPartner
from bot.telegram.app import TelegramBot
from bot.telegram.progress import Pace
from core.domain.conversation import Consent, MessageRef, PersonId, Session
from core.domain.emotion import Emotion, FaceReading
from core.domain.media import Upload
from core.domain.mix import Mix, Verdict
from core.domain.track import RatedTrack, Source, Track
from core.services.companion import Companion
from core.services.identity import Pseudonyms
from core.services.make_mix import MixMaker
from core.services.resolve_seed import SeedResolver
from tests.fakes.songs import (
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

    def tracks(self) -> list[RatedTrack]:
        return self._tracks


class WatchedFaceReader:
    """Keeps what it was given; answers at once, when let, or with an error."""

    def __init__(self) -> None:
        self.uploads: list[Upload] = []
        self.emotion = Emotion.SAD
        self.error: Exception | None = None
        self.gate = asyncio.Event()
        self.gate.set()

    async def read_face(self, upload: Upload) -> FaceReading:
        self.uploads.append(upload)
        await asyncio.wait_for(self.gate.wait(), 30)
        if self.error:
            raise self.error
        return face_reading(self.emotion)


class MemoryStore:
    """Stands in for the database until it is there."""

    def __init__(self) -> None:
        self.consents: dict[PersonId, Consent] = {}
        self.sessions: dict[PersonId, Session] = {}
        self.mixes: dict[int, tuple[PersonId, Mix]] = {}
        self.messages: dict[MessageRef, int] = {}
        self.ratings: dict[tuple[PersonId, int, int], Verdict] = {}

    async def consent_of(self, person: PersonId) -> Consent | None:
        return self.consents.get(person)

    async def give_consent(self, person: PersonId, consent: Consent) -> None:
        self.consents[person] = consent

    async def session_of(self, person: PersonId) -> Session:
        return self.sessions.get(person, Session())

    async def save_session(self, person: PersonId, session: Session) -> None:
        self.sessions[person] = session

    async def save_mix(self, person: PersonId, mix: Mix) -> int:
        mix_id = len(self.mixes) + 1
        self.mixes[mix_id] = (person, mix)
        return mix_id

    async def link_message(self, message: MessageRef, mix_id: int) -> None:
        self.messages[message] = mix_id

    async def mix_of_message(self, message: MessageRef) -> int | None:
        return self.messages.get(message)

    async def track_of(self, mix_id: int, position: int) -> Track | None:
        if mix_id not in self.mixes:
            return None
        found = self.mixes[mix_id][1].recommendations[position - 1 : position]
        return found[0].track if found else None

    async def rate(
        self, person: PersonId, mix_id: int, position: int, verdict: Verdict | None
    ) -> None:
        if verdict is None:
            self.ratings.pop((person, mix_id, position), None)
        else:
            self.ratings[person, mix_id, position] = verdict

    async def forget(self, person: PersonId) -> None:
        self.consents.pop(person, None)
        self.sessions.pop(person, None)
        self.ratings = {key: v for key, v in self.ratings.items() if key[0] != person}


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
    store: MemoryStore
    faces: WatchedFaceReader
    music: FakeMusicReader
    painter: Painter
    catalogue: Library
    pseudonyms: Pseudonyms
    companion: Companion
    ann: Person
    chat: Chat

    async def agree(self) -> None:
        await self.companion.give_consent(self.person_id(self.ann))

    def person_id(self, person: Person) -> str:
        return self.pseudonyms.person("telegram", person.id)


def make_companion(
    store: MemoryStore, faces: WatchedFaceReader, music: FakeMusicReader, library: Library
) -> Companion:
    titles = {song.track.title: song.track for song in SONGS}
    seeds = SeedResolver(
        finders=[FakeFinder(Source.CATALOGUE, titles=titles)],
        namers=[],
        raters=[FakeRater(Source.CATALOGUE, {song.track.title: song.affect for song in SONGS})],
        expander=FakeExpander(),
        previews=FakePreviews(),
        music_reader=music,
    )
    mixes = MixMaker(faces, seeds, library)
    return Companion(store, mixes, lambda: datetime.now(UTC))


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as running:
        yield running


@pytest.fixture
async def world(server: TelegramServer) -> AsyncIterator[World]:
    async with open_world(server) as opened:
        yield opened


@asynccontextmanager
async def open_world(
    server: TelegramServer, pace: Pace | None = None, start_patience_s: float = 5.0
) -> AsyncIterator[World]:
    store, faces, music, painter = MemoryStore(), WatchedFaceReader(), FakeMusicReader(), Painter()
    pseudonyms = Pseudonyms(b"k" * 32)
    library = Library()
    companion = make_companion(store, faces, music, library)
    partner = ChatPartner(companion, pseudonyms, painter.paint)
    bot = TelegramBot(
        TOKEN, server.url, partner, pace=pace, poll_s=2, start_patience_s=start_patience_s
    )
    ann = Person(4_000_000_001, "Ann")
    chat = private_chat(server, ann)
    await bot.start()
    try:
        yield World(
            server, bot, store, faces, music, painter, library, pseudonyms, companion, ann, chat
        )
    finally:
        await bot.stop()


@pytest.fixture
def photo(shared_data: Path) -> bytes:
    return (shared_data / "faces" / "single" / "astronaut.png").read_bytes()
