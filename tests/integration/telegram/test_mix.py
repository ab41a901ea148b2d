"""From a face and a song to an answer, over the wire."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, FaceError, OperationError
from core.domain.media import Upload
from tests.fakes.songs import face_reading, rated
from tests.fakes.telegram_html import utf16_length
from tests.fakes.telegram_people import buttons_of


def small_picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), "teal").save(buffer, "PNG")
    return buffer.getvalue()


async def test_photo_with_the_song_in_its_caption_is_answered_with_card_list_and_buttons(
    world, photo
):
    await world.agree()
    world.chat.send_photo(world.ann, photo, "Toto - Africa")
    answer = await world.chat.bot_says()
    assert answer["photo"]
    assert "You look sad to me (88\xa0% sure)." in answer["caption"]
    assert '"Africa" by Toto' in answer["caption"]
    assert [f"{n}. " in answer["caption"] for n in range(1, 6)] == [True] * 5
    rows = buttons_of(answer)
    assert rows[0] == [f"👍{n}" for n in range(1, 6)]
    assert rows[1] == [f"👎{n}" for n in range(1, 6)]
    assert rows[2] == ["Stay with this mood", "✅ Lift me up"]
    assert "reply_to_message" not in answer


async def test_every_track_has_its_links(world, photo):
    await world.agree()
    world.chat.send_photo(world.ann, photo, "Toto - Africa")
    answer = await world.chat.bot_says()
    links = [e["url"] for e in answer["caption_entities"] if e["type"] == "text_link"]
    assert len(links) == 5
    assert all(link.startswith("https://www.youtube.com/results") for link in links)


async def test_the_largest_size_of_a_photo_is_the_one_fetched(world, photo):
    await world.agree()
    sent = world.chat.send_photo(world.ann, photo, "Toto - Africa")
    await world.chat.bot_says()
    largest = world.server.files[sent["photo"][-1]["file_id"]]
    assert world.server.downloads == [largest.path]
    assert world.faces.uploads[0].data == largest.data


async def test_photo_first_and_song_next(world):
    await world.agree()
    world.chat.send_photo(world.ann, small_picture())
    assert "You look sad to me (88\xa0% sure). Which song" in (await world.chat.bot_says())["text"]
    world.chat.send_text(world.ann, "Toto - Africa")
    assert "photo" in await world.chat.bot_says()


async def test_song_first_and_photo_next(world):
    await world.agree()
    world.chat.send_text(world.ann, "Toto - Africa")
    assert '"Africa" by Toto, good. Now send me a selfie' in (await world.chat.bot_says())["text"]
    world.chat.send_photo(world.ann, small_picture())
    assert "photo" in await world.chat.bot_says()


async def test_a_song_in_reply_to_ones_own_photo_uses_that_photo_again(world):
    await world.agree()
    sent = world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    await world.chat.bot_says()
    world.chat.send_text(world.ann, "Johnny Cash - Hurt", reply_to=sent)
    again = await world.chat.bot_says()
    assert '"Hurt" by Johnny Cash' in again["caption"]
    assert len(world.faces.uploads) == 2


async def test_a_photo_in_reply_to_ones_own_audio_uses_that_audio(world):
    await world.agree()
    sent = world.chat.send_audio(world.ann, b"ID3 audio", "tune.mp3")
    assert '"tune.mp3", good.' in (await world.chat.bot_says())["text"]
    world.chat.send_photo(world.ann, small_picture(), reply_to=sent)
    assert '"tune.mp3"' in (await world.chat.bot_says())["caption"]


@pytest.mark.parametrize("kind", ["voice", "audio", "document"])
async def test_sound_in_any_form_is_a_song(world, kind):
    await world.agree()
    send = {
        "voice": lambda: world.chat.send_voice(world.ann, b"OggS"),
        "audio": lambda: world.chat.send_audio(world.ann, b"ID3", "a.mp3"),
        "document": lambda: world.chat.send_document(
            world.ann, b"fLaC", "a.flac", "application/octet-stream"
        ),
    }
    send[kind]()
    heard = "good. It sounds slow, minor and soft (about 72 BPM in A minor). Now send me a selfie"
    assert heard in (await world.chat.bot_says())["text"]


@pytest.mark.parametrize("kind", ["note", "video", "animation", "image document", "video document"])
async def test_pictures_and_videos_in_any_form_are_faces(world, kind):
    await world.agree()
    world.chat.send_text(world.ann, "Toto - Africa")
    await world.chat.bot_says()
    send = {
        "note": lambda: world.chat.send_video_note(world.ann, b"moving"),
        "video": lambda: world.chat.send_video(world.ann, b"moving"),
        "animation": lambda: world.chat.send_animation(world.ann, b"moving"),
        "image document": lambda: world.chat.send_document(
            world.ann, b"moving", "IMG_1.PNG", "image/png"
        ),
        "video document": lambda: world.chat.send_document(
            world.ann, b"moving", "clip.mov", "video/quicktime"
        ),
    }
    send[kind]()
    assert "photo" in await world.chat.bot_says()
    assert [upload.data for upload in world.faces.uploads] == [b"moving"]


async def test_a_heic_picture_without_a_telling_type_is_known_by_its_name(world, shared_data):
    await world.agree()
    heic = (shared_data / "faces" / "no_face" / "flower.heic").read_bytes()
    world.chat.send_document(
        world.ann, heic, "IMG_0815.HEIC", "application/octet-stream", "Toto - Africa"
    )
    assert "photo" in await world.chat.bot_says()
    assert world.faces.uploads[0].data == heic
    assert world.faces.uploads[0].filename == "IMG_0815.HEIC"


async def test_of_a_live_photo_the_still_is_read(world):
    await world.agree()
    sent = world.chat.send_live_photo(world.ann, small_picture(), b"moving", "Toto - Africa")
    assert "photo" in await world.chat.bot_says()
    still = world.server.files[sent["live_photo"]["photo"][-1]["file_id"]]
    assert world.faces.uploads[0].data == still.data


async def test_moodmix_takes_the_song_behind_the_command(world):
    await world.agree()
    world.chat.send_text(world.ann, "/moodmix Toto - Africa")
    assert '"Africa" by Toto' in (await world.chat.bot_says())["text"]


async def test_moodmix_in_reply_to_ones_own_photo_reads_it(world):
    await world.agree()
    sent = world.chat.send_photo(world.ann, small_picture())
    await world.chat.bot_says()
    world.chat.send_text(world.ann, "/moodmix Toto - Africa", reply_to=sent)
    assert "photo" in await world.chat.bot_says()


async def test_moodmix_alone_says_what_to_send(world):
    await world.agree()
    world.chat.send_text(world.ann, "/moodmix")
    assert "Send me a selfie or a short video" in (await world.chat.bot_says())["text"]


async def test_a_link_hidden_behind_words_is_the_song(world):
    playlist = "https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M"
    entities = [{"type": "text_link", "offset": 0, "length": 6, "url": playlist}]
    world.chat.send_text(world.ann, "Africa is it", entities=entities)
    assert "not to one song" in (await world.chat.bot_says())["text"]


async def test_of_an_album_only_the_first_picture_is_answered(world):
    await world.agree()
    for number in range(4):
        world.chat.send_photo(
            world.ann, small_picture(), "Toto - Africa" if number == 0 else None, album="777"
        )
    await world.chat.bot_says()
    world.chat.send_text(world.ann, "/help")
    assert "paste a link" in (await world.chat.bot_says())["text"]
    assert len(world.faces.uploads) == 1
    assert len(world.chat.bot_messages()) == 2


async def test_the_song_may_stand_under_a_later_picture_of_an_album(world):
    await world.agree()
    world.chat.send_photo(world.ann, small_picture(), album="778")
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa", album="778")
    assert "Which song" in (await world.chat.bot_says())["text"]
    assert "photo" in await world.chat.bot_says()
    assert len(world.faces.uploads) == 1


async def test_titles_with_markup_in_them_are_shown_as_they_are(world):
    await world.agree()
    world.chat.send_photo(world.ann, small_picture(), "Ludovico Einaudi - Nuvole <Bianche> & più")
    world.faces.reading = face_reading(Emotion.HAPPY)
    assert (
        '"Nuvole <Bianche> & più" by Ludovico Einaudi' in (await world.chat.bot_says())["caption"]
    )


async def test_an_answer_too_long_for_a_caption_comes_as_card_and_message(world):
    for number in range(5):
        place = -0.5 + 0.3 * number, -0.2 + 0.1 * number  # on the way from sad to the song
        world.catalogue.add(rated(f"{'Long title ' * 12}{number}", f"Artist {number}", *place))
    await world.agree()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    card = await world.chat.bot_says()
    tracks = await world.chat.bot_says()
    assert "You look sad" in card["caption"]
    assert buttons_of(card) == []
    assert all(f"{position}. " in tracks["text"] for position in range(1, 6))
    assert len(buttons_of(tracks)) == 5
    assert utf16_length(card["caption"]) + utf16_length(tracks["text"]) > 1024
    sent = world.server.calls_of("sendMessage")[-1].parameters
    assert sent["link_preview_options"] == {"is_disabled": True}


@pytest.mark.parametrize("error", [OperationError(ErrorCode.BUSY), ZeroDivisionError("no ink")])
async def test_without_a_card_the_answer_comes_as_text(world, error):
    world.painter.error = error
    await world.agree()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    answer = await world.chat.bot_says()
    assert "You look sad" in answer["text"]
    assert "5. " in answer["text"]
    assert len(buttons_of(answer)) == 5


async def test_where_pictures_are_forbidden_the_answer_comes_as_text(world):
    await world.agree()
    world.chat.state.photos_forbidden = True
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    assert "5. " in (await world.chat.bot_says())["text"]


async def test_a_face_that_fails_keeps_the_song(world):
    await world.agree()
    world.faces.error = FaceError(ErrorCode.NO_FACE)
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    assert "cannot find a face" in (await world.chat.bot_says())["text"]
    world.faces.error = None
    world.chat.send_photo(world.ann, small_picture())
    assert "photo" in await world.chat.bot_says()


async def test_the_intent_can_be_changed_and_the_older_list_loses_that_choice(world):
    await world.agree()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    first = await world.chat.bot_says()
    world.chat.press(world.ann, first, "Stay with this mood")
    second = await world.chat.bot_says()
    assert "Stay with this mood: that is what you chose." in second["caption"]
    assert buttons_of(second)[2] == ["✅ Stay with this mood", "Lift me up"]
    await world.chat.until_shown(first, lambda message: len(buttons_of(message)) == 2)
    assert len(world.faces.uploads) == 1


async def test_the_intent_that_stands_is_not_answered_again(world):
    await world.agree()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    answer = await world.chat.bot_says()
    query = world.chat.press(world.ann, answer, "Lift me up")
    assert (await world.chat.note_on(query))["text"] == "This list is made that way already."
    assert len(world.chat.bot_messages()) == 1


async def test_two_quick_presses_on_an_intent_give_one_answer(world):
    await world.agree()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    answer = await world.chat.bot_says()
    world.chat.press(world.ann, answer, "Stay with this mood")
    second = world.chat.press(world.ann, answer, "Stay with this mood")
    await world.chat.note_on(second)
    assert len(world.chat.bot_messages()) == 2


async def test_an_intent_that_could_not_be_changed_can_be_tried_again(world):
    await world.agree()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    answer = await world.chat.bot_says()
    world.server.fail("sendPhoto", 500, "Internal Server Error")
    world.chat.press(world.ann, answer, "Stay with this mood")
    assert "took too long" in (await world.chat.bot_says())["text"]
    world.chat.press(world.ann, answer, "Stay with this mood")
    assert "that is what you chose" in (await world.chat.bot_says())["caption"]


async def test_an_intent_under_a_message_too_old_to_be_seen_is_explained(world):
    await world.agree()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    answer = await world.chat.bot_says()
    data = answer["reply_markup"]["inline_keyboard"][2][0]["callback_data"]
    gone = {"chat": answer["chat"], "message_id": answer["message_id"], "date": 0}
    query = world.chat.press_data(world.ann, gone, data)
    assert "no answer to change" in (await world.chat.note_on(query))["text"]


async def test_the_first_track_is_sent_as_it_sounds(world):
    await world.agree()
    world.previews.preview = Upload(b"\x00\x00\x00 ftypM4A sound")
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    await world.chat.bot_says()
    sample = await world.chat.bot_says()
    assert sample["audio"]["title"] == world.previews.asked[0].title
    assert len(world.server.calls_of("sendAudio")) == 1


async def test_a_sample_that_a_group_forbids_does_not_cost_the_answer(world):
    await world.agree()
    world.previews.preview = Upload(b"ID3 sound")
    world.server.fail("sendAudio", 400, "Bad Request: not enough rights to send music")
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    assert "Africa" in (await world.chat.bot_says())["caption"]
    world.chat.send_text(world.ann, "/help")
    assert "Send a photo" in (await world.chat.bot_says())["text"]
