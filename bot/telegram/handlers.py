"""Which update is dealt with by whom."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    MessageReactionHandler,
    filters,
)

from bot.chat import Chat
from bot.telegram.conversation import Conversation
from bot.telegram.groups import Groups
from bot.telegram.keyboards import Keyboards
from bot.telegram.notes import Notes
from bot.telegram.own_data import OwnData
from bot.telegram.presses import Presses
from bot.telegram.progress import Pace
from bot.telegram.reactions import Reactions
from bot.telegram.replies import Replies
from bot.telegram.sharing import Sharing

_Commands = dict[str, Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]]


class Handlers:
    """Everything that answers, put together."""

    def __init__(self, chat: Chat, replies: Replies, notes: Notes, pace: Pace) -> None:
        keyboards = Keyboards()
        self._talk = talk = Conversation(chat, replies, pace)
        self._own = OwnData(chat, replies, talk, notes, keyboards, pace)
        self._presses = Presses(chat, replies, talk, self._own, notes, keyboards, pace)
        self._reactions = Reactions(chat)
        self._sharing = Sharing(chat)
        self._groups = Groups()

    def add_to(self, app: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Have an application call them."""
        talk, own, new = self._talk, self._own, filters.UpdateType.MESSAGE
        in_private: _Commands = {
            "history": own.on_history,
            "week": own.on_week,
            "settings": own.on_settings,
            "export": own.on_export,
        }
        anywhere: _Commands = {
            "start": talk.on_start,
            "moodmix": talk.on_moodmix,
            "mood": talk.on_mood,
            "help": talk.on_help,
            "privacy": own.on_privacy,
            "forget": own.on_forget,
        }
        for name, callback in in_private.items():
            # the button that a group is shown leads to /start with the name of the command
            linked = new & filters.Regex(rf"\s{name}$")
            app.add_handler(CommandHandler("start", callback, filters=linked))
        for name, callback in (in_private | anywhere).items():
            app.add_handler(CommandHandler(name, callback, filters=new))
        app.add_handler(MessageHandler(new & filters.COMMAND, talk.on_unknown_command))
        app.add_handler(MessageHandler(new & ~filters.StatusUpdate.ALL, talk.on_message))
        app.add_handler(CallbackQueryHandler(self._presses.on_press))
        app.add_handler(InlineQueryHandler(self._sharing.on_query))
        app.add_handler(
            ChatMemberHandler(self._groups.on_membership, ChatMemberHandler.MY_CHAT_MEMBER)
        )
        app.add_handler(
            MessageReactionHandler(
                self._reactions.on_reaction,
                message_reaction_types=MessageReactionHandler.MESSAGE_REACTION_UPDATED,
            )
        )
