"""Moods in a person's own words, without a camera, over the wire."""

from __future__ import annotations

import pytest

from tests.fakes.telegram_people import Person, buttons_of, group, private_chat
from tests.integration.telegram.test_mix import small_picture
from tests.integration.telegram.test_rounds import MOODS


async def test_a_word_behind_the_command_is_taken_without_any_consent(world):
    world.chat.send_text(world.ann, "/mood happy")
    noted = await world.chat.bot_says()
    assert noted["text"].startswith("Noted: you feel happy. Which song are you into?")
    world.chat.send_text(world.ann, "Toto - Africa")
    assert "You told me you feel happy." in (await world.chat.bot_says())["caption"]
    assert not await world.companion.has_consented(world.person_id(world.ann))


async def test_without_a_word_all_moods_are_offered_and_one_is_taken(world):
    world.chat.send_text(world.ann, "/mood")
    question = await world.chat.bot_says()
    assert question["text"] == "How do you feel?"
    assert buttons_of(question) == MOODS
    world.chat.press(world.ann, question, "Angry")
    assert "Noted: you feel angry." in (await world.chat.bot_says())["text"]
    await world.chat.until_shown(question, lambda m: not buttons_of(m))


async def test_a_word_that_is_no_mood_brings_the_buttons(world):
    world.chat.send_text(world.ann, "/mood purple with spots")
    question = await world.chat.bot_says()
    assert question["text"].startswith("I do not know that word for a mood.")
    assert buttons_of(question) == MOODS


async def test_the_word_may_be_of_another_language_than_the_app(world):
    dara = Person(4_000_000_003, "Dara", language="fa")
    chat = private_chat(world.server, dara)
    chat.send_text(dara, "/mood SAD")
    await chat.bot_says()
    data = await world.companion.export(world.person_id(dara))
    assert [mood.label for mood in data.moods] == ["sad"]


async def test_a_told_mood_finds_the_song_that_waits(world):
    world.chat.send_text(world.ann, "Toto - Africa")
    await world.chat.bot_says()
    world.chat.send_text(world.ann, "/mood sad")
    assert '"Africa" by Toto' in (await world.chat.bot_says())["caption"]


async def test_in_a_group_the_moods_are_for_who_asked(world):
    ben, friends = Person(4_000_000_002, "Ben"), group(world.server)
    asked = friends.send_text(world.ann, "/mood")
    question = await friends.bot_says()
    assert question["reply_to_message"]["message_id"] == asked["message_id"]
    note = await friends.note_on(friends.press(ben, question, "Happy"))
    assert note["text"] == "That button belongs to somebody else."
    friends.press(world.ann, question, "Happy")
    noted = await friends.bot_says()
    friends.send_text(world.ann, "Toto - Africa", reply_to=noted)
    assert "You told me you feel happy." in (await friends.bot_says())["caption"]


async def test_a_mood_under_a_question_too_old_to_be_seen_is_explained(world):
    world.chat.send_text(world.ann, "/mood")
    question = await world.chat.bot_says()
    data = question["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    gone = {"chat": question["chat"], "message_id": question["message_id"], "date": 0}
    query = world.chat.press_data(world.ann, gone, data)
    assert "no answer to change" in (await world.chat.note_on(query))["text"]


@pytest.mark.parametrize("again", [False, True])
async def test_after_a_list_a_told_mood_begins_anew(world, again):
    await world.agree()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    await world.chat.bot_says()
    world.chat.send_text(world.ann, "/mood happy")
    question = await world.chat.bot_says()
    words = "Same song as before" if again else "No song, just my mood"
    world.chat.press(world.ann, question, words)
    caption = (await world.chat.bot_says())["caption"]
    assert "You told me you feel happy." in caption
    assert ('"Africa" by Toto feels' in caption) is again
