"""FER2013 with FER+ votes, read from the mosaic format described in the data folder's README.

Goodfellow et al., "Challenges in Representation Learning", ICML 2013 (faces and hard labels);
Barsoum et al., "Training Deep Networks for Facial Expression Recognition with
Crowd-Sourced Label Distribution", ICMI 2016 (FER+ votes).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from numpy.typing import NDArray

LABELS = ("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral")
"""Class order of the exported network; the manifest carries the same list."""

FACE_SIZE_PX = 48
TILES_PER_ROW = 40
TILES_PER_MOSAIC = TILES_PER_ROW * TILES_PER_ROW

_FERPLUS_COLUMNS = (
    "ferplus_anger",
    "ferplus_disgust",
    "ferplus_fear",
    "ferplus_happiness",
    "ferplus_sadness",
    "ferplus_surprise",
    "ferplus_neutral",
)


@dataclass(frozen=True, slots=True)
class FaceSet:
    """Faces of one split.

    pixels: (n, 48, 48) uint8 grey; labels: (n,) int64 index into ``LABELS``;
    votes: (n, 7) float32, FER+ votes per class summing to 1, or all 0 where no annotator
    chose one of the seven classes.
    """

    pixels: NDArray[np.uint8]
    labels: NDArray[np.int64]
    votes: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.labels)


def load_split(folder: Path, split: str) -> FaceSet:
    """Read every face of ``split`` ("train" or "validation") into memory.

    Raises FileNotFoundError where the folder lacks labels or a mosaic, ValueError for an
    unknown split.
    """
    with (folder / "labels.csv").open(newline="", encoding="utf-8") as handle:
        rows = [row for row in csv.DictReader(handle) if row["split"] == split]
    if not rows:
        raise ValueError(f"no rows for split {split!r} in {folder / 'labels.csv'}")
    mosaics: dict[int, NDArray[np.uint8]] = {}
    pixels = np.empty((len(rows), FACE_SIZE_PX, FACE_SIZE_PX), np.uint8)
    for position, row in enumerate(rows):
        mosaic_index, tile = divmod(int(row["index"]), TILES_PER_MOSAIC)
        if mosaic_index not in mosaics:
            with Image.open(folder / f"mosaic_{mosaic_index:02d}.webp") as image:
                mosaics[mosaic_index] = np.asarray(image.convert("L"))
        top, left = (FACE_SIZE_PX * part for part in divmod(tile, TILES_PER_ROW))
        pixels[position] = mosaics[mosaic_index][
            top : top + FACE_SIZE_PX, left : left + FACE_SIZE_PX
        ]
    votes = np.array([[float(row[name]) for name in _FERPLUS_COLUMNS] for row in rows], np.float32)
    votes /= np.maximum(votes.sum(axis=1, keepdims=True), 1.0)
    labels = np.array([LABELS.index(row["label"]) for row in rows], np.int64)
    return FaceSet(pixels, labels, votes)
