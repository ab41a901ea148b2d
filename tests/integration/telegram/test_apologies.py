"""What nobody could be told at the time is made up for once Telegram is back."""

from __future__ import annotations

from bot.presenters.language import say
from tests.integration.telegram.test_mix import small_picture

SORRY = say("interrupted", count=1)


async def test_an_answer_that_did_not_get_through_is_apologised_for_when_the_poll_is_back(world):
    await world.agree()
    world.server.drop("sendPhoto")
    world.server.drop("sendMessage")
    asked = world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    await world.server.until(lambda: world.server.calls_of("sendMessage"))

    world.server.fail("getUpdates", 502, "Bad Gateway")
    sorry = await world.chat.bot_says(timeout_s=30)
    assert sorry["text"] == SORRY
    assert sorry["reply_to_message"]["message_id"] == asked["message_id"]

    world.server.fail("getUpdates", 502, "Bad Gateway")
    world.chat.send_text(world.ann, "/help")
    assert (await world.chat.bot_says(timeout_s=30))["text"] == say("help")
    assert [m.get("text") for m in world.chat.bot_messages()].count(SORRY) == 1


async def test_several_messages_of_one_person_get_one_apology(server, open_world):
    async with open_world() as world:
        await world.agree()
        world.bot._drain_s = 0.1
        world.faces.gate.clear()
        for song in ("Toto - Africa", "Bill Withers - Lovely Day"):
            last = world.chat.send_photo(world.ann, small_picture(), song)
        await server.until(lambda: world.faces.uploads)
        await server.until(lambda: server.pending_updates == 0)
    async with open_world() as world:
        sorry = await world.chat.bot_says(timeout_s=30)
        assert sorry["text"] == say("interrupted", count=2)
        assert sorry["reply_to_message"]["message_id"] == last["message_id"]
    async with open_world() as world:
        world.chat.send_text(world.ann, "/help")
        said = [(await world.chat.bot_says(timeout_s=30))["text"] for _ in range(2)]
        assert said == [sorry["text"], say("help")]


async def test_talk_of_others_in_a_group_is_neither_noted_nor_apologised_for(world, server):
    from tests.fakes.telegram_people import group

    friends = group(server, privacy_mode=False)
    friends.send_text(world.ann, "who wants pizza?")
    friends.send_text(world.ann, "/privacy")
    await friends.bot_says()
    assert world._query("SELECT count(*) FROM request") == [(1,)]
