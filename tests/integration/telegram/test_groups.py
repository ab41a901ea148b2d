"""Groups: privacy mode, consent per person, other people's pictures."""

from __future__ import annotations

import pytest

from bot.presenters.language import say
from tests.fakes.telegram_people import Person, buttons_of, group
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
