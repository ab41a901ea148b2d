"""Several tables of songs made one, in which every song stands once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.domain.text_column import TextColumn
from core.domain.track_table import UNKNOWN, UNKNOWN_YEAR, TrackTable

_YEAR_AFTER_ALL = np.iinfo(np.int16).max


@dataclass(frozen=True, slots=True)
class _Groups:
    """Which of r rows are one song. of: (r,), the group of each row; first: (n,), the first row of
    each group, rising, so that groups keep the order in which their songs came.
    """  # noqa: D205 - one sentence

    of: NDArray[np.int64]
    first: NDArray[np.int64]

    @classmethod
    def by(cls, keys: NDArray[np.uint64]) -> _Groups:
        _, first, of = np.unique(keys, return_index=True, return_inverse=True)
        order = np.argsort(first)
        rank = np.empty(len(order), np.int64)
        rank[order] = np.arange(len(order))
        return cls(rank[of], first[order])

    def mean(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        """The mean of what is known in each group, NaN where nothing is; values (r,)."""
        known = ~np.isnan(values)
        count = np.bincount(self.of[known], minlength=len(self.first))
        total = np.bincount(self.of[known], values[known], minlength=len(self.first))
        mean = np.full(len(self.first), np.nan, np.float32)
        np.divide(total, count, out=mean, where=count > 0, casting="same_kind")
        return mean

    def told(self, codes: NDArray[Any]) -> NDArray[Any]:
        """The first code in each group that is not UNKNOWN; codes (r,)."""
        rows = np.flatnonzero(codes != UNKNOWN)[::-1]
        told = np.full(len(self.first), UNKNOWN, codes.dtype)
        told[self.of[rows]] = codes[rows]  # of several the last one written stays: the first row's
        return told


def merged(tables: Sequence[TrackTable]) -> TrackTable:
    """All songs of the tables, in order of arrival, spellings of one song made one.

    A song has its first spelling, the mean of the numbers told of it, the earliest year, since
    later ones are those of new editions, every id, and of everything else what was told first.
    """
    groups = _Groups.by(_joined([table.song_key for table in tables], np.uint64))
    genres, genre = _shared_words([(table.genres, table.genre) for table in tables])
    languages, language = _shared_words([(table.languages, table.language) for table in tables])
    artists = _shared_artists(tables, groups)
    years = _joined([table.year for table in tables], np.int16)
    year = np.full(len(groups.first), _YEAR_AFTER_ALL, np.int16)
    np.minimum.at(year, groups.of, np.where(years == UNKNOWN_YEAR, _YEAR_AFTER_ALL, years))
    year[year == _YEAR_AFTER_ALL] = UNKNOWN_YEAR
    sound = np.concatenate([TrackTable.of(()).sound, *[table.sound for table in tables]], axis=1)

    def mean(name: str) -> NDArray[np.float32]:
        return groups.mean(_joined([getattr(table, name) for table in tables], np.float32))

    return TrackTable(
        valence=mean("valence"),
        arousal=mean("arousal"),
        dominance=mean("dominance"),
        spread=mean("spread"),
        popularity=mean("popularity"),
        sound=np.stack([groups.mean(feature) for feature in sound]),
        year=year,
        genre=groups.told(genre),
        language=groups.told(language),
        mood=groups.told(_joined([table.mood for table in tables], np.int8)),
        song_key=_joined([table.song_key for table in tables], np.uint64)[groups.first],
        genres=genres,
        languages=languages,
        lead_artist=artists.lead,
        artist_starts=artists.starts,
        artist_codes=artists.codes,
        artist_keys=artists.keys,
        artist_names=artists.names,
        titles=_stacked([table.titles for table in tables]).take(groups.first),
        ids=_all_ids(_stacked([table.ids for table in tables]), groups),
    )


@dataclass(frozen=True, slots=True)
class _Artists:
    """Those columns of a table that name artists."""

    keys: NDArray[np.uint64]
    names: TextColumn
    starts: NDArray[np.int64]
    codes: NDArray[np.int32]
    lead: NDArray[np.int32]


def _shared_artists(tables: Sequence[TrackTable], groups: _Groups) -> _Artists:
    """The artists of the first row of each group, with one code for each in all tables."""
    keys = _joined([table.artist_keys for table in tables], np.uint64)
    credited = _joined([table.artist_keys[table.artist_codes] for table in tables], np.uint64)
    lengths = _joined([np.diff(table.artist_starts) for table in tables], np.int64)
    begins = np.cumsum(lengths) - lengths
    kept = lengths[groups.first]
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(kept)])
    within = np.arange(starts[-1]) - np.repeat(starts[:-1], kept)
    shown = credited[np.repeat(begins[groups.first], kept) + within]
    known, codes = np.unique(shown, return_inverse=True)
    # np.unique tells where each key comes first: that spelling is kept
    every, at = np.unique(keys, return_index=True)
    names = _stacked([table.artist_names for table in tables])
    lead = np.full(len(kept), UNKNOWN, np.int32)
    lead[kept > 0] = codes[starts[:-1][kept > 0]]
    return _Artists(
        keys=known,
        names=names.take(at[np.searchsorted(every, known)]),
        starts=starts,
        codes=codes.astype(np.int32),
        lead=lead,
    )


def _shared_words(
    parts: Sequence[tuple[tuple[str, ...], NDArray[np.int16]]],
) -> tuple[tuple[str, ...], NDArray[np.int16]]:
    """One vocabulary for all tables, and every code in terms of it."""
    words = dict.fromkeys(word for vocabulary, _ in parts for word in vocabulary)
    room = np.iinfo(np.int16).max
    code_of = {word: code for code, word in enumerate(list(words)[:room])}
    codes = [
        # the extra place at the end is where UNKNOWN points to
        np.array([*(code_of.get(word, UNKNOWN) for word in vocabulary), UNKNOWN], np.int16)[column]
        for vocabulary, column in parts
    ]
    return tuple(code_of), _joined(codes, np.int16)


def _all_ids(ids: TextColumn, groups: _Groups) -> TextColumn:
    """The ids of each group; of two for one service the first."""
    known = np.diff(ids.starts) > 0
    first = np.zeros(len(known), np.bool_)
    first[groups.first] = True
    further: dict[int, list[int]] = {}
    for row in np.flatnonzero(known & ~first):
        further.setdefault(int(groups.of[row]), []).append(int(row))
    texts = [ids[int(row)] for row in groups.first]
    for group, rows in further.items():
        words = [
            word for text in (texts[group], *(ids[row] for row in rows)) for word in text.split()
        ]
        by_kind = {word.split(":", 1)[0]: word for word in reversed(words)}
        texts[group] = " ".join(sorted(by_kind.values()))
    return TextColumn.of(texts)


def _stacked(columns: Sequence[TextColumn]) -> TextColumn:
    letters = _joined([column.letters for column in columns], np.uint8)
    offsets = np.cumsum([0, *(len(column.letters) for column in columns)])
    starts = [column.starts[:-1] + offset for column, offset in zip(columns, offsets, strict=False)]
    return TextColumn(letters, _joined([*starts, offsets[-1:]], np.int64))


def _joined(parts: Sequence[NDArray[Any]], dtype: type[np.generic]) -> NDArray[Any]:
    return np.concatenate([np.empty(0, dtype), *parts])
