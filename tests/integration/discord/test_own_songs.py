"""Songs of the owner's library, played on Discord where they are shared."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import structlog.testing

from bot.presenters.language import say
from bot.presenters.words import explain_error
from core.domain.errors import ErrorCode, MoodmixError
from core.domain.intent import decide_intent, target_affect
from core.domain.mix import MIX_LENGTH
from core.services.companion import Companion
from core.services.ranking.path import steps_of
from core.storage.sqlite_library import SqliteLibrary
from core.storage.sqlite_store import SqliteStore
from tests.fakes.discord_rules import UPLOAD_LIMIT_BYTES
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Message, Person, SentFile
from tests.fakes.own_songs import library_of
from tests.fakes.song_files import write_song
from tests.fakes.songs import face_reading
from tests.fakes.vaults import VAULT
from tests.integration.discord.conftest import RHAPSODY, SONG, World, make_mixes

TITLES = ("record", "tape_one")


@pytest.fixture
def music(tmp_path: Path) -> Path:
    folder = tmp_path / "music"
    write_song(folder / "record.mp3", 1, 1.0)
    write_song(folder / "tape_one.flac", 2, 1.0)
    return folder


@pytest.fixture
async def own(music: Path, tmp_path: Path) -> AsyncIterator[SqliteLibrary]:
    """A library whose songs are just what the list is looking for."""
    mood, song = face_reading().affect, RHAPSODY.affect
    intent = decide_intent(mood, song).intent
    way = steps_of(mood, target_affect(mood, song, intent), intent, MIX_LENGTH)
    async with library_of(music, tmp_path / "moodmix.sqlite3", way) as library:
        yield library


@pytest.fixture
async def sharing(world: World, own: SqliteLibrary, ada: Person) -> AsyncIterator[World]:
    """The same Discord, with a companion that shares the library."""
    await world.agree(ada)
    store = await SqliteStore.open(world.database, VAULT, _now)
    companion = Companion(store, make_mixes(world.face_reader, own), _now, own)
    yield replace(world, chat=replace(world.chat, companion=companion))
    for bot in world.bots:
        await bot.stop()
    await store.close()


async def list_for(server: DiscordServer, person: Person, selfie: SentFile) -> Message:
    await server.slash(
        person, "moodmix", place=server.guild_channel, photo=selfie, song=SONG, intent="enhance"
    )
    return await server.answer()


def button_of(answer: Message, title: str) -> str:
    """The button that plays a track, by the number of its line."""
    (field,) = [item for item in answer.embeds[0]["fields"] if item["name"].endswith(title)]
    return say("play-button", position=field["name"].split(".")[0])


async def test_a_song_of_the_library_is_sent_byte_by_byte_to_the_one_who_pressed(
    sharing: World, server: DiscordServer, ada: Person, ben: Person, selfie: SentFile, music: Path
) -> None:
    await sharing.start()
    answer = await list_for(server, ada, selfie)

    await server.press(ada, answer, button_of(answer, "record"))
    played = await server.answer()
    await server.press(ben, answer, button_of(answer, r"tape\_one"))
    to_ben = await server.answer()

    assert sum(label.startswith("▶") for label in answer.buttons) == len(TITLES)
    (file,) = played.files
    assert file.data == (music / "record.mp3").read_bytes()
    assert file.name == "The records – record.mp3"
    assert played.content == "The records – record"
    assert played.is_ephemeral
    assert to_ben.files[0].data == (music / "tape_one.flac").read_bytes()
    assert to_ben.content == r"The tape\_ones – tape\_one"


async def test_a_song_can_be_played_after_a_restart_and_in_a_direct_message(
    sharing: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    first = await sharing.start()
    await server.write(ada, SONG, selfie)
    answer = await server.answer()
    await first.stop()
    await sharing.start()

    await server.press(ada, answer, button_of(answer, "record"))
    played = await server.answer()

    assert len(played.files) == 1
    assert not played.is_ephemeral


async def test_a_song_that_is_gone_or_changed_is_said_so(
    sharing: World, server: DiscordServer, ada: Person, selfie: SentFile, music: Path
) -> None:
    await sharing.start()
    answer = await list_for(server, ada, selfie)
    lose(music / "record.mp3")
    write_song(music / "tape_one.flac", 9, 1.0)

    for title in ("record", r"tape\_one"):
        await server.press(ada, answer, button_of(answer, title))
        said = await server.answer()
        assert said.content == explain_error(MoodmixError(ErrorCode.SONG_FILE_GONE))
        assert said.is_ephemeral


async def test_a_song_above_discords_limit_is_not_sent(
    sharing: World, server: DiscordServer, ada: Person, selfie: SentFile, music: Path
) -> None:
    await sharing.start()
    answer = await list_for(server, ada, selfie)
    os.truncate(music / "record.mp3", UPLOAD_LIMIT_BYTES + 1)

    await server.press(ada, answer, button_of(answer, "record"))

    assert "larger than 10 MB" in (await server.answer()).content


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (413, "larger than 10 MB"),
        (400, explain_error(MoodmixError(ErrorCode.SONG_FILE_REFUSED))),
        (403, explain_error(MoodmixError(ErrorCode.SONG_FILE_REFUSED))),
    ],
)
async def test_whatever_discord_refuses_is_explained(
    sharing: World, server: DiscordServer, ada: Person, selfie: SentFile, status: int, words: str
) -> None:
    await sharing.start()
    answer = await list_for(server, ada, selfie)
    server.fail_next("/webhooks/", status)

    await server.press(ada, answer, button_of(answer, "record"))

    assert words in (await server.answer()).content


async def test_where_the_library_is_not_shared_its_songs_are_neither_offered_nor_played(
    sharing: World, world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    first = await sharing.start()
    before = await list_for(server, ada, selfie)
    await first.stop()
    await world.start()

    after = await list_for(server, ada, selfie)
    await server.press(ada, before, button_of(before, "record"))
    said = await server.answer()

    assert not any(label.startswith("▶") for label in after.buttons)
    assert "record" not in after.text
    assert said.content == explain_error(MoodmixError(ErrorCode.LIBRARY_NOT_SHARED))


async def test_what_is_played_is_not_logged(
    sharing: World,
    server: DiscordServer,
    ada: Person,
    selfie: SentFile,
    music: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with structlog.testing.capture_logs() as log, caplog.at_level("DEBUG"):
        caplog.set_level("INFO", logger="aiosqlite")
        await sharing.start()
        answer = await list_for(server, ada, selfie)
        for gone in (False, True):
            if gone:
                lose(music / "record.mp3")
            await server.press(ada, answer, button_of(answer, "record"))
            await server.answer()

    written = "\n".join([*map(str, log), caplog.text])
    assert "song_file_gone" in written
    assert "record" not in written


def lose(path: Path) -> None:
    path.unlink()


def _now() -> datetime:
    return datetime.now(UTC)
