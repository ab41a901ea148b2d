"""What a press is answered with, for who pressed alone, and the message that it was under."""

from __future__ import annotations

from contextlib import suppress

from telegram import CallbackQuery, InlineKeyboardMarkup, Message
from telegram.error import BadRequest

from bot.telegram.recent import Once

_NOTE_LIMIT = 200
"""Longest words that answer a press, in characters."""


class Notes:
    """Answers every press, once."""

    def __init__(self) -> None:
        self._answered: Once[str] = Once()

    async def note(self, query: CallbackQuery, words: str = "", *, alert: bool = False) -> bool:
        """Answer a press with words only its person sees; False where that is not possible.

        It is so once it was answered, and after a stop or a long wait, when it is too old.
        """
        if not self._answered.first(query.id):
            return False
        try:
            await query.answer(clip(words, _NOTE_LIMIT) or None, show_alert=alert)
        except BadRequest:
            return False
        return True


def message_of(query: CallbackQuery) -> Message | None:
    """The message under which was pressed; None where it is too old for Telegram to show it.

    The library hands such a one out as an empty Message.
    """
    message = query.message
    return message if isinstance(message, Message) and message.is_accessible else None


def clip(text: str, limit: int) -> str:
    """The text, at most so many characters of it."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


async def edit(message: Message, words: str, keyboard: InlineKeyboardMarkup | None = None) -> None:
    """Put other words and buttons in the place of a message's."""
    with suppress(BadRequest):  # edited already, or the message is gone
        await message.edit_text(words, reply_markup=keyboard)
