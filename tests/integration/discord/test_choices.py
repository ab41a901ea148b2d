"""Guesses and everyone's mood as buttons under Discord messages."""

from __future__ import annotations

import pytest

from bot.presenters.language import say
from bot.presenters.words import explain_error
from core.domain.errors import ErrorCode, MoodmixError
from core.domain.intent import Intent
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Person, SentFile
from tests.integration.discord.conftest import SONG, World

UNSURE = "I am not sure how you look: sad (38\xa0%), neutral (35\xa0%) or angry (15\xa0%)?"
GUESSES = ["Sad", "Neutral", "Angry"]


@pytest.fixture
def blurred() -> SentFile:
    """What the fake reader cannot read for sure."""
    return SentFile("blurred.jpg", b"unsure", "image/jpeg")


@pytest.fixture
def friends() -> SentFile:
    """What the fake reader takes for a sad face among three others, happy together."""
    return SentFile("friends.jpg", b"group", "image/jpeg")


async def test_an_unsure_face_asks_and_the_persons_word_is_taken(
    world: World, server: DiscordServer, ada: Person, blurred: SentFile
) -> None:
    await world.agree(ada)
    await world.start()

    await server.write(ada, "", blurred)
    question = await server.answer()
    await server.press(ada, question, "Angry")
    noted = await server.answer()
    await server.write(ada, SONG)
    answer = await server.answer()

    assert question.content.startswith(UNSURE)
    assert list(question.buttons) == [*GUESSES, say("correct-button"), say("no-song-button")]
    assert noted.content.startswith("Noted: you feel angry. Which song are you into?")
    assert list(noted.buttons) == [say("other-mood-button"), say("no-song-button")]
    assert "You told me you feel angry." in answer.text


async def test_an_unsure_answer_is_made_again_and_keeps_the_intent_of_the_command(
    world: World, server: DiscordServer, ada: Person, blurred: SentFile
) -> None:
    await world.agree(ada)
    await world.start()

    await server.slash(
        ada, "moodmix", place=server.guild_channel, photo=blurred, song=SONG, intent="modulate"
    )
    answer = await server.answer()
    await server.press(ada, answer, "Neutral")
    again = await server.answer()

    assert "I am not sure how you look" in answer.text
    assert "This list follows a mix of all I see." in answer.text
    assert list(answer.buttons)[:3] == GUESSES
    assert "You told me you feel neutral." in again.text
    assert "Stay with this mood: that is what you chose." in again.text
    assert again.is_ephemeral
    assert "Sad" not in again.buttons


async def test_a_guess_works_after_a_restart(
    world: World, server: DiscordServer, ada: Person, blurred: SentFile
) -> None:
    await world.agree(ada)
    first = await world.start()
    await server.write(ada, SONG, blurred)
    answer = await server.answer()
    await first.stop()
    await world.start()

    await server.press(ada, answer, "Sad")

    assert "You told me you feel sad." in (await server.answer()).text


async def test_guesses_under_somebody_elses_answer_change_nothing_of_theirs(
    world: World, server: DiscordServer, ada: Person, ben: Person, blurred: SentFile
) -> None:
    await world.agree(ada)
    await world.start()
    await server.write(ada, SONG, blurred, place=server.guild_channel, mentions_bot=True)
    answer = await server.answer()

    await server.press(ben, answer, "Sad")
    to_ben = await server.answer()
    await server.press(ada, answer, say("intent-button", intent=Intent.ENHANCE))
    to_ada = await server.answer()

    assert to_ben.content == explain_error(MoodmixError(ErrorCode.NOTHING_TO_CHANGE))
    assert to_ben.is_ephemeral
    assert "I am not sure how you look" in to_ada.text


async def test_a_guess_after_everything_was_erased_is_explained(
    world: World, server: DiscordServer, ada: Person, blurred: SentFile
) -> None:
    await world.agree(ada)
    await world.start()
    await server.write(ada, "", blurred)
    question = await server.answer()
    await world.chat.companion.forget(world.pseudonym(ada))

    await server.press(ada, question, "Sad")

    assert (await server.answer()).content == explain_error(
        MoodmixError(ErrorCode.NOTHING_TO_CHANGE)
    )


async def test_of_a_group_everyones_mood_can_be_taken_once_or_twice(
    world: World, server: DiscordServer, ada: Person, friends: SentFile
) -> None:
    await world.agree(ada)
    await world.start()

    await server.write(ada, SONG, friends)
    answer = await server.answer()
    assert "I saw 4 faces and read the largest one near the middle." in answer.text
    assert list(answer.buttons)[:2] == [say("correct-button"), say("everyone-button")]

    for _ in range(2):
        await server.press(ada, answer, say("everyone-button"))
        again = await server.answer()
        assert "All of you together look happy to me (60\xa0% sure)." in again.text
        assert say("everyone-button") not in again.buttons


async def test_everyones_mood_of_a_later_selfie_is_explained(
    world: World, server: DiscordServer, ada: Person, friends: SentFile, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()
    await server.write(ada, "", friends)
    question = await server.answer()
    await server.write(ada, "", selfie)
    await server.answer()

    await server.press(ada, question, say("everyone-button"))

    assert (await server.answer()).content == explain_error(MoodmixError(ErrorCode.ONE_FACE_ONLY))


async def test_a_film_is_told_by_its_seconds_with_its_course_in_the_one_picture(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.agree(ada)
    await world.start()

    await server.write(ada, SONG, SentFile("note.mp4", b"film", "video/mp4"))
    answer = await server.answer()

    assert "Over 11 seconds you looked mostly happy (9 s)" in answer.text
    (card,) = answer.files
    assert "How your face went over 11 s" in (card.description or "")


async def test_a_song_in_doubt_is_asked_about_and_the_choice_answered(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()

    await server.write(ada, "Hello", selfie)
    question = await server.answer()
    await server.press(ada, question, "Lionel Richie – Hello")
    answer = await server.answer()

    assert question.content.startswith("I am not sure which song you mean.")
    assert list(question.buttons) == ["Adele – Hello", "Lionel Richie – Hello"]
    assert '"Hello" by Lionel Richie feels' in answer.text
