"""One person's updates one after another, many people's side by side."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

from telegram import Update, User
from telegram.ext import BaseUpdateProcessor

from bot.platforms import NO_TRAFFIC, Traffic
from bot.telegram.replies import PLATFORM
from bot.turns import WAITING_LIMIT, Turns

AT_ONCE = 256
"""Updates in hand at the same time, over all people."""


class PerPersonOrder(BaseUpdateProcessor):
    """Serialises the updates of each user id, in the order they arrived.

    turn_away: called once when a person sends more than may wait, until their updates are done;
    close: told of each update at its end, unless it was cancelled; speaking: sets the language
    while a person's update is dealt with.
    """

    __slots__ = ("_close", "_running", "_speaking", "_traffic", "_turn_away", "_turns")

    def __init__(
        self,
        turn_away: Callable[[Update], Awaitable[None]],
        *,
        close: Callable[[object], Awaitable[None]],
        speaking: Callable[[User], AbstractAsyncContextManager[None]],
        at_once: int = AT_ONCE,
        waiting_limit: int = WAITING_LIMIT,
        traffic: Traffic = NO_TRAFFIC,
    ) -> None:
        super().__init__(max_concurrent_updates=at_once)
        self._turn_away = turn_away
        self._close = close
        self._speaking = speaking
        self._traffic = traffic
        self._turns = Turns(waiting_limit)
        self._running: set[asyncio.Task[Any]] = set()

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    @property
    def people_in_hand(self) -> int:
        """How many people have updates in hand or waiting."""
        return len(self._turns)

    def cancel_all(self) -> None:
        """Cancel every update in hand, for a stop that cannot wait any longer."""
        for task in self._running:
            task.cancel()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Process the update when its person's earlier ones are done."""
        task = asyncio.current_task()
        if task:
            self._running.add(task)
            task.add_done_callback(self._running.discard)
        with self._traffic.handling(PLATFORM):
            await self._in_turn(update, coroutine)
        await self._close(update)

    async def _in_turn(self, update: object, coroutine: Awaitable[Any]) -> None:
        user = update.effective_user if isinstance(update, Update) else None
        if user is None or not isinstance(update, Update):
            await coroutine
            return
        if update.inline_query:
            # it changes nothing, and comes with every letter that is typed
            async with self._speaking(user):
                await coroutine
            return
        if not self._turns.has_room(user.id):
            _dispose(coroutine)
            if self._turns.refuse(user.id):
                async with self._speaking(user):
                    await self._turn_away(update)
            return
        try:
            with self._turns.turn_of(user.id) as my_turn:
                await my_turn()
                async with self._speaking(user):
                    await coroutine
        finally:
            _dispose(coroutine)


def _dispose(coroutine: Awaitable[Any]) -> None:
    """Close a coroutine that was never awaited; a finished one is left as it is."""
    if inspect.iscoroutine(coroutine):
        coroutine.close()
