"""Catalogue files that somebody brought along: what they are, and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.domain.song_index import SongIndex
from core.domain.track_table import TrackTable


class CatalogueLayout(StrEnum):
    """Which columns a catalogue file has, and on which scales."""

    MOODMIX = "moodmix"
    MUSE = "muse"
    DEEZER = "deezer"
    QUADRANTS = "quadrants"
    SPOTIFY = "spotify"


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no song. number: of the line in the file, from 1; reason: in words."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """What was read of a file. rows: lines that are songs; bad_rows: lines that are none.

    bad_lines: the first of those; songs: spellings of one song made one.
    """

    layout: CatalogueLayout
    songs: TrackTable
    rows: int
    bad_rows: int
    bad_lines: tuple[BadLine, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that was imported. content_hash: SHA-256 of the file, in hexadecimal.

    rows, songs and bad_rows: how many there were, as in CatalogueFile.
    """

    name: str
    layout: CatalogueLayout
    content_hash: str
    rows: int
    songs: int
    bad_rows: int
    imported_at: datetime


@dataclass(frozen=True, slots=True)
class IndexedSongs:
    """Songs, and where to find them by name and id."""

    table: TrackTable
    index: SongIndex

    @classmethod
    def of(cls, table: TrackTable) -> IndexedSongs:
        """The songs of a table, their index built now."""
        return cls(table, SongIndex.of(table))


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that is imported: the files in order of their import, and their songs as one table.

    version: rises with every change.
    """

    version: int
    imports: tuple[Imported, ...]
    songs: IndexedSongs


class ImportChange(StrEnum):
    """What an import changed."""

    ADDED = "added"
    REPLACED = "replaced"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. bad_lines: the first ones; total: different songs on the shelf now."""

    imported: Imported
    change: ImportChange
    bad_lines: Sequence[BadLine]
    total: int
