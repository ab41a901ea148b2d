"""Starting, stopping, floods, lost connections, order under concurrency, quiet logs."""

from __future__ import annotations

import asyncio
import logging
import traceback
from http import HTTPStatus

import aiohttp
import pytest
import structlog

from bot.chat import Chat as ChatPartner
from bot.presenters.language import LANGUAGES, say
from bot.telegram.app import TelegramBot
from bot.telegram.profile import COMMANDS
from bot.telegram.progress import Pace
from bot.telegram.webhook import Webhook
from core.domain.errors import ErrorCode, OperationError
from tests.fakes.telegram_people import Person, private_chat
from tests.fakes.telegram_server import TOKEN
from tests.integration.telegram.test_mix import small_picture


async def test_the_bot_asks_only_for_what_it_answers(world):
    await world.server.until(lambda: world.server.calls_of("getUpdates"))
    asked = world.server.calls_of("getUpdates")[0].parameters["allowed_updates"]
    assert asked == [
        *("message", "callback_query", "message_reaction", "inline_query", "my_chat_member")
    ]


async def test_commands_and_descriptions_are_set_once_for_each_language(server, open_world):
    async with open_world():
        await server.until(lambda: len(server.calls_of("getMyShortDescription")) == len(LANGUAGES))
    assert [command["command"] for command in server.commands[""]] == [*COMMANDS]
    assert set(server.commands) == {"", *LANGUAGES[1:]}
    assert server.descriptions["description", ""] == say("telegram-description")
    calls = len(server.calls_of("getMyShortDescription"))
    written = [call for call in server.calls if call.method.startswith("setMy")]
    async with open_world():
        await server.until(
            lambda: len(server.calls_of("getMyShortDescription")) == calls + len(LANGUAGES)
        )
    assert [call for call in server.calls if call.method.startswith("setMy")] == written


@pytest.fixture
def webhook(unused_tcp_port):
    url = f"http://127.0.0.1:{unused_tcp_port}/telegram"
    return Webhook(url, "127.0.0.1", unused_tcp_port)


async def test_updates_are_taken_where_telegram_delivers_them(server, open_world, webhook):
    async with open_world(webhook=webhook) as world:
        await server.until(lambda: server.webhook["url"])
        world.chat.send_text(world.ann, "/help")
        assert "paste a link" in (await world.chat.bot_says())["text"]
    assert server.delivered
    assert not server.calls_of("getUpdates")


async def test_what_comes_without_the_secret_is_refused(server, open_world, webhook):
    async with open_world(webhook=webhook) as world, aiohttp.ClientSession() as stranger:
        forged = {"update_id": 1, "message": world.chat.send_text(world.ann, "/help")}
        await world.chat.bot_says()
        for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "guessed"}):
            async with stranger.post(webhook.url, json=forged, headers=headers) as response:
                assert response.status == HTTPStatus.FORBIDDEN
        world.chat.send_text(world.ann, "/privacy")
        await world.chat.bot_says()
        assert ["paste a link" in said["text"] for said in world.chat.bot_messages()] == [
            *(True, False)
        ]
    assert TOKEN not in server.webhook["secret"]


async def test_a_webhook_on_a_taken_port_is_explained(server, open_world, webhook):
    taken = await asyncio.start_server(lambda *_: None, webhook.host, webhook.port)
    async with taken:
        with pytest.raises(OperationError) as caught:
            async with open_world(webhook=webhook):
                pass
    assert caught.value.code is ErrorCode.ADDRESS_IN_USE


@pytest.mark.parametrize("token", ["700000001:a-token-of-somebody-else", "nonsense", "7:sh ort\n"])
async def test_a_wrong_token_is_named_and_nowhere_shown(server, partner, token):
    bot = TelegramBot(token, server.url, partner)
    with pytest.raises(OperationError) as caught:
        await bot.start()
    assert caught.value.code is ErrorCode.TELEGRAM_REFUSED
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    await bot.stop()


async def test_stopping_twice_or_unstarted_is_harmless(server, partner):
    bot = TelegramBot(TOKEN, server.url, partner)
    await bot.stop()
    await bot.start()
    await bot.stop()
    await bot.stop()


async def test_stopping_confirms_what_was_handled(server, open_world):
    async with open_world() as world:
        world.chat.send_text(world.ann, "/help")
        await world.chat.bot_says()
    assert server.pending_updates == 0


async def test_stopping_finishes_what_is_in_hand(server, open_world):
    async with open_world() as world:
        await world.agree()
        world.faces.gate.clear()
        world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
        await server.until(lambda: world.faces.uploads)
        asyncio.get_running_loop().call_later(0.3, world.faces.gate.set)
    assert "photo" in await world.chat.bot_says()


