"""Moods without a camera, corrections, and rounds that go on until somebody is fine, on Discord."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.presenters.language import say
from bot.presenters.words import explain_error
from core.domain.conversation import NO_SONG, Change, Onward
from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, MoodmixError
from core.domain.intent import Intent
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Message, Person, SentFile
from tests.integration.discord.conftest import SONG, World

HOW_NOW = say("onward-button", onward=Onward.CHECK_IN)
FINE = say("onward-button", onward=Onward.FINISH)
MOODS = ["Happy", "Surprised", "Neutral", "Sad", "Angry", "Frightened", "Disgusted"]


async def sad_answer(world: World, server: DiscordServer, person: Person) -> Message:
    """In the server, by a word."""
    await server.slash(
        person, "mood", place=server.guild_channel, feeling=Emotion.SAD.value, song=SONG
    )
    return await server.answer()


async def test_a_mood_and_a_song_are_answered_without_consent(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()

    answer = await sad_answer(world, server, ada)

    assert "You told me you feel sad." in answer.text
    assert "Bohemian Rhapsody" in answer.text
    assert len(answer.embeds[0]["fields"]) == 5
    assert answer.is_ephemeral
    assert not await world.chat.companion.has_consented(world.pseudonym(ada))


async def test_a_mood_alone_asks_for_a_song_and_goes_on_without_one(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()

    await server.slash(ada, "mood", feeling="happy")
    question = await server.answer()
    await server.press(ada, question, say("no-song-button"))
    answer = await server.answer()

    assert question.content.startswith("Noted: you feel happy.")
    assert len(answer.embeds[0]["fields"]) == 5


async def test_the_song_of_the_round_before_can_be_taken_again(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()
    await sad_answer(world, server, ada)

    await server.slash(ada, "mood", feeling="angry")
    question = await server.answer()
    await server.press(ada, question, say("last-song-button"))

    assert "Bohemian Rhapsody" in (await server.answer()).text


async def test_a_mood_is_noted_also_where_its_song_is_unknown(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()

    await server.slash(ada, "mood", feeling="sad", song="Nobody - Nothing At All")
    unknown = await server.answer()
    await server.slash(ada, "moodmix", song=SONG)

    assert "I do not know the song" in unknown.content
    assert "You told me you feel sad." in (await server.answer()).text


@pytest.mark.parametrize("words", ["/mood happy", "/mood HAPPY", "/mood joyful"])
async def test_a_mood_can_be_written_in_a_message(
    world: World, server: DiscordServer, ada: Person, words: str
) -> None:
    await world.start()

    await server.write(ada, words)

    assert (await server.answer()).content.startswith("Noted: you feel happy.")


async def test_a_word_that_is_no_mood_brings_all_moods_to_choose_from(
    world: World, server: DiscordServer, ada: Person
) -> None:
    first = await world.start()
    await server.write(ada, "/mood like a rolling stone")
    question = await server.answer()
    await first.stop()
    await world.start()

    await server.choose(ada, question, say("discord-mood-menu"), "Surprised")

    assert (await server.answer()).content.startswith("Noted: you feel surprised.")


async def test_the_moods_are_offered_where_a_song_came_first(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()

    await server.slash(ada, "moodmix", song=SONG)
    question = await server.answer()
    await server.press(ada, question, "Frightened")

    assert list(question.buttons) == MOODS
    assert "You told me you feel frightened." in (await server.answer()).text


async def test_what_was_read_wrong_is_put_right_in_a_menu_after_a_restart(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    first = await world.start()
    place = server.guild_channel
    await server.slash(ada, "moodmix", place=place, photo=selfie, song=SONG, intent="modulate")
    answer = await server.answer()
    await server.press(ada, answer, say("correct-button"))
    question = await server.answer()
    await first.stop()
    await world.start()

    (menu,) = question.menus.values()
    assert [option["label"] for option in menu["options"]] == MOODS
    assert question.is_ephemeral
    await server.choose(ada, question, say("discord-mood-menu"), "Angry")
    again = await server.answer()

    assert "You told me you feel angry." in again.text
    assert "Stay with this mood: that is what you chose." in again.text
    assert say("other-mood-button") in again.buttons


async def test_a_round_goes_on_with_what_moved_until_somebody_is_fine(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()
    answer = await sad_answer(world, server, ada)

    await server.press(ada, answer, HOW_NOW)
    question = await server.answer()
    await server.press(ada, question, "Happy")
    second = await server.answer()
    await server.press(ada, second, FINE)
    farewell = await server.answer()

    assert question.content == f"{say('how-now', before='sad')}\n\n{say('next-by-command')}"
    assert list(question.buttons) == [*MOODS, FINE]
    course, songs = second.embeds
    assert "You went from sad to happy." in course["description"]
    assert [item.name for item in second.files] == ["mood-course.png", "mood-card.png"]
    assert course["image"]["url"] == second.files[0].url
    assert "What moved while you listened" in (second.files[0].description or "")
    assert len(songs["fields"]) == 5
    assert say("farewell") in farewell.content
    assert [item.name for item in farewell.files] == ["mood-course.png"]


async def test_a_selfie_after_the_list_goes_on_from_there_too(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()
    await server.slash(ada, "mood", feeling="happy", song=SONG)
    await server.press(ada, await server.answer(), HOW_NOW)
    await server.answer()

    await server.write(ada, "", selfie)
    answer = await server.answer()

    assert "You went from happy to sad." in answer.text


async def test_how_somebody_feels_is_not_asked_after_everything_was_erased(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()
    answer = await sad_answer(world, server, ada)
    await world.chat.companion.forget(world.pseudonym(ada))

    await server.press(ada, answer, HOW_NOW)

    assert (await server.answer()).content == explain_error(
        MoodmixError(ErrorCode.NOTHING_TO_CHANGE)
    )


async def test_under_somebody_elses_public_list_the_steps_are_ones_own(
    world: World, server: DiscordServer, ada: Person, ben: Person
) -> None:
    await world.start()
    await server.write(ada, SONG, place=server.guild_channel, mentions_bot=True)
    await server.press(ada, await server.answer(), "Sad")
    await server.answer()
    await server.write(ada, SONG, place=server.guild_channel, mentions_bot=True)
    question = await server.answer()

    await server.press(ben, question, "Happy")
    to_ben = await server.answer()

    assert to_ben.is_ephemeral
    assert to_ben.content == explain_error(MoodmixError(ErrorCode.NOTHING_TO_CHANGE))


class TestAfterDarkDays:
    """The line with where to find help."""

    @pytest.fixture(autouse=True)
    async def _dark_days(self, world: World, ada: Person) -> None:
        companion, person = world.chat.companion, world.pseudonym(ada)
        real, days = companion._clock, iter((4, 3, 2))
        for ago in days:
            companion._clock = lambda ago=ago: datetime.now(UTC) - timedelta(days=ago)
            await companion.tell_mood(person, Emotion.SAD)
            await companion.change(person, Change(song=NO_SONG))
        companion._clock = real
        preferences = await companion.preferences(person)
        await world.store.diary.set_preferences(person, replace(preferences, help_shown_at=None))

    async def test_it_is_said_to_the_person_alone_also_where_others_read(
        self, world: World, server: DiscordServer, ada: Person
    ) -> None:
        await world.start()
        server.direct_place(ada)

        await server.write(ada, "/mood sad", place=server.guild_channel, mentions_bot=True)
        question, line = await server.answer(), await server.answer()

        assert say("help-line") not in question.content
        assert line.content == say("help-line")
        assert line.place.is_direct

    async def test_it_can_be_switched_off_where_it_stands(
        self, world: World, server: DiscordServer, ada: Person
    ) -> None:
        await world.start()
        await sad_answer(world, server, ada)
        line = await server.answer()

        await server.press(ada, line, say("help-off-button"))

        assert line.is_ephemeral
        assert (await server.answer()).content == say("help-off")
        assert not (await world.chat.companion.preferences(world.pseudonym(ada))).help_line


async def test_an_intent_under_a_told_mood_keeps_it(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()
    answer = await sad_answer(world, server, ada)

    await server.press(ada, answer, say("intent-button", intent=Intent.ENHANCE))

    assert "You told me you feel sad." in (await server.answer()).text
