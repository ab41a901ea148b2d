"""What an emoji under an answer says about it."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import (
    MessageReactionUpdated,
    ReactionType,
    ReactionTypeEmoji,
    ReactionTypePaid,
    Update,
)
from telegram.ext import ContextTypes

from bot.chat import Chat
from core.domain.mix import Verdict

_VARIATION_SELECTOR = "\N{VARIATION SELECTOR-16}"

_UP = frozenset(
    [
        "👍",
        "❤",
        "🔥",
        "🥰",
        "👏",
        "😁",
        "🎉",
        "🤩",
        "🙏",
        "👌",
        "😍",
        "❤\u200d🔥",
        "💯",
        "⚡",
        "🏆",
        "🍓",
        "🍾",
        "💋",
        "😇",
        "🤗",
        "🫡",
        "🆒",
        "💘",
        "😘",
        "😎",
    ]
)
_DOWN = frozenset(["👎", "💔", "🤮", "💩", "🤬", "😡", "🥱", "🖕"])
"""Of the emoji Telegram offers as reactions; what may mean either (😢, 🤔) says nothing."""


class Reactions:
    """Reads reactions on answers as ratings of the whole mix, silently."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat

    async def on_reaction(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Rate the mix that the message carries; silent where it carries none."""
        reaction = update.message_reaction
        if reaction is None or reaction.user is None or not _says_something(reaction):
            return
        await self._chat.companion.rate_message(
            self._chat.pseudonyms.person("telegram", reaction.user.id),
            self._chat.pseudonyms.message("telegram", reaction.chat.id, reaction.message_id),
            verdict_of(reaction.new_reaction),
        )


def verdict_of(reactions: Sequence[ReactionType]) -> Verdict | None:
    """The verdict all telling reactions agree on; None where there is none or they disagree."""
    verdicts = {verdict for reaction in reactions if (verdict := _verdict_of_one(reaction))}
    return verdicts.pop() if len(verdicts) == 1 else None


def _says_something(reaction: MessageReactionUpdated) -> bool:
    """A change between emoji that mean nothing must not take back a rating made by button."""
    return verdict_of(reaction.new_reaction) != verdict_of(reaction.old_reaction)


def _verdict_of_one(reaction: ReactionType) -> Verdict | None:
    if isinstance(reaction, ReactionTypePaid):
        return Verdict.UP
    if isinstance(reaction, ReactionTypeEmoji):
        emoji = reaction.emoji.replace(_VARIATION_SELECTOR, "")
        if emoji in _UP:
            return Verdict.UP
        if emoji in _DOWN:
            return Verdict.DOWN
    return None
