"""Groups: privacy mode, consent per person, other people's pictures."""

from __future__ import annotations

import pytest

from bot.presenters.language import say
from core.domain.media import Upload
from tests.fakes.telegram_people import Chat, Person, buttons_of, group, small_group
from tests.fakes.telegram_server import BOT_NAME
from tests.integration.telegram.test_mix import small_picture


@pytest.fixture
def ben():
    return Person(4_000_000_002, "Ben")


@pytest.fixture
def friends(world):
    return group(world.server)


async def test_a_command_is_answered_as_a_reply_and_asks_for_a_reply(world, friends):
    await world.agree()
    asked = friends.send_text(world.ann, f"/moodmix@{BOT_NAME} Toto - Africa")
    need = await friends.bot_says()
    assert need["reply_to_message"]["message_id"] == asked["message_id"]
    assert need["text"].endswith("Please write it as a reply to this message.")
    friends.send_photo(world.ann, small_picture(), reply_to=need)
    answer = await friends.bot_says()
    assert "photo" in answer
    assert answer["reply_to_message"]["from"]["id"] == world.ann.id


async def test_where_there_is_nothing_to_press_the_reply_is_prepared_for_who_asked(world, friends):
    await world.agree()
    friends.send_text(world.ann, f"/moodmix@{BOT_NAME}")
    await friends.bot_says()
    sent = world.server.calls_of("sendMessage")[-1].parameters
    assert sent["reply_markup"] == {"force_reply": True, "selective": True}


async def test_talk_among_people_is_not_answered_even_where_the_bot_sees_it(world, ben):
    open_group = group(world.server, privacy_mode=False)
    await world.agree()
    open_group.send_text(ben, "Toto - Africa")
    open_group.send_photo(ben, small_picture(), "look at me")
    open_group.send_text(ben, "/moodmix@some_other_bot Toto - Africa")
    open_group.send_text(ben, "/weather")
    open_group.send_text(ben, "/help")
    assert "paste a link" in (await open_group.bot_says())["text"]
    assert len(open_group.bot_messages()) == 1


async def test_the_bots_name_in_a_caption_calls_it(world):
    open_group = group(world.server, privacy_mode=False)
    await world.agree()
    open_group.send_photo(world.ann, small_picture(), f"@{BOT_NAME} Toto - Africa")
    assert '"Africa" by Toto' in (await open_group.bot_says())["caption"]


async def test_another_persons_press_agrees_for_them_alone(world, friends, ben):
    friends.send_photo(world.ann, small_picture(), "/moodmix Toto - Africa")
    notice = await friends.bot_says()
    query = friends.press(ben, notice, say("consent-button"))
    note = await friends.note_on(query)
    assert "noted for you" in note["text"]
    assert note["show_alert"] == "true"
    assert await world.companion.has_consented(world.person_id(ben))
    assert not await world.companion.has_consented(world.person_id(world.ann))
    assert world.faces.uploads == []
    assert buttons_of(friends.state.messages[notice["message_id"]]) == [[say("consent-button")]]
    friends.press(world.ann, notice, say("consent-button"))
    assert "photo" in await friends.bot_says()


async def test_another_persons_picture_is_never_read(world, friends, ben):
    await world.agree()
    theirs = friends.send_photo(ben, small_picture())
    friends.send_text(world.ann, "/moodmix Toto - Africa", reply_to=theirs)
    assert "only look at pictures that you sent yourself" in (await friends.bot_says())["text"]
    assert world.server.downloads == []


async def test_ones_own_earlier_picture_is_read_on_command(world, friends):
    await world.agree()
    mine = friends.send_photo(world.ann, small_picture())
    friends.send_text(world.ann, "/moodmix Toto - Africa", reply_to=mine)
    assert '"Africa" by Toto' in (await friends.bot_says())["caption"]


async def test_only_the_owner_changes_the_intent(world, friends, ben):
    await world.agree()
    friends.send_photo(world.ann, small_picture(), "/moodmix Toto - Africa")
    answer = await friends.bot_says()
    query = friends.press(ben, answer, "Stay with this mood")
    assert "belongs to somebody else" in (await friends.note_on(query))["text"]
    friends.press(world.ann, answer, "Stay with this mood")
    assert "that is what you chose" in (await friends.bot_says())["caption"]


async def test_only_who_asked_to_be_forgotten_is(world, friends, ben):
    await world.agree()
    friends.send_text(world.ann, "/forget")
    question = await friends.bot_says()
    query = friends.press(ben, question, "Erase everything")
    assert "belongs to somebody else" in (await friends.note_on(query))["text"]
    assert await world.companion.has_consented(world.person_id(world.ann))


