"""A library on disk: files as a scan finds them, heard to feel as a test wants it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from core.domain.affect import Affect
from core.domain.library import UnheardSong
from core.inference.content_hash import content_hash
from core.services.scan_library import LibraryScanner
from core.storage.library_index import SqliteLibraryIndex
from core.storage.song_folder import DiskFolder
from core.storage.sqlite_library import SqliteLibrary
from tests.fakes.library_parts import InlineCrew, NoProgress, heard_song


@asynccontextmanager
async def library_of(folder: Path, database: Path, affect: Affect) -> AsyncIterator[SqliteLibrary]:
    """The scanned folder. Songs bear their files' names, last a minute and feel alike.

    Each is by an artist of its own.
    """

    def now() -> datetime:
        return datetime.now(UTC)

    library = await SqliteLibrary.open(database)
    index = await SqliteLibraryIndex.open(database, now)
    try:
        listeners = InlineCrew[UnheardSong, object](
            lambda song: heard_song(song.path.stem, affect, f"The {song.path.stem}s")
        )
        crews = InlineCrew(content_hash), listeners
        await LibraryScanner(DiskFolder(), index, *crews, "network", now).scan(folder, NoProgress())
        yield library
    finally:
        await index.close()
        await library.close()
