"""Choosing a list from the best tracks: no song and no artist twice, and not all alike.

Maximal marginal relevance: Carbonell and Goldstein, "The Use of MMR, Diversity-Based Reranking for
Reordering Documents and Producing Summaries" (1998).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from core.domain.track_table import UNKNOWN, UNKNOWN_YEAR, TrackTable
from core.services.ranking.search import Found
from core.services.ranking.terms import Floats

_GENRE_ALIKE, _DECADE_ALIKE, _PLACE_ALIKE = 0.5, 0.25, 0.25
"""Shares of how alike two tracks are: same genre, same decade, same place on the plane."""

_SAME_PLACE = 0.15
"""Distance on the plane, a Gaussian's sigma, at which two tracks still feel the same."""


_LAST = np.float32(100.0)
"""More than any score: puts what the person was given lately behind everything else."""


class Entry(NamedTuple):
    """A row of a table, both by number."""

    table: int
    row: int


@dataclass(frozen=True, slots=True, eq=False)
class Pool:
    """The m best tracks for one place in a list, best first; every array is (m,).

    tables: which table, by number; genres: numbers that mean the same in every table, UNKNOWN where
    nobody told; complete: there are no others.
    """

    tables: NDArray[np.int64]
    rows: NDArray[np.int64]
    scores: Floats
    songs: NDArray[np.uint64]
    valence: Floats
    arousal: Floats
    genres: NDArray[np.int64]
    decades: NDArray[np.int64]

    @classmethod
    def of(
        cls,
        tables: Sequence[TrackTable],
        found: Sequence[Found],
        genres: Sequence[NDArray[np.int64]],
        left_out: Collection[int],
        repeated: Collection[int],
    ) -> Self:
        """Join what was found in each table.

        genres: of each table, a number that means the same in every table for each of its codes,
        see number_genres; left_out: song keys that are not to be in it; repeated: song keys that
        come last. Of a song in several tables the entry of the first counts.
        """
        parts = [
            (
                np.full(len(rows), number),
                rows,
                scores,
                table.song_key[rows],
                table.valence[rows],
                table.arousal[rows],
                genres[number][table.genre[rows]],
                table.year[rows].astype(np.int64) // 10,
            )
            for number, (table, (rows, scores)) in enumerate(zip(tables, found, strict=True))
        ]
        joined = cls(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))
        joined.scores[joined._are(repeated)] -= _LAST
        order = np.lexsort((joined.rows, joined.tables, -joined.scores))
        kept = joined._at(order[~joined._are(left_out)[order]])
        return kept.first_entries() if len(tables) > 1 else kept

    def first_entries(self) -> Self:
        """Without the entries of songs that an earlier table has as well."""
        first: dict[int, int] = {}
        entries = list(zip(self.songs.tolist(), self.tables.tolist(), strict=True))
        for song, table in entries:
            first[song] = min(table, first.get(song, table))
        kept = [place for place, (song, table) in enumerate(entries) if first[song] == table]
        return self._at(np.array(kept, np.int64))

    def _are(self, songs: Collection[int]) -> NDArray[np.bool_]:
        """Which of them are among these songs."""
        if not songs:
            return np.zeros(len(self.songs), np.bool_)
        return np.isin(self.songs, np.array(list(songs), np.uint64))

    def _at(self, places: NDArray[np.int64]) -> Self:
        columns: list[Any] = [getattr(self, field.name)[places] for field in fields(self)]
        return type(self)(*columns)


def choose(
    pools: Sequence[Pool], tables: Sequence[TrackTable], likeness_weight: float
) -> list[tuple[int, Entry]]:
    """One track for each place that one can be found for, with the number of the place.

    The last place is filled first, because that is where a list leads. pools: one for each place;
    likeness_weight: what is taken off the score of a track that is just like one already chosen.
    """
    chosen: list[tuple[int, Entry]] = []
    picks: list[tuple[Pool, int]] = []
    artists: set[int] = set()
    for number, pool in reversed(list(enumerate(pools))):
        worth = pool.scores.astype(np.float64)
        if picks:
            alike = np.max([_likeness(pool, *pick) for pick in picks], axis=0)
            worth -= likeness_weight * alike
            worth[np.isin(pool.songs, [other.songs[place] for other, place in picks])] = -np.inf
        for place in np.argsort(-worth, kind="stable"):
            if worth[place] == -np.inf:
                break
            entry = Entry(int(pool.tables[place]), int(pool.rows[place]))
            credited = _artists_of(tables[entry.table], entry.row)
            if credited.isdisjoint(artists):
                chosen.append((number, entry))
                picks.append((pool, int(place)))
                artists |= credited
                break
    return chosen


def _likeness(pool: Pool, other: Pool, place: int) -> NDArray[np.float64]:
    """How alike each track of a pool is to one of another, from 0 to 1."""
    genre, decade = other.genres[place], other.decades[place]
    same_genre = (pool.genres == genre) & (genre != UNKNOWN)
    same_decade = (pool.decades == decade) & (decade != UNKNOWN_YEAR)
    gap = pool.valence - other.valence[place], pool.arousal - other.arousal[place]
    same_place = np.exp(-0.5 * (gap[0] ** 2 + gap[1] ** 2) / _SAME_PLACE**2)
    likeness = _GENRE_ALIKE * same_genre + _DECADE_ALIKE * same_decade
    return np.asarray(likeness + _PLACE_ALIKE * same_place, np.float64)


def _artists_of(table: TrackTable, row: int) -> set[int]:
    codes = table.artist_codes[table.artist_starts[row] : table.artist_starts[row + 1]]
    return set(table.artist_keys[codes].tolist())


def number_genres(tables: Sequence[TrackTable]) -> list[NDArray[np.int64]]:
    """For each table the number of each genre code, the same for a genre in every table."""
    numbers: dict[str, int] = {}
    return [
        np.array(
            [*(numbers.setdefault(genre, len(numbers)) for genre in table.genres), UNKNOWN],
            np.int64,
        )
        for table in tables
    ]
