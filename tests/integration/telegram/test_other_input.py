"""What is neither a face nor a song."""

from __future__ import annotations

import pytest

from bot.presenters.language import say
from core.domain.errors import ErrorCode, MediaError
from tests.fakes.telegram_people import Person
from tests.integration.telegram.test_mix import small_picture


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("/help", "paste a link"),
        ("/privacy", "What happens to your data"),
        ("/sing", "/help shows"),
    ],
)
async def test_commands_are_answered(world, command, words):
    world.chat.send_text(world.ann, command)
    assert words in (await world.chat.bot_says())["text"]


async def test_an_unknown_song_is_explained(world):
    world.chat.send_text(world.ann, "hello there")
    assert 'I do not know the song "hello there"' in (await world.chat.bot_says())["text"]


async def test_a_text_of_any_length_is_answered(world):
    world.chat.send_text(world.ann, "la " * 1300)
    assert "too long for the name of a song" in (await world.chat.bot_says())["text"]


async def test_a_sticker_gets_a_hint(world):
    world.chat.send_sticker(world.ann)
    assert "/help shows how it works" in (await world.chat.bot_says())["text"]


@pytest.mark.parametrize("kind", ["location", "contact", "dice", "venue", "poll", "story"])
async def test_whatever_else_can_be_sent_gets_the_same_hint(world, kind):
    world.chat.send_other(world.ann, kind)
    assert "/help shows how it works" in (await world.chat.bot_says())["text"]


EVE = {"type": "user", "sender_user": Person(4_000_000_009, "Eve").user}
HIDDEN = {"type": "hidden_user", "sender_user_name": "Eve"}
CHANNEL = {
    "type": "channel",
    "chat": {"id": -1009, "type": "channel", "title": "news"},
    "message_id": 5,
}


@pytest.mark.parametrize("origin", [EVE, HIDDEN, CHANNEL])
async def test_a_forwarded_face_of_somebody_else_is_never_fetched(world, origin):
    await world.agree()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa", forwarded_from=origin)
    assert (await world.chat.bot_says())["text"] == say("others-picture")
    assert world.server.calls_of("getFile") == []


async def test_ones_own_face_may_be_forwarded(world):
    await world.agree()
    origin = {"type": "user", "sender_user": world.ann.user}
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa", forwarded_from=origin)
    assert (await world.chat.bot_says())["photo"]


async def test_a_forwarded_album_of_others_is_refused_once(world):
    await world.agree()
    for _ in range(3):
        world.chat.send_photo(world.ann, small_picture(), album="9", forwarded_from=EVE)
    assert (await world.chat.bot_says())["text"] == say("others-picture")
    world.chat.send_text(world.ann, "/help")
    assert "paste a link" in (await world.chat.bot_says())["text"]


async def test_a_forwarded_song_is_a_song_whoever_sent_it(world):
    world.chat.send_text(world.ann, "Toto - Africa", forwarded_from=EVE)
    assert '"Africa" by Toto, good.' in (await world.chat.bot_says())["text"]


async def test_a_song_in_answer_to_a_forwarded_face_of_others_leaves_that_face_alone(world):
    await world.agree()
    sent = world.chat.send_photo(world.ann, small_picture(), forwarded_from=EVE)
    await world.chat.bot_says()
    world.chat.send_text(world.ann, "Toto - Africa", reply_to=sent)
    assert "Now send me a selfie" in (await world.chat.bot_says())["text"]
    assert world.server.calls_of("getFile") == []


async def test_a_file_that_is_neither_is_named_as_such(world):
    world.chat.send_document(world.ann, b"%PDF", "cv.pdf", "application/pdf")
    assert "cannot open that kind of file" in (await world.chat.bot_says())["text"]
    assert world.server.downloads == []


async def test_edits_are_not_answered(world):
    sent = world.chat.send_text(world.ann, "/help")
    await world.chat.bot_says()
    world.chat.edit_text(world.ann, sent, "/privacy")
    world.chat.send_sticker(world.ann)
    assert "I understand photos" in (await world.chat.bot_says())["text"]
    assert len(world.chat.bot_messages()) == 2


async def test_edits_and_channel_posts_that_come_uncalled_for_are_not_answered(world):
    sent = world.chat.send_text(world.ann, "/help")
    await world.chat.bot_says()
    world.server._allowed = []  # as for updates queued before the bot said what it wants
    world.chat.edit_text(world.ann, sent, "/privacy")
    world.server.push("channel_post", {**sent, "text": "/help"})
    world.chat.send_sticker(world.ann)
    assert "I understand photos" in (await world.chat.bot_says())["text"]
    assert len(world.chat.bot_messages()) == 2


async def test_a_file_beyond_the_limit_is_refused_without_a_download(world):
    await world.agree()
    world.chat.send_video(world.ann, b"moving", "Toto - Africa", claimed_size=20_000_001)
    assert "larger than 20 MB" in (await world.chat.bot_says())["text"]
    assert world.server.calls_of("getFile") == []


async def test_a_file_whose_size_was_not_told_is_refused_by_the_servers_word(world):
    await world.agree()
    sent = world.chat.send_video(world.ann, b"moving", "Toto - Africa")
    world.server.files[sent["video"]["file_id"]].claimed_size = 30_000_000
    assert "larger than 20 MB" in (await world.chat.bot_says())["text"]
    assert world.server.downloads == []


async def test_an_error_while_reading_is_explained(world):
    await world.agree()
    world.faces.error = MediaError(ErrorCode.MEDIA_CORRUPT)
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    assert "That file is damaged" in (await world.chat.bot_says())["text"]


async def test_an_unforeseen_error_gets_an_incident_number_and_the_bot_lives_on(world):
    await world.agree()
    world.faces.error = ZeroDivisionError("boom")
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    assert "report incident" in (await world.chat.bot_says())["text"]
    world.chat.send_text(world.ann, "/help")
    assert "paste a link" in (await world.chat.bot_says())["text"]


async def test_a_file_that_is_gone_is_an_incident_and_not_silence(world):
    await world.agree()
    sent = world.chat.send_video(world.ann, b"moving", "Toto - Africa")
    world.server.files.pop(sent["video"]["file_id"])
    assert "report incident" in (await world.chat.bot_says())["text"]
