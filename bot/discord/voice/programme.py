"""The songs of a list in their order, each opened while the one before it plays."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from bot.discord.funnel import PLATFORM
from core.domain.errors import MoodmixError
from core.domain.track import Track
from core.ports.sound import SongSound
from core.services.play_mix import MixSounds

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Item:
    """A song that can be played. position: its place in the list, from 1."""

    position: int
    song: Track
    sound: SongSound


class Programme:
    """What is left to be played of a list; no more than two songs are held at once."""

    def __init__(self, songs: Sequence[Track], sounds: MixSounds) -> None:
        self.length = len(songs)
        self.silent: list[Track] = []
        """Songs that were passed over, as nobody has a sample or the file cannot be played."""
        self._left = deque(enumerate(songs, start=1))
        self._sounds = sounds
        self._ahead: asyncio.Task[Item | None] | None = None

    async def next(self) -> Item | None:
        """The next song that can be played, to be closed by the caller; None at the end."""
        item = await (self._ahead or asyncio.create_task(self._open()))
        self._ahead = asyncio.create_task(self._open()) if item else None
        return item

    async def close(self) -> None:
        """Let go of the song that was opened ahead."""
        if self._ahead is None:
            return
        self._ahead.cancel()
        (item,) = await asyncio.gather(self._ahead, return_exceptions=True)
        self._ahead = None
        if isinstance(item, Item):
            item.sound.close()

    async def _open(self) -> Item | None:
        while self._left:
            position, song = self._left.popleft()
            try:
                sound = await self._sounds.open(song)
            except MoodmixError as error:
                _log.info("song_not_playable", platform=PLATFORM, code=error.code.value)
                sound = None
            if sound:
                return Item(position, song, sound)
            self.silent.append(song)
        return None
