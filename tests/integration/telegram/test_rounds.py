"""How a round goes on after its list, by buttons, over the wire."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.presenters.language import say
from core.domain.conversation import Onward
from core.domain.emotion import EMOTION_AFFECT, Emotion
from core.domain.mood import MoodPoint
from core.services.companion import Companion
from tests.fakes.songs import face_reading, unsure_reading
from tests.fakes.telegram_people import Person, buttons_of, group
from tests.integration.telegram.test_mix import small_picture

MOODS = [
    ["Happy", "Surprised", "Neutral"],
    ["Sad", "Angry", "Frightened"],
    ["Disgusted"],
]
CHECK_IN = say("onward-button", onward=Onward.CHECK_IN)
FINISH = say("onward-button", onward=Onward.FINISH)


@pytest.fixture
async def answer(world):
    await world.agree()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    return await world.chat.bot_says()


async def test_thats_not_it_brings_up_all_moods_in_its_place_and_one_is_taken(world, answer):
    rows = buttons_of(answer)
    query = world.chat.press(world.ann, answer, "That's not it")
    assert "text" not in await world.chat.note_on(query)
    shown = await world.chat.until_shown(answer, lambda m: len(buttons_of(m)) > len(rows))
    assert buttons_of(shown) == [*rows[:3], *MOODS, rows[4]]
    world.chat.press(world.ann, shown, "Frightened")
    again = await world.chat.bot_says()
    assert "You told me you feel frightened." in again["caption"]
    assert ["I feel something else"] in buttons_of(again)
    await world.chat.until_shown(answer, lambda m: buttons_of(m) == rows[:2])


async def test_all_moods_take_the_place_of_the_guesses_and_keep_the_chosen_intent(world, answer):
    world.faces.reading = unsure_reading()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    unsure = await world.chat.bot_says()
    world.chat.press(world.ann, unsure, "Stay with this mood")
    chosen = await world.chat.bot_says()
    world.chat.press(world.ann, chosen, "That's not it")
    shown = await world.chat.until_shown(chosen, lambda m: MOODS[2] in buttons_of(m))
    assert buttons_of(shown)[0][0] == "👍1"
    world.chat.press(world.ann, shown, "Happy")
    assert "that is what you chose" in (await world.chat.bot_says())["caption"]


async def test_a_rating_does_not_put_the_moods_away_again(world, answer):
    world.chat.press(world.ann, answer, "That's not it")
    await world.chat.until_shown(answer, lambda m: MOODS[0] in buttons_of(m))
    world.chat.press(world.ann, answer, "👍1")
    shown = await world.chat.until_shown(answer, lambda m: "✅👍1" in buttons_of(m)[0])
    assert MOODS[0] in buttons_of(shown)


async def test_a_new_selfie_after_how_now_shows_what_moved_before_the_next_list(world, answer):
    world.chat.press(world.ann, answer, CHECK_IN)
    asked = await world.chat.bot_says()
    assert asked["text"].startswith("How do you feel now?")
    assert "Before the list it was sad." in asked["text"]
    assert buttons_of(asked) == [*MOODS, [FINISH]]
    await world.chat.until_shown(answer, lambda m: len(buttons_of(m)) == 2)
    world.faces.reading = face_reading(Emotion.HAPPY)
    world.chat.send_photo(world.ann, small_picture())
    moved = await world.chat.bot_says()
    assert moved["photo"]
    assert moved["caption"].startswith("You went from sad to happy. That is brighter")
    again = await world.chat.bot_says()
    assert '"Africa" by Toto' in again["caption"]
    assert [CHECK_IN, FINISH] in buttons_of(again)


async def test_a_mood_that_is_pressed_goes_on_as_a_selfie_would(world, answer):
    world.chat.press(world.ann, answer, CHECK_IN)
    asked = await world.chat.bot_says()
    world.chat.press(world.ann, asked, "Neutral")
    assert "You went from sad to neutral." in (await world.chat.bot_says())["caption"]
    assert "You told me you feel neutral." in (await world.chat.bot_says())["caption"]


async def test_fine_ends_the_round_with_how_the_mood_went(world, answer):
    world.chat.press(world.ann, answer, CHECK_IN)
    world.chat.press(world.ann, await world.chat.bot_says(), "Happy")
    await world.chat.bot_says()
    world.chat.press(world.ann, await world.chat.bot_says(), FINISH)
    goodbye = await world.chat.bot_says()
    assert goodbye["text"].startswith("You went from sad to happy.")
    assert say("farewell") in goodbye["text"]
    assert buttons_of(goodbye) == []


async def test_fine_at_once_just_says_goodbye(world, answer):
    world.chat.press(world.ann, answer, FINISH)
    assert (await world.chat.bot_says())["text"] == say("farewell")


async def test_the_song_of_before_is_taken_again_on_a_button(world, answer):
    world.chat.send_photo(world.ann, small_picture())
    question = await world.chat.bot_says()
    assert buttons_of(question)[-1] == ["Same song as before", "No song, just my mood"]
    world.chat.press(world.ann, question, "Same song as before")
    assert '"Africa" by Toto' in (await world.chat.bot_says())["caption"]


async def test_a_list_can_do_without_a_song(world):
    await world.agree()
    world.chat.send_photo(world.ann, small_picture())
    question = await world.chat.bot_says()
    assert buttons_of(question) == [["That's not it"], ["No song, just my mood"]]
    world.chat.press(world.ann, question, "No song, just my mood")
    answer = await world.chat.bot_says()
    assert answer["photo"]
    assert "Africa" not in answer["caption"].split("\n")[1]


async def test_a_song_alone_offers_moods_instead_of_a_camera(world):
    world.chat.send_text(world.ann, "Toto - Africa")
    question = await world.chat.bot_says()
    assert buttons_of(question) == MOODS
    world.chat.press(world.ann, question, "Happy")
    assert "You told me you feel happy." in (await world.chat.bot_says())["caption"]


async def test_what_moved_is_said_also_where_pictures_are_forbidden(world, answer):
    world.chat.press(world.ann, answer, CHECK_IN)
    asked = await world.chat.bot_says()
    world.chat.state.photos_forbidden = True
    world.chat.press(world.ann, asked, "Happy")
    assert (await world.chat.bot_says())["text"].startswith("You went from sad to happy.")


async def test_in_a_group_the_round_is_only_the_askers(world):
    ben, friends = Person(4_000_000_002, "Ben"), group(world.server)
    await world.agree()
    friends.send_photo(world.ann, small_picture(), "/moodmix Toto - Africa")
    answer = await friends.bot_says()
    for words in ("That's not it", CHECK_IN, FINISH):
        note = await friends.note_on(friends.press(ben, answer, words))
        assert note["text"] == "That button belongs to somebody else."
    friends.press(world.ann, answer, FINISH)
    goodbye = await friends.bot_says()
    assert goodbye["text"] == say("farewell")
    sent = world.server.calls_of("sendMessage")[-1].parameters
    assert "reply_markup" not in sent  # nothing is awaited


async def test_what_was_begun_long_ago_is_put_away_and_that_is_said(world, monkeypatch):
    await world.agree()
    world.chat.send_photo(world.ann, small_picture())
    await world.chat.bot_says()
    later = world.companion._clock() + timedelta(days=2)
    monkeypatch.setattr(world.companion, "_clock", lambda: later)
    world.chat.send_text(world.ann, "Toto - Africa")
    assert (await world.chat.bot_says())["text"].startswith(say("put-away"))


@pytest.fixture
async def after_dark_days(world):
    await world.agree()
    await darken(world.companion, world.person_id(world.ann))


async def darken(companion: Companion, person: str) -> None:
    """Days of sad readings, as the diary keeps them."""
    now = companion._clock()
    for hours in (50, 40, 30, 20, 10, 5, 2):
        at = now - timedelta(hours=hours)
        mood = MoodPoint(at, Emotion.SAD, EMOTION_AFFECT[Emotion.SAD], told=False)
        await companion._store.diary.note_mood(person, mood)


@pytest.mark.usefixtures("after_dark_days")
async def test_help_is_named_after_dark_days_and_can_be_switched_off_there(world):
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    assert (await world.chat.bot_says())["photo"]
    line = await world.chat.bot_says()
    assert line["text"] == say("help-line")
    assert buttons_of(line) == [["Don't show this again"]]
    query = world.chat.press(world.ann, line, "Don't show this again")
    assert (await world.chat.note_on(query))["text"] == say("help-off")
    await world.chat.until_shown(line, lambda m: not buttons_of(m))
    assert not (await world.companion.preferences(world.person_id(world.ann))).help_line


@pytest.mark.usefixtures("after_dark_days")
async def test_beside_a_question_the_line_and_its_button_stand_in_the_question(world):
    world.chat.send_photo(world.ann, small_picture())
    question = await world.chat.bot_says()
    assert question["text"].endswith(say("help-line"))
    assert buttons_of(question)[-1] == ["Don't show this again"]
    world.chat.press(world.ann, question, "Don't show this again")
    shown = await world.chat.until_shown(question, lambda m: len(buttons_of(m)) == 2)
    world.chat.press(world.ann, shown, "No song, just my mood")
    assert (await world.chat.bot_says())["photo"]
