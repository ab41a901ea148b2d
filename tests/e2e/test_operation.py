"""A real process as its operator sees it: health, figures, logs, stops, and a second start."""

from __future__ import annotations

import asyncio
import json
import re
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.presenters.language import say
from tests.fakes.bot_process import LOOK_EVERY_S, BotProcess, run_command
from tests.fakes.telegram_people import Chat, Person, private_chat
from tests.fakes.telegram_server import TOKEN, TelegramServer

CHANGES_WITHIN_S = 60.0
SONG = "Queen - Don't Stop Me Now"


@dataclass
class Operated:
    """A running moodmix and what its two ports say."""

    bot: BotProcess
    operator: str
    page: str
    http: aiohttp.ClientSession

    async def health(self) -> tuple[int, dict[str, Any]]:
        async with self.http.get(f"{self.operator}/healthz") as response:
            return response.status, await response.json()

    async def until(self, status: str) -> dict[str, Any]:
        """Wait until the health is of this status."""
        told: dict[str, Any] = {}
        for _ in range(int(CHANGES_WITHIN_S / LOOK_EVERY_S)):
            code, told = await self.health()
            assert code == (200 if told["status"] == "ok" else 503)
            if told["status"] == status:
                return told
            await asyncio.sleep(LOOK_EVERY_S)
        raise AssertionError(told)

    async def figure(self, name: str, **labels: str) -> float | None:
        async with self.http.get(f"{self.operator}/metrics") as response:
            families = text_string_to_metric_families(await response.text())
        samples = (sample for family in families for sample in family.samples)
        return next((s.value for s in samples if (s.name, s.labels) == (name, labels)), None)

    async def until_figure(self, value: float, name: str, **labels: str) -> None:
        for _ in range(int(CHANGES_WITHIN_S / LOOK_EVERY_S)):
            if await self.figure(name, **labels) == value:
                return
            await asyncio.sleep(LOOK_EVERY_S)
        raise AssertionError(await self.figure(name, **labels))


Operate = Callable[..., Any]


def on(server: TelegramServer) -> dict[str, str]:
    """Settings that switch Telegram on."""
    return {"MOODMIX_TELEGRAM_TOKEN": TOKEN, "MOODMIX_TELEGRAM_API_URL": server.url}


@pytest.fixture
def photo(shared_data: Path) -> bytes:
    return (shared_data / "faces" / "single" / "posed_happy.jpg").read_bytes()


@pytest.fixture
def operate(tmp_path: Path) -> Operate:
    """Runs moodmix with these settings for as long as the block lasts."""

    @asynccontextmanager
    async def operated(**settings: str) -> AsyncIterator[Operated]:
        (tmp_path / "output.txt").unlink(missing_ok=True)  # of a run before
        bot = await BotProcess.start(tmp_path, MOODMIX_METRICS_PORT="0", **settings)
        try:
            await bot.until_it_says("moodmix is ready")
            said = bot.log.read_text(encoding="utf-8")
            found = [
                re.search(rf"{words} (http://127\.0\.0\.1:\d+)/", said)
                for words in ("For the operator:", "open")
            ]
            assert all(found), said
            async with aiohttp.ClientSession() as http:
                yield Operated(bot, found[0][1], f"{found[1][1]}/", http)
        finally:
            await bot.kill()

    return operated


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server


async def with_a_photo_in_hand(
    operated: Operated, server: TelegramServer, photo: bytes, download_s: float
) -> Chat:
    """A person's chat while their photo is being fetched, which takes so long."""
    ann = Person(4_000_000_001, "Annabella")
    chat = private_chat(server, ann)
    chat.send_text(ann, "/start")
    await chat.bot_says(CHANGES_WITHIN_S)
    chat.press(ann, await chat.bot_says(CHANGES_WITHIN_S), say("consent-button"))
    await operated.until_figure(2, "moodmix_requests_answered_total", platform="telegram")
    server.delay("download", download_s)
    chat.send_photo(ann, photo, SONG)
    await operated.until_figure(1, "moodmix_requests_in_hand", platform="telegram")
    return chat


async def test_the_first_signal_lets_an_answer_be_finished_and_the_health_says_so(
    operate: Operate, telegram: TelegramServer, photo: bytes
) -> None:
    async with operate(**on(telegram)) as operated:
        await operated.until("ok")
        chat = await with_a_photo_in_hand(operated, telegram, photo, download_s=5)
        operated.bot.process.send_signal(signal.SIGTERM)
        told = await operated.until("stopping")
        assert told["database"] == "answers"
        with pytest.raises(aiohttp.ClientConnectorError):
            await operated.http.get(operated.page)
        assert "photo" in await chat.bot_says(CHANGES_WITHIN_S)
        assert await asyncio.wait_for(operated.bot.process.wait(), CHANGES_WITHIN_S) == 0
        assert operated.bot.stored("SELECT count(*) FROM mix") == [(1,)]


