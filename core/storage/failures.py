"""SQLite's complaints about its surroundings as our errors; everything else is a bug of ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.domain.errors import ErrorCode, OperationError

_OCCUPIED = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_UNUSABLE = frozenset(
    {
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_NOTADB,
    }
)


@contextmanager
def explained(path: Path | None = None) -> Iterator[None]:
    """Raise OperationError for what the surroundings did, and let errors in our SQL pass.

    With ``path``, while the database is being opened: DATABASE_UNUSABLE naming the file. Without,
    while it is in use: the file is not named, and a lock held elsewhere is BUSY.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = primary_code(error)
        if code in _OCCUPIED and path is None:
            raise OperationError(ErrorCode.BUSY) from error
        if code in _UNUSABLE or code in _OCCUPIED:
            raise unusable(str(error), path) from error
        raise


def is_about_surroundings(error: sqlite3.Error) -> bool:
    """Whether the disk, the file or another process is at fault and not the statement."""
    return primary_code(error) in _UNUSABLE | _OCCUPIED


def is_occupied(error: sqlite3.Error) -> bool:
    """Whether another connection is in the way."""
    return primary_code(error) in _OCCUPIED


def primary_code(error: sqlite3.Error) -> int | None:
    """SQLite's primary result code (the low byte); None for errors of the Python module itself."""
    code = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None


def unusable(reason: str, path: Path | None = None) -> OperationError:
    """DATABASE_UNUSABLE with its reason, naming the file where that helps to mend it."""
    told = f"{path}: {reason}" if path else reason
    return OperationError(ErrorCode.DATABASE_UNUSABLE, reason=told)
