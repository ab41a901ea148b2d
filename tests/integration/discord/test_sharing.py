"""Showing everybody a list, with the mood or without it."""

from __future__ import annotations

from bot.presenters.language import say
from bot.presenters.words import explain_error
from core.domain.errors import ErrorCode, MoodmixError
from core.domain.mix import Verdict
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Message, Person, Place, SentFile, snowflake
from tests.integration.discord.conftest import SONG, World

SHARE = say("discord-share-button")
SONGS = say("discord-share-list-button")
MOOD = say("discord-share-mood-button")


async def asked(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile, place: Place | None = None
) -> tuple[Message, Message]:
    """An answer that only Ada sees, and the question what of it is to be shared."""
    await world.agree(ada)
    await server.slash(ada, "moodmix", place=place or server.guild_channel, photo=selfie, song=SONG)
    answer = await server.answer()
    await server.press(ada, answer, SHARE)
    return answer, await server.answer()


async def test_what_would_be_seen_of_the_mood_is_shown_before_anything_is_shared(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.start()

    answer, question = await asked(world, server, ada, selfie)

    assert question.is_ephemeral
    assert question.content == say("discord-share-question")
    assert [item.data for item in question.files] == [item.data for item in answer.files]
    assert list(question.buttons) == [SONGS, MOOD]


async def test_songs_are_shared_without_a_word_on_the_mood(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.start()
    answer, question = await asked(world, server, ada, selfie)

    await server.press(ada, question, SONGS)
    shared = await server.answer()
    await server.until(lambda: question.content == say("discord-share-done"))

    (embed,) = shared.embeds
    assert not shared.is_ephemeral
    assert shared.files == []
    assert embed["description"] == say("discord-shared", person="Ada")
    assert [field["name"] for field in embed["fields"]] == [
        field["name"] for field in answer.embeds[0]["fields"]
    ]
    for told in ("sad", "dark", "bright", "calm", "energetic", "mood"):
        assert told not in shared.text
    assert (question.files, question.components) == ([], [])


async def test_the_mood_is_shared_where_the_person_wants_it(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    first = await world.start()
    answer, question = await asked(world, server, ada, selfie)
    await first.stop()
    await world.start()

    await server.press(ada, question, MOOD)
    shared = await server.answer()

    (card,) = shared.files
    assert card.data == answer.files[0].data
    assert card.description == answer.files[0].description
    assert shared.embeds[0]["image"]["url"] == card.url
    assert shared.embeds[0]["description"] == say("discord-shared-mood", person="Ada")


async def test_everybody_may_judge_a_shared_list_for_themselves(
    world: World, server: DiscordServer, ada: Person, ben: Person, selfie: SentFile
) -> None:
    first = await world.start()
    _, question = await asked(world, server, ada, selfie)
    await server.press(ada, question, SONGS)
    shared = await server.answer()
    await first.stop()
    await world.start()

    await server.press(ben, shared, "👍 1")
    noted = await server.answer()
    await server.press(ben, noted, say("wish-button", wish="more_like", artist=""))
    wished = await server.answer()
    await server.react(ben, shared, "👎")
    await server.until(lambda: world.rating(ben, 0) == Verdict.DOWN)

    assert noted.is_ephemeral
    assert world.rating(ben, 1) == Verdict.UP
    assert world.rating(ada, 1) is None
    assert wished.is_ephemeral
    assert wished.content.startswith("Noted: your next list will have more like")


async def test_a_list_that_is_erased_is_shared_no_more(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.start()
    answer, question = await asked(world, server, ada, selfie)
    await world.chat.companion.forget(world.pseudonym(ada))

    await server.press(ada, question, MOOD)
    too_late = await server.answer()
    await server.press(ada, answer, SHARE)

    for refusal in (too_late, await server.answer()):
        assert refusal.is_ephemeral
        assert refusal.content == explain_error(MoodmixError(ErrorCode.LIST_GONE))


async def test_a_server_that_hides_what_apps_say_is_told_of(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.start()
    _, question = await asked(world, server, ada, selfie)
    server.hides_hooks = True

    await server.press(ada, question, SONGS)
    await server.answer()

    await server.until(lambda: question.content == say("discord-share-hidden"))


async def test_a_group_of_people_can_be_shown_a_list_too(
    world: World, server: DiscordServer, ada: Person, ben: Person, selfie: SentFile
) -> None:
    await world.start()
    friends = Place(snowflake(), group=(ben, ada))
    _, question = await asked(world, server, ada, selfie, friends)

    await server.press(ada, question, SONGS)

    shared = await server.answer()
    assert (shared.place, shared.is_ephemeral) == (friends, False)


async def test_without_its_picture_only_the_songs_can_be_shared(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()
    await server.slash(ada, "moodmix", place=server.guild_channel, photo=selfie, song=SONG)
    answer = await server.answer()
    server.files.clear()

    await server.press(ada, answer, SHARE)

    assert list((await server.answer()).buttons) == [SONGS]


async def test_in_a_direct_message_there_is_nobody_to_share_with(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()

    await server.slash(ada, "moodmix", photo=selfie, song=SONG)

    assert SHARE not in (await server.answer()).buttons
