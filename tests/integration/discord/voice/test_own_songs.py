"""Songs of the owner's library, played in voice channels where they are shared."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.domain.intent import decide_intent, target_affect
from core.domain.mix import MIX_LENGTH
from core.inference.media.opus import OpusSounds
from core.inference.workers import Workers
from core.services.companion import Companion
from core.services.play_mix import MixSounds
from core.services.ranking.path import steps_of
from core.storage.sqlite_library import SqliteLibrary
from core.storage.sqlite_store import SqliteStore
from tests.fakes.discord_shapes import Person
from tests.fakes.discord_voice import PACKET_SAMPLES, RATE_HZ
from tests.fakes.own_songs import library_of
from tests.fakes.song_files import write_song
from tests.fakes.songs import face_reading
from tests.integration.discord.conftest import RHAPSODY, VAULT, make_mixes
from tests.integration.discord.voice.conftest import Hall


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[SqliteLibrary]:
    """Two songs of two seconds that are just what the list is looking for."""
    folder = tmp_path / "music"
    write_song(folder / "record.mp3", 1, 2.0)
    write_song(folder / "tape.flac", 2, 2.0)
    mood, song = face_reading().affect, RHAPSODY.affect
    intent = decide_intent(mood, song).intent
    way = steps_of(mood, target_affect(mood, song, intent), intent, MIX_LENGTH)
    async with library_of(folder, tmp_path / "moodmix.sqlite3", way) as library:
        yield library


@pytest.mark.parametrize("is_shared", [True, False])
async def test_own_songs_are_played_where_they_are_shared_and_nowhere_else(
    hall: Hall, library: SqliteLibrary, ada: Person, *, is_shared: bool
) -> None:
    def now() -> datetime:
        return datetime.now(UTC)

    store = await SqliteStore.open(hall.world.database, VAULT, now)
    workers = Workers()
    companion = Companion(store, make_mixes(hall.world.face_reader, library), now, library)
    sounds = MixSounds(store, OpusSounds(workers), hall.samples, library if is_shared else None)
    hall.world.chat = replace(hall.world.chat, companion=companion, sounds=sounds)
    hall.sounds = sounds
    bot = await hall.start()

    if is_shared:
        panel = await hall.begun(ada, [])
        await hall.until_shows(panel, "That was the list")
    else:
        answer, _ = await hall.list_for(ada)
        await hall.server.press(ada, answer, "🔊 Play here")
        assert "no recording to play" in (await hall.server.answer()).content

    lengths_s = [len(song) * PACKET_SAMPLES / RATE_HZ for song in hall.voice.songs()]
    assert lengths_s == pytest.approx([2.0, 2.0] if is_shared else [], abs=0.1)
    await bot.stop()
    workers.close()
    await store.close()
