"""What can be done with the answers that were given: judge them, find them again, play songs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from core.domain.conversation import MessageRef, PersonId
from core.domain.errors import ConversationError, ErrorCode, OperationError
from core.domain.library import PlayableSong
from core.domain.mix import MIX_LENGTH, WHOLE_MIX, Verdict
from core.domain.track import OwnFile, Track
from core.ports.library import Library
from core.ports.store import Store
from core.ports.telemetry import Telemetry
from core.services.own_data import OwnData

SONGS_AT_ONCE = 4
"""Songs of the library held in memory to be sent, at the same time over all people."""


async def songs_of(store: Store, mix_id: int) -> tuple[Track, ...]:
    """The songs of a stored list in their order; raises ConversationError (LIST_GONE)."""
    songs = []
    for position in range(1, MIX_LENGTH + 1):
        song = await store.track_of(mix_id, position)
        if song is None:
            break
        songs.append(song)
    if not songs:
        raise ConversationError(ErrorCode.LIST_GONE)
    return tuple(songs)


class GivenMixes(OwnData):
    """Anybody may judge any answer, for themselves."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        library: Library | None,
        telemetry: Telemetry,
    ) -> None:
        """library: whose songs are sent to be played; without one, none are."""
        super().__init__(store, clock)
        self._library = library
        self._telemetry = telemetry
        self._songs_in_hand = 0

    async def rate(
        self, person: PersonId, mix_id: int, position: int, verdict: Verdict | None
    ) -> Track:
        """Record 👍 or 👎 on one track (positions from 1), or take it back with None.

        Returns the track; raises ConversationError (NOTHING_TO_RATE) where there is none.
        """
        track = await self._store.track_of(mix_id, position)
        if track is None:
            raise ConversationError(ErrorCode.NOTHING_TO_RATE)
        await self._store.rate(person, mix_id, position, verdict)
        self._telemetry.rated(verdict)
        return track

    async def file_of(self, mix_id: int, position: int) -> OwnFile:
        """The person's own file behind a track (positions from 1), to be played in the chat.

        Raises ConversationError (SONG_FILE_GONE) where the library holds none (any more).
        """
        track = await self._store.track_of(mix_id, position)
        if track is None or track.file is None:
            raise ConversationError(ErrorCode.SONG_FILE_GONE)
        return track.file

    @asynccontextmanager
    async def song_of(
        self, mix_id: int, position: int, limit_bytes: int
    ) -> AsyncIterator[PlayableSong]:
        """The person's own song behind a track (positions from 1), in memory within the block.

        Raises OperationError (LIBRARY_NOT_SHARED, BUSY), what ``file_of`` raises, and what the
        library's ``load`` raises.
        """
        if self._library is None:
            raise OperationError(ErrorCode.LIBRARY_NOT_SHARED)
        file = await self.file_of(mix_id, position)
        if self._songs_in_hand >= SONGS_AT_ONCE:
            raise OperationError(ErrorCode.BUSY)
        self._songs_in_hand += 1
        try:
            yield await self._library.load(file.number, limit_bytes)
        finally:
            self._songs_in_hand -= 1

    async def songs_of(self, mix_id: int) -> tuple[Track, ...]:
        """The songs of a list in their order; raises ConversationError (LIST_GONE)."""
        return await songs_of(self._store, mix_id)

    async def link_message(self, message: MessageRef, mix_id: int) -> None:
        """Remember which chat message carries a mix."""
        await self._store.link_message(message, mix_id)

    async def rate_message(
        self, person: PersonId, message: MessageRef, verdict: Verdict | None
    ) -> bool:
        """Record a reaction on a whole mix; False where the message carries none."""
        mix_id = await self._store.mix_of_message(message)
        if mix_id is None:
            return False
        await self._store.rate(person, mix_id, WHOLE_MIX, verdict)
        self._telemetry.rated(verdict)
        return True
