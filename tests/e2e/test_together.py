"""Every platform at once: one process, one loop, one database, one clean stop."""

from __future__ import annotations

import asyncio
import re
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.presenters.language import say
from bot.presenters.words import explain_error
from core.domain.errors import ErrorCode, MoodmixError
from tests.fakes.bot_process import BotProcess
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Person as DiscordPerson
from tests.fakes.discord_shapes import SentFile
from tests.fakes.music_services import closed_port
from tests.fakes.telegram_people import Person as TelegramPerson
from tests.fakes.telegram_people import private_chat
from tests.fakes.telegram_server import TOKEN, TelegramServer

SONG = "Queen - Don't Stop Me Now"
STARTED_WITHIN_S = 60.0
ANSWER_WITHIN_S = 90.0


@pytest.fixture
async def discord() -> AsyncIterator[DiscordServer]:
    server = DiscordServer()
    await server.start()
    yield server
    await server.stop()
    assert server.faults == []


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_all_platforms_answer_from_one_process_that_stops_cleanly(
    telegram: TelegramServer,
    discord: DiscordServer,
    tmp_path: Path,
    shared_data: Path,
    number: signal.Signals,
) -> None:
    photo = (shared_data / "faces" / "single" / "posed_happy.jpg").read_bytes()
    bot = await BotProcess.start(
        tmp_path,
        MOODMIX_TELEGRAM_TOKEN=TOKEN,
        MOODMIX_TELEGRAM_API_URL=telegram.url,
        MOODMIX_DISCORD_TOKEN=discord.token,
        MOODMIX_DISCORD_API_URL=discord.api_url,
        MOODMIX_DISCORD_GATEWAY_URL=discord.gateway_url,
    )
    try:
        await telegram.until(lambda: telegram.calls_of("getUpdates"), STARTED_WITHIN_S)
        await discord.until(lambda: "identified" in discord.gateway.log, STARTED_WITHIN_S)
        await asyncio.gather(
            _ask_on_telegram(telegram, photo),
            _ask_on_discord(discord, photo),
            _open_the_page(bot),
        )
        assert bot.stored("SELECT count(*) FROM mix") == [(2,)]
        assert bot.stored("SELECT count(*) FROM person") == [(2,)]
        assert await bot.stop(number) == 0, bot.log.read_text()
        assert "Traceback" not in bot.log.read_text()
    finally:
        await bot.kill()


async def test_a_stop_is_heeded_while_a_platform_is_still_connecting(
    discord: DiscordServer, tmp_path: Path
) -> None:
    bot = await BotProcess.start(
        tmp_path,
        MOODMIX_DISCORD_TOKEN=discord.token,
        MOODMIX_DISCORD_API_URL=f"http://127.0.0.1:{closed_port()}/api/v10",
        MOODMIX_DISCORD_GATEWAY_URL=discord.gateway_url,
    )
    try:
        await bot.until_it_says("moodmix is ready")
        assert await bot.stop() == 0, bot.log.read_text()
        assert "Discord is switched on" not in bot.log.read_text()
        assert "Traceback" not in bot.log.read_text()
    finally:
        await bot.kill()


async def test_nothing_to_serve_is_said(tmp_path: Path) -> None:
    bot = await BotProcess.start(tmp_path, MOODMIX_WEB_ENABLED="false")
    assert await asyncio.wait_for(bot.process.wait(), STARTED_WITHIN_S) == 2
    assert explain_error(MoodmixError(ErrorCode.NOTHING_TO_SERVE)) in bot.log.read_text()


async def _ask_on_telegram(server: TelegramServer, photo: bytes) -> None:
    ann = TelegramPerson(4_000_000_001, "Ann")
    chat = private_chat(server, ann)
    chat.send_photo(ann, photo, SONG)
    chat.press(ann, await chat.bot_says(ANSWER_WITHIN_S), say("consent-button"))
    assert "You look happy to me" in (await chat.bot_says(ANSWER_WITHIN_S))["caption"]


async def _ask_on_discord(server: DiscordServer, photo: bytes) -> None:
    ada = DiscordPerson("Ada")
    await server.write(ada, SONG, SentFile("selfie.jpg", photo, "image/jpeg"))
    await server.press(ada, await server.answer(ANSWER_WITHIN_S), say("consent-button"))
    assert "You look happy to me" in (await server.answer(ANSWER_WITHIN_S)).text


async def _open_the_page(bot: BotProcess) -> None:
    address = re.search(r"http://127\.0\.0\.1:\d+/", bot.log.read_text())
    assert address
    async with aiohttp.ClientSession() as session, session.get(address[0]) as page:
        assert page.status == 200
        assert "moodmix" in await page.text()