async def test_an_anonymous_admin_is_asked_to_write_as_themselves(world, friends):
    robot = Person(1087968824, "Group")
    friends.send_text(robot, "/moodmix Toto - Africa", as_chat=friends.state.info)
    assert "write as themselves" in (await friends.bot_says())["text"]


async def test_in_a_forum_the_answer_stays_in_its_topic(world, friends):
    friends.send_text(world.ann, "/moodmix Toto - Africa", topic=77)
    need = await friends.bot_says()
    assert need["message_thread_id"] == 77
    action = world.server.calls_of("sendChatAction")[-1].parameters
    assert action["message_thread_id"] == "77"


async def test_in_a_forum_pictures_and_music_stay_in_their_topic_as_well(world, friends):
    await world.agree()
    world.previews.preview = Upload(b"\x00\x00\x00 ftypM4A sound")
    friends.send_photo(world.ann, small_picture(), "/moodmix Toto - Africa", topic=77)
    answer, sample = await friends.bot_says(), await friends.bot_says()
    assert answer["photo"]
    assert sample["audio"]
    assert {answer["message_thread_id"], sample["message_thread_id"]} == {77}
    friends.press(world.ann, answer, "How do you feel now?")
    assert (await friends.bot_says())["message_thread_id"] == 77


async def test_a_wish_is_offered_in_a_group_to_who_asked_for_the_list(world, friends, ben):
    await world.agree()
    friends.send_photo(world.ann, small_picture(), "/moodmix Toto - Africa")
    answer = await friends.bot_says()
    rows = buttons_of(answer)
    await friends.note_on(friends.press(ben, answer, "👍1"))
    friends.press(world.ann, answer, "👍2")
    shown = await friends.until_shown(answer, lambda m: len(buttons_of(m)) > len(rows))
    assert buttons_of(shown) == [*rows, ["✨ More like this"]]
    note = await friends.note_on(friends.press(ben, shown, "✨ More like this"))
    assert "belongs to somebody else" in note["text"]
    friends.press(world.ann, shown, "✨ More like this")
    liked = world.painter.painted[0].recommendations[1].track
    await friends.bot_says()
    assert [song.title for song in world.painter.painted[-1].wishes.like] == [liked.title]


@pytest.mark.parametrize("status", ["member", "administrator"])
async def test_a_group_is_greeted_once(world, friends, status):
    friends.let_bot(world.ann, "left", status)
    assert (await friends.bot_says())["text"] == say("telegram-hello")
    friends.let_bot(world.ann, status, "left")
    friends.let_bot(world.ann, "left", status)
    friends.let_bot(world.ann, "member", "administrator")
    friends.send_text(world.ann, "/help")
    assert "paste a link" in (await friends.bot_says())["text"]


async def test_neither_channels_nor_private_chats_are_greeted(world):
    channel = Chat(world.server, {"id": -1009, "type": "channel", "title": "news"})
    channel.let_bot(world.ann, "left", "administrator")
    world.chat.let_bot(world.ann, "kicked", "member")  # a person who had blocked the bot
    world.chat.send_text(world.ann, "/help")
    assert "paste a link" in (await world.chat.bot_says())["text"]
    assert channel.bot_messages() == []


async def test_a_post_that_a_channel_brings_into_its_group_is_not_answered(world, friends):
    robot = Person(777000, "Telegram")
    channel = {"id": -1009, "type": "channel", "title": "news"}
    post = {"text": f"@{BOT_NAME} Toto - Africa", "is_automatic_forward": True}
    friends._send(robot, post, as_chat=channel)
    world.server.push("message", friends.state.messages[max(friends.state.messages)])
    friends.send_text(world.ann, "/help")
    assert "paste a link" in (await friends.bot_says())["text"]


async def test_an_answer_follows_a_group_that_becomes_a_supergroup(world):
    await world.agree()
    few = small_group(world.server)
    world.faces.gate.clear()
    few.send_photo(world.ann, small_picture(), "/moodmix Toto - Africa")
    await world.server.until(lambda: world.faces.uploads)
    grown = few.become_supergroup()
    world.faces.gate.set()
    answer = await grown.bot_says()
    assert answer["photo"]
    grown.press(world.ann, answer, "Stay with this mood")
    assert "that is what you chose" in (await grown.bot_says())["caption"]
    grown.react(world.ann, answer, ["👍"])
    await world.server.until(world.ratings)
