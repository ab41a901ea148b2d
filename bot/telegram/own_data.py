"""What is a person's own to see and to decide: moods, settings, consent, all that is kept."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

from telegram import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    Message,
    Update,
)
from telegram.constants import ChatAction
from telegram.ext import ContextTypes
from telegram.helpers import create_deep_linked_url

from bot.chat import Chat
from bot.presenters.export import export_files
from bot.presenters.history import HISTORY, describe_history, draw_history
from bot.presenters.language import say
from bot.presenters.settings import Setting, present_settings, set_by_choice
from bot.presenters.week import describe_week, draw_week
from bot.telegram.buttons import forget_keyboard, privacy_keyboard
from bot.telegram.conversation import Conversation
from bot.telegram.keyboards import Keyboards
from bot.telegram.marks import without
from bot.telegram.notes import Notes, edit, message_of
from bot.telegram.press_data import Forget, HelpOff, Open, OwnPress, Set, Withdraw
from bot.telegram.progress import Pace, Progress
from bot.telegram.replies import Replies, is_private, quote_in_group
from bot.telegram.settings_board import artist_of, settings_keyboard
from core.domain.conversation import PersonId

Context = ContextTypes.DEFAULT_TYPE


class OwnData:
    """Answers commands and presses about a person's own data; most of it only in private."""

    def __init__(
        self,
        chat: Chat,
        replies: Replies,
        talk: Conversation,
        notes: Notes,
        keyboards: Keyboards,
        pace: Pace,
    ) -> None:
        self._chat = chat
        self._companion = chat.companion
        self._replies = replies
        self._talk = talk
        self._notes = notes
        self._keyboards = keyboards
        self._pace = pace

    async def on_history(self, update: Update, _context: Context) -> None:
        """Show the moods of the last weeks."""
        message, person = await self._in_private(update, "history")
        if message is None or person is None:
            return
        moods = await self._companion.history(person, datetime.now(UTC) - HISTORY)
        if not moods:
            await self._replies.say(message, say("history-none"))
            return
        async with self._progress(message, ChatAction.UPLOAD_PHOTO):
            await self._replies.show(message, draw_history, moods, describe_history(moods))

    async def on_week(self, update: Update, _context: Context) -> None:
        """Sum the last seven days up."""
        message, person = await self._in_private(update, "week")
        if message is None or person is None:
            return
        async with self._progress(message, ChatAction.UPLOAD_PHOTO):
            week = await self._companion.week(person)
            await self._replies.show(message, draw_week, week, describe_week(week))

    async def on_settings(self, update: Update, _context: Context) -> None:
        """Show what is set, with buttons to change it."""
        message, person = await self._in_private(update, "settings")
        if message and person:
            words, keyboard = await self._settings(person)
            await self._replies.say(message, words, keyboard)

    async def on_export(self, update: Update, _context: Context) -> None:
        """Hand over everything that is kept: a file to read, and one for programs."""
        message, person = await self._in_private(update, "export")
        if message is None or person is None:
            return
        data = await self._companion.export(person)
        if data.met_at is None:
            await self._replies.say(message, say("export-nothing"))
            return
        async with self._progress(message, ChatAction.UPLOAD_DOCUMENT):
            to_read, as_json = await asyncio.to_thread(export_files, data, datetime.now(UTC))
            handed = say("export-handed")
            for file, caption in ((to_read, handed), (as_json, None)):
                await message.reply_document(
                    InputFile(file.data, file.name), caption=caption, do_quote=False
                )

    async def on_privacy(self, update: Update, _context: Context) -> None:
        """Say what is kept; who has agreed can take that back."""
        message, person = await self._talk.who_commands(update)
        if message is None or person is None:
            return
        agreed = await self._companion.has_consented(person)
        words = say("privacy", days=self._chat.keep_days)
        await self._replies.say(message, words, privacy_keyboard(person) if agreed else None)

    async def on_forget(self, update: Update, _context: Context) -> None:
        """Ask whether everything shall be erased."""
        message, person = await self._talk.who_commands(update)
        if message and person:
            await self._replies.say(message, say("forget-question"), forget_keyboard(person))

    async def on_press(self, query: CallbackQuery, person: PersonId, press: OwnPress) -> None:
        """Do what a button about their own data says."""
        match press:
            case Forget():
                await self._forget(query, person, press)
            case Withdraw():
                await self._withdraw(query, person, press)
            case HelpOff():
                await self._leave_help_out(query, person, press)
            case Open() | Set():
                await self._choose(query, person, press)

    async def _forget(self, query: CallbackQuery, person: PersonId, press: Forget) -> None:
        """Erase everything, or nothing."""
        if press.confirmed:
            await self._companion.forget(person)
        words = say("forgotten") if press.confirmed else say("kept")
        message = message_of(query)
        if message is None:
            await self._notes.note(query, words, alert=True)
            return
        await self._notes.note(query)
        await edit(message, words)

    async def _withdraw(self, query: CallbackQuery, person: PersonId, press: Withdraw) -> None:
        """Read no face of theirs any more."""
        await self._companion.withdraw_consent(person)
        message = message_of(query)
        if message is None:
            await self._notes.note(query, say("withdrawn"), alert=True)
            return
        await self._notes.note(query)
        await self._take_off(message, press)
        await self._replies.say(message, say("withdrawn"))

    async def _leave_help_out(self, query: CallbackQuery, person: PersonId, press: HelpOff) -> None:
        """Say no more where to find help."""
        preferences = await self._companion.preferences(person)
        await self._companion.set_preferences(person, replace(preferences, help_line=False))
        await self._notes.note(query, say("help-off"), alert=True)
        message = message_of(query)
        if message:
            await self._take_off(message, press)

    async def _choose(self, query: CallbackQuery, person: PersonId, press: Open | Set) -> None:
        """Open a setting, or choose for it, and show how things stand."""
        if isinstance(press, Set):
            await self._set(person, press)
        # the language may be another one from here on
        async with self._chat.speaking_with(person, query.from_user.language_code):
            note = say("settings-saved") if isinstance(press, Set) else ""
            words, keyboard = await self._settings(person, press.setting)
            await self._notes.note(query, note)
            message = message_of(query)
            if message:
                await edit(message, words, keyboard)

    async def _set(self, person: PersonId, press: Set) -> None:
        if press.setting is Setting.ARTISTS:
            artist = artist_of(press.value, await self._companion.unwanted_artists(person))
            if artist:
                await self._companion.want_again(person, artist)
            return
        preferences = await self._companion.preferences(person)
        with suppress(ValueError):  # what an old button offers may be no choice any more
            changed = set_by_choice(preferences, press.setting, press.value)
            await self._companion.set_preferences(person, changed)

    async def _settings(
        self, person: PersonId, opened: Setting | None = None
    ) -> tuple[str, InlineKeyboardMarkup]:
        preferences = await self._companion.preferences(person)
        artists = await self._companion.unwanted_artists(person)
        words = present_settings(preferences, artists)
        if opened:
            words = f"{words}\n\n▾ {say('settings-name', setting=opened)}"
        return words, settings_keyboard(preferences, artists, opened)

    def _progress(self, message: Message, action: ChatAction) -> Progress:
        quote, words = quote_in_group(message), say("telegram-preparing")
        return Progress(message, self._pace, quote, action=action, words=words)

    async def _take_off(self, message: Message, press: Withdraw | HelpOff) -> None:
        keyboard = self._keyboards.of(message)
        if keyboard:
            await self._keyboards.show(message, without(keyboard, press))

    async def _in_private(
        self, update: Update, command: str
    ) -> tuple[Message | None, PersonId | None]:
        """Who asks and where; in a group they are sent to where nobody else reads along."""
        message, person = await self._talk.who_commands(update)
        if message is None or is_private(message):
            return message, person
        url = create_deep_linked_url(message.get_bot().username, command)
        button = InlineKeyboardButton(say("telegram-private-button"), url=url)
        words = say("telegram-private-only")
        await self._replies.say(message, words, InlineKeyboardMarkup([[button]]))
        return None, None
