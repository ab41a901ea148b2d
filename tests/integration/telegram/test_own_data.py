"""A person's moods, settings, consent and data, over the wire."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime, timedelta

import pytest
from PIL import Image

from bot.presenters.language import say, speaking
from core.domain.emotion import EMOTION_AFFECT, Emotion
from core.domain.mood import MoodPoint
from core.domain.wishes import Context
from tests.fakes.telegram_people import Person, buttons_of, group, private_chat
from tests.fakes.telegram_server import BOT_NAME
from tests.integration.telegram.test_mix import small_picture


@pytest.fixture
async def moods(world):
    """Two weeks of moods of Ann."""
    now = datetime.now(UTC)
    for days, label in enumerate((Emotion.HAPPY, Emotion.NEUTRAL, Emotion.SAD, Emotion.SAD)):
        mood = MoodPoint(now - timedelta(days=12 - 4 * days), label, EMOTION_AFFECT[label])
        await world.companion._store.diary.note_mood(world.person_id(world.ann), mood)


@pytest.mark.usefixtures("moods")
async def test_the_history_is_a_picture_with_the_same_in_words(world):
    world.chat.send_text(world.ann, "/history")
    shown = await world.chat.bot_says()
    assert "4 moods" in shown["caption"]
    assert "sad 2" in shown["caption"]
    picture = world.server.files[shown["photo"][-1]["file_id"]].data
    assert Image.open(io.BytesIO(picture)).size[0] >= 800
    assert world.server.calls_of("sendChatAction")[-1].parameters["action"] == "upload_photo"


async def test_without_moods_there_is_nothing_to_draw(world):
    world.chat.send_text(world.ann, "/history")
    assert (await world.chat.bot_says())["text"] == say("history-none")


@pytest.mark.usefixtures("moods")
@pytest.mark.parametrize("command", ["/history", "/week"])
async def test_where_pictures_are_forbidden_the_words_still_come(world, command):
    world.chat.state.photos_forbidden = True
    world.chat.send_text(world.ann, command)
    assert "sad" in (await world.chat.bot_says())["text"]


async def test_the_week_comes_also_where_it_was_quiet(world):
    world.chat.send_text(world.ann, "/week")
    shown = await world.chat.bot_says()
    assert shown["photo"]
    assert say("week-title-quiet") in shown["caption"]


async def test_settings_are_shown_and_each_opens_what_can_be_chosen(world):
    world.chat.send_text(world.ann, "/settings")
    board = await world.chat.bot_says()
    assert board["text"].startswith("Your settings\n")
    assert buttons_of(board) == [
        *(["I speak"], ["Songs in"], ["Lists for"], ["A line with where to find help"]),
    ]
    world.chat.press(world.ann, board, "Lists for")
    opened = await world.chat.until_shown(board, lambda m: len(buttons_of(m)) > 4)
    assert opened["text"].endswith("\n\n▾ Lists for")
    assert buttons_of(opened)[0] == ["✅ Any occasion", "Focus"]
    assert buttons_of(opened)[-1] == ["← Back"]
    query = world.chat.press(world.ann, opened, "Focus")
    assert (await world.chat.note_on(query))["text"] == say("settings-saved")
    shown = await world.chat.until_shown(opened, lambda m: "Lists for: Focus" in m["text"])
    assert buttons_of(shown)[0] == ["Any occasion", "✅ Focus"]
    preferences = await world.companion.preferences(world.person_id(world.ann))
    assert preferences.occasion is Context.FOCUS
    world.chat.press(world.ann, shown, "← Back")
    await world.chat.until_shown(shown, lambda m: buttons_of(m)[0] == ["I speak"])


async def test_several_languages_of_songs_can_be_chosen_and_dropped(world):
    world.chat.send_text(world.ann, "/settings")
    board = await world.chat.bot_says()
    world.chat.press(world.ann, board, "Songs in")
    await world.chat.until_shown(board, lambda m: len(buttons_of(m)) > 4)
    for name, codes in (("German", {"de"}), ("French", {"de", "fr"}), ("German", {"fr"})):
        query = world.chat.press(world.ann, board, name)
        await world.chat.note_on(query)
        preferences = await world.companion.preferences(world.person_id(world.ann))
        assert preferences.song_languages == codes


async def test_another_language_is_spoken_from_the_press_on(world):
    world.chat.send_text(world.ann, "/settings")
    board = await world.chat.bot_says()
    world.chat.press(world.ann, board, "I speak")
    await world.chat.until_shown(board, lambda m: len(buttons_of(m)) > 4)
    query = world.chat.press(world.ann, board, "Deutsch")
    with speaking("de"):
        assert (await world.chat.note_on(query))["text"] == say("settings-saved")
        shown = await world.chat.until_shown(board, lambda m: say("settings-title") in m["text"])
        world.chat.send_text(world.ann, "/forget")
        assert (await world.chat.bot_says())["text"] == say("forget-question")
    assert ["As in the app", "English"] not in buttons_of(shown)


async def test_an_artist_left_out_can_come_again_however_long_the_name(world):
    person, name = world.person_id(world.ann), "The " + "Very " * 30 + "Long Band 🎸"
    await world.companion.want_without(person, "ABBA")
    await world.companion.want_without(person, name)
    world.chat.send_text(world.ann, "/settings")
    board = await world.chat.bot_says()
    world.chat.press(world.ann, board, "Nothing by")
    opened = await world.chat.until_shown(board, lambda m: "✅ ABBA" in buttons_of(m)[0])
    assert max(len(words) for row in buttons_of(opened) for words in row) <= 45
    world.chat.press(world.ann, opened, buttons_of(opened)[0][1])
    await world.chat.until_shown(board, lambda m: buttons_of(m)[0] == ["✅ ABBA"])
    assert await world.companion.unwanted_artists(person) == ("ABBA",)
    world.chat.press(world.ann, opened, "✅ ABBA")
    # nobody is left out any more, so all settings are shown again
    await world.chat.until_shown(board, lambda m: buttons_of(m)[0] == ["I speak"])


@pytest.mark.parametrize("data", ["e:l:xx", "e:o:nap", "e:a:01234567", "e:h:maybe"])
async def test_what_an_old_button_offers_changes_nothing(world, data):
    world.chat.send_text(world.ann, "/settings")
    board = await world.chat.bot_says()
    before = await world.companion.preferences(world.person_id(world.ann))
    query = world.chat.press_data(world.ann, board, data)
    await world.chat.note_on(query)
    assert await world.companion.preferences(world.person_id(world.ann)) == before


async def test_the_export_is_a_file_to_read_and_one_for_programs(world):
    await world.agree()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    await world.chat.bot_says()
    world.chat.send_text(world.ann, "/export")
    to_read, as_json = await world.chat.bot_says(), await world.chat.bot_says()
    assert to_read["caption"] == say("export-handed")
    assert to_read["document"]["file_name"] == "moodmix-export.txt"
    assert as_json["document"]["file_name"] == "moodmix-export.json"
    files = world.server.files
    assert '"Africa" by Toto' in files[to_read["document"]["file_id"]].data.decode()
    data = json.loads(files[as_json["document"]["file_id"]].data)
    assert [mood["label"] for mood in data["moods"]] == ["sad"]
    assert len(data["mixes"]) == 1


async def test_who_is_unknown_has_nothing_to_export(world):
    world.chat.send_text(world.ann, "/export")
    assert (await world.chat.bot_says())["text"] == say("export-nothing")


async def test_consent_taken_back_reads_no_face_until_it_is_given_again(world):
    await world.agree()
    world.chat.send_text(world.ann, "/privacy")
    policy = await world.chat.bot_says()
    assert buttons_of(policy) == [["Take my consent back"]]
    world.chat.press(world.ann, policy, "Take my consent back")
    assert (await world.chat.bot_says())["text"] == say("withdrawn")
    await world.chat.until_shown(policy, lambda m: not buttons_of(m))
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    notice = await world.chat.bot_says()
    assert buttons_of(notice) == [[say("consent-button")]]
    assert world.server.downloads == []
    world.chat.press(world.ann, notice, say("consent-button"))
    assert (await world.chat.bot_says())["photo"]


async def test_who_has_not_agreed_has_nothing_to_take_back(world):
    world.chat.send_text(world.ann, "/privacy")
    assert buttons_of(await world.chat.bot_says()) == []


async def test_in_a_group_nobody_takes_back_anothers_consent(world):
    ben, friends = Person(4_000_000_002, "Ben"), group(world.server)
    await world.agree()
    friends.send_text(world.ann, "/privacy")
    policy = await friends.bot_says()
    note = await friends.note_on(friends.press(ben, policy, "Take my consent back"))
    assert note["text"] == "That button belongs to somebody else."
    assert await world.companion.has_consented(world.person_id(world.ann))


@pytest.mark.usefixtures("moods")
@pytest.mark.parametrize("command", ["history", "week", "settings", "export"])
async def test_what_only_one_may_see_is_not_shown_to_a_group(world, command):
    friends = group(world.server)
    friends.send_text(world.ann, f"/{command}")
    words = await friends.bot_says()
    assert words["text"] == say("telegram-private-only")
    (button,) = words["reply_markup"]["inline_keyboard"][0]
    assert button["url"] == f"https://t.me/{BOT_NAME}?start={command}"
    # pressing it opens the private chat, whose "start" button then sends this
    world.chat.send_text(world.ann, f"/start {command}")
    shown = await world.chat.bot_says()
    assert "I am moodmix" not in shown.get("text", "")
    assert {"photo", "document", "reply_markup"} & shown.keys()


async def test_any_other_way_to_start_greets(world):
    world.chat.send_text(world.ann, "/start moodmix")
    assert "I am moodmix" in (await world.chat.bot_says())["text"]


async def test_commands_stand_in_the_menu_of_every_language(world):
    await world.server.until(lambda: len(world.server.commands) == 8)
    listed = [command["command"] for command in world.server.commands["de"]]
    assert listed == [
        *("moodmix", "mood", "history", "week", "settings", "help", "privacy", "export", "forget")
    ]


async def test_what_is_shown_of_a_persons_own_is_in_their_language(world):
    dara = Person(4_000_000_003, "Dara", language="fa")
    chat = private_chat(world.server, dara)
    chat.send_text(dara, "/settings")
    with speaking("fa"):
        assert say("settings-title") in (await chat.bot_says())["text"]
