"""One list in one voice channel, from joining it to leaving it."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import aiohttp
import discord
import structlog

from bot.chat import Chat
from bot.discord.funnel import PLATFORM
from bot.discord.voice.panel import Panel
from bot.discord.voice.playing import Ending, Playing, shown
from bot.discord.voice.programme import Item, Programme
from bot.discord.voice.rooms import has_listeners
from bot.discord.voice.source import sound_out
from core.domain.errors import ConversationError, ErrorCode, MoodmixError, OperationError

CONNECT_TIMEOUT_S = 15.0
RECONNECT_TIMEOUT_S = 45.0
"""Longer than the 30 s that discord.py's reader may stay with a socket closed under it."""

LOOK_AGAIN_S = 0.1
"""Between looks whether a connection stands again."""

LEAVE_TIMEOUT_S = 2.0

_UNREACHABLE = (TimeoutError, OSError, aiohttp.ClientError, discord.DiscordException)

_log = structlog.get_logger()


class Listening:
    """Plays a programme in a room. Whatever ends it, the room is left and the message says why."""

    def __init__(
        self,
        room: discord.VoiceChannel,
        programme: Programme,
        panel: Panel,
        chat: Chat,
        alone_s: float,
    ) -> None:
        """alone_s: how long it plays on in an empty room."""
        self._room = room
        self._programme = programme
        self._panel = panel
        self._chat = chat
        self._alone_s = alone_s
        self._connection: discord.VoiceClient | None = None
        self._item: Item | None = None
        self._over = asyncio.Event()
        self._ending: Ending | None = None
        self._empty: asyncio.TimerHandle | None = None

    @property
    def room(self) -> discord.VoiceChannel:
        """Where it plays; people with the right to may move the bot."""
        moved_to = self._connection.channel if self._connection else None
        return moved_to if isinstance(moved_to, discord.VoiceChannel) else self._room

    async def begin(self) -> None:
        """Find something to play, and join the room.

        Raises ConversationError (VOICE_NOTHING_TO_HEAR) before joining, and OperationError
        (VOICE_UNREACHABLE).
        """
        self._item = await self._programme.next()
        if self._item is None:
            raise ConversationError(ErrorCode.VOICE_NOTHING_TO_HEAR)
        try:
            self._connection = await _join(self._room)
        except BaseException:
            self._item.sound.close()
            await self._programme.close()
            raise
        self.notice_people()

    async def play(self) -> None:
        """Play what ``begin`` found and all that follows, and leave the room."""
        if self._connection is None or self._item is None:
            raise RuntimeError("begin first")
        try:
            ending = await self._play(self._connection, self._item)
        except Exception as error:  # noqa: BLE001 - nobody waits for the music; the log has the rest
            self._chat.explain_failure(error, PLATFORM)
            ending = Ending.BROKEN
        finally:
            if self._empty:
                self._empty.cancel()
            await self._programme.close()
            await _leave(self._room.guild, self._connection)
        self._ending = ending

    async def say_why_it_ended(self) -> None:
        """In the message that showed the songs."""
        if self._item and self._ending:
            await self._panel.show(self._playing(self._item, self._ending))

    async def pause(self, *, paused: bool) -> None:
        """Hold the song, or let it go on."""
        if self._connection and self._item:
            (self._connection.pause if paused else self._connection.resume)()
            await self._panel.show(self._playing(self._item))

    def skip(self) -> None:
        """Go on to the next song."""
        if self._connection:
            self._connection.stop()
            if not self._connection.is_connected():
                self._over.set()

    def stop(self, ending: Ending = Ending.STOPPED) -> None:
        """Play no more, and leave."""
        self._ending = self._ending or ending
        self.skip()

    def notice_people(self) -> None:
        """Somebody came or went: an empty room is left after a while."""
        if has_listeners(self.room):
            if self._empty:
                self._empty.cancel()
                self._empty = None
        elif self._empty is None:
            loop = asyncio.get_running_loop()
            self._empty = loop.call_later(self._alone_s, self.stop, Ending.ALONE)

    async def _play(self, connection: discord.VoiceClient, first: Item) -> Ending:
        item: Item | None = first
        while item:
            if self._ending or not await self._stands(connection):
                item.sound.close()
                return self._ending or Ending.LOST
            self._item = item
            failure = await self._play_one(connection, item)
            if isinstance(failure, MoodmixError):
                _log.info("song_broke_off", platform=PLATFORM, code=failure.code.value)
            elif failure:
                raise failure
            item = None if self._ending else await self._programme.next()
        if self._ending is None and not await self._stands(connection):
            return self._ending or Ending.LOST  # in the middle of the last song
        return self._ending or Ending.DONE

    async def _play_one(self, connection: discord.VoiceClient, item: Item) -> Exception | None:
        self._over.clear()
        showing = asyncio.create_task(self._panel.show(self._playing(item)))
        try:
            return await sound_out(connection, item.sound, self._over)
        finally:
            await showing

    async def _stands(self, connection: discord.VoiceClient) -> bool:
        """Whether the connection stands, perhaps after a moment in which it is made anew."""
        if self._room.guild.voice_client is not connection:
            return False  # sent away: nothing is being made anew
        with suppress(TimeoutError):
            async with asyncio.timeout(RECONNECT_TIMEOUT_S):
                # discord.py tells threads alone; one for each list would leave others none
                while self._ending is None and not connection.is_connected():  # noqa: ASYNC110
                    await asyncio.sleep(LOOK_AGAIN_S)
        return connection.is_connected()

    def _playing(self, item: Item, ending: Ending | None = None) -> Playing:
        return Playing(
            item.song,
            item.position,
            self._programme.length,
            self.room.name,
            paused=bool(self._connection and self._connection.is_paused()),
            silent=tuple(self._programme.silent),
            ending=ending,
        )


async def _join(room: discord.VoiceChannel) -> discord.VoiceClient:
    try:
        async with asyncio.timeout(CONNECT_TIMEOUT_S):
            return await room.connect(timeout=RECONNECT_TIMEOUT_S, self_deaf=True)
    except _UNREACHABLE as error:
        await _leave(room.guild, room.guild.voice_client)
        raise OperationError(ErrorCode.VOICE_UNREACHABLE, room=shown(room.name)) from error


async def _leave(guild: discord.Guild, connection: discord.VoiceProtocol | None) -> None:
    """Hang up; nothing to do where Discord did."""
    gone = guild.voice_client is not connection
    if not isinstance(connection, discord.VoiceClient) or (gone and not connection.is_connected()):
        return
    try:
        async with asyncio.timeout(LEAVE_TIMEOUT_S):
            await connection.disconnect(force=True)
    except _UNREACHABLE as error:
        _log.warning("voice_not_left", platform=PLATFORM, cause=type(error).__name__)
