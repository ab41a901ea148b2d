"""More like this, and nothing by that artist, over the wire."""

from __future__ import annotations

import pytest

from core.domain.conversation import Wish
from tests.fakes.telegram_people import Person, buttons_of
from tests.integration.telegram.test_mix import small_picture


@pytest.fixture
async def answer(world):
    await world.agree()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    return await new_answer(world)


async def new_answer(world):
    """The message of the next answer that carries its buttons; a long one comes in two."""
    message = await world.chat.bot_says()
    return message if buttons_of(message) else await world.chat.bot_says()


def last_row(message):
    return buttons_of(message)[-1]


async def rated(world, answer, thumb):
    """The answer once a thumb was pressed and the wish that goes with it is offered."""
    world.chat.press(world.ann, answer, thumb)
    return await world.chat.until_shown(answer, lambda m: len(buttons_of(m)) == 6)


async def test_a_thumb_down_offers_to_leave_the_artist_out_and_the_list_is_made_anew(world, answer):
    artist = world.painter.painted[0].recommendations[1].track.artists[0]
    shown = await rated(world, answer, "👎2")
    assert last_row(shown) == [f"🚫 Nothing by {artist}"]
    world.chat.press(world.ann, shown, f"🚫 Nothing by {artist}")
    again = await new_answer(world)
    assert world.painter.painted[-1].wishes.not_artists == (artist,)
    assert last_row(again) == ["↺ Drop my wishes"]
    await world.chat.until_shown(answer, lambda m: len(buttons_of(m)) == 2)


async def test_a_thumb_up_offers_more_like_it(world, answer):
    liked = world.painter.painted[0].recommendations[0].track
    shown = await rated(world, answer, "👍1")
    world.chat.press(world.ann, shown, "✨ More like this")
    await world.chat.bot_says()
    assert [song.title for song in world.painter.painted[-1].wishes.like] == [liked.title]


async def test_a_thumb_taken_back_takes_the_offer_away(world, answer):
    shown = await rated(world, answer, "👍1")
    world.chat.press(world.ann, shown, "✅👍1")
    await world.chat.until_shown(answer, lambda m: len(buttons_of(m)) == 5)


async def test_wishes_can_be_dropped(world, answer):
    world.chat.press(world.ann, await rated(world, answer, "👍1"), "✨ More like this")
    again = await new_answer(world)
    world.chat.press(world.ann, again, "↺ Drop my wishes")
    plain = await new_answer(world)
    assert world.painter.painted[-1].wishes.like == ()
    assert "↺ Drop my wishes" not in last_row(plain)


async def test_somebody_elses_wish_is_refused(world, answer):
    shown = await rated(world, answer, "👍1")
    query = world.chat.press(Person(4_000_000_009, "Eve"), shown, "✨ More like this")
    note = await world.chat.note_on(query)
    assert note["text"] == "That button belongs to somebody else."


async def test_without_a_face_and_a_song_a_wish_is_noted_for_later(world, answer):
    shown = await rated(world, answer, "👍1")
    person = world.person_id(world.ann)
    world.chat.send_photo(world.ann, small_picture())  # a new round: the song is missing
    await world.chat.bot_says()
    world.chat.press(world.ann, shown, "✨ More like this")
    told = await world.chat.bot_says()
    assert told["text"].startswith("Noted: your next list will have more like ")
    wishes = await world.companion.wish(person, Wish.ANYTHING, 1, 0)
    assert wishes.answer is None
