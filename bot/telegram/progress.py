"""Showing that work is under way: a chat action, and words when it takes long."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from telegram import InlineKeyboardMarkup, Message, ReplyParameters
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.presenters.language import say
from bot.telegram.flood import until_calm


@dataclass(frozen=True, slots=True)
class Pace:
    """How often and when progress is shown, in seconds.

    action_every_s: a chat action fades after five seconds; words_after_s: how long work may take
    before words say that it goes on.
    """

    action_every_s: float = 4.5
    words_after_s: float = 1.5


class Progress:
    """Shows progress in the chat of a message while the ``async with`` block runs."""

    def __init__(
        self,
        message: Message,
        pace: Pace,
        quote: ReplyParameters | None,
        *,
        action: ChatAction = ChatAction.TYPING,
        words: str | None = None,
    ) -> None:
        self._message = message
        self._pace = pace
        self._quote = quote
        self._action = action
        self._working = words or say("working")
        self._number_in_line: Callable[[], int] = lambda: 0
        self._saying = False
        self._words: Message | None = None
        self._tasks: tuple[asyncio.Task[None], ...] = ()

    async def __aenter__(self) -> Self:
        """Begin to show it."""
        self._tasks = (asyncio.create_task(self._act()), asyncio.create_task(self._say()))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop showing it; words still standing are taken away."""
        await self._stop()
        if self._words:
            with suppress(TelegramError):
                await self._words.delete()

    def wait_in_line(self, number: Callable[[], int]) -> None:
        """Tell, where words are said, which number the person is in line."""
        self._number_in_line = number

    async def conclude(self, text: str, keyboard: InlineKeyboardMarkup | None = None) -> bool:
        """Turn the words into ``text`` with its buttons; False where there are none to turn."""
        await self._stop()
        if self._words is None:
            return False
        try:
            await self._words.edit_text(text, reply_markup=keyboard)
        except TelegramError:
            return False
        self._words = None
        return True

    async def _stop(self) -> None:
        act, say = self._tasks
        act.cancel()
        # Words on their way are waited for: cancelled, they could stay in the chat for ever.
        if not self._saying:
            say.cancel()
        await asyncio.wait((act, say))

    async def _act(self) -> None:
        thread = self._message.message_thread_id if self._message.is_topic_message else None
        while True:
            with suppress(TelegramError):
                await self._message.get_bot().send_chat_action(
                    self._message.chat_id, self._action, message_thread_id=thread
                )
            await asyncio.sleep(self._pace.action_every_s)

    async def _say(self) -> None:
        await asyncio.sleep(self._pace.words_after_s)
        await until_calm(self._message.get_bot())
        self._saying = True
        number = self._number_in_line()
        words = say("waiting-in-line", number=number) if number > 1 else self._working
        with suppress(TelegramError):
            self._words = await self._message.reply_text(
                words, do_quote=False, reply_parameters=self._quote
            )
