"""Presses of buttons: consent, ratings, songs, the choice of mood and intent, erasing."""

from __future__ import annotations

from telegram import CallbackQuery, Message, Update
from telegram.ext import ContextTypes, ExtBot

from bot.chat import Chat
from bot.presenters.language import say
from bot.presenters.wishes import wish_after, wish_noted
from bot.telegram.conversation import Conversation
from bot.telegram.keyboards import Keyboards, Place, place_of
from bot.telegram.marks import (
    belongs_to,
    is_pressed,
    press_rating,
    with_moods,
    with_wish,
    without_choices,
)
from bot.telegram.media import contents_of
from bot.telegram.notes import Notes, clip, edit, message_of
from bot.telegram.own_data import OwnData
from bot.telegram.press_data import (
    Agree,
    Ask,
    Choose,
    Correct,
    Forget,
    Go,
    HelpOff,
    Open,
    Owned,
    Play,
    Rate,
    Set,
    Tell,
    Withdraw,
    owner_tag,
)
from bot.telegram.press_reading import read_press
from bot.telegram.progress import Pace, Progress
from bot.telegram.recent import Once
from bot.telegram.replies import Replies, is_private, quote_in_group
from bot.telegram.songs import UPLOAD_LIMIT_BYTES, form_of, send_song
from core.domain.conversation import Onward, PersonId, Reply
from core.domain.errors import ConversationError, ErrorCode
from core.domain.mix import Verdict


class Presses:
    """Answers presses."""

    def __init__(
        self,
        chat: Chat,
        replies: Replies,
        talk: Conversation,
        own: OwnData,
        notes: Notes,
        keyboards: Keyboards,
        pace: Pace,
    ) -> None:
        self._chat = chat
        self._companion = chat.companion
        self._replies = replies
        self._talk = talk
        self._own = own
        self._notes = notes
        self._keyboards = keyboards
        self._pace = pace
        self._agreed: Once[Place] = Once()
        self._chosen: Once[tuple[Place, str]] = Once()

    async def on_press(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Do what the button says."""
        query = update.callback_query
        if query is None:
            return
        person = self._talk.person(query.from_user)
        press = read_press(query.data or "")
        if isinstance(press, Owned) and press.owner != owner_tag(person):
            await self._notes.note(query, say("others-button"), alert=True)
            return
        match press:
            case Agree():
                await self._agree(query, person, context.bot)
            case Rate():
                await self._rate(query, person, press)
            case Play():
                await self._play(query, press)
            case Choose() | Tell() | Go() | Ask():
                await self._take(query, person, press)
            case Correct():
                await self._offer_moods(query, person, press)
            case Forget() | Withdraw() | HelpOff() | Open() | Set():
                await self._own.on_press(query, person, press)
            case None:
                await self._notes.note(query)

    async def _agree(self, query: CallbackQuery, person: PersonId, bot: ExtBot[None]) -> None:
        notice = message_of(query)
        waiting = notice.reply_to_message if notice else None
        asker = waiting.from_user if waiting else None
        await self._companion.give_consent(person)
        mine = notice and (is_private(notice) or (asker and asker.id == query.from_user.id))
        if notice is None or not mine:
            await self._notes.note(query, say("consent-noted"), alert=True)
            return
        contents = contents_of(waiting, bot.username) if waiting else None
        if waiting is None or contents is None or contents.face is None:
            await self._notes.note(query)
            await edit(notice, say("consent-thanks"))
            return
        await self._notes.note(query)
        if not self._agreed.first(place_of(notice)):
            return
        await edit(notice, say("consent-thanks-waiting"))
        await self._talk.receive(waiting, person, contents, bot)

    async def _rate(self, query: CallbackQuery, person: PersonId, press: Rate) -> None:
        message = message_of(query)
        keyboard = self._keyboards.of(message) if message else None
        verdict: Verdict | None = press.verdict
        # In groups many press, and nobody's marks are shown.
        if keyboard and message and is_private(message):
            keyboard, verdict = press_rating(keyboard, press)
        track = await self._companion.rate(person, press.mix_id, press.position, verdict)
        words = say("rated", verdict=verdict or "none", title=clip(track.title, 120))
        await self._notes.note(query, words)
        if message and keyboard and (is_private(message) or belongs_to(keyboard, person)):
            choice = wish_after(verdict, track, press.mix_id, press.position)
            await self._keyboards.show(message, with_wish(keyboard, choice, person))

    async def _play(self, query: CallbackQuery, press: Play) -> None:
        # One too old to be seen still tells its chat, which is all that is needed.
        message = query.message
        if not isinstance(message, Message):
            raise ConversationError(ErrorCode.SONG_FILE_GONE)
        async with self._companion.song_of(
            press.mix_id, press.position, UPLOAD_LIMIT_BYTES
        ) as song:
            await self._notes.note(query)
            form = form_of(song)
            quote = quote_in_group(message)
            words = say("sending-song")
            async with Progress(message, self._pace, quote, action=form.action, words=words):
                await send_song(message, song, form, quote)

    async def _take(
        self, query: CallbackQuery, person: PersonId, press: Choose | Tell | Go | Ask
    ) -> None:
        """Reply to a choice, once for every button, and take the choices off the message."""
        message = _message_to_change(query)
        if message.reply_markup and is_pressed(message.reply_markup, press):
            await self._notes.note(query, say("intent-stands"))
            return
        await self._notes.note(query)
        choice = (place_of(message), press.data())
        if not self._chosen.first(choice):
            return
        try:
            async with self._talk.progress(message) as progress:
                reply = await self._reply_to(message, person, press)
                if reply:
                    await self._replies.deliver(message, person, reply, progress)
        except BaseException:
            self._chosen.again(choice)
            raise
        keyboard = self._keyboards.of(message)
        if keyboard:
            await self._keyboards.show(message, without_choices(keyboard))

    async def _reply_to(
        self, message: Message, person: PersonId, press: Choose | Tell | Go | Ask
    ) -> Reply | None:
        match press:
            case Choose(change):
                return await self._companion.change(person, change)
            case Tell(mood):
                return await self._companion.tell_mood(person, mood)
            case Go(Onward.CHECK_IN):
                return await self._companion.check_in(person)
            case Go():
                return await self._companion.finish(person)
            case Ask(wish, mix_id, position):
                wished = await self._companion.wish(person, wish, mix_id, position)
                if wished.answer is None:
                    await self._replies.say(message, wish_noted(wish, wished))
                return wished.answer

    async def _offer_moods(self, query: CallbackQuery, person: PersonId, press: Correct) -> None:
        message = _message_to_change(query)
        await self._notes.note(query)
        keyboard = self._keyboards.of(message)
        if keyboard:
            await self._keyboards.show(message, with_moods(keyboard, press, person))


def _message_to_change(query: CallbackQuery) -> Message:
    """Raises ConversationError (NOTHING_TO_CHANGE) where Telegram does not show it any more."""
    message = message_of(query)
    if message is None:
        raise ConversationError(ErrorCode.NOTHING_TO_CHANGE)
    return message
