"""Songs of the library as seeds through the real wiring: their owner's, and nobody else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.chat import Chat
from bot.presenters.questions import ask_for_face
from bot.settings import Settings
from bot.wiring.chats import open_chats
from bot.wiring.kitchen import open_kitchen
from bot.wiring.places import database_path
from core.domain.affect import Affect
from core.domain.conversation import NeedFace
from core.domain.errors import ErrorCode, SongError
from core.domain.track import Source
from tests.fakes.library_parts import write
from tests.fakes.own_songs import library_of

SONG = "The Cellar Tapes - Cellar Tape"
FEELS = Affect(0.25, -0.5)


@pytest.fixture
async def settings(tmp_path: Path) -> Settings:
    """Of a data folder whose library holds one song that nobody else knows."""
    made = Settings(_env_file=None, data_dir=tmp_path / "data", online=False)
    write(tmp_path / "music" / "Cellar Tape.mp3", "music")
    async with library_of(tmp_path / "music", database_path(made), [FEELS]):
        return made


async def reply_in(chat: Chat) -> NeedFace:
    reply = await chat.companion.receive(chat.pseudonyms.person("test", 1), song=SONG)
    assert isinstance(reply, NeedFace)
    return reply


async def test_the_owner_is_told_what_was_heard_and_public_chats_do_not_know_the_song(
    settings: Settings,
) -> None:
    async with open_chats(settings) as chats:
        reply = await reply_in(chats.own)
        assert reply.seed.sources == (Source.LIBRARY,)
        assert reply.seed.affect.distance(FEELS) < 1e-9
        assert "A minor" in ask_for_face(reply)
        with pytest.raises(SongError) as refusal:
            await reply_in(chats.public)
        assert refusal.value.code is ErrorCode.SONG_NOT_FOUND


async def test_a_shared_library_is_known_in_public_chats_too(settings: Settings) -> None:
    async with open_chats(settings.model_copy(update={"share_library": True})) as chats:
        assert (await reply_in(chats.public)).seed.identified_by is Source.LIBRARY


async def test_the_command_line_knows_own_songs(settings: Settings) -> None:
    async with open_kitchen(settings) as kitchen:
        understood = await kitchen.mixes.understand(None, SONG)
    assert understood.seed is not None
    assert understood.seed.rated_by is Source.LIBRARY
