"""Being added to a group."""

from __future__ import annotations

from telegram import ChatMember, Update
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot.presenters.language import say
from bot.telegram.recent import Once

_GROUPS = {ChatType.GROUP, ChatType.SUPERGROUP}
_OUTSIDE = {ChatMember.LEFT, ChatMember.BANNED}
_INSIDE = {ChatMember.MEMBER, ChatMember.ADMINISTRATOR}


class Groups:
    """Greets the groups that moodmix is added to, once each."""

    def __init__(self) -> None:
        self._greeted: Once[int] = Once()

    async def on_membership(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say hello where the bot came in; not where its rights changed, and not in channels."""
        change = update.my_chat_member
        if change is None or change.chat.type not in _GROUPS:
            return
        was_outside = change.old_chat_member.status in _OUTSIDE
        came = was_outside and change.new_chat_member.status in _INSIDE
        if came and self._greeted.first(change.chat.id):
            await change.chat.send_message(say("telegram-hello"))
