"""The music of the person whose machine this is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from bot.settings import Settings
from bot.wiring.places import database_path, open_vault, utc_now
from core.inference.content_hash import prepare_identifier
from core.inference.music.listener import LIMIT_S, network_version, prepare_listener
from core.inference.process_crew import ProcessCrew
from core.services.scan_library import LibraryScanner
from core.storage.library_index import SqliteLibraryIndex
from core.storage.song_folder import DiskFolder
from core.storage.sqlite_library import SqliteLibrary


@asynccontextmanager
async def open_library(settings: Settings) -> AsyncIterator[SqliteLibrary]:
    """The music on this machine."""
    library = await SqliteLibrary.open(database_path(settings), await open_vault(settings))
    try:
        yield library
    finally:
        await library.close()


@asynccontextmanager
async def open_scanner(settings: Settings) -> AsyncIterator[LibraryScanner]:
    """What brings the library up to date, on all cores."""
    async with AsyncExitStack() as stack:
        vault = await open_vault(settings)
        index = await SqliteLibraryIndex.open(database_path(settings), vault, utc_now)
        stack.push_async_callback(index.close)
        identifiers = ProcessCrew(prepare_identifier, LIMIT_S)
        listeners = ProcessCrew(prepare_listener, LIMIT_S)
        yield LibraryScanner(
            DiskFolder(), index, identifiers, listeners, network_version(), utc_now
        )
