"""Buttons under the tracks and reactions on the answer."""

from __future__ import annotations

import pytest

from core.domain.mix import Verdict
from tests.fakes.telegram_people import Person, buttons_of, group
from tests.integration.telegram.test_mix import small_picture


@pytest.fixture
async def answer(world):
    await world.agree()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    return await world.chat.bot_says()


def ratings(world):
    """Verdicts of Ann by position; 0 is the whole mix."""
    me = world.person_id(world.ann)
    return {
        position: verdict
        for (person, _, position), verdict in world.ratings().items()
        if person == me
    }


async def test_a_thumb_is_stored_told_and_shown_as_pressed(world, answer):
    query = world.chat.press(world.ann, answer, "👍2")
    note = await world.chat.note_on(query)
    title = world.painter.painted[0].recommendations[1].track.title
    assert note["text"] == f"Noted: you like {title}."
    shown = await world.chat.until_shown(answer, lambda m: "✅👍2" in buttons_of(m)[0])
    assert buttons_of(shown)[0] == ["👍1", "✅👍2", "👍3", "👍4", "👍5"]
    assert shown["caption"] == answer["caption"]
    assert ratings(world) == {2: Verdict.UP}


async def test_pressing_again_takes_the_rating_back(world, answer):
    world.chat.press(world.ann, answer, "👎1")
    await world.chat.until_shown(answer, lambda m: "✅👎1" in buttons_of(m)[1])
    world.chat.press(world.ann, answer, "👎1")
    await world.chat.until_shown(answer, lambda m: "👎1" in buttons_of(m)[1])
    assert ratings(world) == {}


async def test_the_other_thumb_takes_the_place_of_the_first(world, answer):
    world.chat.press(world.ann, answer, "👍1")
    await world.chat.until_shown(answer, lambda m: "✅👍1" in buttons_of(m)[0])
    world.chat.press(world.ann, answer, "👎1")
    shown = await world.chat.until_shown(answer, lambda m: "✅👎1" in buttons_of(m)[1])
    assert buttons_of(shown)[0][0] == "👍1"
    assert ratings(world) == {1: Verdict.DOWN}


async def test_quick_presses_do_not_undo_each_others_marks(world, answer):
    for row in answer["reply_markup"]["inline_keyboard"][0]:
        world.chat.press_data(world.ann, answer, row["callback_data"])
    shown = await world.chat.until_shown(
        answer, lambda m: all(words.startswith("✅") for words in buttons_of(m)[0])
    )
    assert buttons_of(shown)[2] == ["Stay with this mood", "✅ Lift me up"]
    assert ratings(world) == dict.fromkeys(range(1, 6), Verdict.UP)


async def test_a_rating_of_an_unknown_mix_is_explained_to_who_pressed(world, answer):
    query = world.chat.press_data(world.ann, answer, "r:999:1:u")
    note = await world.chat.note_on(query)
    assert "no longer know that recommendation" in note["text"]
    assert note["show_alert"] == "true"


@pytest.mark.parametrize("data", ["", "r:1:0:u", "r:1:1:x", "x:1", "i:q:aa", "r:1:1:u:extra"])
async def test_a_button_that_is_not_ours_does_nothing(world, answer, data):
    query = world.chat.press_data(world.ann, answer, data or "?")
    assert "text" not in await world.chat.note_on(query)
    assert ratings(world) == {}


@pytest.mark.parametrize(
    ("emoji", "verdict"),
    [
        ("👍", Verdict.UP),
        ("❤", Verdict.UP),
        ("🔥", Verdict.UP),
        ("👎", Verdict.DOWN),
        ("💔", Verdict.DOWN),
    ],
)
async def test_a_reaction_rates_the_whole_mix(world, answer, emoji, verdict):
    world.chat.react(world.ann, answer, [emoji])
    await world.server.until(lambda: ratings(world))
    assert ratings(world) == {0: verdict}


async def test_a_reaction_taken_away_takes_the_rating_back(world, answer):
    world.chat.react(world.ann, answer, ["🔥"])
    await world.server.until(lambda: ratings(world))
    world.chat.react(world.ann, answer, [], old=["🔥"])
    await settle(world)
    assert ratings(world) == {}


async def test_reactions_that_say_nothing_rate_nothing(world, answer):
    world.chat.react(world.ann, answer, ["🤔"])
    world.chat.react(None, answer, ["👍"])
    await settle(world)
    assert ratings(world) == {}


async def test_a_reaction_on_any_other_message_rates_nothing(world, answer):
    world.chat.send_text(world.ann, "/help")
    words = await world.chat.bot_says()
    world.chat.react(world.ann, words, ["👍"])
    await settle(world)
    assert ratings(world) == {}


async def test_in_a_group_only_who_presses_is_rated_for_and_marks_are_nobodys(world):
    ben, friends = Person(4_000_000_002, "Ben"), group(world.server)
    await world.agree()
    friends.send_photo(world.ann, small_picture(), "/moodmix Toto - Africa")
    answer = await friends.bot_says()
    query = friends.press(ben, answer, "👍3")
    await friends.note_on(query)
    assert ratings(world) == {}
    assert world.ratings() == {(world.person_id(ben), 1, 3): Verdict.UP}
    assert not any(
        "✅" in words for words in buttons_of(friends.state.messages[answer["message_id"]])[0]
    )


async def settle(world):
    """Until everything sent so far is worked off, as one person's messages are in order."""
    world.chat.send_text(world.ann, "/privacy")
    await world.chat.bot_says()
