"""Updates on their way in, each written down before Telegram may forget it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Self

import structlog
from telegram import Message, Update

from bot.chat import Chat
from bot.telegram.replies import PLATFORM
from core.domain.errors import MoodmixError
from core.ports.journal import RequestRef

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a request came from, to answer there after a restart.

    asker: who is to be told, the same person's requests in one chat have the same; language: the
    tag that their app told.
    """

    chat_id: int
    thread_id: int | None
    message_id: int
    asker: str
    language: str | None

    def written(self) -> str:
        """As the journal keeps it."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, written: str) -> Self:
        """What ``written`` wrote."""
        return cls(**json.loads(written))


class Intake(asyncio.Queue[object]):
    """The library's queue of updates, which lets every request through once.

    The library puts an update here before it asks Telegram for the next ones, or answers the call
    of a webhook, by which Telegram learns that it has arrived. So whatever Telegram will not send
    again is in the journal.
    """

    def __init__(self, chat: Chat, is_request: Callable[[Update], bool]) -> None:
        """is_request: whether somebody waits for an answer to an update."""
        super().__init__()
        self._journal = chat.journal
        self._pseudonyms = chat.pseudonyms
        self._is_request = is_request

    async def put(self, item: object) -> None:
        """Queue an update, unless it was answered before."""
        if isinstance(item, Update) and not await self._take(item):
            return
        await super().put(item)

    def ref_of(self, update: Update) -> RequestRef:
        """What an update is called in the journal."""
        return self._pseudonyms.request(PLATFORM, update.update_id)

    async def close(self, update: object, *, told: bool) -> None:
        """Note that an update was dealt with; told: False where its person could not be reached."""
        if not isinstance(update, Update):
            return
        try:
            if told:
                await self._journal.finish(self.ref_of(update))
            else:
                await self._journal.give_up(self.ref_of(update))
        except MoodmixError as error:
            _log.warning("journal_unusable", platform=PLATFORM, code=error.code.value)

    async def _take(self, update: Update) -> bool:
        place = self._place_of(update)
        if place is None:
            return True
        try:
            return await self._journal.take(PLATFORM, self.ref_of(update), place.written())
        except MoodmixError as error:
            # whoever asks gets an answer, or hears why not, also where it cannot be written down
            _log.warning("journal_unusable", platform=PLATFORM, code=error.code.value)
            return True

    def _place_of(self, update: Update) -> Place | None:
        query = update.callback_query
        message = query.message if query else update.message
        user = update.effective_user
        if message is None or user is None or not self._is_request(update):
            return None
        topic = message if isinstance(message, Message) and message.is_topic_message else None
        return Place(
            message.chat.id,
            topic.message_thread_id if topic else None,
            message.message_id,
            self._pseudonyms.person(PLATFORM, user.id),
            user.language_code,
        )
