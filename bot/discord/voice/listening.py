"""One list in one voice channel, from joining it to leaving it."""

from __future__ import annotations

import asyncio

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
LEAVE_TIMEOUT_S = 5.0

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
        self._ending: Ending | None = None
        self._empty: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def room(self) -> discord.VoiceChannel:
        """Where it plays; people with the right to may move the bot."""
        moved_to = self._connection.channel if self._connection else None
        return moved_to if isinstance(moved_to, discord.VoiceChannel) else self._room

    async def begin(self) -> asyncio.Task[None]:
        """Join the room and play; returns the task that ends when all is over.

        Raises ConversationError (VOICE_NOTHING_TO_HEAR) before joining, and OperationError
        (VOICE_UNREACHABLE).
        """
        item = await self._programme.next()
        if item is None:
            raise ConversationError(ErrorCode.VOICE_NOTHING_TO_HEAR)
        try:
            self._connection = await _join(self._room)
        except BaseException:
            item.sound.close()
            await self._programme.close()
            raise
        self.notice_people()
        self._task = asyncio.create_task(self._run(self._connection, item), name="listening")
        return self._task

    async def pause(self, *, paused: bool) -> None:
        """Hold the song, or let it go on."""
        if self._connection and self._item:
            (self._connection.pause if paused else self._connection.resume)()
            await self._panel.show(self._playing(self._item))

    def skip(self) -> None:
        """Go on to the next song."""
        if self._connection:
            self._connection.stop()

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

    async def _run(self, connection: discord.VoiceClient, item: Item) -> None:
        try:
            ending = await self._play(connection, item)
        except Exception as error:  # noqa: BLE001 - nobody waits for this task; the log has the rest
            self._chat.explain_failure(error, PLATFORM)
            ending = Ending.BROKEN
        finally:
            if self._empty:
                self._empty.cancel()
            await self._programme.close()
            await self._leave(connection)
        await self._panel.show(self._playing(self._item or item, ending))

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
        return self._ending or Ending.DONE

    async def _play_one(self, connection: discord.VoiceClient, item: Item) -> Exception | None:
        showing = asyncio.create_task(self._panel.show(self._playing(item)))
        try:
            return await sound_out(connection, item.sound)
        finally:
            await showing

    async def _stands(self, connection: discord.VoiceClient) -> bool:
        """Whether the connection stands, perhaps after a moment in which it is made anew."""
        if self._room.guild.voice_client is not connection:
            return False  # sent away: nothing is being made anew
        return await asyncio.to_thread(connection.wait_until_connected, CONNECT_TIMEOUT_S)

    async def _leave(self, connection: discord.VoiceClient) -> None:
        if self._room.guild.voice_client is not connection and not connection.is_connected():
            return  # sent away
        try:
            async with asyncio.timeout(LEAVE_TIMEOUT_S):
                await connection.disconnect(force=True)
        except _UNREACHABLE as error:
            _log.warning("voice_not_left", platform=PLATFORM, cause=type(error).__name__)

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
        # where nobody answers at all, discord.py waits once more to hear that it is out again
        async with asyncio.timeout(CONNECT_TIMEOUT_S + LEAVE_TIMEOUT_S):
            return await room.connect(timeout=CONNECT_TIMEOUT_S, self_deaf=True)
    except _UNREACHABLE as error:
        raise OperationError(ErrorCode.VOICE_UNREACHABLE, room=shown(room.name)) from error
