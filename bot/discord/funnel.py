"""The one place where failures on Discord become words, and where work under way is counted."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import discord
import structlog

from bot.chat import Chat
from bot.discord.outlets import Outlet
from core.domain.errors import ErrorCode, OperationError

PLATFORM = "discord"

UNDER_WAY_AT_MOST = 64
"""Requests handled at once; whoever comes beyond that hears "busy"."""

_log = structlog.get_logger()


class Funnel:
    """Runs requests: acknowledged, bounded in number, and every failure explained."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat
        self._under_way: set[asyncio.Task[Any]] = set()
        self._closing = False

    async def run(self, outlet: Outlet, work: Callable[[], Awaitable[None]]) -> None:
        """Do ``work`` and tell the person in ``outlet`` what went wrong, if anything did."""
        task = asyncio.current_task()
        if task is None or self._closing:
            return
        is_full = len(self._under_way) >= UNDER_WAY_AT_MOST
        self._under_way.add(task)
        with (
            structlog.contextvars.bound_contextvars(request=secrets.token_hex(4)),
            self._chat.traffic.handling(PLATFORM),
        ):
            try:
                async with outlet.working():
                    await (_turn_away() if is_full else work())
            except Exception as error:  # noqa: BLE001 - Discord's one funnel; the log has the rest
                await self.tell(outlet, error)
            finally:
                self._under_way.discard(task)

    async def tell(self, outlet: Outlet, error: Exception) -> None:
        """Explain a failure; where even that cannot be delivered, the log says so."""
        if isinstance(error, discord.Forbidden | discord.NotFound):
            # no right to write there, or what was to be answered is gone: nobody can be told
            _log.warning("undeliverable", platform=PLATFORM, status=error.status)
            return
        words = self.explain(error)
        try:
            await outlet.send(words)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as undelivered:
            _log.warning(
                "explanation_undelivered", platform=PLATFORM, cause=type(undelivered).__name__
            )

    def explain(self, error: Exception) -> str:
        """Words for a failure, which is logged and counted."""
        return self._chat.explain_failure(error, PLATFORM)

    async def drain(self, grace_s: float) -> None:
        """Take nothing new, let work under way finish for ``grace_s``, then cancel it."""
        self._closing = True
        tasks = self._under_way - {asyncio.current_task()}
        if not tasks:
            return
        _, unfinished = await asyncio.wait(tasks, timeout=grace_s)
        for task in unfinished:
            task.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)


async def _turn_away() -> None:
    raise OperationError(ErrorCode.BUSY)
