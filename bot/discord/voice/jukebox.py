"""All lists that are being played, one in each server, and what people ask of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import discord

from bot.chat import Chat
from bot.discord.funnel import PLATFORM
from bot.discord.outlets import InteractionOutlet
from bot.discord.voice.buttons import Control, PlayList, VoicePress
from bot.discord.voice.listening import Listening
from bot.discord.voice.panel import Panel
from bot.discord.voice.playing import Ending, shown
from bot.discord.voice.programme import Programme
from bot.discord.voice.rooms import place_to_write, room_of, seat_of
from bot.presenters.language import say
from core.domain.errors import ConversationError, ErrorCode, OperationError
from core.services.play_mix import MixSounds

Interaction = discord.Interaction[Any]

AT_ONCE = 8
"""Lists played at the same time; each holds two songs in memory and encodes one."""

CLOSE_TIMEOUT_S = 8.0

ALONE_S = 60.0
"""How long a list plays on where nobody listens."""


class Jukebox:
    """Plays lists in the voice channels of those who ask for them."""

    def __init__(self, chat: Chat, *, switched_on: bool) -> None:
        self._chat = chat
        self._sounds = chat.sounds if switched_on else None
        self._lists: dict[int, Listening] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def is_on(self) -> bool:
        """Whether lists are played here at all."""
        return self._sounds is not None

    async def press(
        self, interaction: Interaction, press: VoicePress, outlet: InteractionOutlet
    ) -> None:
        """Act on a button; raises ConversationError and OperationError."""
        if self._sounds is None:
            raise ConversationError(ErrorCode.VOICE_OFF)
        if isinstance(press, PlayList):
            room = await self._play(interaction, press.mix_id, self._sounds)
            await outlet.send(say("voice-begun", room=shown(room)))
        else:
            await self._control(interaction, press)

    async def play_latest(self, interaction: Interaction, outlet: InteractionOutlet) -> None:
        """Play the last list of whoever asks; raises ConversationError and OperationError."""
        if self._sounds is None:
            raise ConversationError(ErrorCode.VOICE_OFF)
        person = self._chat.pseudonyms.person(PLATFORM, interaction.user.id)
        await self.press(interaction, PlayList(await self._sounds.latest_of(person)), outlet)

    def notice_people(self, guild: discord.Guild) -> None:
        """Somebody came to a voice channel of a server, or went."""
        listening = self._lists.get(guild.id)
        if listening:
            listening.notice_people()

    def lose(self, is_lost: Callable[[discord.Guild], bool] = lambda _: True) -> None:
        """The gateway began anew, and Discord has sent us out of the channels of these servers."""
        for listening in self._lists.values():
            if is_lost(listening.room.guild):
                listening.stop(Ending.LOST)

    async def close(self) -> None:
        """End every list, and say so."""
        for listening in self._lists.values():
            listening.stop(Ending.CLOSING)
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=CLOSE_TIMEOUT_S)

    async def _play(self, interaction: Interaction, mix_id: int, sounds: MixSounds) -> str:
        songs = await sounds.songs_of(mix_id)
        room = room_of(interaction)
        playing = self._lists.get(room.guild.id)
        if playing:
            raise ConversationError(ErrorCode.VOICE_TAKEN, room=shown(playing.room.name))
        if len(self._lists) >= AT_ONCE:
            raise OperationError(ErrorCode.BUSY)
        panel = Panel(place_to_write(interaction, room))
        programme = Programme(songs, sounds)
        listening = Listening(room, programme, panel, self._chat, ALONE_S)
        self._lists[room.guild.id] = listening
        try:
            await listening.begin()
        except BaseException:
            del self._lists[room.guild.id]
            raise
        task = asyncio.create_task(self._see_through(room.guild.id, listening), name="listening")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return room.name

    async def _see_through(self, guild_id: int, listening: Listening) -> None:
        try:
            await listening.play()
        finally:
            del self._lists[guild_id]
        await listening.say_why_it_ended()

    async def _control(self, interaction: Interaction, control: Control) -> None:
        listening = self._lists.get(interaction.guild_id or 0)
        if listening is None:
            raise ConversationError(ErrorCode.VOICE_NOT_PLAYING)
        room = listening.room
        if seat_of(room.guild, interaction.user.id) != room:
            raise ConversationError(ErrorCode.VOICE_LISTENERS_ONLY, room=shown(room.name))
        match control:
            case Control.PAUSE | Control.RESUME:
                await listening.pause(paused=control is Control.PAUSE)
            case Control.SKIP:
                listening.skip()
            case Control.STOP:
                listening.stop()
