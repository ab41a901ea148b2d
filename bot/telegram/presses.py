"""Presses of buttons: consent, ratings, songs, the choice of mood and intent, erasing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress

from telegram import CallbackQuery, InlineKeyboardMarkup, Message, Update
from telegram.error import BadRequest
from telegram.ext import ContextTypes, ExtBot

from bot.chat import Chat
from bot.presenters.language import say
from bot.presenters.wishes import wish_after, wish_noted
from bot.telegram.buttons import is_pressed, press_rating, with_wish, without_choices
from bot.telegram.conversation import Conversation
from bot.telegram.media import contents_of
from bot.telegram.press_data import Agree, Ask, Choose, Forget, Play, Rate, owner_tag, read_press
from bot.telegram.progress import Pace, Progress
from bot.telegram.recent import Once, Recent
from bot.telegram.replies import Replies, is_private, quote_in_group
from bot.telegram.songs import UPLOAD_LIMIT_BYTES, form_of, send_song
from core.domain.conversation import PersonId, Reply
from core.domain.errors import ConversationError, ErrorCode
from core.domain.mix import Verdict

_NOTE_LIMIT = 200
"""Longest words that answer a press, in characters."""

_Place = tuple[int, int]
"""Chat id and message id."""


class Presses:
    """Answers presses."""

    def __init__(self, chat: Chat, replies: Replies, talk: Conversation, pace: Pace) -> None:
        self._chat = chat
        self._replies = replies
        self._talk = talk
        self._pace = pace
        self._agreed: Once[_Place] = Once()
        self._chosen: Once[tuple[_Place, str]] = Once()
        self._answered: Once[str] = Once()
        # A press carries the keyboard as it was; of two quick ones the second would undo the first.
        self._keyboards: Recent[_Place, InlineKeyboardMarkup] = Recent()

    async def on_press(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Do what the button says."""
        query = update.callback_query
        if query is None:
            return
        person = self._talk.person(query.from_user)
        match read_press(query.data or ""):
            case Agree():
                await self._agree(query, person, context.bot)
            case Rate() as press:
                await self._rate(query, person, press)
            case Play() as press:
                await self._play(query, press)
            case Choose() as press:
                await self._choose(query, person, press)
            case Ask() as press:
                await self._ask(query, person, press)
            case Forget() as press:
                await self._forget(query, person, press)
            case None:
                await self.note(query)

    async def note(self, query: CallbackQuery, words: str = "", *, alert: bool = False) -> bool:
        """Answer a press with words only its person sees; False where that is not possible.

        It is so once it was answered, and after a stop or a long wait, when it is too old.
        """
        if not self._answered.first(query.id):
            return False
        try:
            await query.answer(_clip(words, _NOTE_LIMIT) or None, show_alert=alert)
        except BadRequest:
            return False
        return True

    async def _agree(self, query: CallbackQuery, person: PersonId, bot: ExtBot[None]) -> None:
        notice = _message_of(query)
        waiting = notice.reply_to_message if notice else None
        asker = waiting.from_user if waiting else None
        await self._chat.companion.give_consent(person)
        mine = notice and (is_private(notice) or (asker and asker.id == query.from_user.id))
        if notice is None or not mine:
            await self.note(query, say("consent-noted"), alert=True)
            return
        contents = contents_of(waiting, bot.username) if waiting else None
        if waiting is None or contents is None or contents.face is None:
            await self.note(query)
            await _edit(notice, say("consent-thanks"))
            return
        await self.note(query)
        if not self._agreed.first(_place(notice)):
            return
        await _edit(notice, say("consent-thanks-waiting"))
        await self._talk.receive(waiting, person, contents, bot)

    async def _rate(self, query: CallbackQuery, person: PersonId, press: Rate) -> None:
        message = _message_of(query)
        keyboard = self._keyboard_of(message) if message else None
        verdict: Verdict | None = press.verdict
        if keyboard:
            keyboard, verdict = press_rating(keyboard, press)
        track = await self._chat.companion.rate(person, press.mix_id, press.position, verdict)
        words = say("rated", verdict=verdict or "none", title=_clip(track.title, 120))
        await self.note(query, words)
        if message and keyboard:
            choice = wish_after(verdict, track, press.mix_id, press.position)
            await self._show(message, with_wish(keyboard, choice, person))

    async def _play(self, query: CallbackQuery, press: Play) -> None:
        # One too old to be seen still tells its chat, which is all that is needed.
        message = query.message
        if not isinstance(message, Message):
            raise ConversationError(ErrorCode.SONG_FILE_GONE)
        async with self._chat.companion.song_of(
            press.mix_id, press.position, UPLOAD_LIMIT_BYTES
        ) as song:
            await self.note(query)
            form = form_of(song)
            quote = quote_in_group(message)
            words = say("sending-song")
            async with Progress(message, self._pace, quote, action=form.action, words=words):
                await send_song(message, song, form, quote)

    async def _choose(self, query: CallbackQuery, person: PersonId, press: Choose) -> None:
        if press.owner != owner_tag(person):
            await self.note(query, say("others-button"), alert=True)
            return
        message = _message_of(query)
        if message is None:
            raise ConversationError(ErrorCode.NOTHING_TO_CHANGE)
        if message.reply_markup and is_pressed(message.reply_markup, press):
            await self.note(query, say("intent-stands"))
            return
        await self.note(query)
        await self._answer_anew(
            message, person, press, lambda: self._chat.companion.change(person, press.change)
        )

    async def _ask(self, query: CallbackQuery, person: PersonId, press: Ask) -> None:
        if press.owner != owner_tag(person):
            await self.note(query, say("others-button"), alert=True)
            return
        message = _message_of(query)
        if message is None:
            raise ConversationError(ErrorCode.NOTHING_TO_CHANGE)
        await self.note(query)

        async def wish() -> Reply | None:
            wished = await self._chat.companion.wish(
                person, press.wish, press.mix_id, press.position
            )
            if wished.answer is None:
                await self._replies.say(message, wish_noted(press.wish, wished))
            return wished.answer

        await self._answer_anew(message, person, press, wish)

    async def _answer_anew(
        self,
        message: Message,
        person: PersonId,
        press: Choose | Ask,
        make: Callable[[], Awaitable[Reply | None]],
    ) -> None:
        """Send what takes the place of a reply, once for every button, and take its choices off."""
        choice = (_place(message), press.data())
        if not self._chosen.first(choice):
            return
        try:
            async with Progress(message, self._pace, quote_in_group(message)) as progress:
                reply = await make()
                if reply:
                    await self._replies.deliver(message, person, reply, progress)
        except BaseException:
            self._chosen.again(choice)
            raise
        keyboard = self._keyboards.get(_place(message)) or message.reply_markup
        if keyboard:
            await self._show(message, without_choices(keyboard))

    async def _forget(self, query: CallbackQuery, person: PersonId, press: Forget) -> None:
        if press.owner != owner_tag(person):
            await self.note(query, say("others-button"), alert=True)
            return
        if press.confirmed:
            await self._chat.companion.forget(person)
        words = say("forgotten") if press.confirmed else say("kept")
        message = _message_of(query)
        if message is None:
            await self.note(query, words, alert=True)
            return
        await self.note(query)
        await _edit(message, words)

    def _keyboard_of(self, message: Message) -> InlineKeyboardMarkup | None:
        """The keyboard to mark; None in groups, where many press and nobody's marks are shown."""
        if not is_private(message):
            return None
        return self._keyboards.get(_place(message)) or message.reply_markup

    async def _show(self, message: Message, keyboard: InlineKeyboardMarkup) -> None:
        self._keyboards.put(_place(message), keyboard)
        with suppress(BadRequest):  # shown already, or the message is gone
            await message.edit_reply_markup(keyboard)


def _message_of(query: CallbackQuery) -> Message | None:
    """The message under which was pressed; None where it is too old for Telegram to show it.

    The library hands such a one out as an empty Message.
    """
    message = query.message
    return message if isinstance(message, Message) and message.is_accessible else None


def _place(message: Message) -> _Place:
    return message.chat_id, message.message_id


def _clip(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


async def _edit(message: Message, words: str) -> None:
    with suppress(BadRequest):  # edited already, or the message is gone
        await message.edit_text(words)
