"""Nothing of a face is fetched before its person agreed, and nothing they sent is lost."""

from __future__ import annotations

import pytest

from bot.presenters.language import say
from tests.fakes.telegram_people import Person, buttons_of, private_chat
from tests.integration.telegram.test_mix import small_picture


async def test_start_greets_and_shows_the_notice_with_its_button(world):
    world.chat.send_text(world.ann, "/start")
    assert "I am moodmix" in (await world.chat.bot_says())["text"]
    notice = await world.chat.bot_says()
    assert "software that estimates a facial expression" in notice["text"]
    assert buttons_of(notice) == [[say("consent-button")]]


async def test_agreeing_after_start_is_recorded_and_thanked_for(world):
    world.chat.send_text(world.ann, "/start")
    await world.chat.bot_says()
    notice = await world.chat.bot_says()
    query = world.chat.press(world.ann, notice, say("consent-button"))
    await world.chat.note_on(query)
    thanks = await world.chat.until_shown(notice, lambda m: "Thank you" in m["text"])
    assert buttons_of(thanks) == []
    assert await world.companion.has_consented(world.person_id(world.ann))


async def test_who_agreed_is_only_greeted(world):
    await world.agree()
    world.chat.send_text(world.ann, "/start")
    world.chat.send_text(world.ann, "/help")
    await world.chat.bot_says()
    assert "paste a link" in (await world.chat.bot_says())["text"]


async def test_before_consent_no_face_is_fetched_and_after_it_the_photo_is_read_at_once(world):
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    notice = await world.chat.bot_says()
    assert "software that estimates a facial expression" in notice["text"]
    assert world.server.calls_of("getFile") == []
    assert world.server.downloads == []
    world.chat.press(world.ann, notice, say("consent-button"))
    assert '"Africa" by Toto' in (await world.chat.bot_says())["caption"]
    assert len(world.faces.uploads) == 1


@pytest.mark.parametrize("kind", ["note", "video", "animation", "document"])
async def test_no_form_of_face_is_fetched_before_consent(world, kind):
    send = {
        "note": lambda: world.chat.send_video_note(world.ann, b"moving"),
        "video": lambda: world.chat.send_video(world.ann, b"moving"),
        "animation": lambda: world.chat.send_animation(world.ann, b"moving"),
        "document": lambda: world.chat.send_document(world.ann, b"still", "a.heic", None),
    }
    send[kind]()
    notice = await world.chat.bot_says()
    assert buttons_of(notice) == [[say("consent-button")]]
    assert world.server.calls_of("getFile") == []
    world.chat.press(world.ann, notice, say("consent-button"))
    assert "Which song" in (await world.chat.bot_says())["text"]


async def test_a_song_needs_no_consent_and_waits_for_the_face(world):
    world.chat.send_text(world.ann, "Toto - Africa")
    await world.chat.bot_says()
    world.chat.send_photo(world.ann, small_picture())
    notice = await world.chat.bot_says()
    world.chat.press(world.ann, notice, say("consent-button"))
    assert '"Africa" by Toto' in (await world.chat.bot_says())["caption"]


async def test_a_song_in_reply_to_a_waiting_photo_is_kept_until_consent(world):
    sent = world.chat.send_photo(world.ann, small_picture())
    await world.chat.bot_says()
    world.chat.send_text(world.ann, "Toto - Africa", reply_to=sent)
    notice = await world.chat.bot_says()
    await world.server.until(world.has_session)
    world.chat.press(world.ann, notice, say("consent-button"))
    assert '"Africa" by Toto' in (await world.chat.bot_says())["caption"]


async def test_pressing_twice_reads_the_photo_once(world):
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    notice = await world.chat.bot_says()
    data = notice["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    world.chat.press_data(world.ann, notice, data)
    second = world.chat.press_data(world.ann, notice, data)
    await world.chat.note_on(second)
    assert len(world.faces.uploads) == 1


async def test_each_waiting_photo_is_read_when_its_own_notice_is_agreed_to(world):
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    world.chat.send_photo(world.ann, small_picture(), "Johnny Cash - Hurt")
    first, second = await world.chat.bot_says(), await world.chat.bot_says()
    world.chat.press(world.ann, first, say("consent-button"))
    assert '"Africa"' in (await world.chat.bot_says())["caption"]
    world.chat.press(world.ann, second, say("consent-button"))
    assert '"Hurt"' in (await world.chat.bot_says())["caption"]


async def test_consent_is_for_one_person_only(world):
    await world.agree()
    ben = Person(4_000_000_002, "Ben")
    chat = private_chat(world.server, ben)
    chat.send_photo(ben, small_picture(), "Toto - Africa")
    assert "software that estimates a facial expression" in (await chat.bot_says())["text"]
    assert world.faces.uploads == []


async def test_forget_asks_first_and_erases_on_the_button(world):
    await world.agree()
    world.chat.send_text(world.ann, "/forget")
    question = await world.chat.bot_says()
    assert buttons_of(question) == [["Erase everything", "Keep it"]]
    assert await world.companion.has_consented(world.person_id(world.ann))
    world.chat.press(world.ann, question, "Erase everything")
    await world.chat.until_shown(question, lambda m: m["text"].startswith("Done:"))
    assert not await world.companion.has_consented(world.person_id(world.ann))
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    assert "software that estimates a facial expression" in (await world.chat.bot_says())["text"]


async def test_forget_can_be_called_off(world):
    await world.agree()
    world.chat.send_text(world.ann, "/forget")
    question = await world.chat.bot_says()
    world.chat.press(world.ann, question, "Keep it")
    await world.chat.until_shown(question, lambda m: m["text"] == "Nothing was erased.")
    assert await world.companion.has_consented(world.person_id(world.ann))


async def test_moodmix_before_consent_brings_the_notice(world):
    world.chat.send_text(world.ann, "/moodmix")
    assert "Send me a selfie" in (await world.chat.bot_says())["text"]
    assert buttons_of(await world.chat.bot_says()) == [[say("consent-button")]]


async def test_agreeing_under_a_notice_too_old_to_be_seen_still_counts(world):
    world.chat.send_photo(world.ann, small_picture())
    notice = await world.chat.bot_says()
    gone = {"chat": notice["chat"], "message_id": notice["message_id"], "date": 0}
    query = world.chat.press_data(world.ann, gone, "c")
    assert "noted for you" in (await world.chat.note_on(query))["text"]
    assert await world.companion.has_consented(world.person_id(world.ann))


async def test_forgetting_under_a_question_too_old_to_be_seen_is_still_confirmed(world):
    await world.agree()
    world.chat.send_text(world.ann, "/forget")
    question = await world.chat.bot_says()
    data = question["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    gone = {"chat": question["chat"], "message_id": question["message_id"], "date": 0}
    query = world.chat.press_data(world.ann, gone, data)
    assert (await world.chat.note_on(query))["text"].startswith("Done:")
    assert not await world.companion.has_consented(world.person_id(world.ann))
