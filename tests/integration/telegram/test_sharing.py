"""Lists shared in any chat, over the wire."""

from __future__ import annotations

import pytest

from bot.presenters.language import say
from bot.telegram.sharing import LISTS_PER_PAGE
from core.domain.emotion import Emotion
from core.domain.intent import Intent
from tests.fakes.songs import face_reading
from tests.fakes.telegram_people import Person
from tests.fakes.telegram_server import BOT_NAME
from tests.integration.telegram.test_mix import small_picture


async def ask(world, words="", offset="", person=None):
    return await world.chat.inline_answer(world.chat.ask_inline(person or world.ann, words, offset))


@pytest.fixture
async def shared(world):
    """What is offered once there is a list."""
    await world.agree()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    await world.chat.bot_says()
    return await ask(world)


async def test_a_list_is_offered_as_it_is_and_with_the_mood(world, shared):
    plain, with_mood = shared["results"]
    assert (plain["type"], with_mood["type"]) == ("article", "article")
    text = plain["message"]["text"]
    assert text.startswith('Five tracks for "Africa" by Toto, made with moodmix')
    assert text.endswith(f"@{BOT_NAME}")
    assert [f"{position}. " in text for position in range(1, 6)] == [True] * 5
    assert "For feeling sad." in with_mood["message"]["text"]


async def test_nothing_about_the_mood_is_told_unless_that_is_chosen(world, shared):
    plain = shared["results"][0]
    told = f"{plain['title']} {plain['description']} {plain['message']['text']}".casefold()
    assert say("emotion-feel", emotion=Emotion.SAD) not in told
    assert say("list-aim", intent=Intent.ENHANCE).casefold() not in told


async def test_every_song_leads_somewhere_and_no_preview_is_drawn(world, shared):
    plain = shared["results"][0]
    links = [e["url"] for e in plain["message"]["entities"] if e["type"] == "text_link"]
    assert len(links) == 5
    assert plain["input_message_content"]["link_preview_options"] == {"is_disabled": True}


async def test_it_is_only_for_who_asks_and_never_remembered(world, shared):
    assert shared["is_personal"] == "true"
    assert shared["cache_time"] == "0"
    assert (await ask(world, person=Person(4_000_000_009, "Eve")))["results"] == []


async def test_who_has_no_list_yet_is_led_to_the_bot(world):
    offered = await ask(world)
    assert offered["results"] == []
    assert offered["button"] == {
        "text": say("telegram-share-button"),
        "start_parameter": "moodmix",
    }


async def test_what_is_written_on_picks_lists_by_their_songs(world, shared):
    title = world.painter.painted[0].recommendations[0].track.title
    assert len((await ask(world, title.upper()))["results"]) == 2
    assert (await ask(world, "no such song"))["results"] == []


async def test_many_lists_come_page_by_page_the_latest_first(world):
    await world.agree()
    world.faces.reading = face_reading(Emotion.HAPPY)
    for _ in range(LISTS_PER_PAGE + 1):
        await world.companion.receive(
            world.person_id(world.ann), face=upload(), song="Toto - Africa"
        )
    first = await ask(world)
    assert len(first["results"]) == 2 * LISTS_PER_PAGE
    assert first["results"][0]["id"] == f"list:{LISTS_PER_PAGE + 1}"
    rest = await ask(world, offset=first["next_offset"])
    assert [result["id"] for result in rest["results"]] == ["list:1", "mood:1"]
    assert not rest["next_offset"]


async def test_an_answer_that_comes_too_late_harms_nobody(world, shared):
    world.server.fail("answerInlineQuery", 400, "Bad Request: query is too old")
    world.chat.ask_inline(world.ann)
    world.chat.send_text(world.ann, "/help")
    assert "paste a link" in (await world.chat.bot_says())["text"]


async def test_typing_does_not_wait_for_a_face_that_is_being_read(world, shared):
    world.faces.gate.clear()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    await world.server.until(lambda: len(world.faces.uploads) == 2)
    assert len((await ask(world))["results"]) == 2
    world.faces.gate.set()


async def test_a_shared_list_in_the_chat_with_the_bot_is_not_taken_for_a_song(world, shared):
    words = shared["results"][0]["message"]["text"]
    bot = {"id": 700000001, "is_bot": True, "first_name": "moodmix", "username": BOT_NAME}
    world.chat.send_text(world.ann, words, via_bot=bot)
    world.chat.send_text(world.ann, "/help")
    assert "paste a link" in (await world.chat.bot_says())["text"]


def upload():
    from core.domain.media import Upload

    return Upload(small_picture())
