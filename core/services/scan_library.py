"""Scanning a folder of music: find the files, tell what is known already, listen to the rest.

Nothing is held in memory but the files that are worked on at this moment; whatever is done is
noted at once, so that a scan that was interrupted goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import aclosing
from datetime import datetime
from itertools import islice
from pathlib import Path

from core.domain.errors import ErrorCode, MoodmixError
from core.domain.library import (
    Arrivals,
    HeardSong,
    LostPath,
    ScanReport,
    ScanStage,
    SongFile,
    UnheardSong,
)
from core.ports.library import Crew, LibraryIndex, ScanProgress, SongFolder

BATCH = 200
"""Files noted in one transaction where losing them costs next to nothing."""


class LibraryScanner:
    """Brings the library up to date with a folder.

    identifiers: tell the hash of a file's content; listeners: tell tags and emotion of a song, with
    the version ``network`` of the network.
    """

    def __init__(
        self,
        folders: SongFolder,
        index: LibraryIndex,
        identifiers: Crew[Path, str],
        listeners: Crew[UnheardSong, HeardSong],
        network: str,
        clock: Callable[[], datetime],
    ) -> None:
        self._folders = folders
        self._index = index
        self._identifiers = identifiers
        self._listeners = listeners
        self._network = network
        self._clock = clock

    async def scan(self, folder: Path, progress: ScanProgress) -> ScanReport:
        """Find, identify and hear everything below ``folder``; forget what is gone.

        Raises OperationError where the folder cannot be listed (nothing is forgotten then), the
        network cannot be loaded or the database cannot be used.
        """
        scan = self._clock()
        found, arrivals = await self._find(folder, scan, progress)
        await self._identify(scan, progress)
        heard = await self._hear(scan, progress)
        departures = await self._index.sweep(folder, scan)
        return ScanReport(
            found=found,
            new=max(0, arrivals.new - departures.moved),
            changed=arrivals.changed,
            moved=departures.moved,
            removed=departures.removed,
            heard=heard,
        )

    async def _find(
        self, folder: Path, scan: datetime, progress: ScanProgress
    ) -> tuple[int, Arrivals]:
        found = new = changed = 0
        places = self._folders.songs(folder)
        progress.begin(ScanStage.FINDING, None)
        while batch := list(islice(places, BATCH)):
            files = [place for place in batch if isinstance(place, SongFile)]
            arrivals = await self._index.note_files(files, scan)
            for place in batch:
                if isinstance(place, LostPath):
                    await self._index.note_lost(place, scan)
            found, new, changed = (
                found + len(files),
                new + arrivals.new,
                changed + arrivals.changed,
            )
            progress.advance(len(files))
        return found, Arrivals(new, changed)

    async def _identify(self, scan: datetime, progress: ScanProgress) -> None:
        progress.begin(ScanStage.IDENTIFYING, await self._index.count_unidentified(scan))
        known: list[tuple[Path, str | MoodmixError]] = []
        async with aclosing(self._identifiers.work(self._index.unidentified(scan))) as results:
            async for done in results:
                known.append((done.task, done.result))
                progress.advance(1)
                if len(known) == BATCH:
                    await self._index.note_contents(known)
                    known.clear()
        await self._index.note_contents(known)

    async def _hear(self, scan: datetime, progress: ScanProgress) -> int:
        progress.begin(ScanStage.HEARING, await self._index.count_unheard(scan, self._network))
        heard = 0
        songs = self._index.unheard(scan, self._network)
        async with aclosing(self._listeners.work(songs)) as results:
            async for done in results:
                song, result = done.task, done.result
                if not isinstance(result, MoodmixError):
                    await self._index.note_heard(song.content_hash, result, self._network)
                    heard += 1
                elif result.code is ErrorCode.FILE_NOT_READABLE:
                    await self._index.note_contents([(song.path, result)])
                else:
                    await self._index.note_failure(song.content_hash, result, self._network)
                progress.advance(1)
        return heard
