"""The message that shows what is playing, with buttons for everybody who listens."""

from __future__ import annotations

import asyncio

import aiohttp
import discord
import structlog
from discord import ui

from bot.discord.funnel import PLATFORM
from bot.discord.voice.buttons import control_buttons
from bot.discord.voice.playing import Playing, present_playing
from bot.presenters.language import speaking, spoken

_log = structlog.get_logger()


class Panel:
    """One message, written once and then edited, in the language it was begun in."""

    def __init__(self, place: discord.abc.Messageable | None) -> None:
        """place: None where the bot may write nowhere; nothing is shown then."""
        self._place = place
        self._language = spoken()
        self._message: discord.Message | None = None
        self._turn = asyncio.Lock()

    async def show(self, playing: Playing) -> None:
        """Bring the message up to date; where that fails, the music goes on without it."""
        if self._place is None:
            return
        with speaking(self._language):
            words = present_playing(playing)
            view = None if playing.ending else control_buttons(paused=playing.paused)
        async with self._turn:
            try:
                await self._write(self._place, words, view)
            except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
                _log.warning("playing_not_shown", platform=PLATFORM, cause=type(error).__name__)
                if isinstance(error, discord.Forbidden | discord.NotFound):
                    self._place = None

    async def _write(
        self, place: discord.abc.Messageable, words: str, view: ui.View | None
    ) -> None:
        if self._message:
            await self._message.edit(content=words, view=view)
        elif view:
            self._message = await place.send(words, view=view)
