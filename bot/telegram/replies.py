"""Sending: answers with their card, questions, and words to the right message."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog
from telegram import ForceReply, InlineKeyboardMarkup, Message, ReplyParameters
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest, TelegramError

from bot.chat import Chat, explain_failure
from bot.presenters.answer import present_mix
from bot.presenters.course import draw_course
from bot.presenters.language import say
from bot.presenters.questions import question_of
from bot.presenters.rounds import said_first, said_last
from bot.telegram.buttons import help_keyboard, reply_keyboard
from bot.telegram.progress import Progress
from bot.telegram.render import render_mix
from core.domain.conversation import Answer, Farewell, PersonId, Reply
from core.domain.mix import Mix

PLATFORM = "telegram"

Thing = TypeVar("Thing")

_log = structlog.get_logger()


def is_private(message: Message) -> bool:
    """Whether only the person and the bot are there."""
    return message.chat.type == ChatType.PRIVATE


def quote_of(message: Message) -> ReplyParameters:
    """A reply to this message, sent also when the message is gone by then."""
    return ReplyParameters(message.message_id, allow_sending_without_reply=True)


def quote_in_group(message: Message) -> ReplyParameters | None:
    """In a group people must see who is meant; in private a quote is clutter."""
    return None if is_private(message) else quote_of(message)


class Replies:
    """Says things in reply to a message."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat

    async def say(
        self, message: Message, words: str, keyboard: InlineKeyboardMarkup | None = None
    ) -> None:
        """Plain words, with buttons or without."""
        await message.reply_text(
            words,
            reply_markup=keyboard,
            do_quote=False,
            reply_parameters=quote_in_group(message),
        )

    async def ask(
        self, message: Message, words: str, keyboard: InlineKeyboardMarkup | None = None
    ) -> None:
        """Ask for something; in groups the answer has to be a reply, which is then prepared.

        It cannot be under buttons or where nobody in particular is asked; words say it there.
        """
        markup: InlineKeyboardMarkup | ForceReply | None = keyboard
        if not is_private(message):
            if keyboard or _is_from_bot(message):
                words = f"{words} {say('answer-by-reply')}"
            else:
                markup = ForceReply(selective=True)
        await message.reply_text(
            words,
            reply_markup=markup,
            do_quote=False,
            reply_parameters=quote_in_group(message),
        )

    async def show(
        self, message: Message, draw: Callable[[Thing], bytes], thing: Thing, words: str
    ) -> None:
        """A picture of something with words below it; the words alone where there can be none."""
        picture = await self._painted(self._chat.paint(draw, thing))
        if picture is None or await self._send_picture(message, picture, words) is None:
            await self.say(message, words)

    async def deliver(
        self, message: Message, person: PersonId, reply: Reply, progress: Progress
    ) -> None:
        """Send whatever the companion replied."""
        keyboard = reply_keyboard(reply, person)
        if isinstance(reply, Answer):
            await self._send_answer(message, person, reply, keyboard)
            return
        words = question_of(reply)
        if is_private(message) and await progress.conclude(words, keyboard):
            return
        if isinstance(reply, Farewell):
            await self.say(message, words)
        else:
            await self.ask(message, words, keyboard)

    async def _send_answer(
        self,
        message: Message,
        person: PersonId,
        answer: Answer,
        keyboard: InlineKeyboardMarkup | None,
    ) -> None:
        """The list, before it what moved, and after it where to find help, where that is due."""
        before, after = said_first(answer), said_last(answer)
        if answer.moved:
            await self.show(message, draw_course, answer.moved, before)
        elif before:
            await self.say(message, before)
        await self._send_mix(message, answer, keyboard)
        if after:
            await self.say(message, after, help_keyboard(person))

    async def _send_mix(
        self, message: Message, answer: Answer, keyboard: InlineKeyboardMarkup | None
    ) -> None:
        rendered = render_mix(present_mix(answer.mix))
        card = await self._painted(self._chat.paint_card(answer.mix))
        under_card = None if rendered.message else keyboard
        sent = (
            await self._send_picture(message, card, rendered.caption, under_card, ParseMode.HTML)
            if card
            else None
        )
        parts = [sent or await self._send_html(message, rendered.whole, keyboard)]
        if sent and rendered.message:
            parts.append(await self._send_html(message, rendered.message, keyboard))
        for part in parts:
            reference = self._chat.pseudonyms.message(PLATFORM, part.chat_id, part.message_id)
            await self._chat.companion.link_message(reference, answer.mix_id)
        await self._send_sample(message, answer.mix)

    async def _send_sample(self, message: Message, mix: Mix) -> None:
        sample = await self._chat.first_sample(mix)
        if sample is None:
            return
        try:
            await message.reply_audio(
                sample.data,
                filename=sample.filename,
                title=sample.track.title,
                performer=sample.track.artist or None,
                do_quote=False,
                reply_parameters=quote_in_group(message),
            )
        except TelegramError as error:
            # The answer stands; groups can forbid bots to send music.
            _log.warning("telegram_sample_refused", reason=error.message)

    async def _painted(self, painting: Awaitable[bytes]) -> bytes | None:
        try:
            return await painting
        except Exception as error:  # noqa: BLE001 - a picture must not cost the person the words
            explain_failure(error, PLATFORM)
            return None

    async def _send_picture(
        self,
        message: Message,
        picture: bytes,
        caption: str,
        keyboard: InlineKeyboardMarkup | None = None,
        parse_mode: ParseMode | None = None,
    ) -> Message | None:
        try:
            return await message.reply_photo(
                picture,
                filename="moodmix.png",
                caption=caption,
                parse_mode=parse_mode,
                reply_markup=keyboard,
                do_quote=False,
                reply_parameters=quote_in_group(message),
            )
        except BadRequest as error:
            # Groups can forbid bots to send pictures; the text still says everything.
            _log.warning("telegram_picture_refused", reason=error.message)
            return None

    async def _send_html(
        self, message: Message, html: str, keyboard: InlineKeyboardMarkup | None
    ) -> Message:
        return await message.reply_text(
            html,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard,
            do_quote=False,
            reply_parameters=quote_in_group(message),
        )


def _is_from_bot(message: Message) -> bool:
    return message.from_user is not None and message.from_user.is_bot
