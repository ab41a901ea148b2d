"""Which buttons stand under which message by now."""

from __future__ import annotations

from contextlib import suppress

from telegram import InlineKeyboardMarkup, Message
from telegram.error import BadRequest

from bot.telegram.recent import Recent

Place = tuple[int, int]
"""Chat id and message id."""


class Keyboards:
    """Remembers what was put under messages.

    A press carries the keyboard as it was; of two quick ones the second would undo the first.
    """

    def __init__(self) -> None:
        self._shown: Recent[Place, InlineKeyboardMarkup] = Recent()

    def of(self, message: Message) -> InlineKeyboardMarkup | None:
        """The buttons under a message."""
        return self._shown.get(place_of(message)) or message.reply_markup

    async def show(self, message: Message, keyboard: InlineKeyboardMarkup) -> None:
        """Put other buttons under a message."""
        self._shown.put(place_of(message), keyboard)
        with suppress(BadRequest):  # shown already, or the message is gone
            await message.edit_reply_markup(keyboard)


def place_of(message: Message) -> Place:
    """What tells messages apart."""
    return message.chat_id, message.message_id
