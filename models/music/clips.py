"""Clips of music with what people said about them, from three collections.

- **DEAM**: listeners' valence and arousal of songs, mean and deviation. Aljanaki, Yang and
  Soleymani, "Developing a benchmark for emotional analysis of music", PLoS ONE 12 (2017).
- **Quadrants** of Russell's plane. Panda, Malheiro and Paiva, "Novel audio features for music
  emotion recognition", IEEE Transactions on Affective Computing 11 (2018).
- **MIREX** mood clusters. Panda, Malheiro, Rocha, Oliveira and Paiva, "Multi-modal music emotion
  recognition: a new dataset, methodology and comparative analysis", CMMR 2013.

A folder holds any of ``deam.csv``, ``quadrants.csv`` and ``mirex.csv``, and the clips they name.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import ErrorCode, OperationError
from models.music.artists import artist_names, group_by_artist

TARGETS = ("valence", "arousal")
QUADRANTS = ("Q1", "Q2", "Q3", "Q4")
"""Valence high, low, low, high and arousal high, high, low, low."""
CLUSTERS = ("Cluster 1", "Cluster 2", "Cluster 3", "Cluster 4", "Cluster 5")
"""Passionate, cheerful, bittersweet, humorous, aggressive."""
UNLABELLED = -1
NO_FOLD = 0


class Source(StrEnum):
    """A collection, by the name of its table and of its part of a report."""

    DEAM = "deam"
    QUADRANTS = "quadrants"
    MIREX = "mirex"


@dataclass(frozen=True, slots=True)
class Clips:
    """n clips in the order of ``Source``; what a collection does not say is nan or ``UNLABELLED``.

    files: names below the folder; sources: (n,) of ``Source``; ratings and deviations: (n, 2)
    float64 valence and arousal, the ratings in [-1, 1], the deviations between listeners in the
    same unit; quadrants, clusters: (n,) int64; folds: (n,) int64, DEAM's own from 1, else
    ``NO_FOLD``; groups: (n,) int64, the same for clips of the same artist, collections together.
    """

    files: tuple[str, ...]
    sources: NDArray[np.str_]
    ratings: NDArray[np.float64]
    deviations: NDArray[np.float64]
    quadrants: NDArray[np.int64]
    clusters: NDArray[np.int64]
    folds: NDArray[np.int64]
    groups: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.files)

    def of(self, source: Source) -> NDArray[np.bool_]:
        """(n,) whether a clip is of that collection."""
        return self.sources == source

    def __getitem__(self, chosen: NDArray[np.bool_] | NDArray[np.int64]) -> Clips:
        places = np.arange(len(self))[chosen]
        arrays = {f.name: getattr(self, f.name)[places] for f in fields(self) if f.name != "files"}
        return Clips(tuple(self.files[place] for place in places), **arrays)


@dataclass(frozen=True, slots=True)
class _Row:
    file: str
    source: Source
    ratings: tuple[float, float]
    deviations: tuple[float, float]
    quadrant: int
    cluster: int
    fold: int
    names: frozenset[str]


def rescale(rating: float) -> float:
    """From the listeners' scale of 1 to 9 to [-1, 1]."""
    return (rating - 5.0) / 4.0


def read_clips(folder: Path) -> Clips:
    """Read the tables of a folder, not the sound.

    Raises OperationError: FILE_NOT_READABLE, or DATA_UNUSABLE where no table is there or one does
    not say what it should.
    """
    if not folder.is_dir():
        raise OperationError(
            ErrorCode.FILE_NOT_READABLE, path=str(folder), reason="it is no folder"
        )
    rows = [row for source in Source for row in _rows(folder, source)]
    if not rows:
        raise _unusable(folder, "it holds no clips in deam.csv, quadrants.csv or mirex.csv")
    return Clips(
        files=tuple(row.file for row in rows),
        sources=np.array([row.source for row in rows]),
        ratings=np.array([row.ratings for row in rows], np.float64),
        deviations=np.array([row.deviations for row in rows], np.float64),
        quadrants=np.array([row.quadrant for row in rows], np.int64),
        clusters=np.array([row.cluster for row in rows], np.int64),
        folds=np.array([row.fold for row in rows], np.int64),
        groups=group_by_artist([row.names for row in rows]),
    )


def _rows(folder: Path, source: Source) -> Iterator[_Row]:
    table = folder / f"{source}.csv"
    if not table.is_file():
        return
    try:
        with table.open(newline="", encoding="utf-8") as handle:
            for entry in csv.DictReader(handle):
                yield _row(entry, source)
    except OSError as error:
        raise OperationError(
            ErrorCode.FILE_NOT_READABLE, path=str(table), reason=error.strerror or "unknown"
        ) from error
    except (KeyError, ValueError, TypeError) as error:
        raise _unusable(table, f"a line does not say what it should ({error})") from error


def _row(entry: dict[str, str], source: Source) -> _Row:
    unknown = (np.nan, np.nan)
    ratings, deviations, quadrant, cluster, fold = unknown, unknown, UNLABELLED, UNLABELLED, NO_FOLD
    names = artist_names(entry.get("artist") or "")
    match source:
        case Source.DEAM:
            ratings = (
                rescale(float(entry["valence_mean_1_9"])),
                rescale(float(entry["arousal_mean_1_9"])),
            )
            deviations = (float(entry["valence_std"]) / 4, float(entry["arousal_std"]) / 4)
            fold = int(entry["fold"])
            names |= {f"group {entry['group']}"}
        case Source.QUADRANTS:
            quadrant = QUADRANTS.index(entry["quadrant"])
        case Source.MIREX:
            cluster = CLUSTERS.index(entry["cluster"])
    return _Row(entry["file"], source, ratings, deviations, quadrant, cluster, fold, names)


def _unusable(path: Path, reason: str) -> OperationError:
    return OperationError(ErrorCode.DATA_UNUSABLE, path=str(path), reason=reason)
