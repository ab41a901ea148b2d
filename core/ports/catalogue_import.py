"""Where catalogue files are read from, and where their songs are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from core.domain.catalogue_import import CatalogueFile, Imported, IndexedSongs, Shelf

Progress = Callable[[int], None]
"""Hears how many bytes of a file have been read so far."""


class CatalogueReader(Protocol):
    """Reads catalogue files of every known layout."""

    def content_hash(self, path: Path) -> str:
        """SHA-256 of the file, in hexadecimal; raises OperationError where it cannot be read."""
        ...

    def read(self, path: Path, progress: Progress) -> CatalogueFile:
        """All songs of a file; raises OperationError where it is no catalogue or cannot be read."""
        ...


class ImportShelf(Protocol):
    """Keeps imported songs. A change is seen as a whole or not at all."""

    def open(self) -> Shelf:
        """Everything as it is now, mapped into memory; raises OperationError."""
        ...

    def songs_of(self, imported: Imported) -> IndexedSongs:
        """The songs of one import; raises OperationError."""
        ...

    def put(
        self,
        before: Shelf,
        imports: Sequence[Imported],
        fresh: Mapping[str, IndexedSongs],
        songs: IndexedSongs,
    ) -> Shelf:
        """Keep these imports from now on; those named in ``fresh`` have these songs.

        Raises OperationError: IMPORTS_CHANGED where the shelf is not as it was ``before``.
        """
        ...
