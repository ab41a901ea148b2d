"""Changing the key that what people told is sealed with."""

from __future__ import annotations

from pathlib import Path

from core.domain.errors import ErrorCode, OperationError
from core.storage.data_keys import DataKeys, keep_keys, new_key, sealed_tables
from core.storage.database import Database
from core.storage.vault import Vault

ROWS_AT_ONCE = 500


async def rotate_key(path: Path, keys: DataKeys) -> int:
    """Seal everything in a migrated database with a new key; returns how many rows that were.

    The keys of a file get a new one in front, and the others are dropped at the end; of given keys
    the first is the new one. Wherever it is interrupted, all keys that are needed are still there,
    and the next time finishes it. Nothing that the old keys open is left in the files. Nobody else
    may write meanwhile. Raises OperationError: BUSY, TIMED_OUT, DATABASE_UNUSABLE,
    DATA_KEY_UNUSABLE, and DATA_KEY_GIVEN where only one key is given.
    """
    if keys.file is None and len(keys.keys) == 1:
        raise OperationError(ErrorCode.DATA_KEY_GIVEN, place=keys.place)
    database = await Database.open(path)
    try:
        front = keys.keys
        if keys.file is not None:
            front = (new_key(), *keys.keys)
            keep_keys(keys.file, front)
        resealed = await _seal_anew(database, Vault(front))
    finally:
        await database.close()
    if keys.file is not None:
        keep_keys(keys.file, front[:1])
    return resealed


async def _seal_anew(database: Database, vault: Vault) -> int:
    newest = vault.fingerprints[0]
    async with database.transaction() as run:
        await run("INSERT OR IGNORE INTO sealing_key VALUES (?)", newest)
        tables = await sealed_tables(run)
    resealed = 0
    for table, key in tables:
        resealed += await _seal_table_anew(database, vault, table, key)
    async with database.erasure() as run:
        await run("DELETE FROM sealing_key")
        await run("INSERT INTO sealing_key VALUES (?)", newest)
    return resealed


async def _seal_table_anew(database: Database, vault: Vault, table: str, key: str) -> int:
    done, last = 0, None
    while True:
        async with database.transaction() as run:
            rows = await run(
                f"SELECT {key}, sealed FROM {table}"  # noqa: S608 - names of ours
                f" WHERE sealed IS NOT NULL AND (?1 IS NULL OR {key} > ?1) ORDER BY {key} LIMIT ?2",
                last,
                ROWS_AT_ONCE,
            )
            for row, sealed in rows:
                await run(
                    f"UPDATE {table} SET sealed = ? WHERE {key} = ?",  # noqa: S608 - names of ours
                    vault.reseal(sealed),
                    row,
                )
        if not rows:
            return done
        done, last = done + len(rows), rows[-1][0]
