"""The library in SQLite, as recommendations and its owner see it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Collection, Sequence
from pathlib import Path

from core.domain.affect import Affect
from core.domain.errors import ConversationError, ErrorCode, MoodmixError, OperationError
from core.domain.library import LibrarySize, LostPath, PlayableSong
from core.domain.music_reading import MusicReading
from core.domain.track import RatedTrack
from core.storage.columns import as_text
from core.storage.database import Database, Run
from core.storage.library_columns import (
    below,
    read_failure,
    read_path,
    read_reading,
    read_song,
    title_columns,
)
from core.storage.migrations import migrate
from core.storage.song_file import read_song_file
from core.storage.vault import Vault

PAGE = 200
"""Rows held in memory at once."""

LOAD_LIMIT_S = 30.0
"""How long a disk may take to hand out a song."""

_SONGS = (
    "SELECT number, title, artists, year, genre, valence, arousal, min(path)"
    " FROM library_song JOIN library_file USING (content_hash)"
    " WHERE failure IS NULL"
)
_EACH_ONCE = "GROUP BY number"
_KEYS = "(SELECT value FROM json_each(?1))"


class SqliteLibrary:
    """Songs and files of the library; see ``Library`` and ``TitledSongs`` of core.ports.library.

    Every method raises OperationError (BUSY, TIMED_OUT, DATABASE_UNUSABLE) where SQLite cannot.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    async def open(cls, path: Path, vault: Vault) -> SqliteLibrary:
        """Bring the database up to date and connect; raises what ``migrate`` raises."""
        await migrate(path, vault)
        return cls(await Database.open(path))

    async def close(self) -> None:
        """Finish the transaction under way and close the file; twice is fine."""
        await self._database.close()

    async def near(self, target: Affect, most: int) -> Sequence[RatedTrack]:
        """The songs nearest to ``target``, nearest first, each with one of its files."""
        rows = await self._database.read(
            f"{_SONGS} {_EACH_ONCE} ORDER BY (valence - ?1) * (valence - ?1)"
            " + (arousal - ?2) * (arousal - ?2), number LIMIT ?3",
            float(target.valence),
            float(target.arousal),
            most,
        )
        return [read_song(row) for row in rows]

    async def titled(self, keys: Collection[str], most: int) -> Sequence[RatedTrack]:
        """At most ``most`` songs with one of these title keys, the oldest first, each once."""
        await self._fill_in_keys()
        rows = await self._database.read(
            f"{_SONGS} AND (title_key IN {_KEYS} OR bare_key IN {_KEYS})"
            f" {_EACH_ONCE} ORDER BY number LIMIT ?2",
            json.dumps([as_text(key) for key in keys]),
            most,
        )
        return [read_song(row) for row in rows]

    async def reading_of(self, number: int) -> MusicReading | None:
        """All that was heard in the song of that number; None where there is none (any more)."""
        rows = await self._database.read(
            "SELECT reading FROM library_song WHERE number = ?", number
        )
        return read_reading(rows[0][0]) if rows else None

    async def load(self, number: int, limit_bytes: int) -> PlayableSong:
        """The song of that number with its bytes, from the first of its files that still is it.

        Raises ConversationError (SONG_FILE_GONE) and OperationError (SONG_FILE_TOO_LARGE,
        SONG_FILE_UNREADABLE, TIMED_OUT).
        """
        rows = await self._database.read(
            "SELECT content_hash, duration_s, number, title, artists, year, genre, valence,"
            " arousal, path FROM library_song JOIN library_file USING (content_hash)"
            " WHERE number = ? AND failure IS NULL ORDER BY path",
            number,
        )
        failure: MoodmixError = ConversationError(ErrorCode.SONG_FILE_GONE)
        for content_hash, duration_s, *song in rows:
            path = read_path(song[-1])
            try:
                async with asyncio.timeout(LOAD_LIMIT_S):
                    data = await asyncio.to_thread(read_song_file, path, content_hash, limit_bytes)
            except TimeoutError as error:
                raise OperationError(ErrorCode.TIMED_OUT) from error
            except MoodmixError as error:
                failure = error
            else:
                track = read_song(tuple(song)).track
                return PlayableSong(track, data, path.suffix.lower(), duration_s)
        raise failure

    async def songs(self) -> AsyncIterator[RatedTrack]:
        """Every song with one of its files, in the order of paths."""
        last = b""
        while rows := await self._database.read(
            f"{_SONGS} {_EACH_ONCE} HAVING min(path) > ? ORDER BY min(path) LIMIT ?", last, PAGE
        ):
            for row in rows:
                yield read_song(row)
            last = rows[-1][-1]

    async def lost(self, folder: Path) -> Sequence[LostPath]:
        """What cannot be used of ``folder``, in the order of paths."""
        rows = await self._database.read(
            "SELECT path, failure FROM library_file WHERE failure IS NOT NULL"
            " AND (path = ? OR path >= ? AND path < ?) ORDER BY path",
            *below(folder),
        )
        return [LostPath(read_path(path), read_failure(failure)) for path, failure in rows]

    async def size(self) -> LibrarySize:
        """How much there is, all at one moment."""
        rows = await self._database.read(
            "SELECT (SELECT count(*) FROM library_song),"
            " (SELECT count(*) FROM library_file WHERE failure IS NULL),"
            " (SELECT count(*) FROM library_file WHERE failure IS NOT NULL),"
            " (SELECT total(duration_s) FROM library_song)"
        )
        return LibrarySize(*rows[0])

    async def forget(self, place: Path) -> int:
        """Forget a file, or everything below a folder; returns how many files that were."""
        async with self._database.transaction() as run:
            gone = await run(
                "DELETE FROM library_file WHERE path = ? OR path >= ? AND path < ? RETURNING 1",
                *below(place),
            )
            await drop_songs_without_files(run)
        return len(gone)

    async def _fill_in_keys(self) -> None:
        """Give songs that were scanned before there were title keys theirs, a page at a time."""
        while rows := await self._database.read(
            "SELECT number, title FROM library_song WHERE title_key IS NULL LIMIT ?", PAGE
        ):
            async with self._database.transaction() as run:
                for number, title in rows:
                    await run(
                        "UPDATE library_song SET title_key = ?, bare_key = ? WHERE number = ?",
                        *title_columns(title),
                        number,
                    )


async def drop_songs_without_files(run: Run) -> None:
    """Forget songs of which no file is known any more; part of a transaction."""
    await run(
        "DELETE FROM library_song"
        " WHERE content_hash NOT IN (SELECT content_hash FROM library_file"
        " WHERE content_hash IS NOT NULL)"
    )
