"""Where an answer goes: the reply to an interaction, or a message in the channel."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol

import discord
import structlog
from discord import ui

from bot.discord.origin import Origin
from bot.discord.parcel import Parcel, deliver
from bot.discord.permits import permit_in
from bot.discord.voice.rooms import seat_of
from bot.presenters.language import say

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
    def is_shared(self) -> bool:
        """Whether it is in a server or a group, among others."""
        ...

    @property
    def can_share(self) -> bool:
        """Whether others are there who do not see the answer."""
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
        embeds: Sequence[discord.Embed] = (),
        files: Sequence[discord.File] = (),
        view: ui.View | None = None,
        private: bool = False,
    ) -> discord.Message | None:
        """Send a message; None where it can no longer be delivered.

        private: nobody else may see it. Where pictures are forbidden, it comes without.
        """
        ...


class InteractionOutlet:
    """Answers a command or a button, seen only by the person unless in a direct message."""

    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        self._interaction = interaction
        self._is_direct = interaction.guild_id is None and bool(interaction.context.dm_channel)

    @property
    def interaction(self) -> discord.Interaction[Any]:
        """The command or the press."""
        return self._interaction

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
    def is_shared(self) -> bool:
        """Anywhere but in a direct message."""
        return not self._is_direct

    @property
    def can_share(self) -> bool:
        """Wherever others are."""
        return self.is_shared

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
        embeds: Sequence[discord.Embed] = (),
        files: Sequence[discord.File] = (),
        view: ui.View | None = None,
        private: bool = False,
    ) -> discord.Message | None:
        """Answer the interaction; the first answer takes the place of "thinking"."""
        hidden = private or not self._is_direct
        return await self._send(Parcel(content, embeds, files, view), is_hidden=hidden)

    async def _send(self, parcel: Parcel, *, is_hidden: bool) -> discord.Message | None:
        if self._interaction.is_expired():
            _log.warning("answer_too_late", platform="discord")
            return None
        if not self._interaction.response.is_done():
            parts = parcel.parts()
            await self._interaction.response.send_message(**parts, ephemeral=is_hidden)
            return None

        async def follow_up(parts: dict[str, Any]) -> discord.Message:
            return await self._interaction.followup.send(**parts, ephemeral=is_hidden, wait=True)

        return await deliver(parcel, follow_up)


class HiddenOutlet(InteractionOutlet):
    """Answers a command so that nobody else sees it, in a direct message neither."""

    @asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        """Acknowledge; the first answer is seen as the acknowledgement is."""
        await self._interaction.response.defer(thinking=True, ephemeral=True)
        yield


class QuietOutlet(InteractionOutlet):
    """Answers a press whose effect is seen elsewhere: words come only where it has none."""

    @asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        """Acknowledge without a word."""
        await self._interaction.response.defer()
        yield

    async def change(self, content: str, view: ui.View | None = None) -> None:
        """Put something else in the place of what was pressed."""
        await self._interaction.edit_original_response(content=content, view=view, attachments=[])

    async def send_to_all(
        self,
        *,
        embeds: Sequence[discord.Embed],
        files: Sequence[discord.File],
        view: ui.View | None,
    ) -> discord.Message | None:
        """Send what everybody there sees."""
        return await self._send(Parcel(None, embeds, files, view), is_hidden=False)


class MessageOutlet:
    """Answers a message where it was written, or else in a direct message."""

    def __init__(self, message: discord.Message) -> None:
        self._message = message
        self._permit = permit_in(message.channel)

    @property
    def origin(self) -> Origin:
        """Whose message it is."""
        return Origin.of_message(self._message)

    @property
    def takes_replies(self) -> bool:
        """Always: a direct message, or a mention like the one answered."""
        return True

    @property
    def is_shared(self) -> bool:
        """Whether it is in a server."""
        return self._message.guild is not None

    @property
    def can_share(self) -> bool:
        """Never: they see it, or else it comes in a direct message."""
        return False

    @property
    def is_by_voice(self) -> bool:
        """Nowhere but in a server."""
        guild = self._message.guild
        return guild is not None and seat_of(guild, self._message.author.id) is not None

    @asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        """Show "is typing", where that is allowed."""
        if not self._permit.write:
            yield
            return
        async with self._message.channel.typing():
            yield

    async def send(
        self,
        content: str | None = None,
        *,
        embeds: Sequence[discord.Embed] = (),
        files: Sequence[discord.File] = (),
        view: ui.View | None = None,
        private: bool = False,
    ) -> discord.Message | None:
        """Reply; also when the message has been deleted meanwhile."""
        parcel = Parcel(content, embeds, files, view)
        if not self.is_shared:
            return await deliver(parcel, self._reply)
        if private:
            return await self._send_privately(parcel)
        if not self._permit.write:
            place = getattr(self._message.channel, "name", "?")
            await self._message.author.send(say("discord-cannot-write", place=f"#{place}"))
            return await deliver(parcel, self._write_directly)
        return await deliver(self._permit.allowed(parcel), self._reply)

    async def _send_privately(self, parcel: Parcel) -> discord.Message | None:
        try:
            return await deliver(parcel, self._write_directly)
        except discord.Forbidden:
            if not self._permit.write:
                raise
            return await deliver(Parcel(say("discord-private-only")), self._reply)

    async def _reply(self, parts: dict[str, Any]) -> discord.Message:
        if self._permit.reply:
            parts["reference"] = self._message.to_reference(fail_if_not_exists=False)
        return await self._message.channel.send(**parts, mention_author=False)

    async def _write_directly(self, parts: dict[str, Any]) -> discord.Message:
        return await self._message.author.send(**parts)
