"""Imported songs on disk: a folder per import, and one for each version of all of them together.

A version is written elsewhere and put in place by one rename, which fails where somebody else was
quicker. Whatever interrupts a change, the last version stays whole; what it leaves lying about is
swept away by the next one.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np

from core.domain.catalogue_import import CatalogueLayout, Imported, IndexedSongs, Shelf
from core.domain.errors import ErrorCode, OperationError
from core.domain.song_index import SongIndex
from core.domain.track import Track
from core.domain.track_table import TrackTable, song_hash
from core.storage.flush import flush
from core.storage.table_folder import open_table, save_table

_LAYOUT = 1
"""Of the files in these folders."""

_SAMPLE = (
    Track("(I Can't Get No) Satisfaction - Remastered 2002", ("The Rolling Stones",)),
    Track("Uptown Funk (feat. Bruno Mars) [Official Video]", ("Mark Ronson", "Bruno Mars")),
    Track(
        "Another Brick in the Wall, Pt. 2 / Dziwny jest ten \u015bwiat (Live)", ("P!nk & K\u00f6",)
    ),
    Track(
        "\u591c\u306b\u99c6\u3051\u308b \u2013 \u06af\u0644 \u06cc\u062e (Acoustic Version)",
        ("A$AP - Topic",),
    ),
)
"""Songs whose keys change where the rules for comparing spellings do."""

_LIST_FILE = "imports.json"
_NAMES_FILE, _ROWS_FILE = "index.names.npy", "index.rows.npy"


class FolderShelf:
    """The shelf in one folder, which need not exist yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._parts = folder / "imports"
        self._versions = folder / "versions"

    def open(self) -> Shelf:
        """Everything as it is now, mapped into memory; raises OperationError (IMPORTS_DAMAGED)."""
        while True:
            version = self._latest()
            if not version:
                return Shelf(0, (), IndexedSongs.of(TrackTable.of(())))
            try:
                place = self._versions / str(version)
                return Shelf(version, self._read_list(place), self._read_songs(place))
            except OperationError:
                if version == self._latest():  # else it was swept away under our hands
                    raise

    def songs_of(self, imported: Imported) -> IndexedSongs:
        """The songs of one import; raises OperationError (IMPORTS_DAMAGED)."""
        return self._read_songs(self._parts / _folder_name(imported))

    def put(
        self,
        before: Shelf,
        imports: Sequence[Imported],
        fresh: Mapping[str, IndexedSongs],
        songs: IndexedSongs,
    ) -> Shelf:
        """Keep these imports from now on; those named in ``fresh`` have these songs.

        Raises OperationError: IMPORTS_CHANGED where the shelf is not as it was ``before``,
        FILE_NOT_WRITABLE.
        """
        version = before.version + 1
        names = [_folder_name(imported) for imported in imports]
        with self._explained():
            self._versions.mkdir(parents=True, exist_ok=True)
            self._parts.mkdir(exist_ok=True)
            litter = [
                *(place for place in self._parts.iterdir() if place.name not in names),
                *self._versions.iterdir(),
            ]
            for imported, name in zip(imports, names, strict=True):
                if imported.name in fresh:
                    _write_songs(fresh[imported.name], self._parts / name)
            new = self._versions / f"new-{uuid4().hex}"
            _write_songs(songs, new)
            _write_flushed(new / _LIST_FILE, _as_json(imports))
            try:
                new.rename(self._versions / str(version))
            except OSError as error:
                shutil.rmtree(new, ignore_errors=True)
                if (self._versions / str(version)).exists():
                    raise OperationError(ErrorCode.IMPORTS_CHANGED) from error
                raise
            flush(self._versions)
        if self._latest() != version:
            raise OperationError(ErrorCode.IMPORTS_CHANGED)
        for place in litter:  # on Windows a running bot keeps its version open: the next one's task
            shutil.rmtree(place, ignore_errors=True)
        return Shelf(version, tuple(imports), songs)

    def _latest(self) -> int:
        """The number of the newest version, 0 where nothing was ever imported."""
        if not self._versions.is_dir():
            return 0
        numbers = (place.name for place in self._versions.iterdir())
        return max((int(number) for number in numbers if number.isdecimal()), default=0)

    def _read_list(self, place: Path) -> tuple[Imported, ...]:
        try:
            kept = json.loads((place / _LIST_FILE).read_text(encoding="utf-8"))
            if (kept["layout"], kept["keys"]) != (_LAYOUT, _keys_of_sample()):
                raise self._damaged("another version of moodmix wrote them")
            return tuple(_imported(entry) for entry in kept["imports"])
        except OSError as error:
            raise self._damaged(error.strerror or "unknown") from error
        except (ValueError, KeyError, TypeError) as error:
            raise self._damaged(f"the list of imports is damaged ({error})") from error

    def _read_songs(self, place: Path) -> IndexedSongs:
        try:
            table = open_table(place)
            names = np.load(place / _NAMES_FILE, mmap_mode="r", allow_pickle=False)
            rows = np.load(place / _ROWS_FILE, mmap_mode="r", allow_pickle=False)
        except OperationError as error:
            raise self._damaged(str(error.params["reason"])) from error
        except (OSError, ValueError, EOFError) as error:
            raise self._damaged(f"the index is damaged ({error})") from error
        return IndexedSongs(table, SongIndex(names, rows))

    def _damaged(self, reason: str) -> OperationError:
        return OperationError(ErrorCode.IMPORTS_DAMAGED, folder=str(self._folder), reason=reason)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OperationError(
                ErrorCode.FILE_NOT_WRITABLE,
                path=str(self._folder),
                reason=error.strerror or "unknown",
            ) from error


def _folder_name(imported: Imported) -> str:
    """Differs for every import, also of the same file."""
    return f"{imported.content_hash[:16]}-{imported.imported_at:%Y%m%d%H%M%S%f}"


def _write_songs(songs: IndexedSongs, place: Path) -> None:
    save_table(songs.table, place)
    np.save(place / _NAMES_FILE, songs.index.names)
    np.save(place / _ROWS_FILE, songs.index.rows)
    for path in place.iterdir():
        flush(path)
    flush(place)


def _write_flushed(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    flush(path)


def _as_json(imports: Sequence[Imported]) -> str:
    entries = [
        {
            "name": imported.name,
            "layout": imported.layout.value,
            "content_hash": imported.content_hash,
            "rows": imported.rows,
            "songs": imported.songs,
            "bad_rows": imported.bad_rows,
            "imported_at": imported.imported_at.isoformat(),
        }
        for imported in imports
    ]
    kept = {"layout": _LAYOUT, "keys": _keys_of_sample(), "imports": entries}
    return json.dumps(kept, indent=1)


def _keys_of_sample() -> list[str]:
    """Tells whether keys that were stored mean what keys made now do."""
    return [f"{song_hash(track):016x}" for track in _SAMPLE]


def _imported(entry: dict[str, Any]) -> Imported:
    return Imported(
        name=entry["name"],
        layout=CatalogueLayout(entry["layout"]),
        content_hash=entry["content_hash"],
        rows=entry["rows"],
        songs=entry["songs"],
        bad_rows=entry["bad_rows"],
        imported_at=datetime.fromisoformat(entry["imported_at"]),
    )