async def test_what_cannot_be_finished_in_time_is_cut_off(server, open_world):
    async with open_world() as world:
        await world.agree()
        world.bot._drain_s = 0.2
        world.faces.gate.clear()
        world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
        await server.until(lambda: world.faces.uploads)
    assert not any("photo" in message for message in world.chat.bot_messages())


async def test_polling_survives_a_server_that_goes_away_and_comes_back(world):
    world.chat.send_text(world.ann, "/help")
    await world.chat.bot_says()
    await world.server.stop()
    world.chat.send_text(world.ann, "/privacy")
    await asyncio.sleep(1.5)
    await world.server.start()
    assert "What happens to your data" in (await world.chat.bot_says(timeout_s=30))["text"]


async def test_an_answer_finds_its_way_when_the_server_is_away_for_a_moment(world):
    await world.agree()
    world.faces.gate.clear()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    await world.server.until(lambda: world.faces.uploads)
    await world.server.stop()
    world.faces.gate.set()
    await asyncio.sleep(1)
    await world.server.start()
    assert "photo" in await world.chat.bot_says(timeout_s=30)


async def test_a_start_without_a_server_connects_when_it_comes(server, open_world):
    await server.stop()
    async with open_world(start_patience_s=0.3) as world:
        world.chat.send_text(world.ann, "/help")
        await server.start()
        assert "paste a link" in (await world.chat.bot_says(timeout_s=30))["text"]


async def test_a_stop_while_still_connecting_is_clean(server, open_world):
    await server.stop()
    async with open_world(start_patience_s=0.2):
        pass


async def test_dropped_polls_and_bad_gateways_do_not_end_polling(world):
    world.server.drop("getUpdates", times=1)
    world.server.fail("getUpdates", 502, "Bad Gateway")
    world.server.fail("getUpdates", 401, "Unauthorized")
    world.server.fail("getUpdates", 404, "Not Found")
    world.chat.send_text(world.ann, "/help")
    assert "paste a link" in (await world.chat.bot_says(timeout_s=40))["text"]
    world.chat.send_text(world.ann, "/privacy")
    assert "What happens" in (await world.chat.bot_says(timeout_s=40))["text"]


async def test_flood_control_is_honoured_and_the_answer_still_comes(world):
    await world.agree()
    world.server.flood("sendPhoto", retry_after=1)
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    assert "photo" in await world.chat.bot_says()
    first, second = world.server.calls_of("sendPhoto")
    assert second.at - first.at >= 1.0


async def test_a_download_that_breaks_off_is_tried_again(world):
    await world.agree()
    world.server.drop("download", times=1)
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    assert "photo" in await world.chat.bot_says()


async def test_a_download_that_keeps_breaking_off_is_explained(world):
    await world.agree()
    world.server.drop("download", times=3)
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    assert "took too long" in (await world.chat.bot_says())["text"]


async def test_a_download_that_hangs_is_given_up(world, monkeypatch):
    monkeypatch.setattr("bot.telegram.media.DOWNLOAD_TIMEOUT_S", 0.3)
    await world.agree()
    world.server.delay("download", 1.5)
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    assert "took too long" in (await world.chat.bot_says())["text"]


async def test_an_answer_that_may_have_arrived_is_not_sent_again(world):
    await world.agree()
    world.server.drop("sendPhoto", times=1)
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    assert "took too long" in (await world.chat.bot_says())["text"]
    assert len(world.server.calls_of("sendPhoto")) == 1


async def test_who_blocked_the_bot_does_not_disturb_it(world):
    world.chat.state.blocked = True
    world.chat.send_text(world.ann, "/help")
    await world.server.until(lambda: world.server.calls_of("sendMessage"))
    ben = Person(4_000_000_002, "Ben")
    chat = private_chat(world.server, ben)
    chat.send_text(ben, "/help")
    assert "paste a link" in (await chat.bot_says())["text"]


async def test_long_work_shows_a_chat_action_and_words_that_turn_into_the_reply(server, open_world):
    async with open_world(pace=Pace(action_every_s=0.1, words_after_s=0.2)) as world:
        await world.agree()
        world.faces.gate.clear()
        world.chat.send_photo(world.ann, small_picture())
        words = await world.chat.bot_says(ignoring="")
        assert words["text"] == "Looking and listening …"
        await server.until(lambda: len(server.calls_of("sendChatAction")) >= 3)
        world.faces.gate.set()
        await world.chat.until_shown(words, lambda m: "Which song" in m["text"])
        assert len(world.chat.bot_messages()) == 1


