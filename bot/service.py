"""The running service: every configured platform in one process and one loop."""

from __future__ import annotations

import asyncio
import signal
from contextlib import AsyncExitStack
from functools import partial

import click
import structlog

from bot.discord.app import DiscordBot
from bot.operation.health import Health
from bot.operation.server import OperatorServer
from bot.platforms import Platform, PlatformState
from bot.settings import Settings
from bot.telegram.app import TelegramBot
from bot.telegram.webhook import Webhook
from bot.web.server import PageServer
from bot.wiring.chats import Chats, open_chats, watched
from core.domain.errors import ErrorCode, OperationError
from core.storage.sole_use import sole_use

_log = structlog.get_logger()

CLOSING_S = 10.0
"""How long a platform may take to close its connections, beyond what it waits for answers."""

_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM)

_WEB, _TELEGRAM, _DISCORD = "web", "telegram", "discord"
_TITLES = {_TELEGRAM: "Telegram", _DISCORD: "Discord"}


async def serve(settings: Settings) -> None:
    """Run until SIGINT or SIGTERM; raises OperationError when something cannot start.

    The first signal lets answers under way be finished, the next one ends the process at once.
    """
    health = Health(_switched_on(settings), _Herald())
    metrics = watched(settings)
    metrics.watch_platforms({name: partial(health.is_connected, name) for name in health.platforms})
    stop_requested = _heed_signals()
    async with AsyncExitStack() as stack:
        stack.enter_context(sole_use(settings.data_dir))
        if settings.metrics_port is not None:
            server = OperatorServer(settings.metrics_port, health, metrics)
            stack.push_async_callback(server.stop)
            click.echo(f"For the operator: {await server.start()}/healthz and /metrics.")
        chats = await stack.enter_async_context(open_chats(settings, metrics))
        health.began(chats.vitals)
        metrics.watch_work(chats.vitals.work_in_hand, chats.vitals.work_capacity)
        platforms = _platforms(settings, chats, health)
        starting = asyncio.create_task(_start_all(platforms, health))
        stopping = asyncio.create_task(stop_requested.wait())
        try:
            await asyncio.wait({starting, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if starting.done():
                starting.result()
                _log.info("started")
            await stopping
            click.echo(
                "Stopping: what is under way is finished first, for at most "
                f"{settings.drain_s:g} s. Asked again, moodmix ends at once."
            )
        finally:
            health.is_ending()
            for task in (starting, stopping):
                task.cancel()
            await asyncio.gather(starting, stopping, return_exceptions=True)
            limit_s = settings.drain_s + CLOSING_S
            await asyncio.gather(*(_stop(name, each, limit_s) for name, each in platforms.items()))
    _log.info("stopped")


class _Herald:
    """Says on the terminal, once for each platform, that people can write there or why not."""

    def __init__(self) -> None:
        self._said: set[tuple[str, PlatformState]] = set()

    def __call__(self, platform: str, state: PlatformState) -> None:
        """A platform changed to this state, or is still in it after its start."""
        title = _TITLES.get(platform)
        if title is None or (platform, state) in self._said:
            return
        self._said.add((platform, state))
        match state:
            case PlatformState.CONNECTED:
                click.echo(f"{title} is switched on.")
            case PlatformState.CONNECTING:
                click.echo(f"{title} cannot be reached at the moment; moodmix goes on trying.")
            case PlatformState.REFUSED:
                click.echo(f"{title} refuses the bot; the log says why.")


def _switched_on(settings: Settings) -> tuple[str, ...]:
    """Raises OperationError (NOTHING_TO_SERVE) where it is none."""
    names = {
        _WEB: settings.web_enabled,
        _TELEGRAM: settings.telegram_token,
        _DISCORD: settings.discord_token,
    }
    switched_on = tuple(name for name, setting in names.items() if setting)
    if not switched_on:
        raise OperationError(ErrorCode.NOTHING_TO_SERVE)
    return switched_on


def _heed_signals() -> asyncio.Event:
    """An event that the first signal to stop sets; after it they do what they do by default."""
    loop = asyncio.get_running_loop()
    requested = asyncio.Event()

    def request() -> None:
        for number in _STOP_SIGNALS:
            loop.remove_signal_handler(number)
            signal.signal(number, signal.SIG_DFL)
        requested.set()

    for number in _STOP_SIGNALS:
        loop.add_signal_handler(number, request)
    return requested


def _platforms(settings: Settings, chats: Chats, health: Health) -> dict[str, Platform]:
    platforms: dict[str, Platform] = {}
    if settings.web_enabled:
        platforms[_WEB] = PageServer(
            settings.web_host,
            settings.web_port,
            chats.own,
            drain_s=settings.drain_s,
            tell_state=partial(health.tell, _WEB),
        )
    if settings.telegram_token:
        platforms[_TELEGRAM] = TelegramBot(
            settings.telegram_token.get_secret_value(),
            settings.telegram_api_url,
            chats.public,
            webhook=_webhook(settings),
            drain_s=settings.drain_s,
            tell_state=partial(health.tell, _TELEGRAM),
        )
    if settings.discord_token:
        platforms[_DISCORD] = DiscordBot(
            settings.discord_token.get_secret_value(),
            settings.discord_api_url,
            settings.discord_gateway_url,
            chats.public,
            message_content=settings.discord_message_content,
            voice=settings.discord_voice,
            shards=settings.discord_shards,
            commands_stamp=settings.data_dir / "discord-commands.stamp",
            drain_s=settings.drain_s,
            tell_state=partial(health.tell, _DISCORD),
        )
    return platforms


def _webhook(settings: Settings) -> Webhook | None:
    if settings.telegram_webhook_url is None:
        return None
    return Webhook(
        settings.telegram_webhook_url,
        settings.telegram_webhook_host,
        settings.telegram_webhook_port,
    )


async def _start_all(platforms: dict[str, Platform], health: Health) -> None:
    """Side by side; raises the first OperationError of those that cannot."""
    try:
        async with asyncio.TaskGroup() as group:
            for name, platform in platforms.items():
                group.create_task(_start(name, platform, health))
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from failures


async def _start(name: str, platform: Platform, health: Health) -> None:
    await platform.start()
    if isinstance(platform, PageServer):
        click.echo(f"moodmix is ready: open {platform.address} in your browser. Ctrl+C stops it.")
    health.repeat(name)


async def _stop(name: str, platform: Platform, limit_s: float) -> None:
    try:
        await asyncio.wait_for(platform.stop(), limit_s)
    except TimeoutError:
        _log.warning("platform_stop_timed_out", platform=name)
