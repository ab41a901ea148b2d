"""DEAM songs as feature vectors with listener ratings.

Aljanaki, Yang and Soleymani, "Developing a benchmark for emotional analysis of music", PLoS ONE 12
(2017). The folder holds ``deam.csv`` (columns file, song_id, valence_mean_1_9, arousal_mean_1_9,
artist, fold, …) and the clips it names; folds keep each artist on one side.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from tqdm import tqdm

from core.domain.errors import MediaError
from core.inference.media.audio import decode_audio
from core.inference.music.features import (
    FEATURE_VERSION,
    SAMPLE_RATE_HZ,
    hear_features,
    split_windows,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

LABELS = ("valence", "arousal")
"""Output order of the exported network; the manifest carries the same list."""


@dataclass(frozen=True, slots=True)
class SongSet:
    """Songs with what listeners said.

    files: (n,) names; features: (n, f) float32, of the first window of each clip; targets: (n, 2)
    float64 valence and arousal in [-1, 1]; folds: (n,) int.
    """

    files: tuple[str, ...]
    features: NDArray[np.float32]
    targets: NDArray[np.float64]
    folds: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.files)


def rescale(rating: float) -> float:
    """From the listeners' scale of 1 to 9 to [-1, 1]."""
    return (rating - 5.0) / 4.0


def load_songs(data: Path, cache: Path) -> SongSet:
    """Read the ratings, and the features from ``cache`` or, where that is of another version or
    other clips, from the sound (a few minutes on one core).
    """  # noqa: D205 - one sentence
    with (data / "deam.csv").open(newline="", encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    files = tuple(row["file"] for row in rows)
    targets = [
        (rescale(float(row["valence_mean_1_9"])), rescale(float(row["arousal_mean_1_9"])))
        for row in rows
    ]
    return SongSet(
        files,
        _cached_features(data, files, cache),
        np.array(targets, np.float64),
        np.array([int(row["fold"]) for row in rows], np.int64),
    )


def _cached_features(data: Path, files: tuple[str, ...], cache: Path) -> NDArray[np.float32]:
    key = hashlib.sha256("\n".join((str(FEATURE_VERSION), *files)).encode()).hexdigest()
    if cache.exists():
        with np.load(cache) as stored:
            if str(stored["key"]) == key:
                return np.asarray(stored["features"])
    features = np.stack([_hear(data / name) for name in tqdm(files, mininterval=10)])
    cache.parent.mkdir(parents=True, exist_ok=True)
    np.savez(cache, key=key, features=features)
    return features


def _hear(path: Path) -> NDArray[np.float32]:
    try:
        samples = decode_audio(path.read_bytes(), SAMPLE_RATE_HZ)
    except MediaError as error:
        raise ValueError(f"{path} cannot be read: {error}") from error
    return hear_features(split_windows(samples, most=1)[0])
