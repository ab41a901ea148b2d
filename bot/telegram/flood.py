"""Telegram's limits on sending (https://core.telegram.org/bots/faq), kept and heeded."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from typing import Any

import structlog
from aiolimiter import AsyncLimiter
from telegram import Bot
from telegram.error import ChatMigrated, RetryAfter
from telegram.ext import BaseRateLimiter, ExtBot

from bot.telegram.recent import Recent

OVERALL_PER_S = 25
"""Messages in a second, over all chats; with a short burst, and some that were held up on the way,
it stays below Telegram's 30."""

BURST = 3
"""Messages that may go out at the same moment."""

GROUP_PER_MINUTE = 20

RETRIES = 3
"""How often a message is sent again that Telegram asked to be patient about."""

PATIENCE_S = 120.0
"""How long a message waits for a chat to take messages again; beyond it, it is given up."""

_MANY_GROUPS = 500

_LOOK_EVERY_S = 0.5

_SHOWS_ACTIVITY = "sendChatAction"
_NOT_COUNTED = frozenset({"deleteMessage", "getFile"})

_log = structlog.get_logger()

_Answer = bool | dict[str, Any] | list[dict[str, Any]]


async def until_calm(bot: Bot) -> None:
    """Wait until no messages that matter more wait to be sent."""
    limits = bot.rate_limiter if isinstance(bot, ExtBot) else None
    while isinstance(limits, FloodLimits) and not limits.has_room:  # noqa: ASYNC110 - only time
        await asyncio.sleep(_LOOK_EVERY_S)


class FloodLimits(BaseRateLimiter[int]):
    """Spaces messages out. A chat that Telegram wants left alone waits, and all others go on.

    What was meant for a group that became a supergroup goes there. The library's own limiter stops
    every chat where one is asked to be patient.
    """

    def __init__(self) -> None:
        self._overall = AsyncLimiter(BURST, BURST / OVERALL_PER_S)
        self._groups: dict[object, AsyncLimiter] = {}
        self._rests_until_s: dict[object, float] = {}
        self._moved_to: Recent[object, int] = Recent()

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    @property
    def has_room(self) -> bool:
        """Whether a message could go out at once; if not, what matters less is better left."""
        return self._overall.has_capacity()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, _Answer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> _Answer:
        """Send a request when it may be sent.

        rate_limit_args: how often to try again, by default RETRIES. Raises RetryAfter where
        Telegram goes on asking for patience, or for more than PATIENCE_S.
        """
        chat = self._follow(data)
        if endpoint == _SHOWS_ACTIVITY and (self._rest_of_s(chat) or not self.has_room):
            return True
        retries = RETRIES if rate_limit_args is None else rate_limit_args
        for attempts_left in reversed(range(retries + 1)):
            await self._let_rest(chat)
            try:
                async with AsyncExitStack() as turns:
                    for limiter in self._limiters(chat, endpoint):
                        await turns.enter_async_context(limiter)
                    return await callback(*args, **kwargs)
            except ChatMigrated as error:
                if not attempts_left:
                    raise
                self._moved_to.put(chat, error.new_chat_id)
                chat = self._follow(data)
            except RetryAfter as error:
                # the public attribute warns about its own type
                wish_s = error._retry_after.total_seconds()  # noqa: SLF001
                _log.info("telegram_asks_for_patience", seconds=round(wish_s), method=endpoint)
                if not attempts_left or wish_s > PATIENCE_S:
                    raise
                self._rests_until_s[chat] = asyncio.get_running_loop().time() + wish_s
        raise AssertionError("the last attempt returns or raises")

    def _follow(self, data: dict[str, Any]) -> object:
        """Where a request goes: a group that became a supergroup has another number since then."""
        chat = data.get("chat_id")
        if moved_to := self._moved_to.get(chat):
            chat = data["chat_id"] = moved_to
        return chat

    def _limiters(self, chat: object, endpoint: str) -> list[AsyncLimiter]:
        if chat is None or endpoint in _NOT_COUNTED or endpoint == _SHOWS_ACTIVITY:
            return []
        is_group = isinstance(chat, int) and chat < 0
        return [self._group(chat), self._overall] if is_group else [self._overall]

    def _group(self, chat: object) -> AsyncLimiter:
        if len(self._groups) > _MANY_GROUPS:
            idle = [key for key, each in self._groups.items() if each.has_capacity(each.max_rate)]
            for key in idle:
                del self._groups[key]
        return self._groups.setdefault(chat, AsyncLimiter(GROUP_PER_MINUTE, 60.0))

    async def _let_rest(self, chat: object) -> None:
        # in the meantime Telegram may ask for more
        while rest_s := self._rest_of_s(chat):  # noqa: ASYNC110 - only time makes it true
            await asyncio.sleep(rest_s)

    def _rest_of_s(self, chat: object) -> float:
        """How long a chat is still to be left alone; 0 for most."""
        now_s = asyncio.get_running_loop().time()
        rest_s = self._rests_until_s.get(chat, now_s) - now_s
        if rest_s <= 0:
            self._rests_until_s.pop(chat, None)
        return max(rest_s, 0.0)
