"""Bringing catalogue files onto the shelf and taking them off again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from core.domain.catalogue_import import (
    ImportChange,
    Imported,
    ImportReport,
    IndexedSongs,
    Shelf,
)
from core.domain.errors import ErrorCode, OperationError
from core.domain.song_index import SongIndex
from core.domain.track_merge import merged
from core.ports.catalogue_import import CatalogueReader, ImportShelf, Progress
from core.services.mood_clusters import with_moods


class CatalogueImporter:
    """Every change reads all imports and leaves one table in which each song stands once."""

    def __init__(
        self, reader: CatalogueReader, shelf: ImportShelf, now: Callable[[], datetime]
    ) -> None:
        self._reader = reader
        self._shelf = shelf
        self._now = now

    def bring(self, path: Path, name: str, progress: Progress) -> ImportReport:
        """Import a file under a name, in place of what was imported under it before.

        A file that is there already, under whatever name, changes nothing. Raises OperationError.
        """
        before = self._shelf.open()
        content_hash = self._reader.content_hash(path)
        for known in before.imports:
            if known.content_hash == content_hash:
                return ImportReport(known, ImportChange.NOTHING, (), len(before.songs.table))
        file = self._reader.read(path, progress)
        imported = Imported(
            name=name,
            layout=file.layout,
            content_hash=content_hash,
            rows=file.rows,
            songs=len(file.songs),
            bad_rows=file.bad_rows,
            imported_at=self._now(),
        )
        others = [known for known in before.imports if known.name != name]
        fresh = {name: IndexedSongs.of(file.songs)}
        after = self._put(before, [*others, imported], fresh)
        change = ImportChange.ADDED if len(others) == len(before.imports) else ImportChange.REPLACED
        return ImportReport(imported, change, file.bad_lines, len(after.songs.table))

    def forget(self, name: str) -> Shelf:
        """Take the songs of one import away; raises OperationError (NOT_IMPORTED)."""
        before = self._shelf.open()
        others = [known for known in before.imports if known.name != name]
        if len(others) == len(before.imports):
            raise OperationError(ErrorCode.NOT_IMPORTED, name=name)
        return self._put(before, others, {})

    def _put(
        self, before: Shelf, imports: Sequence[Imported], fresh: Mapping[str, IndexedSongs]
    ) -> Shelf:
        parts = [
            fresh[known.name] if known.name in fresh else self._shelf.songs_of(known)
            for known in imports
        ]
        table = with_moods(merged([part.table for part in parts]))
        index = SongIndex.joined([(part.table, part.index) for part in parts], table)
        return self._shelf.put(before, imports, fresh, IndexedSongs(table, index))
