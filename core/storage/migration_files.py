"""Numbered SQL files, read and checked before the database is touched."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from core.domain.errors import ErrorCode, OperationError

_NAME = re.compile(r"(\d{4})_[a-z0-9_]+\.sql")
_SPACE_AND_COMMENTS = re.compile(r"(?:\s|--[^\n]*(?:\n|$)|/\*.*?\*/)*", re.DOTALL)
_TRANSACTION = frozenset({"BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE"})
_REFUSED = _TRANSACTION | {"ATTACH", "DETACH", "VACUUM", "PRAGMA"}
"""Statements that would end our transaction, leave the database, or do nothing inside one."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from version ``number - 1`` to ``number``."""

    number: int
    name: str
    statements: tuple[str, ...]


def read_migrations(folder: Traversable) -> tuple[Migration, ...]:
    """Every ``NNNN_name.sql`` of the folder, from 0001 on without a gap.

    Raises OperationError (MIGRATION_FAILED) naming the file: number missing or given twice, a name
    of another form, text that is no UTF-8, a cut-off statement, or a transaction of its own.
    """
    try:
        found = sorted(
            (entry for entry in folder.iterdir() if entry.name.endswith(".sql")),
            key=lambda entry: entry.name,
        )
    except OSError as error:
        raise migration_failed("migrations", "the folder cannot be read") from error
    if not found:
        raise migration_failed("migrations", "the folder holds no SQL files")
    return tuple(_read(entry, number) for number, entry in enumerate(found, start=1))


def migration_failed(file: str, reason: str) -> OperationError:
    """MIGRATION_FAILED with its parameters."""
    return OperationError(ErrorCode.MIGRATION_FAILED, file=file, reason=reason)


def _read(entry: Traversable, expected: int) -> Migration:
    match = _NAME.fullmatch(entry.name)
    if match is None:
        raise migration_failed(entry.name, "its name is not of the form 0001_name.sql")
    number = int(match[1])
    if number < expected:
        raise migration_failed(entry.name, f"number {number:04} is given twice or too low")
    if number > expected:
        raise migration_failed(entry.name, f"number {expected:04} is missing before it")
    try:
        script = entry.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise migration_failed(entry.name, "it cannot be read as UTF-8 text") from error
    return Migration(number, entry.name, tuple(_statements(entry.name, script)))


def _statements(file: str, script: str) -> Iterator[str]:
    """The single statements: ``executescript`` would commit half of a failing file."""
    pending = ""
    for piece in re.split(r"(?<=;)", script):
        pending += piece
        if not sqlite3.complete_statement(pending):
            continue
        statement, pending = _without_leading_comments(pending), ""
        first_word = re.split(r"\W", statement, maxsplit=1)[0].upper()
        if first_word in _REFUSED:
            raise migration_failed(file, f"{first_word} may not stand in a migration")
        if first_word:
            yield statement
    if _without_leading_comments(pending):
        raise migration_failed(file, "it ends in the middle of a statement")


def _without_leading_comments(statement: str) -> str:
    leading = _SPACE_AND_COMMENTS.match(statement)
    return statement[leading.end() if leading else 0 :]
