"""A folder of music, and a scan of it over a real database."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from core.domain.library import HeardSong, ScanReport, UnheardSong
from core.inference.content_hash import content_hash
from core.services.scan_library import LibraryScanner
from core.storage.library_index import SqliteLibraryIndex
from core.storage.song_folder import DiskFolder
from core.storage.sqlite_library import SqliteLibrary
from tests.fakes.library_parts import InlineCrew, Listener, NoProgress
from tests.fakes.vaults import VAULT

Query = Callable[..., list[tuple[Any, ...]]]


class World:
    """One library: scan it, look into it, have another network listen."""

    def __init__(self, folder: Path, index: SqliteLibraryIndex, kept: SqliteLibrary) -> None:
        self.folder = folder
        self.index = index
        self.kept = kept
        self.listener = Listener()
        self.identifiers: InlineCrew[Path, str] = InlineCrew(content_hash)
        self.listeners: InlineCrew[UnheardSong, HeardSong] = InlineCrew(self.listener)
        self.network = "first"
        self.progress = NoProgress()
        self._now = datetime(2026, 11, 21, tzinfo=UTC)

    def clock(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now

    async def scan(self, folder: Path | None = None) -> ScanReport:
        for crew in (self.identifiers, self.listeners):
            crew.tasks.clear()
        scanner = LibraryScanner(
            DiskFolder(), self.index, self.identifiers, self.listeners, self.network, self.clock
        )
        return await scanner.scan(folder or self.folder, self.progress)

    async def songs(self) -> dict[str, int]:
        """Number by path below the folder, one file per song."""
        return {
            str(song.track.file.path.relative_to(self.folder)): song.track.file.number
            async for song in self.kept.songs()
        }

    async def lost(self) -> dict[str, str]:
        """Code by path below the folder."""
        return {
            str(one.path.relative_to(self.folder)): one.error.code.value
            for one in await self.kept.lost(self.folder)
        }


@pytest.fixture
def database_file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "moodmix.sqlite3"


@pytest.fixture
async def world(tmp_path: Path, database_file: Path) -> AsyncIterator[World]:
    folder = tmp_path / "music"
    folder.mkdir()
    kept = await SqliteLibrary.open(database_file, VAULT)
    made = World(folder, None, kept)
    made.index = await SqliteLibraryIndex.open(database_file, VAULT, made.clock)
    yield made
    await made.index.close()
    await kept.close()


@pytest.fixture
def query(database_file: Path) -> Query:
    """Runs one statement on the file through a connection of its own."""

    def run(sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(database_file, timeout=5)) as database, database:
            return database.execute(sql, parameters).fetchall()

    return run
