"""Channels of all kinds, and what servers forbid in them."""

from __future__ import annotations

import pytest

from bot.presenters.language import say
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import (
    ATTACH_FILES,
    EMBED_LINKS,
    FORUM,
    READ_HISTORY,
    SEND_IN_THREADS,
    SEND_MESSAGES,
    Person,
    Place,
    SentFile,
    snowflake,
)
from tests.integration.discord.conftest import SONG, World

VOICE = 2


def channel(server: DiscordServer, denied: int = 0, kind: int = 0) -> Place:
    place = Place(snowflake(), server.guild_id, denied=denied, kind=kind, name="corner")
    return server.add_place(place)


def thread(server: DiscordServer, parent: Place, *, is_told: bool = True) -> Place:
    place = Place(snowflake(), server.guild_id, parent=parent, name="evening")
    if is_told:
        return server.add_place(place)
    server.more_places.append(place)
    return place


async def test_messages_are_answered_in_threads_forum_posts_and_voice_channels(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    places = [
        thread(server, server.guild_channel),
        thread(server, channel(server, kind=FORUM)),
        channel(server, kind=VOICE),
        thread(server, server.guild_channel, is_told=False),
    ]
    await world.start()

    for place in places:
        await server.write(ada, SONG, selfie, place=place, mentions_bot=True)
        answer = await server.answer()
        assert answer.place == place
        assert len(answer.embeds[0]["fields"]) == 5


async def test_where_pictures_are_forbidden_the_answer_comes_without(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    place = channel(server, ATTACH_FILES)
    await world.start()

    await server.write(ada, SONG, selfie, place=place, mentions_bot=True)
    answer = await server.answer()

    assert answer.content == say("discord-no-files")
    assert len(answer.embeds[0]["fields"]) == 5
    assert "image" not in answer.embeds[0]
    assert "👍 1" in answer.buttons


async def test_where_embeds_are_forbidden_the_answer_comes_in_words(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    place = channel(server, EMBED_LINKS)
    await world.start()

    await server.write(ada, SONG, selfie, place=place, mentions_bot=True)
    answer = await server.answer()

    assert answer.embeds == []
    assert "You look sad to me" in answer.content
    assert "**1. " in answer.content
    assert len(answer.content) <= 2000
    assert [item.name for item in answer.files] == ["mood-card.png"]


async def test_where_history_is_hidden_the_answer_refers_to_nothing(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    place = channel(server, READ_HISTORY)
    await world.start()

    await server.write(ada, SONG, selfie, place=place, mentions_bot=True)
    answer = await server.answer()
    assert answer.reply_to is None
    assert answer.embeds

    # nobody tells what else stands there
    await server.react(ada, answer, "👍")
    await server.until(lambda: world.rating(ada, 0) == "up")
    await server.react(ada, answer, "👍", add=False)
    await server.until(lambda: world.feedback() == {})


@pytest.mark.parametrize("in_thread", [False, True])
async def test_where_writing_is_forbidden_the_answer_comes_directly(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile, *, in_thread: bool
) -> None:
    await world.agree(ada)
    place = channel(server, SEND_IN_THREADS if in_thread else SEND_MESSAGES)
    place = thread(server, place) if in_thread else place
    server.direct_place(ada)
    await world.start()

    await server.write(ada, SONG, selfie, place=place, mentions_bot=True)
    words, answer = await server.answer(), await server.answer()

    assert words.content == say("discord-cannot-write", place=f"#{place.name}")
    assert words.place.is_direct
    assert answer.place.is_direct
    assert len(answer.embeds[0]["fields"]) == 5
    assert say("discord-share-button") not in answer.buttons


async def test_where_nothing_can_be_said_at_all_the_bot_goes_on(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    shy = Person("Sia", takes_direct=False)
    await world.agree(shy)
    place = channel(server, SEND_MESSAGES)
    server.direct_place(shy)
    await world.start()

    await server.write(shy, SONG, selfie, place=place, mentions_bot=True)
    await server.slash(ada, "help")

    assert (await server.answer()).content == say("help")


async def test_a_command_whose_pictures_are_refused_is_answered_without_them(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()
    server.fail_next("/webhooks/", 403)

    await server.slash(ada, "moodmix", place=server.guild_channel, photo=selfie, song=SONG)
    answer = await server.answer()

    assert answer.content == say("discord-no-files")
    assert len(answer.embeds[0]["fields"]) == 5


@pytest.mark.parametrize("reads", [False, True])
async def test_in_a_server_help_says_how_to_talk_to_it_there(
    world: World, server: DiscordServer, ada: Person, *, reads: bool
) -> None:
    server.gateway.allowed_privileged = 1 << 15
    await world.start(message_content=reads)

    await server.slash(ada, "help", place=server.guild_channel)
    here = (await server.answer()).text
    await server.slash(ada, "help")

    assert here.startswith(say("help"))
    assert ('begin with "moodmix"' in here) is reads
    assert "mention me" in here
    assert (await server.answer()).content == say("help")
