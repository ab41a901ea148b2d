"""A server with voice channels, and songs that are cut from real ones."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import aiohttp.connector
import numpy as np
import pytest
import soundfile
from discord.player import AudioPlayer
from numpy.typing import NDArray

from bot.discord.app import DiscordBot
from core.domain.media import Upload
from core.domain.track import Track
from core.inference.media.audio import decode_audio
from core.inference.media.opus import OpusSounds
from core.inference.workers import Workers
from core.services.play_mix import MixSounds
from core.storage.sqlite_store import SqliteStore
from tests.fakes.discord_rooms import VoiceRooms
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Message, Person, Place, SentFile
from tests.fakes.discord_voice import RATE_HZ, VoiceServer, write_certificate
from tests.integration.discord.conftest import SONG, VAULT, World

PLAY_HERE = "🔊 Play here"
SPEED_UP = 10.0
SHOWN_WITHIN_S = 60.0
"""A busy machine plays slowly, and the library waits some seconds before it joins again."""


@dataclass
class Samples:
    """Recordings by the title of the song; of other songs there are none."""

    by_title: dict[str, bytes] = field(default_factory=dict)

    async def fetch(self, track: Track) -> Upload | None:
        data = self.by_title.get(track.title)
        return Upload(data) if data else None


@dataclass
class Hall:
    """All that a test of voice channels needs."""

    world: World
    server: DiscordServer
    voice: VoiceServer
    rooms: VoiceRooms
    lounge: Place
    samples: Samples
    sounds: MixSounds
    selfie: SentFile

    async def start(self, **changes: object) -> DiscordBot:
        return await self.world.start(voice=True, **changes)

    async def list_for(self, person: Person) -> tuple[Message, tuple[Track, ...]]:
        """An answer in the server, and its songs."""
        await self.server.slash(
            person, "moodmix", place=self.server.guild_channel, photo=self.selfie, song=SONG
        )
        answer = await self.server.answer()
        custom_id = answer.buttons.get(PLAY_HERE)
        songs = await self.sounds.songs_of(int(custom_id.rpartition(":")[2])) if custom_id else ()
        return answer, songs

    async def begun(self, person: Person, recordings: Sequence[bytes | None]) -> Message:
        """A list is playing; returns the message that shows it."""
        answer, songs = await self.list_for(person)
        for song, recording in zip(songs, recordings, strict=False):
            if recording:
                self.samples.by_title[song.title] = recording
        await self.server.press(person, answer, PLAY_HERE)
        first, second = await self.server.answer(), await self.server.answer()
        panel, _ = (second, first) if first.is_ephemeral else (first, second)
        return panel

    async def until_shows(self, panel: Message, words: str) -> None:
        await self.server.until(lambda: words in panel.content, SHOWN_WITHIN_S)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the local voice server, trusted by everything in this process."""
    path = tmp_path_factory.mktemp("voice") / "certificate.pem"
    write_certificate(path)
    aiohttp.connector._SSL_CONTEXT_VERIFIED.load_verify_locations(path)
    return path


@pytest.fixture
async def hall(
    world: World,
    server: DiscordServer,
    ada: Person,
    selfie: SentFile,
    certificate: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Hall]:
    """Ada sits in a lounge; there are no recordings yet, and songs play ten times too fast."""
    monkeypatch.setattr(AudioPlayer, "DELAY", AudioPlayer.DELAY / SPEED_UP)
    voice = VoiceServer(certificate)
    await voice.start()
    rooms = VoiceRooms(server, voice)
    lounge = rooms.add("Lounge")
    await rooms.sit(ada, lounge)
    await world.agree(ada)
    store = await SqliteStore.open(world.database, VAULT, lambda: datetime.now(UTC))
    workers = Workers()
    samples = Samples()
    sounds = MixSounds(store, OpusSounds(workers), samples, None)
    loud = replace(world, chat=replace(world.chat, sounds=sounds, previews=None))
    yield Hall(loud, server, voice, rooms, lounge, samples, sounds, selfie)
    for bot in world.bots:
        await bot.stop()
    workers.close()
    await store.close()
    await voice.stop()


@pytest.fixture(scope="session")
def songs_on_disk(shared_data: Path) -> Sequence[Path]:
    """Recordings in as many formats as there are."""
    names = ("skyward-storm.mp3", "crystal_grotto.m4a", "volcanic_depths.flac", "starry_void.ogg")
    return [shared_data / "audio_samples" / name for name in names]


@pytest.fixture(scope="session")
def excerpts(songs_on_disk: Sequence[Path]) -> Sequence[bytes]:
    """Three seconds of each, as WAV."""
    return [as_wav(samples_of(path)[: 3 * RATE_HZ]) for path in songs_on_disk]


@pytest.fixture(scope="session")
def whole_song(songs_on_disk: Sequence[Path]) -> bytes:
    """46 seconds."""
    return songs_on_disk[0].read_bytes()


def samples_of(path: Path) -> NDArray[np.float32]:
    return decode_audio(path.read_bytes(), RATE_HZ)


def as_wav(samples: NDArray[np.float32]) -> bytes:
    file = io.BytesIO()
    soundfile.write(file, samples, RATE_HZ, format="WAV")
    return file.getvalue()
