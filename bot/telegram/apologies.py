"""Saying sorry, once, for what an earlier run left unanswered."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from itertools import groupby

import structlog
from telegram import ReplyParameters
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.chat import Chat
from bot.presenters.language import say
from bot.telegram.intake import Place
from bot.telegram.replies import PLATFORM
from core.domain.conversation import PersonId
from core.domain.errors import MoodmixError
from core.ports.journal import RequestRef

_log = structlog.get_logger()

_UNREACHABLE = (BadRequest, Forbidden, ChatMigrated)
"""Nobody can be told there, now or later."""


class Apologies:
    """Asks people to send again what was not answered before the process ended."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat
        self._journal = chat.journal
        self._one_at_a_time = asyncio.Lock()

    async def make(self, bot: ExtBot[None], coming: Collection[RequestRef] = ()) -> None:
        """Apologise for every request left open, once to each person in a chat.

        coming: what Telegram is about to deliver again; it is answered instead.
        """
        try:
            async with self._one_at_a_time:
                await self._make(bot, coming)
        except MoodmixError as error:
            _log.warning("journal_unusable", platform=PLATFORM, code=error.code.value)

    async def _make(self, bot: ExtBot[None], coming: Collection[RequestRef]) -> None:
        left = [
            (Place.read(request.place), request.ref)
            for request in await self._journal.left_open(PLATFORM)
            if request.ref not in coming
        ]
        left.sort(key=lambda item: (item[0].chat_id, item[0].thread_id or 0, item[0].asker))
        for _, group in groupby(left, key=lambda item: (item[0].chat_id, item[0].asker)):
            requests = list(group)
            last = max((place for place, _ in requests), key=lambda place: place.message_id)
            if await self._apologise(bot, last, len(requests)):
                for _, ref in requests:
                    await self._journal.finish(ref)

    async def _apologise(self, bot: ExtBot[None], place: Place, count: int) -> bool:
        """Say it as a reply; False where Telegram cannot be reached, and it is to be said later."""
        async with self._chat.speaking_with(PersonId(place.asker), place.language):
            words = say("interrupted", count=count)
        try:
            await bot.send_message(
                place.chat_id,
                words,
                message_thread_id=place.thread_id,
                reply_parameters=ReplyParameters(
                    place.message_id, allow_sending_without_reply=True
                ),
            )
        except _UNREACHABLE as error:
            _log.info("telegram_cannot_answer", reason=type(error).__name__)
        except TelegramError as error:
            _log.info("telegram_apology_postponed", reason=type(error).__name__)
            return False
        return True
