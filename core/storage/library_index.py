"""The bookkeeping of a scan in SQLite, so that a folder of any size needs no memory."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime
from pathlib import Path

from core.domain.errors import MoodmixError
from core.domain.library import Arrivals, Departures, HeardSong, LostPath, SongFile, UnheardSong
from core.storage.columns import as_names, as_text, as_time
from core.storage.database import Database
from core.storage.library_columns import (
    as_failure,
    as_path,
    as_reading,
    below,
    read_path,
    title_columns,
)
from core.storage.migrations import migrate
from core.storage.sqlite_library import PAGE, drop_songs_without_files
from core.storage.vault import Vault

_UNIDENTIFIED = "FROM library_file WHERE seen_at = ? AND content_hash IS NULL AND failure IS NULL"
_UNHEARD = (
    "FROM library_file AS file LEFT JOIN library_song AS song USING (content_hash)"
    " WHERE seen_at = ?1 AND (network IS NULL OR network <> ?2)"
    " AND (failure IS NULL OR failed_by <> ?2)"
)


class SqliteLibraryIndex:
    """What is known about files; see ``core.ports.library.LibraryIndex`` for the promises.

    Every method raises OperationError (BUSY, TIMED_OUT, DATABASE_UNUSABLE) where SQLite cannot.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    @classmethod
    async def open(
        cls, path: Path, vault: Vault, clock: Callable[[], datetime]
    ) -> SqliteLibraryIndex:
        """Bring the database up to date and connect; raises what ``migrate`` raises."""
        await migrate(path, vault)
        return cls(await Database.open(path), clock)

    async def close(self) -> None:
        """Finish the transaction under way and close the file; twice is fine."""
        await self._database.close()

    async def note_files(self, files: Sequence[SongFile], scan: datetime) -> Arrivals:
        """Remember that these are there; what is known of unchanged ones stays."""
        new = changed = 0
        async with self._database.transaction() as run:
            for file in files:
                path, looks = as_path(file.path), (file.size_bytes, file.modified_ns)
                known = await run(
                    "SELECT size_bytes, modified_ns FROM library_file WHERE path = ?", path
                )
                if known == [looks]:
                    await run(
                        "UPDATE library_file SET seen_at = ?,"
                        " failure = iif(failed_by IS NULL, NULL, failure) WHERE path = ?",
                        as_time(scan),
                        path,
                    )
                    continue
                new, changed = new + (not known), changed + bool(known)
                await run(
                    "INSERT INTO library_file (path, size_bytes, modified_ns, added_at, seen_at)"
                    " VALUES (?1, ?2, ?3, ?4, ?4) ON CONFLICT (path) DO UPDATE"
                    " SET size_bytes = ?2, modified_ns = ?3, seen_at = ?4,"
                    " content_hash = NULL, failure = NULL, failed_by = NULL",
                    path,
                    *looks,
                    as_time(scan),
                )
        return Arrivals(new, changed)

    async def note_lost(self, place: LostPath, scan: datetime) -> None:
        """Remember what cannot be looked at; all that is known below such a folder stays."""
        async with self._database.transaction() as run:
            await run(
                "INSERT INTO library_file (path, added_at, seen_at, failure)"
                " VALUES (?1, ?2, ?2, ?3)"
                " ON CONFLICT (path) DO UPDATE SET failure = ?3, failed_by = NULL",
                as_path(place.path),
                as_time(scan),
                as_failure(place.error),
            )
            await run(
                "UPDATE library_file SET seen_at = ? WHERE path = ? OR path >= ? AND path < ?",
                as_time(scan),
                *below(place.path),
            )

    async def count_unidentified(self, scan: datetime) -> int:
        """How many files have a content that is not known."""
        rows = await self._database.read(f"SELECT count(*) {_UNIDENTIFIED}", as_time(scan))
        return int(rows[0][0])

    async def unidentified(self, scan: datetime) -> AsyncIterator[Path]:
        """Those files, in the order of paths."""
        last = b""
        while rows := await self._database.read(
            f"SELECT path {_UNIDENTIFIED} AND path > ? ORDER BY path LIMIT ?",
            as_time(scan),
            last,
            PAGE,
        ):
            for (path,) in rows:
                yield read_path(path)
            last = rows[-1][0]

    async def note_contents(self, contents: Sequence[tuple[Path, str | MoodmixError]]) -> None:
        """Remember the hashes of files, or why they cannot be read; that is tried again."""
        async with self._database.transaction() as run:
            for path, content in contents:
                await run(
                    "UPDATE library_file SET content_hash = ?, failure = ? WHERE path = ?",
                    content if isinstance(content, str) else None,
                    None if isinstance(content, str) else as_failure(content),
                    as_path(path),
                )

    async def count_unheard(self, scan: datetime, network: str) -> int:
        """How many different songs this network has not listened to."""
        rows = await self._database.read(
            f"SELECT count(DISTINCT content_hash) {_UNHEARD}", as_time(scan), network
        )
        return int(rows[0][0])

    async def unheard(self, scan: datetime, network: str) -> AsyncIterator[UnheardSong]:
        """Those songs, copies once, in the order of their hashes."""
        last = ""
        while rows := await self._database.read(
            f"SELECT content_hash, min(path) {_UNHEARD} AND content_hash > ?3"
            " GROUP BY content_hash ORDER BY content_hash LIMIT ?4",
            as_time(scan),
            network,
            last,
            PAGE,
        ):
            for content_hash, path in rows:
                yield UnheardSong(read_path(path), content_hash)
            last = rows[-1][0]

    async def note_heard(self, content_hash: str, heard: HeardSong, network: str) -> None:
        """Put a song into the library; its number stays where it is heard again."""
        tags, reading = heard.tags, heard.reading
        async with self._database.transaction() as run:
            await run(
                "INSERT INTO library_song (content_hash, title, artists, album, year, genre,"
                " duration_s, network, valence, arousal, reading, analysed_at, title_key, bare_key)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (content_hash) DO UPDATE SET network = excluded.network,"
                " valence = excluded.valence, arousal = excluded.arousal,"
                " reading = excluded.reading, analysed_at = excluded.analysed_at",
                content_hash,
                as_text(tags.title),
                as_names(tags.artists),
                _as_text(tags.album),
                tags.year,
                _as_text(tags.genre),
                tags.duration_s,
                network,
                float(reading.affect.valence),
                float(reading.affect.arousal),
                as_reading(reading),
                as_time(self._clock()),
                *title_columns(tags.title),
            )
            await run(
                "UPDATE library_file SET failure = NULL, failed_by = NULL WHERE content_hash = ?",
                content_hash,
            )

    async def note_failure(self, content_hash: str, error: MoodmixError, network: str) -> None:
        """Remember that this network cannot listen to that content."""
        async with self._database.transaction() as run:
            await run(
                "UPDATE library_file SET failure = ?, failed_by = ? WHERE content_hash = ?",
                as_failure(error),
                network,
                content_hash,
            )

    async def sweep(self, folder: Path, scan: datetime) -> Departures:
        """Forget files below ``folder`` that this scan did not come across, and lone songs."""
        async with self._database.transaction() as run:
            gone = await run(
                "SELECT EXISTS (SELECT 1 FROM library_file AS now"
                " WHERE now.content_hash = old.content_hash AND now.added_at > old.seen_at)"
                " FROM library_file AS old WHERE size_bytes IS NOT NULL AND seen_at < ?"
                " AND (path = ? OR path >= ? AND path < ?)",
                as_time(scan),
                *below(folder),
            )
            await run(
                "DELETE FROM library_file WHERE seen_at < ?"
                " AND (path = ? OR path >= ? AND path < ?)",
                as_time(scan),
                *below(folder),
            )
            await drop_songs_without_files(run)
        moved = sum(elsewhere for (elsewhere,) in gone)
        return Departures(moved, len(gone) - moved)


def _as_text(text: str | None) -> str | None:
    return None if text is None else as_text(text)
