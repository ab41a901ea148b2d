"""Reactions on an answer, read as a verdict on the whole mix."""

from __future__ import annotations

import discord
import structlog

from core.domain.mix import Verdict

_log = structlog.get_logger()

_VERDICTS = {
    "👍": Verdict.UP,
    "❤": Verdict.UP,
    "🔥": Verdict.UP,
    "👎": Verdict.DOWN,
    "💔": Verdict.DOWN,
}

_NO_VARIANTS = dict.fromkeys([0xFE0F, *range(0x1F3FB, 0x1F400)])
"""The emoji presentation selector and the five skin tones."""


def verdict_of(emoji: str) -> Verdict | None:
    """What an emoji says, None for any other; skin tones do not matter."""
    return _VERDICTS.get(emoji.translate(_NO_VARIANTS))


async def remaining_verdict(
    channel: discord.PartialMessageable, event: discord.RawReactionActionEvent
) -> Verdict | None:
    """What somebody's other reactions on a message still say, once one of them is taken back.

    One that says the same as the one taken back goes first; None where none is left, or where we
    may not look.
    """
    taken_back = verdict_of(event.emoji.name)
    try:
        message = await channel.fetch_message(event.message_id)
        left = [
            verdict
            for reaction in message.reactions
            if (verdict := verdict_of(str(reaction.emoji))) and await _is_by(reaction, event)
        ]
    except discord.HTTPException as error:
        _log.warning("reactions_unread", platform="discord", status=error.status)
        return None
    return taken_back if taken_back in left else next(iter(left), None)


async def _is_by(reaction: discord.Reaction, event: discord.RawReactionActionEvent) -> bool:
    before = discord.Object(event.user_id - 1)
    return any([user.id == event.user_id async for user in reaction.users(limit=1, after=before)])