async def test_words_about_long_work_are_taken_away_when_the_card_comes(server, open_world):
    async with open_world(pace=Pace(action_every_s=0.1, words_after_s=0.2)) as world:
        await world.agree()
        world.faces.gate.clear()
        world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
        words = await world.chat.bot_says(ignoring="")
        world.faces.gate.set()
        assert "photo" in await world.chat.bot_says()
        await server.until(lambda: words["message_id"] not in world.chat.state.messages)


async def test_quick_work_shows_no_words(world):
    world.chat.send_text(world.ann, "Toto - Africa")
    assert "good. Now send me" in (await world.chat.bot_says())["text"]
    assert len(world.chat.bot_messages()) == 1


async def test_people_are_served_side_by_side_and_each_in_order(world):
    await world.agree()
    world.faces.gate.clear()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    world.chat.send_text(world.ann, "/help")
    await world.server.until(lambda: world.faces.uploads)
    ben = Person(4_000_000_002, "Ben")
    chat = private_chat(world.server, ben)
    chat.send_text(ben, "/privacy")
    await chat.bot_says()
    assert {message.get("text") for message in world.chat.bot_messages()} <= {say("working")}
    world.faces.gate.set()
    assert "photo" in await world.chat.bot_says()
    assert "paste a link" in (await world.chat.bot_says())["text"]


async def test_a_flood_of_one_person_is_turned_away_in_words_once(world):
    await world.agree()
    world.faces.gate.clear()
    world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
    for _ in range(40):
        world.chat.send_text(world.ann, "/help")
    assert "Many people are asking at once" in (await world.chat.bot_says())["text"]
    world.faces.gate.set()
    await world.server.until(lambda: len(world.chat.bot_messages()) == 21)
    assert world.bot._order.people_in_hand <= 1


async def test_logs_hold_no_token_no_text_and_no_user_id(open_world, caplog):
    caplog.set_level(logging.DEBUG)
    with structlog.testing.capture_logs() as entries:
        await _run_with_troubles(open_world)
    traces = [traceback.format_exception(e["exc_info"]) for e in entries if "exc_info" in e]
    # The database's own chatter is silenced where logging is set up, not by this adapter.
    records = [r.getMessage() for r in caplog.records if not r.name.startswith("aiosqlite")]
    logged = repr(records) + repr(entries) + repr(traces)
    assert "incident" in logged
    assert "ZeroDivisionError" in repr(traces)
    assert TOKEN.split(":")[1] not in logged
    assert str(Person(4_000_000_001, "Ann").id) not in logged
    assert "secret wish" not in logged
    assert "Africa" not in logged


async def _run_with_troubles(open_world):
    async with open_world() as world:
        await world.agree()
        world.server.drop("getUpdates")
        world.chat.send_photo(world.ann, small_picture(), "Toto - Africa")
        await world.chat.bot_says()
        world.chat.send_text(world.ann, "a secret wish")
        await world.chat.bot_says()
        world.faces.error = ZeroDivisionError("boom")
        world.chat.send_photo(world.ann, small_picture())
        await world.chat.bot_says()


@pytest.fixture
def partner():
    """A conversation partner that these tests never get to talk to."""
    from core.services.identity import Pseudonyms
    from tests.fakes.memory_store import MemoryStore
    from tests.fakes.songs import FakeMusicReader
    from tests.integration.telegram.conftest import (
        Library,
        Painter,
        WatchedFaceReader,
        make_companion,
    )

    companion = make_companion(MemoryStore(), WatchedFaceReader(), FakeMusicReader(), Library())
    return ChatPartner(companion, Pseudonyms(b"k" * 32), Painter().paint)


async def test_commands_that_cannot_be_set_do_not_keep_the_bot_from_starting(server, open_world):
    server.fail("setMyCommands", 400, "Bad Request: BOT_COMMAND_INVALID")
    async with open_world() as world:
        world.chat.send_text(world.ann, "/help")
        assert "paste a link" in (await world.chat.bot_says())["text"]


async def test_a_token_refused_only_once_telegram_is_reached_is_logged_in_words(server, open_world):
    await server.stop()
    server.token = "700000001:another-token-by-now"
    with structlog.testing.capture_logs() as entries:
        async with open_world(start_patience_s=0.2) as world:
            await server.start()
            assert world.bot._connecting
            await asyncio.wait({world.bot._connecting}, timeout=30)
    assert "Telegram refused the bot token" in repr(entries)
    assert TOKEN.split(":")[1] not in repr(entries)
