"""Songs of the owner's library, played in the chat where they are shared."""

from __future__ import annotations

import os

import numpy as np
import pytest
import soundfile

from bot.presenters.language import say
from bot.presenters.words import explain_error
from core.domain.errors import ErrorCode, MoodmixError
from core.domain.intent import decide_intent, target_affect
from core.domain.mix import MIX_LENGTH
from core.services import given_mixes
from core.services.ranking.path import steps_of
from tests.fakes.own_songs import library_of
from tests.fakes.song_files import write_song
from tests.fakes.songs import face_reading
from tests.fakes.telegram_people import Person, buttons_of, group
from tests.fakes.telegram_server import UPLOAD_LIMIT
from tests.integration.telegram.conftest import SONGS
from tests.integration.telegram.test_mix import small_picture

SEED = SONGS[0]


@pytest.fixture
def music(tmp_path, shared_data):
    folder = tmp_path / "music"
    write_song(folder / "tape.flac", 1, 1.0)
    write_song(folder / "record.mp3", 2, 1.0)
    noise = np.random.default_rng(4).normal(0, 0.1, 48_000)
    soundfile.write(folder / "whisper.opus", noise, 48_000, format="OGG", subtype="OPUS")
    m4a = (shared_data / "audio_samples" / "crystal_grotto.m4a").read_bytes()
    (folder / "phone.m4a").write_bytes(m4a)
    return folder


@pytest.fixture
async def own(music, tmp_path):
    """A library whose songs are just what the list is looking for."""
    mood, song = face_reading().affect, SEED.affect
    intent = decide_intent(mood, song).intent
    way = steps_of(mood, target_affect(mood, song, intent), intent, MIX_LENGTH)
    async with library_of(music, tmp_path / "moodmix.sqlite3", way) as library:
        yield library


@pytest.fixture
async def world(open_world, own):
    """A bot that shares the library."""
    async with open_world(own) as opened:
        await opened.agree()
        yield opened


async def mix(world, chat=None, caption="Toto - Africa"):
    chat = chat or world.chat
    chat.send_photo(world.ann, small_picture(), caption)
    return await chat.bot_says()


def button_of(world, title):
    titles = [track.track.title for track in world.painter.painted[-1].recommendations]
    return say("play-button", position=titles.index(title) + 1)


async def sent(chat):
    return await chat.bot_says(ignoring=say("sending-song"))


def actions_of(world):
    return {call.parameters["action"] for call in world.server.calls_of("sendChatAction")}


async def test_songs_of_the_library_have_a_button_of_their_own_between_thumbs_and_intents(world):
    answer = await mix(world)
    tracks = world.painter.painted[-1].recommendations
    play = [
        say("play-button", position=position)
        for position, track in enumerate(tracks, start=1)
        if track.track.file
    ]
    assert buttons_of(answer)[2:5] == [
        *(play[:3], play[3:], ["Stay with this mood", "✅ Lift me up"]),
    ]


async def test_music_comes_with_title_artist_and_length_byte_by_byte(world, music):
    answer = await mix(world)
    for name in ("record.mp3", "phone.m4a"):
        title, suffix = name.split(".")
        query = world.chat.press(world.ann, answer, button_of(world, title))
        assert "text" not in await world.chat.note_on(query)
        audio = (await sent(world.chat))["audio"]
        assert (audio["title"], audio["performer"]) == (title, f"The {title}s")
        assert audio["duration"] == 60
        assert audio["file_name"] == f"The {title}s – {title}.{suffix}"
        assert world.server.files[audio["file_id"]].data == (music / name).read_bytes()
    assert "upload_voice" in actions_of(world)
    assert "upload_document" not in actions_of(world)


async def test_what_telegrams_player_does_not_take_comes_as_a_file(world, music):
    answer = await mix(world)
    world.chat.press(world.ann, answer, button_of(world, "tape"))
    message = await sent(world.chat)
    assert message["caption"] == "The tapes – tape"
    data = world.server.files[message["document"]["file_id"]].data
    assert data == (music / "tape.flac").read_bytes()
    assert "upload_document" in actions_of(world)


@pytest.mark.parametrize("forbidden", [False, True])
async def test_opus_comes_as_a_voice_message_or_as_a_file_where_those_are_not_taken(
    world, music, forbidden
):
    answer = await mix(world)
    world.chat.state.voices_forbidden = forbidden
    world.chat.press(world.ann, answer, button_of(world, "whisper"))
    message = await sent(world.chat)
    assert message["caption"] == "The whispers – whisper"
    file = message["document" if forbidden else "voice"]
    assert world.server.files[file["file_id"]].data == (music / "whisper.opus").read_bytes()


async def test_a_song_can_be_played_again_after_a_restart_under_a_message_too_old_to_be_seen(
    open_world, own
):
    async with open_world(own) as before:
        await before.agree()
        answer = await mix(before)
    data = answer["reply_markup"]["inline_keyboard"][2][0]["callback_data"]
    gone = {"chat": answer["chat"], "message_id": answer["message_id"], "date": 0}
    async with open_world(own) as after:
        assert (await after.chat.bot_says())["message_id"] == answer["message_id"]
        for _ in range(2):
            after.chat.press_data(after.ann, gone, data)
            assert {"audio", "document", "voice"} & (await sent(after.chat)).keys()


