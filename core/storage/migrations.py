"""Bringing the database up to date: forward only, each file wholly or not at all.

The version is SQLite's ``user_version``. It is read again inside each file's own write
transaction, so that processes which start at once apply every file exactly once.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import aiosqlite

from core.domain.errors import ErrorCode, OperationError
from core.storage.failures import explained, is_about_surroundings, unusable
from core.storage.migration_files import Migration, migration_failed, read_migrations
from core.storage.vault import Vault

OLDEST_SQLITE = (3, 37, 0)
"""STRICT tables came with it."""

LOCK_WAIT_S = 30.0
"""How long another process may take for its own migration."""


@dataclass(frozen=True, slots=True)
class MigrationReport:
    """Versions before and after, and the names of the files this call applied."""

    before: int
    after: int
    applied: tuple[str, ...]


async def migrate(path: Path, vault: Vault, folder: Traversable | None = None) -> MigrationReport:
    """Apply what is missing from ``folder`` (by default the files we ship); create the database.

    The files may call ``seal(kind, owner, text)`` of the vault, and ``key_in_use()`` for the
    fingerprint of the key that seals. Raises OperationError:
    DATABASE_UNUSABLE (no database, not writable, locked for long), DATABASE_TOO_NEW,
    MIGRATION_FAILED; the database is then at the last version that succeeded.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise unusable(f"SQLite {needed} is needed, this Python has {sqlite3.sqlite_version}")
    shipped = folder if folder is not None else files("migrations")
    migrations = await asyncio.to_thread(read_migrations, shipped)
    await asyncio.to_thread(_make_private_file, path)
    with explained(path):
        async with aiosqlite.connect(path, isolation_level=None, timeout=LOCK_WAIT_S) as database:
            await database.create_function("seal", 3, vault.seal)
            await database.create_function("key_in_use", 0, lambda: vault.fingerprints[0])
            return await _bring_up_to_date(database, migrations)


def _make_private_file(path: Path) -> None:
    """Create the file for its owner alone; SQLite gives its companions the same mode."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unusable(error.strerror or "cannot be made", path.parent) from error
    try:
        # exclusively: closing a database that is in use here would drop SQLite's locks on it
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        return
    except OSError as error:
        raise unusable(error.strerror or "cannot be made", path) from error


async def _bring_up_to_date(
    database: aiosqlite.Connection, migrations: Sequence[Migration]
) -> MigrationReport:
    applied: list[Migration] = []
    while True:
        await database.execute("BEGIN IMMEDIATE")
        try:
            version = await _version_of(database)
            if not 0 <= version <= len(migrations):
                raise OperationError(
                    ErrorCode.DATABASE_TOO_NEW, found=version, known=len(migrations)
                )
            if version == len(migrations):
                # BEGIN IMMEDIATE passes on a read-only file; this does not, and is rolled back
                await _set_version(database, version)
                before = applied[0].number - 1 if applied else version
                return MigrationReport(before, version, tuple(file.name for file in applied))
            await _apply(database, migrations[version])
            await database.execute("COMMIT")
            applied.append(migrations[version])
        finally:
            await database.rollback()


async def _apply(database: aiosqlite.Connection, migration: Migration) -> None:
    try:
        for statement in migration.statements:
            await database.execute_fetchall(statement)
        broken = list(await database.execute_fetchall("PRAGMA foreign_key_check"))
        await _set_version(database, migration.number)
    except sqlite3.Error as error:
        if is_about_surroundings(error):
            raise
        raise migration_failed(migration.name, str(error)) from error
    if broken:
        raise migration_failed(migration.name, f"rows of {broken[0][0]} refer to nothing")


async def _version_of(database: aiosqlite.Connection) -> int:
    ((version,),) = await database.execute_fetchall("PRAGMA user_version")
    return int(version)


async def _set_version(database: aiosqlite.Connection, version: int) -> None:
    await database.execute(f"PRAGMA user_version = {version:d}")
