"""Everybody is answered in the language of their app, over the wire."""

from __future__ import annotations

from bot.presenters.language import one_of, speaking
from core.domain.preferences import Preferences
from tests.fakes.songs import unsure_reading
from tests.fakes.telegram_people import Person, private_chat
from tests.integration.telegram.test_mix import small_picture


def or_in(language: str) -> str:
    """What stands between two guesses."""
    with speaking(language):
        return one_of(["", ""])


async def test_two_people_at_once_are_answered_in_their_own_languages(world):
    dara = Person(777, "Dara", language="fa-IR")
    elsewhere = private_chat(world.server, dara)
    await world.agree()
    await world.companion.give_consent(world.person_id(dara))
    world.faces.reading = unsure_reading()
    world.faces.gate.clear()
    world.chat.send_photo(world.ann, small_picture())
    elsewhere.send_photo(dara, small_picture())
    world.faces.gate.set()
    in_english = (await world.chat.bot_says())["text"]
    in_persian = (await elsewhere.bot_says())["text"]
    assert or_in("en") in in_english
    assert or_in("fa") in in_persian
    assert or_in("fa") not in in_english


async def test_what_a_person_set_wins_over_the_language_of_their_app(world):
    await world.agree()
    person = world.person_id(world.ann)
    await world.companion.set_preferences(person, Preferences(language="fa"))
    world.faces.reading = unsure_reading()
    world.chat.send_photo(world.ann, small_picture())
    assert or_in("fa") in (await world.chat.bot_says())["text"]
