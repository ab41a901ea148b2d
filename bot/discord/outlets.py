"""Where an answer goes: the reply to an interaction, or a message in the channel."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol

import discord
import structlog
from discord import ui
from discord.utils import MISSING

from bot.discord.answer_embed import clipped
from bot.discord.origin import Origin
from bot.discord.voice.rooms import seat_of

MESSAGE_LENGTH = 2000

_log = structlog.get_logger()


class Outlet(Protocol):
    """One place to answer in."""

    @property
    def origin(self) -> Origin:
        """Whose request is answered."""
        ...

    @property
    def takes_replies(self) -> bool:
        """Whether the person can simply send the next message there."""
        ...

    @property
    def is_by_voice(self) -> bool:
        """Whether the person sits in a voice channel of the server it is."""
        ...

    def working(self) -> AbstractAsyncContextManager[None]:
        """Show that work is under way, at once."""
        ...

    async def send(
        self,
        content: str | None = None,
        *,
        embed: discord.Embed | None = None,
        file: discord.File | None = None,
        view: ui.View | None = None,
    ) -> discord.Message | None:
        """Send a message; None where it can no longer be delivered."""
        ...


class InteractionOutlet:
    """Answers a command or a button, seen only by the person unless in a direct message."""

    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        self._interaction = interaction
        self._is_direct = interaction.guild_id is None and bool(interaction.context.dm_channel)

    @property
    def origin(self) -> Origin:
        """Whose command or press it is."""
        return Origin.of_interaction(self._interaction, is_direct=self._is_direct)

    @property
    def file_limit_bytes(self) -> int:
        """The largest file that can be sent there."""
        return self._interaction.filesize_limit

    @property
    def takes_replies(self) -> bool:
        """Only in a direct message."""
        return self._is_direct

    @property
    def is_by_voice(self) -> bool:
        """Known only of servers that the bot is a member of."""
        guild_id = self._interaction.guild_id
        guild = self._interaction.client.get_guild(guild_id) if guild_id else None
        return guild is not None and seat_of(guild, self._interaction.user.id) is not None

    @asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        """Acknowledge within Discord's three seconds; then there are 15 minutes."""
        await self._interaction.response.defer(thinking=True, ephemeral=not self._is_direct)
        yield

    async def send(
        self,
        content: str | None = None,
        *,
        embed: discord.Embed | None = None,
        file: discord.File | None = None,
        view: ui.View | None = None,
    ) -> discord.Message | None:
        """Answer the interaction; the first answer takes the place of "thinking"."""
        if self._interaction.is_expired():
            _log.warning("answer_too_late", platform="discord")
            return None
        parts = _present(embed=embed, file=file, view=view)
        text = _within_limit(content)
        private = not self._is_direct
        if not self._interaction.response.is_done():
            await self._interaction.response.send_message(text, ephemeral=private, **parts)
            return None
        return await self._interaction.followup.send(
            MISSING if text is None else text, ephemeral=private, wait=True, **parts
        )


class MessageOutlet:
    """Answers a message where it was written."""

    def __init__(self, message: discord.Message) -> None:
        self._message = message

    @property
    def origin(self) -> Origin:
        """Whose message it is."""
        return Origin.of_message(self._message)

    @property
    def takes_replies(self) -> bool:
        """Always: a direct message, or a mention like the one answered."""
        return True

    @property
    def is_by_voice(self) -> bool:
        """Nowhere but in a server."""
        guild = self._message.guild
        return guild is not None and seat_of(guild, self._message.author.id) is not None

    @asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        """Show "is typing"."""
        async with self._message.channel.typing():
            yield

    async def send(
        self,
        content: str | None = None,
        *,
        embed: discord.Embed | None = None,
        file: discord.File | None = None,
        view: ui.View | None = None,
    ) -> discord.Message | None:
        """Reply; also when the message has been deleted meanwhile."""
        parts = _present(embed=embed, file=file, view=view)
        return await self._message.channel.send(
            _within_limit(content),
            **parts,
            reference=self._message.to_reference(fail_if_not_exists=False),
            mention_author=False,
        )


def _within_limit(content: str | None) -> str | None:
    return None if content is None else clipped(content, MESSAGE_LENGTH)


def _present(**parts: object) -> dict[str, Any]:
    return {name: part for name, part in parts.items() if part is not None}
