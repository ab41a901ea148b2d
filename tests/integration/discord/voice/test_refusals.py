"""Where no list can be played, and what is said then."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest

from bot.discord.voice import jukebox, listening
from bot.presenters.words import explain_error
from core.domain.errors import ConversationError, ErrorCode, OperationError
from tests.fakes.discord_rooms import (
    CONNECT,
    GUILD_VOICE_STATES,
    SEND_MESSAGES,
    SPEAK,
    STAGE,
    VIEW_CHANNEL,
)
from tests.fakes.discord_shapes import Message, Person
from tests.fakes.discord_voice import SESSION_NO_LONGER_VALID
from tests.integration.discord.voice.conftest import PLAY_HERE, Hall


async def pressed(hall: Hall, person: Person, answer: Message) -> Message:
    await hall.server.press(person, answer, PLAY_HERE)
    return await hall.server.answer()


async def test_a_list_is_offered_only_to_people_who_sit_in_a_room(hall: Hall, ada: Person) -> None:
    await hall.start()
    seated, _ = await hall.list_for(ada)
    await hall.rooms.sit(ada, None)
    elsewhere, _ = await hall.list_for(ada)

    assert PLAY_HERE in seated.buttons
    assert PLAY_HERE not in elsewhere.buttons


async def test_who_has_left_the_room_is_asked_to_join_one(hall: Hall, ada: Person) -> None:
    await hall.start()
    answer, _ = await hall.list_for(ada)
    await hall.rooms.sit(ada, None)

    refused = await pressed(hall, ada, answer)

    assert refused.content == explain_error(ConversationError(ErrorCode.VOICE_NOT_JOINED))
    assert refused.is_ephemeral


@pytest.mark.parametrize(
    ("forbidden", "words"),
    [
        (VIEW_CHANNEL, "I am not allowed to see Attic."),
        (CONNECT, "I am not allowed to join Attic."),
        (SPEAK, "I am not allowed to speak in Attic."),
    ],
)
async def test_a_missing_permission_is_named(
    hall: Hall, ada: Person, forbidden: int, words: str
) -> None:
    attic = hall.rooms.add("Attic", forbidden=forbidden)
    await hall.rooms.sit(ada, attic)
    await hall.start()
    answer, _ = await hall.list_for(ada)

    assert (await pressed(hall, ada, answer)).content.startswith(words)
    assert hall.rooms.bot_moves == []


async def test_a_full_room_and_a_stage_are_told(hall: Hall, ada: Person, ben: Person) -> None:
    attic = hall.rooms.add("Attic", limit=2)
    stage = hall.rooms.add("Big stage", STAGE)
    await hall.rooms.sit(ben, attic)
    await hall.rooms.sit(ada, attic)
    await hall.start()
    answer, _ = await hall.list_for(ada)

    full = await pressed(hall, ada, answer)
    await hall.rooms.sit(ada, stage)
    on_stage = await pressed(hall, ada, answer)

    assert full.content.startswith("Attic is full.")
    assert on_stage.content.startswith("I cannot play on a stage.")


async def test_a_list_that_was_forgotten_is_told(hall: Hall, ada: Person) -> None:
    await hall.start()
    answer, _ = await hall.list_for(ada)
    await hall.world.chat.companion.forget(hall.world.pseudonym(ada))

    assert (await pressed(hall, ada, answer)).content.startswith("I no longer have that list.")


async def test_beyond_what_the_machine_can_bear_it_is_busy(
    hall: Hall, ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jukebox, "AT_ONCE", 0)
    await hall.start()
    answer, _ = await hall.list_for(ada)

    refused = await pressed(hall, ada, answer)

    assert refused.content == explain_error(OperationError(ErrorCode.BUSY))


@pytest.mark.parametrize("trouble", ["discord is silent", "server is silent", "server refuses"])
async def test_a_room_that_cannot_be_reached_is_told_and_can_be_tried_again(
    hall: Hall,
    ada: Person,
    excerpts: Sequence[bytes],
    monkeypatch: pytest.MonkeyPatch,
    trouble: str,
) -> None:
    monkeypatch.setattr(listening, "CONNECT_TIMEOUT_S", 0.5)
    monkeypatch.setattr(listening, "LEAVE_TIMEOUT_S", 0.2)
    await hall.start()
    answer, songs = await hall.list_for(ada)
    hall.samples.by_title[songs[0].title] = excerpts[0]
    hall.rooms.is_answering = trouble != "discord is silent"
    hall.voice.deaf = trouble == "server is silent"
    hall.voice.refusal = SESSION_NO_LONGER_VALID if trouble == "server refuses" else None

    refused = await pressed(hall, ada, answer)
    hall.rooms.is_answering, hall.voice.deaf, hall.voice.refusal = True, False, None
    monkeypatch.setattr(listening, "CONNECT_TIMEOUT_S", 10.0)
    panel = await hall.begun(ada, [excerpts[0]] * 2)

    assert refused.content.startswith("I could not get through to Lounge.")
    await hall.until_shows(panel, "That was the list")


async def test_an_old_message_has_buttons_that_say_nothing_is_playing(
    hall: Hall, ada: Person, whole_song: bytes
) -> None:
    bot = await hall.start()
    panel = await hall.begun(ada, [whole_song])
    old = Message(panel.author, panel.place, panel.content, components=panel.components)
    await bot.stop()
    await hall.start()

    await hall.server.press(ada, old, "⏹ Stop")

    assert (await hall.server.answer()).content.startswith("Nothing is playing in this server.")


async def test_the_chat_of_the_room_shows_the_song_where_the_bot_may_not_write(
    hall: Hall, ada: Person, excerpts: Sequence[bytes]
) -> None:
    hall.server.app_permissions &= ~SEND_MESSAGES
    hall.server.more_places.append(hall.lounge)
    await hall.start()

    panel = await hall.begun(ada, excerpts[:1])

    assert panel.place == hall.lounge


async def test_switched_off_nothing_is_offered_and_old_buttons_say_so(
    hall: Hall, ada: Person
) -> None:
    first = await hall.start()
    before, _ = await hall.list_for(ada)
    await first.stop()
    await hall.world.start()

    after, _ = await hall.list_for(ada)
    refused = await pressed(hall, ada, before)

    assert PLAY_HERE not in after.buttons
    assert refused.content.startswith("Playing in voice channels is switched off here.")
    assert not any(command["name"] == "stop" for command in hall.server.commands)
    assert not hall.server.gateway.session.intents & GUILD_VOICE_STATES


@pytest.mark.parametrize(("module", "package"), [("nacl", "PyNaCl"), ("davey", "davey")])
async def test_switched_on_without_its_packages_it_says_which_are_missing(
    hall: Hall, monkeypatch: pytest.MonkeyPatch, module: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)

    with pytest.raises(OperationError) as refusal:
        await hall.start()

    assert refusal.value.code is ErrorCode.VOICE_PACKAGES_MISSING
    assert refusal.value.params == {"packages": package}
