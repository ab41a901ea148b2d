from __future__ import annotations

import asyncio
import threading

import pytest

from bot.presenters.language import say
from core.domain.errors import ErrorCode, OperationError
from tests.fakes.discord_gateway import RECONNECT
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Person, SentFile
from tests.integration.discord.conftest import SONG, World


async def test_a_wrong_token_is_explained_and_leaves_nothing_running(
    world: World, server: DiscordServer
) -> None:
    before = asyncio.all_tasks()

    with pytest.raises(OperationError) as refusal:
        await world.start(token="copied-wrongly")

    assert refusal.value.code is ErrorCode.DISCORD_REFUSED
    assert asyncio.all_tasks() == before
    assert server.gateway.log == []


async def test_a_token_that_only_the_gateway_refuses_is_explained_too(
    world: World, server: DiscordServer
) -> None:
    server.gateway.reject_tokens = True

    with pytest.raises(OperationError) as refusal:
        await world.start()

    assert refusal.value.code is ErrorCode.DISCORD_REFUSED


async def test_message_content_without_permission_is_explained(
    world: World, server: DiscordServer
) -> None:
    with pytest.raises(OperationError) as refusal:
        await world.start(message_content=True)

    assert refusal.value.code is ErrorCode.DISCORD_INTENT_REFUSED
    assert "identified" not in server.gateway.log


async def test_a_cut_line_is_resumed_and_what_was_sent_meanwhile_is_answered(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()

    await server.gateway.drop()
    await server.write(ada, SONG, selfie)

    assert (await server.answer()).embeds
    assert sorted(server.gateway.log) == ["closed", "identified", "resumed"]
    assert "GET /resume/" in server.requests


async def test_discord_may_ask_for_a_new_connection(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()

    await server.gateway.send_raw({"op": RECONNECT, "t": None, "s": None, "d": None})
    await server.until(lambda: "resumed" in server.gateway.log)
    await server.slash(ada, "help")

    assert (await server.answer()).content == say("help")


async def test_a_session_that_discord_forgot_is_begun_anew(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()
    server.gateway.forget_sessions()

    await server.gateway.drop()
    await server.until(lambda: server.gateway.log.count("identified") == 2)
    await server.slash(ada, "help")

    assert "resume refused" in server.gateway.log
    assert (await server.answer()).content == say("help")


async def test_discord_may_go_away_and_come_back(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()

    await server.stop()
    await asyncio.sleep(0.2)
    await server.start()
    await server.until(lambda: "resumed" in server.gateway.log)
    await server.slash(ada, "help")

    assert (await server.answer()).content == say("help")


async def test_an_absent_discord_is_waited_for_in_the_background(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await server.stop()

    await world.start(ready_timeout_s=0.1)
    await server.start()
    await server.until(lambda: "identified" in server.gateway.log)
    await server.slash(ada, "help")

    assert (await server.answer()).content == say("help")


async def test_an_absent_gateway_is_waited_for_in_the_background(
    world: World, server: DiscordServer, ada: Person
) -> None:
    for _ in range(2):
        server.fail_next("/gw/", 503)

    await world.start(ready_timeout_s=0.1)
    await server.until(lambda: "identified" in server.gateway.log)
    await server.slash(ada, "help")

    assert (await server.answer()).content == say("help")


async def test_heartbeats_carry_the_last_sequence_number(
    world: World, server: DiscordServer
) -> None:
    server.gateway.heartbeat_interval_ms = 50

    await world.start()
    await server.until(lambda: 2 in server.gateway.heartbeats)

    assert server.gateway.heartbeats[0] is None


async def test_stopping_lets_an_answer_under_way_finish_and_leaves_nothing_behind(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    tasks = asyncio.all_tasks()
    bot = await world.start()
    server.held_downloads = asyncio.Event()
    await server.slash(ada, "moodmix", photo=selfie, song=SONG)
    await server.until(lambda: server.downloads == ["selfie.jpg"])

    stopping = asyncio.create_task(bot.stop())
    await asyncio.sleep(0)
    server.held_downloads.set()
    await stopping

    assert (await server.answer()).embeds
    await server.until(lambda: _left(tasks) == set())
    await server.until(lambda: not any("keep-alive" in t.name for t in threading.enumerate()))
    await server.until(lambda: server.gateway.log == ["identified", "closed"])


async def test_stopping_twice_or_before_starting_does_no_harm(world: World) -> None:
    await world.bot().stop()
    bot = await world.start()

    await bot.stop()
    await bot.stop()


async def test_commands_are_registered_only_when_they_changed(
    world: World, server: DiscordServer
) -> None:
    for _ in range(2):
        await (await world.start()).stop()
    assert server.registrations == 1

    world.stamp.write_text("an older tree")
    await (await world.start()).stop()

    assert server.registrations == 2


async def test_a_failed_registration_is_tried_again_at_the_next_start(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    server.fail_next("/commands", 403)

    bot = await world.start()
    await server.write(ada, SONG, selfie)
    assert (await server.answer()).embeds
    await bot.stop()
    assert server.registrations == 0

    await world.start()
    assert server.registrations == 1


def _left(before: set[asyncio.Task[object]]) -> set[asyncio.Task[object]]:
    return {task for task in asyncio.all_tasks() - before if "aiohttp" not in repr(task)}
