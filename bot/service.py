"""The running service: every configured platform in one process and one loop."""

from __future__ import annotations

import asyncio
import signal
from contextlib import AsyncExitStack
from typing import Protocol

import click
import structlog

from bot.discord.app import DiscordBot
from bot.settings import Settings
from bot.telegram.app import TelegramBot
from bot.web.server import PageServer
from bot.wiring import Chats, open_chats
from core.domain.errors import ErrorCode, OperationError

_log = structlog.get_logger()

STOP_TIMEOUT_S = 20.0


class Platform(Protocol):
    """What the service asks of an adapter."""

    async def start(self) -> None:
        """Be ready to receive, or raise OperationError."""
        ...

    async def stop(self) -> None:
        """Finish what is under way and release everything."""
        ...


async def serve(settings: Settings) -> None:
    """Run until SIGINT or SIGTERM; raises OperationError when something cannot start."""
    if not (settings.web_enabled or settings.telegram_token or settings.discord_token):
        raise OperationError(ErrorCode.NOTHING_TO_SERVE)
    stop_requested = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop_requested.set)
    async with AsyncExitStack() as stack:
        chats = await stack.enter_async_context(open_chats(settings))
        starting = asyncio.create_task(_start_platforms(settings, chats, stack))
        stopping = asyncio.create_task(stop_requested.wait())
        try:
            await asyncio.wait({starting, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if starting.done():
                starting.result()
                _log.info("started")
            await stopping
            click.echo("Stopping …")
        finally:
            for task in (starting, stopping):
                task.cancel()
            await asyncio.gather(starting, stopping, return_exceptions=True)
    _log.info("stopped")


async def _start_platforms(settings: Settings, chats: Chats, stack: AsyncExitStack) -> None:
    if settings.web_enabled:
        page = PageServer(settings.web_host, settings.web_port, chats.own)
        await _start(page, stack)
        click.echo(f"moodmix is ready: open {page.address} in your browser. Ctrl+C stops it.")
    if settings.telegram_token:
        token = settings.telegram_token.get_secret_value()
        await _start(TelegramBot(token, settings.telegram_api_url, chats.public), stack)
        click.echo("Telegram is switched on.")
    if settings.discord_token:
        await _start(
            DiscordBot(
                settings.discord_token.get_secret_value(),
                settings.discord_api_url,
                settings.discord_gateway_url,
                chats.public,
                message_content=settings.discord_message_content,
                commands_stamp=settings.data_dir / "discord-commands.stamp",
            ),
            stack,
        )
        click.echo("Discord is switched on.")


async def _start(platform: Platform, stack: AsyncExitStack) -> None:
    stack.push_async_callback(_stop, platform)  # also where the start fails half-way
    await platform.start()


async def _stop(platform: Platform) -> None:
    try:
        await asyncio.wait_for(platform.stop(), STOP_TIMEOUT_S)
    except TimeoutError:
        _log.warning("platform_stop_timed_out", platform=type(platform).__name__)