async def test_in_a_group_the_song_answers_the_list_it_is_from(world):
    friends = group(world.server)
    answer = await mix(world, friends, "/moodmix Toto - Africa")
    friends.press(Person(4_000_000_002, "Ben"), answer, button_of(world, "record"))
    message = await sent(friends)
    assert "audio" in message
    assert message["reply_to_message"]["message_id"] == answer["message_id"]


async def test_a_file_that_is_gone_or_changed_is_said_so(world, music):
    answer = await mix(world)
    record, tape = music / "record.mp3", music / "tape.flac"
    record.unlink()
    tape.write_bytes(tape.read_bytes() + b"more")
    for title in ("record", "tape"):
        query = world.chat.press(world.ann, answer, button_of(world, title))
        note = await world.chat.note_on(query)
        assert note["text"] == explain_error(MoodmixError(ErrorCode.SONG_FILE_GONE))
        assert note["show_alert"] == "true"
    assert len(world.chat.bot_messages()) == 1


async def test_a_song_too_large_for_telegram_is_not_even_read(world, music):
    answer = await mix(world)
    os.truncate(music / "record.mp3", UPLOAD_LIMIT + 1)
    query = world.chat.press(world.ann, answer, button_of(world, "record"))
    assert "larger than 50 MB" in (await world.chat.note_on(query))["text"]
    assert world.server.calls_of("sendAudio") == []


async def test_a_file_that_cannot_be_read_is_said_so_without_its_place(world, music):
    answer = await mix(world)
    record = music / "record.mp3"
    record.unlink()
    record.symlink_to(record)  # leads nowhere, for the superuser as well
    query = world.chat.press(world.ann, answer, button_of(world, "record"))
    words = (await world.chat.note_on(query))["text"]
    assert "cannot read the file of that track" in words
    assert "record" not in words


@pytest.mark.parametrize(
    ("code", "description", "words"),
    [
        (413, "Request Entity Too Large", "larger than 50 MB"),
        (400, "Bad Request: not enough rights to send music to the chat", "did not take the file"),
        (500, "Internal Server Error", "took too long"),
    ],
)
async def test_whatever_telegram_refuses_is_explained(world, code, description, words):
    answer = await mix(world)
    world.server.fail("sendAudio", code, description)
    world.chat.press(world.ann, answer, button_of(world, "record"))
    assert words in (await sent(world.chat))["text"]


async def test_words_reach_also_who_pressed_long_ago(world, music):
    answer = await mix(world)
    (music / "record.mp3").unlink()
    world.server.fail("answerCallbackQuery", 400, "Bad Request: query is too old")
    world.chat.press(world.ann, answer, button_of(world, "record"))
    assert (await sent(world.chat))["text"] == explain_error(MoodmixError(ErrorCode.SONG_FILE_GONE))


async def test_more_songs_at_once_than_fit_in_memory_are_turned_away(world, monkeypatch):
    monkeypatch.setattr(given_mixes, "SONGS_AT_ONCE", 1)
    friends, ben = group(world.server), Person(4_000_000_002, "Ben")
    answer = await mix(world, friends, "/moodmix Toto - Africa")
    button = button_of(world, "record")
    world.server.delay("sendAudio", 1.0)
    first = friends.press(world.ann, answer, button)
    await friends.note_on(first)
    second = friends.press(ben, answer, button)
    assert (await friends.note_on(second))["text"] == explain_error(MoodmixError(ErrorCode.BUSY))
    assert "audio" in await sent(friends)
    world.server.delay("sendAudio", 0.0)
    friends.press(ben, answer, button)
    assert "audio" in await sent(friends)


async def test_a_long_upload_is_told_while_it_lasts(open_world, own):
    from bot.telegram.progress import Pace

    async with open_world(own, pace=Pace(words_after_s=0.0)) as world:
        await world.agree()
        answer = await mix(world)
        world.server.delay("sendAudio", 1.0)
        world.chat.press(world.ann, answer, button_of(world, "record"))
        telling = await world.chat.bot_says()
        assert telling["text"] == say("sending-song")
        assert "audio" in await world.chat.bot_says()
        await world.server.until(lambda: telling["message_id"] not in world.chat.state.messages)


async def test_where_the_library_is_not_shared_its_songs_are_neither_offered_nor_played(
    open_world, own
):
    async with open_world(own) as sharing:
        await sharing.agree()
        before = await mix(sharing)
        button = button_of(sharing, "record")
    async with open_world() as world:
        await world.chat.bot_says()
        after = await mix(world)
        assert not any("▶" in words for row in buttons_of(after) for words in row)
        assert "record" not in after["caption"]
        query = world.chat.press(world.ann, before, button)
        note = await world.chat.note_on(query)
        assert note["text"] == explain_error(MoodmixError(ErrorCode.LIBRARY_NOT_SHARED))


async def test_a_forged_press_plays_nothing(world):
    answer = await mix(world)
    for data in ("p:999:1", "p:1:9"):
        query = world.chat.press_data(world.ann, answer, data)
        note = await world.chat.note_on(query)
        assert note["text"] == explain_error(MoodmixError(ErrorCode.SONG_FILE_GONE))
