"""The one place where failures on Discord become words, and where work under way is counted."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import aiohttp
import discord
import structlog

from bot.chat import Chat
from bot.discord.origin import Origin
from bot.discord.outlets import Outlet
from bot.turns import Turns
from core.domain.errors import ErrorCode, MoodmixError, OperationError
from core.ports.journal import RequestRef

PLATFORM = "discord"

UNDER_WAY_AT_MOST = 1000
"""Requests in hand or waiting, over all people; whoever comes beyond that hears "busy"."""

_log = structlog.get_logger()


class Funnel:
    """Runs requests: acknowledged, once each, in every person's order, and failures explained."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat
        self._journal = chat.journal
        self._pseudonyms = chat.pseudonyms
        self._turns = Turns()
        self._under_way: set[asyncio.Task[Any]] = set()
        self._closing = False

    async def run(self, outlet: Outlet, work: Callable[[], Awaitable[None]]) -> None:
        """Do ``work`` and tell the person in ``outlet`` what went wrong, if anything did.

        Cancelled, it leaves the request open in the journal.
        """
        task = asyncio.current_task()
        if task is None or self._closing:
            return
        origin = outlet.origin
        has_room = len(self._under_way) < UNDER_WAY_AT_MOST and self._turns.has_room(origin.user_id)
        self._under_way.add(task)
        ref = self._pseudonyms.request(PLATFORM, origin.request_id)
        # beside the acknowledgement, which Discord waits for no longer than three seconds
        taking = asyncio.create_task(self._take(ref, origin))
        is_told = True
        with (
            structlog.contextvars.bound_contextvars(request=secrets.token_hex(4)),
            self._chat.traffic.handling(PLATFORM),
            # before the acknowledgement, which may take longer than that of the next request
            self._turns.turn_of(origin.user_id) as my_turn,
        ):
            try:
                async with outlet.working():
                    if not await taking:
                        return
                    await (my_turn() if has_room else _turn_away())
                    async with self._speaking(origin):
                        await work()
            except Exception as error:  # noqa: BLE001 - Discord's one funnel; the log has the rest
                is_told = await self.tell(outlet, error)
            finally:
                self._under_way.discard(task)
        await taking
        await self._close(ref, is_told=is_told)

    async def tell(self, outlet: Outlet, error: Exception) -> bool:
        """Explain a failure; False where that could not be delivered now, and the log says so."""
        if isinstance(error, discord.Forbidden | discord.NotFound):
            # no right to write there, or what was to be answered is gone: nobody can be told
            _log.warning("undeliverable", platform=PLATFORM, status=error.status)
            return True
        async with self._speaking(outlet.origin):
            words = self.explain(error)
        try:
            await outlet.send(words)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as undelivered:
            _log.warning(
                "explanation_undelivered", platform=PLATFORM, cause=type(undelivered).__name__
            )
            return isinstance(undelivered, discord.Forbidden | discord.NotFound)
        return True

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

    def _speaking(self, origin: Origin) -> AbstractAsyncContextManager[None]:
        person = self._pseudonyms.person(PLATFORM, origin.user_id)
        return self._chat.speaking_with(person, origin.language)

    async def _take(self, ref: RequestRef, origin: Origin) -> bool:
        try:
            return await self._journal.take(PLATFORM, ref, origin.written())
        except MoodmixError as error:
            # whoever asks gets an answer, or hears why not, also where it cannot be written down
            _log.warning("journal_unusable", platform=PLATFORM, code=error.code.value)
            return True

    async def _close(self, ref: RequestRef, *, is_told: bool) -> None:
        try:
            await (self._journal.finish(ref) if is_told else self._journal.give_up(ref))
        except MoodmixError as error:
            _log.warning("journal_unusable", platform=PLATFORM, code=error.code.value)


async def _turn_away() -> None:
    raise OperationError(ErrorCode.BUSY)
