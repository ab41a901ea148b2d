"""Saying sorry, once, for what an earlier run left unanswered."""

from __future__ import annotations

import asyncio
from http import HTTPStatus

import aiohttp
import discord
import structlog

from bot.chat import Chat
from bot.discord.funnel import PLATFORM
from bot.discord.origin import Origin
from bot.presenters.language import say
from core.domain.errors import MoodmixError

_log = structlog.get_logger()

_NOBODY_THERE = frozenset(
    {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.BAD_REQUEST}
)
"""Nobody can be told, now or later; an interaction cannot be answered after its 15 minutes."""


class Apologies:
    """Asks people to send again what was not answered before the process ended."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat
        self._journal = chat.journal
        self._one_at_a_time = asyncio.Lock()

    async def make(self, client: discord.Client) -> None:
        """Apologise for every request left open."""
        try:
            async with self._one_at_a_time:
                for request in await self._journal.left_open(PLATFORM):
                    if await self._apologise(client, Origin.read(request.place)):
                        await self._journal.finish(request.ref)
        except MoodmixError as error:
            _log.warning("journal_unusable", platform=PLATFORM, code=error.code.value)

    async def _apologise(self, client: discord.Client, origin: Origin) -> bool:
        """Say it; False where Discord cannot be reached, and it is to be said later."""
        person = self._chat.pseudonyms.person(PLATFORM, origin.user_id)
        async with self._chat.speaking_with(person, origin.language):
            words = say("interrupted", count=1)
        return await _deliver(client, origin, words)


async def _deliver(client: discord.Client, origin: Origin, words: str) -> bool:
    for way in (_follow_up, _reply):
        try:
            if await way(client, origin, words):
                return True
        except discord.HTTPException as error:
            if error.status not in _NOBODY_THERE:
                _log.warning("apology_postponed", platform=PLATFORM, cause=type(error).__name__)
                return False
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            _log.warning("apology_postponed", platform=PLATFORM, cause=type(error).__name__)
            return False
    _log.warning("undeliverable", platform=PLATFORM)
    return True


async def _follow_up(client: discord.Client, origin: Origin, words: str) -> bool:
    """Answer an interaction, in place of "thinking"; False for a message."""
    if origin.token is None or origin.application_id is None:
        return False
    hook = discord.Webhook.partial(origin.application_id, origin.token, client=client)
    # a partial one does not know, and only such a one can answer what nobody else sees
    hook.type = discord.WebhookType.application
    await hook.send(words, ephemeral=origin.channel_id is None, wait=True)
    return True


async def _reply(client: discord.Client, origin: Origin, words: str) -> bool:
    """Write where the person wrote; False where only they could see it."""
    if origin.channel_id is None:
        return False
    channel = client.get_partial_messageable(origin.channel_id)
    if origin.message_id is None:
        await channel.send(words)
        return True
    reference = discord.MessageReference(
        message_id=origin.message_id, channel_id=origin.channel_id, fail_if_not_exists=False
    )
    await channel.send(words, reference=reference, mention_author=False)
    return True
