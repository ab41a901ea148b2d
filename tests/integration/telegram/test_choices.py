"""Guesses and everyone's mood as buttons, over the wire."""

from __future__ import annotations

import pytest

from core.domain.emotion import Emotion
from tests.fakes.songs import face_reading, film_reading, group_reading, unsure_reading
from tests.fakes.telegram_people import Person, buttons_of, group
from tests.integration.telegram.test_mix import small_picture

UNSURE = "I am not sure how you look: sad (38\xa0%), neutral (35\xa0%) or angry (15\xa0%)?"
OFFERED = [["Sad", "Neutral", "Angry"], ["That's not it"], ["No song, just my mood"]]


@pytest.fixture
async def question(world):
    """What comes back for a face that nobody could read for sure."""
    await world.agree()
    world.faces.reading = unsure_reading()
    world.chat.send_photo(world.ann, small_picture())
    return await world.chat.bot_says()


@pytest.fixture
async def answer(world):
    await world.agree()
    world.faces.reading = unsure_reading()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    return await world.chat.bot_says()


async def test_an_unsure_face_asks_and_the_persons_word_is_taken(world, question):
    assert question["text"].startswith(UNSURE)
    assert "Which song are you into?" in question["text"]
    assert buttons_of(question) == OFFERED
    world.chat.press(world.ann, question, "Angry")
    noted = await world.chat.bot_says()
    assert noted["text"].startswith("Noted: you feel angry. Which song are you into?")
    await world.chat.until_shown(question, lambda message: not buttons_of(message))
    world.chat.send_text(world.ann, "Toto - Africa")
    assert "You told me you feel angry." in (await world.chat.bot_says())["caption"]


async def test_without_a_press_the_song_is_answered_and_the_guesses_stay_open(world, question):
    world.chat.send_text(world.ann, "Toto - Africa")
    answer = await world.chat.bot_says()
    assert UNSURE in answer["caption"]
    assert buttons_of(answer)[0] == ["Sad", "Neutral", "Angry"]


async def test_an_unsure_answer_says_so_and_is_made_again_for_the_persons_word(world, answer):
    assert f"{UNSURE} This list follows a mix of all I see." in answer["caption"]
    world.chat.press(world.ann, answer, "Neutral")
    again = await world.chat.bot_says()
    assert "You told me you feel neutral." in again["caption"]
    assert len(buttons_of(again)) == 5
    await world.chat.until_shown(answer, lambda message: len(buttons_of(message)) == 2)
    assert len(world.faces.uploads) == 1


async def test_the_persons_word_keeps_the_intent_they_chose_before(world, answer):
    world.chat.press(world.ann, answer, "Stay with this mood")
    chosen = await world.chat.bot_says()
    world.chat.press(world.ann, chosen, "Sad")
    again = await world.chat.bot_says()
    assert "You told me you feel sad." in again["caption"]
    assert "Stay with this mood: that is what you chose." in again["caption"]


async def test_two_quick_presses_on_a_guess_give_one_answer(world, answer):
    world.chat.press(world.ann, answer, "Sad")
    second = world.chat.press(world.ann, answer, "Sad")
    await world.chat.note_on(second)
    assert len(world.chat.bot_messages()) == 2


async def test_a_guess_after_everything_was_erased_is_explained(world, answer):
    await world.companion.forget(world.person_id(world.ann))
    query = world.chat.press(world.ann, answer, "Sad")
    note = await world.chat.note_on(query)
    assert "text" not in note
    assert "no answer to change" in (await world.chat.bot_says())["text"]


async def test_a_guess_works_after_a_restart(open_world):
    async with open_world() as before:
        await before.agree()
        before.faces.reading = unsure_reading()
        before.chat.send_photo(before.ann, small_picture())
        question = await before.chat.bot_says()
    async with open_world() as after:
        assert (await after.chat.bot_says())["message_id"] == question["message_id"]
        after.chat.press(after.ann, question, "Sad")
        assert "Noted: you feel sad." in (await after.chat.bot_says())["text"]


