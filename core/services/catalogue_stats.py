"""What a catalogue holds, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from core.domain.music_reading import MusicMood
from core.domain.track_table import MOODS, UNKNOWN, UNKNOWN_YEAR, TrackTable, counting
from core.services.mood_clusters import with_moods

Word = TypeVar("Word")

GRID = 5
"""Cells of the plane in each direction."""


@dataclass(frozen=True, slots=True, eq=False)
class CatalogueStats:
    """Numbers of songs, each counted once. artists: different lead artists.

    points: (songs, 2) float32, valence and arousal; grid: (GRID, GRID) int64, rows of rising
    arousal, columns of rising valence; moods: None for neutral songs; years: the first and the
    last; genres, languages: most songs first; dated, with_genre, with_language, with_sound: songs
    of which that is known.
    """

    songs: int
    artists: int
    points: NDArray[np.float32]
    grid: NDArray[np.int64]
    moods: Mapping[MusicMood | None, int]
    years: tuple[int, int] | None
    genres: Mapping[str, int]
    languages: Mapping[str, int]
    dated: int
    with_genre: int
    with_language: int
    with_sound: int


def catalogue_stats(tables: Sequence[TrackTable]) -> CatalogueStats:
    """Count the songs of some tables; of a song in several tables the first one's row counts."""
    artists: set[int] = set()
    points, years = [np.empty((0, 2), np.float32)], [np.empty(0, np.int16)]
    moods: Counter[MusicMood | None] = Counter()
    genres: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    with_sound = 0
    for table, counts in zip(map(with_moods, tables), counting(tables), strict=True):
        points.append(np.stack([table.valence, table.arousal], axis=1)[counts])
        years.append(table.year[counts & (table.year != UNKNOWN_YEAR)])
        leads = table.lead_artist[counts & (table.lead_artist != UNKNOWN)]
        artists.update(table.artist_keys[np.unique(leads)].tolist())
        moods.update(_counted(table.mood[counts], MOODS))
        genres.update(_counted(table.genre[counts], table.genres))
        languages.update(_counted(table.language[counts], table.languages))
        with_sound += int((~np.isnan(table.sound[:, counts])).any(axis=0).sum())
    known_points, known_years = np.concatenate(points), np.concatenate(years)
    edges = np.linspace(-1.0, 1.0, GRID + 1)
    grid = np.histogram2d(known_points[:, 1], known_points[:, 0], bins=(edges, edges))[0]
    return CatalogueStats(
        songs=len(known_points),
        artists=len(artists),
        points=known_points,
        grid=grid.astype(np.int64),
        moods=moods,
        years=(int(known_years.min()), int(known_years.max())) if len(known_years) else None,
        genres=dict(genres.most_common()),
        languages=dict(languages.most_common()),
        dated=len(known_years),
        with_genre=genres.total(),
        with_language=languages.total(),
        with_sound=with_sound,
    )


def _counted(codes: NDArray[Any], words: Sequence[Word]) -> dict[Word, int]:
    counts = np.bincount(codes[codes != UNKNOWN], minlength=len(words))
    return {word: int(count) for word, count in zip(words, counts, strict=True) if count}
