"""FER2013 as mosaics: ``labels.csv`` beside ``mosaic_NN.webp``.

40x40 faces of 48 px each, row by row; face ``index`` is tile ``index % 1600`` of mosaic
``index // 1600``. Columns: ``index,split,label`` and, where there are any, ``ferplus_*``.
Goodfellow et al., "Challenges in Representation Learning", ICML 2013 (faces and labels); Barsoum et
al., "Training Deep Networks for Facial Expression Recognition with Crowd-Sourced Label
Distribution", ICMI 2016 (FER+ votes).
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from models.emotion.face_set import (
    FACE_SIZE_PX,
    FaceData,
    FaceSet,
    UnusableError,
    choose_split,
    emotion_named,
    open_grey,
)

TABLE = "labels.csv"
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
    "ferplus_contempt",
    "ferplus_unknown",
    "ferplus_NF",
)


def read_mosaics(folder: Traversable, wanted: str | None) -> FaceData:
    """All splits of the table, or only the wanted one; raises UnusableError or OSError."""
    rows = _read_table(folder.joinpath(TABLE))
    mosaics = _Mosaics(folder)
    strangers: Counter[str] = Counter()
    sets = {}
    for split in choose_split(list(dict.fromkeys(row["split"] for row in rows)), wanted):
        known, emotions = [], []
        for row in rows:
            if row["split"] == split:
                emotion = emotion_named(row["label"])
                if emotion is None:
                    strangers[row["label"]] += 1
                else:
                    known.append(row)
                    emotions.append(emotion)
        faces = [mosaics.tile(row["index"]) for row in known]
        sets[split] = FaceSet.of(faces, emotions, [row["index"] for row in known], _ballots(known))
    return FaceData(sets, strangers=strangers)


def _read_table(file: Traversable) -> list[dict[str, str]]:
    try:
        text = file.read_bytes().decode("utf-8-sig", errors="replace")
        table = csv.DictReader(io.StringIO(text, newline=""), restval="")
        missing = {"index", "split", "label"}.difference(table.fieldnames or ())
        if missing:
            raise UnusableError(f"{TABLE} has no column {', '.join(sorted(missing))}")
        return list(table)
    except csv.Error as error:
        raise UnusableError(f"{TABLE} is damaged") from error


def _ballots(rows: list[dict[str, str]]) -> NDArray[np.float32]:
    """(n, 10) FER+ votes as counted; all 0 where the table has none."""
    try:
        counted = [[float(row.get(name) or 0) for name in _FERPLUS_COLUMNS] for row in rows]
    except ValueError as error:
        raise UnusableError(f"{TABLE} has FER+ votes that are no numbers") from error
    return np.array(counted, np.float32).reshape(len(rows), len(_FERPLUS_COLUMNS))


class _Mosaics:
    """The tiles of all mosaics; each picture is opened once."""

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder
        self._open: dict[int, NDArray[np.uint8]] = {}

    def tile(self, index: str) -> NDArray[np.uint8]:
        """(48, 48) uint8, the face of that number."""
        if not index.isdecimal():
            raise UnusableError(f"{TABLE} has a row with the index {index!r}")
        number, tile = divmod(int(index), TILES_PER_MOSAIC)
        if number not in self._open:
            self._open[number] = self._read(f"mosaic_{number:02d}.webp")
        top, left = (FACE_SIZE_PX * part for part in divmod(tile, TILES_PER_ROW))
        return self._open[number][top : top + FACE_SIZE_PX, left : left + FACE_SIZE_PX]

    def _read(self, name: str) -> NDArray[np.uint8]:
        file = self._folder.joinpath(name)
        if not file.is_file():
            raise UnusableError(f"{name} is missing")
        grey = open_grey(file)
        side = TILES_PER_ROW * FACE_SIZE_PX
        if grey is None:
            raise UnusableError(f"{name} is damaged")
        if grey.shape != (side, side):
            raise UnusableError(f"{name} is not {side} by {side} pixels")
        return grey
