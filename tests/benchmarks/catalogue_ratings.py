"""How well the catalogue's editorial ratings agree with published tables, on the songs in common.

Run: python tests/benchmarks/catalogue_ratings.py [FOLDER]
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.domain.affect import Affect
from core.domain.song_text import artist_keys, title_keys
from core.domain.track import RatedTrack
from core.providers.catalogue import StarterCatalogue

DEFAULT_FOLDER = Path(__file__).parents[2] / "../shared/data/catalogues"
FEWEST_SONGS = 3
RESAMPLES, SEED = 10_000, 0


@dataclass(frozen=True, slots=True)
class Table:
    """One published table and its columns."""

    file: str
    title: str
    artist: str
    valence: str
    arousal: str


TABLES = (
    Table("spotify_songs.csv.gz", "track_name", "track_artist", "valence", "energy"),
    Table("uziel_spotify_va.csv.gz", "track_name", "artist", "valence", "arousal"),
    Table("deezer_mood.csv.gz", "track_name", "artist_name", "valence", "arousal"),
)


@dataclass(frozen=True, slots=True)
class Correlation:
    """Pearson's r with its 95 % bootstrap interval over songs, and Spearman's rho."""

    pearson: float
    low: float
    high: float
    spearman: float

    def __str__(self) -> str:
        return f"{self.pearson:>8.3f}{self.low:>7.3f}{self.high:>7.3f}{self.spearman:>8.3f}"


def songs_in_common(
    catalogue: tuple[RatedTrack, ...], folder: Path, table: Table
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Our and the table's valence and arousal, float64 [n, 2] each, one row a song.

    Several rows of one song in the table are averaged.
    """
    wanted: Mapping[str, list[int]] = defaultdict(list)
    artists: list[frozenset[str]] = []
    for number, rated in enumerate(catalogue):
        for key in title_keys(rated.track.title):
            wanted[key].append(number)
        artists.append(frozenset(key for name in rated.track.artists for key in artist_keys(name)))
    found: Mapping[int, list[tuple[float, float]]] = defaultdict(list)
    for row in _rows(folder / table.file):
        keys = [key for key in title_keys(row[table.title]) if key in wanted]
        if not keys:
            continue
        credited = artist_keys(row[table.artist])
        for number in {number for key in keys for number in wanted[key]}:
            if not artists[number].isdisjoint(credited):
                found[number].append((float(row[table.valence]), float(row[table.arousal])))
    numbers = sorted(found)
    ours = np.array([_point(catalogue[number].affect) for number in numbers])
    theirs = np.array([np.mean(found[number], axis=0) for number in numbers])
    return ours.reshape(-1, 2), theirs.reshape(-1, 2)


def correlation(one: NDArray[np.float64], other: NDArray[np.float64]) -> Correlation:
    """How two ratings of the same songs agree; both float64 [n]."""
    if len(one) < FEWEST_SONGS:
        return Correlation(*[float("nan")] * 4)
    draws = np.random.default_rng(SEED).integers(len(one), size=(RESAMPLES, len(one)))
    low, high = np.percentile([_pearson(one[draw], other[draw]) for draw in draws], [2.5, 97.5])
    return Correlation(
        _pearson(one, other), float(low), float(high), _pearson(_ranks(one), _ranks(other))
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _point(affect: Affect) -> tuple[float, float]:
    return affect.valence, affect.arousal


def _pearson(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    return float(np.corrcoef(one, other)[0, 1])


def _ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Ranks from 0, ties sharing their mean rank; values float64 [n]."""
    _, group, sizes = np.unique(values, return_inverse=True, return_counts=True)
    first = np.cumsum(sizes) - sizes
    return (first + (sizes - 1) / 2)[group]


def main() -> int:
    """Print one line per table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER
    if not folder.is_dir():
        print(f"no such folder: {folder}", file=sys.stderr)
        return 2
    catalogue = tuple(StarterCatalogue.load().tracks())
    print(f"{len(catalogue)} songs in the catalogue; r with its 95 % bootstrap interval")
    columns = f"{'r':>8}{'low':>7}{'high':>7}{'rho':>8}"
    print(f"{'table: valence, arousal':<26}{'n':>6}{columns}{columns}")
    for table in TABLES:
        if not (folder / table.file).is_file():
            print(f"{table.file:<26}  not there")
            continue
        ours, theirs = songs_in_common(catalogue, folder, table)
        valence, arousal = (correlation(ours[:, side], theirs[:, side]) for side in (0, 1))
        print(f"{table.file:<26}{len(ours):>6}{valence}{arousal}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
