"""A library on disk: files as a scan finds them, heard to feel as a test wants it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

from core.domain.affect import Affect
from core.domain.library import HeardSong, UnheardSong
from core.inference.content_hash import content_hash
from core.services.scan_library import LibraryScanner
from core.storage.library_index import SqliteLibraryIndex
from core.storage.song_folder import DiskFolder
from core.storage.sqlite_library import SqliteLibrary
from tests.fakes.library_parts import InlineCrew, NoProgress, heard_song
from tests.fakes.vaults import VAULT


@asynccontextmanager
async def library_of(
    folder: Path, database: Path, affects: Sequence[Affect]
) -> AsyncIterator[SqliteLibrary]:
    """The scanned folder: rock of 1976, a minute each, under the files' names.

    Each is by an artist of its own; how they feel is given out in the order of the names.
    """
    names = sorted(path.stem for path in folder.iterdir())  # noqa: ASYNC240 - a handful
    feels = dict(zip(names, cycle(affects), strict=False))

    def hear(song: UnheardSong) -> HeardSong:
        name = song.path.stem
        heard = heard_song(name, feels[name], f"The {name}s")
        return replace(heard, tags=replace(heard.tags, year=1976, genre="rock"))

    def now() -> datetime:
        return datetime.now(UTC)

    library = await SqliteLibrary.open(database, VAULT)
    index = await SqliteLibraryIndex.open(database, VAULT, now)
    try:
        listeners = InlineCrew[UnheardSong, object](hear)
        crews = InlineCrew(content_hash), listeners
        await LibraryScanner(DiskFolder(), index, *crews, "network", now).scan(folder, NoProgress())
        yield library
    finally:
        await index.close()
        await library.close()