async def test_of_a_group_everyones_mood_can_be_taken(world):
    await world.agree()
    world.faces.reading = group_reading()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    answer = await world.chat.bot_says()
    assert "I saw 4 faces and read the largest one near the middle." in answer["caption"]
    assert buttons_of(answer)[0] == ["Everyone's mood"]
    world.chat.press(world.ann, answer, "Everyone's mood")
    again = await world.chat.bot_says()
    assert "All of you together look happy to me (60\xa0% sure)." in again["caption"]
    assert len(buttons_of(again)) == 5


async def test_everyones_mood_is_taken_before_the_song_too(world):
    await world.agree()
    world.faces.reading = group_reading()
    world.chat.send_photo(world.ann, small_picture())
    question = await world.chat.bot_says()
    world.chat.press(world.ann, question, "Everyone's mood")
    assert "All of you together look happy" in (await world.chat.bot_says())["text"]


async def test_everyones_mood_of_a_later_selfie_is_explained(world):
    await world.agree()
    world.faces.reading = group_reading()
    world.chat.send_photo(world.ann, small_picture())
    question = await world.chat.bot_says()
    world.faces.reading = face_reading()
    world.chat.send_photo(world.ann, small_picture())
    await world.chat.bot_says()
    world.chat.press(world.ann, question, "Everyone's mood")
    assert "only one face" in (await world.chat.bot_says())["text"]


async def test_in_a_group_only_who_asked_says_what_they_feel_and_answers_by_reply(world):
    ben, friends = Person(4_000_000_002, "Ben"), group(world.server)
    await world.agree()
    world.faces.reading = unsure_reading()
    friends.send_photo(world.ann, small_picture(), "/moodmix")
    question = await friends.bot_says()
    assert question["text"].endswith("Please write it as a reply to this message.")
    query = friends.press(ben, question, "Sad")
    assert "belongs to somebody else" in (await friends.note_on(query))["text"]
    friends.press(world.ann, question, "Sad")
    noted = await friends.bot_says()
    assert "Noted: you feel sad." in noted["text"]
    assert noted["text"].endswith("Please write it as a reply to this message.")
    friends.send_text(world.ann, "Toto - Africa", reply_to=noted)
    assert "You told me you feel sad." in (await friends.bot_says())["caption"]


async def test_after_a_long_reading_the_question_still_has_its_buttons(open_world):
    from bot.telegram.progress import Pace

    async with open_world(pace=Pace(words_after_s=0.0)) as world:
        await world.agree()
        world.faces.reading = unsure_reading()
        world.faces.gate.clear()
        world.chat.send_photo(world.ann, small_picture())
        working = await world.chat.bot_says(ignoring="")
        world.faces.gate.set()
        shown = await world.chat.until_shown(working, buttons_of)
    assert shown["text"].startswith(UNSURE)
    assert buttons_of(shown) == OFFERED


async def test_a_film_is_told_by_its_seconds_in_one_message(world):
    await world.agree()
    world.faces.reading = film_reading((Emotion.HAPPY, 9), (Emotion.SURPRISE, 2))
    world.chat.send_video(world.ann, b"moving", "Toto - Africa")
    answer = await world.chat.bot_says()
    assert "Over 11 seconds you looked mostly happy (9 s)" in answer["caption"]
    assert "photo" in answer
    assert len(world.chat.bot_messages()) == 1


async def test_a_song_in_doubt_is_asked_about_and_the_choice_answered(world):
    await world.agree()
    world.chat.send_photo(world.ann, small_picture(), "Hello")
    question = await world.chat.bot_says()
    assert question["text"].startswith("I am not sure which song you mean. Is it one of these?")
    assert buttons_of(question) == [["Adele – Hello"], ["Lionel Richie – Hello"]]
    world.chat.press(world.ann, question, "Lionel Richie – Hello")
    answer = await world.chat.bot_says()
    assert '"Hello" by Lionel Richie feels' in answer["caption"]
    await world.chat.until_shown(question, lambda message: not buttons_of(message))


async def test_a_doubt_of_before_is_explained(world):
    await world.agree()
    world.chat.send_text(world.ann, "Hello")
    question = await world.chat.bot_says()
    world.chat.send_text(world.ann, "Toto - Africa")
    await world.chat.bot_says()
    world.chat.press(world.ann, question, "Adele – Hello")
    assert "no longer know which songs" in (await world.chat.bot_says())["text"]
