"""Catalogue files of our own: songs to CSV lines that ``csv_file`` reads back as they were."""

from __future__ import annotations

import csv
import gzip
import io
import math
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO, cast

import numpy as np

from core.domain.errors import ErrorCode, OperationError
from core.domain.track_table import MOODS, UNKNOWN, UNKNOWN_YEAR, SoundFeature, TrackTable, counting
from core.providers.catalogue.layouts import NEUTRAL
from core.providers.catalogue.parser import ARTIST_SEPARATOR

_SOUND = tuple(feature.name.lower() for feature in SoundFeature)
COLUMNS = (
    *("title", "artists", "year", "genre", "language", "valence", "arousal"),
    *("dominance", "mood", "popularity", *_SOUND, "ids"),
)


def write_catalogue(tables: Sequence[TrackTable], path: Path) -> int:
    """Write every song of some tables once, gzipped where the name ends so; returns how many.

    A file that is there is replaced when the new one is complete. Raises OperationError
    (FILE_NOT_WRITABLE).
    """
    songs = 0
    with _replacing(path) as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(COLUMNS)
        for table, counts in zip(tables, counting(tables), strict=True):
            rows = np.flatnonzero(counts)
            lines.writerows(_fields(table, int(row)) for row in rows)
            songs += len(rows)
    return songs


def _fields(table: TrackTable, row: int) -> tuple[str, ...]:
    """One song in the order of COLUMNS; what is unknown is empty."""
    genre, language, mood = int(table.genre[row]), int(table.language[row]), int(table.mood[row])
    year = int(table.year[row])
    codes = table.artist_codes[table.artist_starts[row] : table.artist_starts[row + 1]]
    return (
        table.titles[row],
        ARTIST_SEPARATOR.join(table.artist_names[int(code)] for code in codes),
        str(year) if year != UNKNOWN_YEAR else "",
        table.genres[genre] if genre != UNKNOWN else "",
        table.languages[language] if language != UNKNOWN else "",
        _number(table.valence[row]),
        _number(table.arousal[row]),
        _number(table.dominance[row]),
        "" if mood == UNKNOWN else MOODS[mood] or NEUTRAL,
        _number(table.popularity[row]),
        *(_number(value) for value in table.sound[:, row]),
        table.ids[row],
    )


def _number(value: np.float32) -> str:
    """The shortest text that is read back as the same number; there is no minus before 0."""
    return "" if math.isnan(value) else np.format_float_positional(value + 0, trim="-")


@contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    """A text file that takes the place of ``path`` once it is written to the end."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with _binary(unfinished, packed=path.suffix == ".gz") as file:
            text = io.TextIOWrapper(file, encoding="utf-8", newline="")
            yield text
            text.flush()
            text.detach()
        unfinished.replace(path)
    except OSError as error:
        raise OperationError(
            ErrorCode.FILE_NOT_WRITABLE, path=str(path), reason=error.strerror or "unknown"
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def _binary(path: Path, *, packed: bool) -> Iterator[BinaryIO]:
    with path.open("wb") as file:
        if not packed:
            yield file
            return
        # without a name and a time in it, equal songs make equal files
        with gzip.GzipFile("", "wb", fileobj=file, mtime=0) as stream:
            yield cast("BinaryIO", stream)
