"""A table of songs as a folder: one NumPy file per column, read by mapping it into memory."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np

from core.domain.errors import ErrorCode, OperationError
from core.domain.text_column import TextColumn
from core.domain.track_table import TrackTable

_WORDS_FILE = "words.json"
_WORDS = ("genres", "languages")
_TEXTS = ("artist_names", "titles", "ids")
_ARRAYS = tuple(
    field.name for field in fields(TrackTable) if field.name not in {*_WORDS, *_TEXTS, "originals"}
)


def save_table(table: TrackTable, folder: Path) -> None:
    """Write a table into a new folder; ``originals`` are not kept.

    Raises OperationError (FILE_NOT_WRITABLE), FileExistsError included.
    """
    try:
        folder.mkdir(parents=True)
        for name in _ARRAYS:
            np.save(folder / f"{name}.npy", getattr(table, name))
        for name in _TEXTS:
            column: TextColumn = getattr(table, name)
            np.save(folder / f"{name}.letters.npy", column.letters)
            np.save(folder / f"{name}.starts.npy", column.starts)
        words = {name: getattr(table, name) for name in _WORDS}
        (folder / _WORDS_FILE).write_text(json.dumps(words), encoding="utf-8")
    except OSError as error:
        raise OperationError(
            ErrorCode.FILE_NOT_WRITABLE, path=str(folder), reason=error.strerror or "unknown"
        ) from error


def open_table(folder: Path) -> TrackTable:
    """Map a saved table into memory: next to nothing is read before it is needed.

    Raises OperationError (FILE_NOT_READABLE) where files are missing, damaged or do not fit.
    """

    def array(name: str) -> Any:
        mapped = np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)
        return np.asarray(mapped)  # the same memory, without what np.memmap adds to every operation

    try:
        words = json.loads((folder / _WORDS_FILE).read_text(encoding="utf-8"))
        parts: dict[str, Any] = {name: array(name) for name in _ARRAYS}
        parts |= {name: tuple(words[name]) for name in _WORDS}
        for name in _TEXTS:
            parts[name] = TextColumn(array(f"{name}.letters"), array(f"{name}.starts"))
        return TrackTable(**parts)
    except OSError as error:
        raise _unreadable(folder, error.strerror or "unknown") from error
    except (ValueError, KeyError, TypeError, EOFError) as error:
        raise _unreadable(folder, f"it is damaged ({error})") from error


def _unreadable(folder: Path, reason: str) -> OperationError:
    return OperationError(ErrorCode.FILE_NOT_READABLE, path=str(folder), reason=reason)
