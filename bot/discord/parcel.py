"""One message to be sent, and what becomes of it where a channel forbids parts of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import discord
import structlog
from discord import ui

from bot.presenters.language import say

MESSAGE_LENGTH = 2000

EMBED_LENGTH = 4096

Send = Callable[[dict[str, Any]], Awaitable[discord.Message]]

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Parcel:
    """Words, embeds, files and buttons; files can be sent once.

    Of files only pictures can be left out: others are what was asked for.
    """

    content: str | None = None
    embeds: Sequence[discord.Embed] = ()
    files: Sequence[discord.File] = ()
    view: ui.View | None = None

    def parts(self) -> dict[str, Any]:
        """As discord.py wants them; words too long for a message stand in an embed."""
        content, embeds = self.content, list(self.embeds)
        if content and len(content) > MESSAGE_LENGTH:
            embeds.insert(0, discord.Embed(description=clipped(content, EMBED_LENGTH)))
            content = None
        parts = {"content": content, "embeds": embeds, "files": self.files, "view": self.view}
        return {name: part for name, part in parts.items() if part}

    def without_files(self) -> Parcel:
        """The same where no files may be sent, which is said."""
        if not self.can_do_without_files:
            return self
        note = say("discord-no-files")
        embeds = [embed.copy().set_image(url=None) for embed in self.embeds]
        content = f"{self.content}\n\n{note}" if self.content else note
        return replace(self, content=content, embeds=embeds, files=())

    def without_embeds(self) -> Parcel:
        """The same in words alone, for where embeds are not shown."""
        if not self.embeds:
            return self
        words = [_told(embed) for embed in self.embeds]
        told = "\n\n".join(filter(None, (*words, self.content)))
        return replace(self, content=clipped(told, MESSAGE_LENGTH), embeds=())

    @property
    def can_do_without_files(self) -> bool:
        """Whether there are files, and something is left without them."""
        are_pictures = all(file.filename.endswith(".png") for file in self.files)
        return bool(self.files) and are_pictures and bool(self.content or self.embeds)


async def deliver(parcel: Parcel, send: Send) -> discord.Message:
    """Send it, or as much of it as may be sent; raises discord.HTTPException."""
    try:
        return await send(parcel.parts())
    except discord.Forbidden as error:
        if not parcel.can_do_without_files:
            raise
        _log.warning("files_forbidden", platform="discord", status=error.status)
    return await send(parcel.without_files().parts())


def clipped(text: str, length: int) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def _told(embed: discord.Embed) -> str:
    fields = (f"**{field.name}**\n{field.value}" for field in embed.fields)
    return "\n\n".join(filter(None, (embed.description, *fields)))
