"""Messages and commands: what a person sends, and what they get back."""

from __future__ import annotations

import asyncio

from telegram import Message, Update, User
from telegram.ext import ContextTypes, ExtBot

from bot.chat import Chat
from bot.presenters.language import say
from bot.presenters.mood_words import mood_of
from bot.telegram.buttons import consent_keyboard, mood_keyboard
from bot.telegram.media import (
    Attachment,
    Contents,
    contents_of,
    fetch,
    replies_to_others_picture,
)
from bot.telegram.progress import Pace, Progress
from bot.telegram.recent import Once
from bot.telegram.replies import PLATFORM, Replies, is_private, quote_in_group, quote_of
from core.domain.conversation import PersonId
from core.domain.errors import ErrorCode, MediaError
from core.domain.media import Upload

Context = ContextTypes.DEFAULT_TYPE


class Conversation:
    """Answers messages and commands."""

    def __init__(self, chat: Chat, replies: Replies, pace: Pace) -> None:
        self._chat = chat
        self._replies = replies
        self._pace = pace
        self._albums: Once[tuple[str, str]] = Once()

    def person(self, user: User) -> PersonId:
        """The pseudonym of a Telegram user."""
        return self._chat.pseudonyms.person(PLATFORM, user.id)

    async def on_start(self, update: Update, _context: Context) -> None:
        """Greet; who has not agreed yet sees the notice with its button."""
        message, person = await self.who_commands(update)
        if message is None or person is None:
            return
        await self._replies.say(message, say("greeting"))
        if not await self._chat.companion.has_consented(person):
            await self.ask_consent(message)

    async def on_help(self, update: Update, _context: Context) -> None:
        """Explain how it works."""
        message, _ = await self.who_commands(update)
        if message:
            await self._replies.say(message, say("help"))

    async def on_mood(self, update: Update, context: Context) -> None:
        """Take a person's word for how they feel, or ask for it."""
        message, person = await self.who_commands(update)
        if message is None or person is None:
            return
        words = " ".join(context.args or ())
        mood = mood_of(words)
        if mood is None:
            asked = say("telegram-mood-unknown") if words else say("mood-question")
            await self._replies.say(message, asked, mood_keyboard(person))
            return
        async with self.progress(message) as progress:
            reply = await self._chat.companion.tell_mood(person, mood)
            await self._replies.deliver(message, person, reply, progress)

    async def on_unknown_command(self, update: Update, _context: Context) -> None:
        """Point to the help; in groups the command may be meant for another bot."""
        if update.message and is_private(update.message):
            await self._replies.say(update.message, say("unknown-command"))

    async def on_moodmix(self, update: Update, context: Context) -> None:
        """Start a mix, with the song or the replied-to picture where the command brings them."""
        message, person = await self.who_commands(update)
        if message is None or person is None:
            return
        contents = contents_of(message, context.bot.username)
        if contents.others_face or replies_to_others_picture(message, context.bot.username):
            await self._replies.ask(message, say("others-picture"))
        elif contents.face or contents.song:
            await self.receive(message, person, contents, context.bot)
        elif await self._chat.companion.has_consented(person):
            await self._replies.ask(message, say("start-mix"))
        else:
            await self._replies.say(message, say("start-mix"))
            await self.ask_consent(message)

    async def on_message(self, update: Update, context: Context) -> None:
        """Take a face, a song or both; in groups only where the bot is spoken to."""
        message, user = update.message, update.effective_user
        if message is None or user is None or not is_for_bot(message, context.bot):
            return
        if not await self._is_person(message, user):
            return
        contents = self._of_album(message, contents_of(message, context.bot.username))
        if contents is None:
            return
        if contents.others_face:
            await self._replies.say(message, say("others-picture"))
        elif contents.face or contents.song:
            await self.receive(message, self.person(user), contents, context.bot)
        elif contents.other and message.document:
            raise MediaError(ErrorCode.MEDIA_UNSUPPORTED)
        else:
            await self._replies.say(message, say("not-understood"))

    async def receive(
        self, message: Message, person: PersonId, contents: Contents, bot: ExtBot[None]
    ) -> None:
        """Hand what was sent to the companion and deliver its reply.

        Before consent no face is downloaded: the notice is put as a reply to the message with the
        face, so that agreeing finds it again.
        """
        companion = self._chat.companion
        face, song = contents.face, contents.song
        if face and not await companion.has_consented(person):
            await self.ask_consent(contents.face_message or message)
            if contents.face_message in (None, message):
                return
            # The notice leads back to the earlier message only, so this one's song is taken now.
            face = None
            if song is None:
                return
        async with self.progress(message) as progress:
            async with self._chat.line.place(progress.wait_in_line):
                face_upload, song_given = await asyncio.gather(
                    _fetch_face(bot, face), _fetch_song(bot, song)
                )
                reply = await companion.receive(person, face=face_upload, song=song_given)
                del face_upload, song_given
            if contents.face and face is None:
                return
            await self._replies.deliver(message, person, reply, progress)

    async def ask_consent(self, message: Message) -> None:
        """Put the notice as a reply to the message that waits for it."""
        await message.reply_text(
            say("consent-notice", days=self._chat.keep_days),
            reply_markup=consent_keyboard(),
            do_quote=False,
            reply_parameters=quote_of(message),
        )

    def _of_album(self, message: Message, contents: Contents) -> Contents | None:
        """What of an album's message counts: its first picture, its first song, one complaint."""
        album = message.media_group_id
        if album is None:
            return contents
        if contents.others_face:
            return contents if self._albums.first((album, "other")) else None
        face = contents.face if contents.face and self._albums.first((album, "face")) else None
        song = contents.song if contents.song and self._albums.first((album, "song")) else None
        if face is None and song is None:
            understood = contents.face is not None or contents.song is not None
            return None if understood or not self._albums.first((album, "other")) else contents
        return Contents(face, song, contents.other, contents.face_message)

    def progress(self, message: Message) -> Progress:
        """Shows under a message that work is under way."""
        return Progress(message, self._pace, quote_in_group(message))

    async def who_commands(self, update: Update) -> tuple[Message | None, PersonId | None]:
        """The message and the pseudonym of who wrote it; neither for who cannot be answered."""
        message, user = update.message, update.effective_user
        if message is None or user is None or not await self._is_person(message, user):
            return None, None
        return message, self.person(user)

    async def _is_person(self, message: Message, user: User) -> bool:
        """Groups and channels cannot agree to anything, and bots shall not talk with bots."""
        if message.sender_chat:
            await self._replies.say(message, say("write-as-yourself"))
            return False
        return not user.is_bot


async def _fetch_face(bot: ExtBot[None], face: Attachment | None) -> Upload | None:
    return await fetch(bot, face) if face else None


async def _fetch_song(bot: ExtBot[None], song: str | Attachment | None) -> str | Upload | None:
    return await fetch(bot, song) if isinstance(song, Attachment) else song


def is_for_bot(message: Message, bot: ExtBot[None]) -> bool:
    """In private everything; in groups replies to the bot, its name, its command in a caption.

    What the bot itself wrote, through inline mode, and posts of a channel speak to nobody.
    """
    via_us = message.via_bot is not None and message.via_bot.id == bot.id
    if via_us or message.is_automatic_forward:
        return False
    if is_private(message):
        return True
    earlier = message.reply_to_message
    if earlier and earlier.from_user and earlier.from_user.id == bot.id:
        return earlier.forum_topic_created is None
    words = (message.text or message.caption or "").casefold()
    name = f"@{bot.username}".casefold()
    return name in words or bool(words and words.split()[0] == "/moodmix")
