"""Finding songs of a table by title or id, by binary search and without loading anything first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.domain.song_text import title_keys
from core.domain.track_table import TrackTable, text_hash


@dataclass(frozen=True, slots=True, eq=False)
class SongIndex:
    """Which rows of a table go by which name.

    names: (k,) uint64, rising, the text_hash of each name; rows: (k,) int32, a row for each.
    """

    names: NDArray[np.uint64]
    rows: NDArray[np.int32]

    @classmethod
    def of(cls, table: TrackTable) -> SongIndex:
        """The names of all songs of a table: keys of their titles, and ids."""
        named = [
            (text_hash(name), row)
            for row in range(len(table))
            for name in (*map(_titled, title_keys(table.titles[row])), *table.ids[row].split())
        ]
        names = np.fromiter((name for name, _ in named), np.uint64, len(named))
        return cls._sorted(names, np.fromiter((row for _, row in named), np.int32, len(named)))

    @classmethod
    def joined(cls, parts: Iterable[tuple[TrackTable, SongIndex]], table: TrackTable) -> SongIndex:
        """The index of the table that these tables were merged to, with every name of theirs."""
        order = np.argsort(table.song_key)
        keys = table.song_key[order]
        moved = [
            (index.names, order[np.searchsorted(keys, part.song_key)][index.rows])
            for part, index in parts
        ]
        names = np.concatenate([np.empty(0, np.uint64), *(names for names, _ in moved)])
        rows = np.concatenate([np.empty(0, np.int32), *(rows for _, rows in moved)])
        return cls._sorted(names, rows.astype(np.int32))

    @classmethod
    def _sorted(cls, names: NDArray[np.uint64], rows: NDArray[np.int32]) -> SongIndex:
        order = np.lexsort((rows, names))
        names, rows = names[order], rows[order]
        again = np.zeros(len(names), np.bool_)
        again[1:] = (names[1:] == names[:-1]) & (rows[1:] == rows[:-1])
        return cls(names[~again], rows[~again])

    def titled(self, key: str) -> Sequence[int]:
        """Rows of the songs whose title has this key of ``title_keys``, rising."""
        return self._named(_titled(key))

    def with_id(self, kind: str, known: str) -> Sequence[int]:
        """Rows of the songs with that id; kind: a service, or ISRC."""
        return self._named(f"{kind}:{known}")

    def _named(self, name: str) -> Sequence[int]:
        wanted = np.uint64(text_hash(name))
        first = int(np.searchsorted(self.names, wanted, side="left"))
        last = int(np.searchsorted(self.names, wanted, side="right"))
        return [int(row) for row in self.rows[first:last]]


def _titled(key: str) -> str:
    # no id has a blank in it, so no id can be taken for a title
    return f"title {key}"