async def test_what_takes_longer_than_a_stop_waits_is_cut_off(
    operate: Operate, telegram: TelegramServer, photo: bytes
) -> None:
    async with operate(MOODMIX_DRAIN_S="0.5", **on(telegram)) as operated:
        await with_a_photo_in_hand(operated, telegram, photo, download_s=60)
        assert await operated.bot.stop() == 0
        assert operated.bot.stored("SELECT count(*) FROM mix") == [(0,)]
        assert "Traceback" not in operated.bot.log.read_text(encoding="utf-8")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_second_signal_ends_at_once(
    operate: Operate, telegram: TelegramServer, photo: bytes, number: signal.Signals
) -> None:
    async with operate(MOODMIX_DRAIN_S="300", **on(telegram)) as operated:
        await with_a_photo_in_hand(operated, telegram, photo, download_s=60)
        operated.bot.process.send_signal(number)
        await operated.bot.until_it_says("Asked again, moodmix ends at once.")
        assert await operated.bot.stop(number) == -number


async def test_a_platform_is_called_connected_when_it_is_and_no_longer_when_it_is_lost(
    operate: Operate, telegram: TelegramServer
) -> None:
    await telegram.stop()  # its address stays
    async with operate(**on(telegram)) as operated:
        await operated.bot.until_it_says("Telegram cannot be reached at the moment")
        told = await operated.until("troubled")
        assert told["platforms"] == {"web": "connected", "telegram": "connecting"}
        assert "switched on" not in operated.bot.log.read_text(encoding="utf-8")
        await telegram.start()
        await operated.bot.until_it_says("Telegram is switched on.")
        await operated.until("ok")
        connected = "moodmix_platform_connected"
        assert await operated.figure(connected, platform="telegram") == 1
        await telegram.stop()
        await operated.until_figure(0, connected, platform="telegram")
        told = await operated.until("troubled")
        assert told["platforms"]["telegram"] == "connecting", told
        await telegram.start()
        await operated.until("ok")


async def test_a_request_leaves_its_figures_and_nothing_personal_in_structured_logs(
    operate: Operate, telegram: TelegramServer, photo: bytes
) -> None:
    async with operate(MOODMIX_LOG_FORMAT="json", **on(telegram)) as operated:
        chat = await with_a_photo_in_hand(operated, telegram, photo, download_s=0.5)
        assert "photo" in await chat.bot_says(CHANGES_WITHIN_S)
        await operated.until_figure(3, "moodmix_requests_answered_total", platform="telegram")
        assert await operated.figure("moodmix_requests_received_total", platform="telegram") == 3
        for stage in ("face", "song", "candidates", "ranking", "card"):
            assert await operated.figure("moodmix_stage_seconds_count", stage=stage) == 1
        took_s = await operated.figure("moodmix_request_seconds_sum", platform="telegram")
        assert took_s is not None
        assert took_s > 0.5
        async with operated.http.get(f"{operated.operator}/metrics") as response:
            figures = await response.text()
        assert await operated.bot.stop() == 0
    written = operated.bot.log.read_text(encoding="utf-8")
    for secret in ("4000000001", "Annabella", TOKEN, "Stop Me", "Queen"):
        assert secret not in written
        assert secret not in figures
    said = ("moodmix is ready", "For the operator", "Telegram is", "Stopping")
    lines = [line for line in written.splitlines() if not line.startswith(said)]
    logged = [json.loads(line) for line in lines]
    assert all({"timestamp", "level", "event"} <= set(line) for line in logged)
    assert {"started", "platform_state", "stopped"} <= {line["event"] for line in logged}


async def test_a_second_moodmix_with_the_same_data_is_told_of_the_first(
    operate: Operate, tmp_path: Path
) -> None:
    async with operate() as operated:
        second = await BotProcess.start(tmp_path)
        assert await asyncio.wait_for(second.process.wait(), CHANGES_WITHIN_S) == 2
        written = second.log.read_text(encoding="utf-8")
        assert "moodmix already runs with the data in" in written
        assert f"process {operated.bot.process.pid})" in written
        assert (await operated.health())[1]["database"] == "answers"
        assert await operated.bot.stop() == 0
    async with operate() as after:
        assert (await after.until("ok"))["status"] == "ok"


async def test_a_backup_of_a_running_moodmix_comes_back_in_another_place_and_runs(
    operate: Operate, telegram: TelegramServer, photo: bytes, tmp_path: Path
) -> None:
    archive = tmp_path / "backup.tar.gz"
    async with operate(**on(telegram)) as operated:
        chat = await with_a_photo_in_hand(operated, telegram, photo, download_s=0.1)
        assert "photo" in await chat.bot_says(CHANGES_WITHIN_S)
        made = await asyncio.to_thread(run_command, tmp_path, "backup", archive, "--with-keys")
        assert made.returncode == 0, made.stderr
        assert "whoever gets this file can read what people told" in made.stdout
        refused = await asyncio.to_thread(run_command, tmp_path, "restore", archive, "--force")
        assert refused.returncode == 2
        assert "moodmix already runs with the data in" in refused.stderr
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    restored = await asyncio.to_thread(run_command, elsewhere, "restore", archive)
    assert restored.returncode == 0, restored.stderr
    assert "What people erased after that time is there again" in restored.stdout
    bot = await BotProcess.start(elsewhere)
    try:
        await bot.until_it_says("moodmix is ready")
        assert bot.stored("SELECT count(*) FROM mix") == [(1,)]
        assert bot.stored("SELECT count(*) FROM consent") == [(1,)]
        assert await bot.stop() == 0
    finally:
        await bot.kill()
