"""The keys that what people told is sealed with: where they lie, and whether they are the right
ones for a database.
"""  # noqa: D205 - one sentence

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import aiosqlite
from cryptography.fernet import Fernet

from core.domain.errors import ErrorCode, OperationError
from core.storage.database import Run
from core.storage.failures import explained, unusable
from core.storage.key_file import create_private_file, is_private, replace_private_file
from core.storage.vault import Vault, checked_keys


@dataclass(frozen=True, slots=True)
class DataKeys:
    """Keys, newest first. file: where they are kept; None where a setting gives them."""

    keys: tuple[str, ...] = field(repr=False)
    place: str
    file: Path | None = None


def given_keys(text: str, place: str) -> DataKeys:
    """The keys of a setting, separated by commas; place: what to call it.

    Raises OperationError (DATA_KEY_UNUSABLE).
    """
    keys = [key.strip() for key in text.split(",") if key.strip()]
    return DataKeys(checked_keys(keys, place), place)


def kept_keys(path: Path) -> DataKeys | None:
    """The keys of a file, one in a line; None where there is no file.

    Raises OperationError (DATA_KEY_UNUSABLE, DATA_KEY_EXPOSED).
    """
    try:
        if not path.exists():
            return None
        if not is_private(path):
            raise OperationError(ErrorCode.DATA_KEY_EXPOSED, path=str(path))
        keys = path.read_text(encoding="ascii").split()
    except (OSError, ValueError) as error:
        raise _unusable(path, error) from error
    return DataKeys(checked_keys(keys, str(path)), str(path), path)


def keep_keys(path: Path, keys: Sequence[str]) -> None:
    """Replace the keys of a file; raises OperationError (DATA_KEY_UNUSABLE)."""
    try:
        replace_private_file(path, "".join(f"{key}\n" for key in keys))
    except OSError as error:
        raise _unusable(path, error) from error


def new_key() -> str:
    """A key that nobody has yet."""
    return Fernet.generate_key().decode()


async def find_keys(database: Path, file: Path, given: DataKeys | None) -> DataKeys:
    """The given keys, or else those of the file, which is made where nothing is sealed yet.

    Raises OperationError: DATA_KEY_LOST where they are not those that the database is sealed with,
    DATA_KEY_UNUSABLE, DATA_KEY_EXPOSED, DATABASE_UNUSABLE.
    """
    needed = await asyncio.to_thread(database.is_file) and await _needed_keys(database)
    found = given or await asyncio.to_thread(kept_keys, file)
    if found is None and not needed:
        await asyncio.to_thread(_create, file)
        found = await asyncio.to_thread(kept_keys, file)
    if found is None or not set(needed or ()) <= set(Vault(found.keys).fingerprints):
        place = found.place if found else str(file)
        raise OperationError(ErrorCode.DATA_KEY_LOST, place=place, database=str(database))
    return found


async def use_key(run: Run, vault: Vault) -> None:
    """Remember in a transaction that rows are sealed with the newest key from now on.

    Raises OperationError (DATABASE_UNUSABLE) where keys are missing that were found before.
    """
    if not await _keys_in_use(run) <= set(vault.fingerprints):
        raise unusable("its key was changed at this moment; please start again")
    if not await something_is_sealed(run):
        await run("DELETE FROM sealing_key")
    await run("INSERT OR IGNORE INTO sealing_key VALUES (?)", vault.fingerprints[0])


async def sealed_tables(run: Run) -> Sequence[tuple[str, str]]:
    """The tables that hold something sealed, each with the column that is its primary key.

    They have it in a column called sealed.
    """
    rows = await run(
        "SELECT made.name, key.name FROM sqlite_schema AS made"
        " JOIN pragma_table_info(made.name) AS part ON part.name = 'sealed'"
        " JOIN pragma_table_info(made.name) AS key ON key.pk = 1"
        " WHERE made.type = 'table' ORDER BY made.name"
    )
    return [(str(table), str(key)) for table, key in rows]


async def something_is_sealed(run: Run) -> bool:
    """Whether any table holds anything sealed."""
    for table, _ in await sealed_tables(run):
        if await run(f"SELECT 1 FROM {table} WHERE sealed IS NOT NULL LIMIT 1"):  # noqa: S608 - ours
            return True
    return False


async def _needed_keys(database: Path) -> set[str]:
    """Fingerprints of the keys that the rows of a database are sealed with."""
    with explained(database):
        async with aiosqlite.connect(database) as connection:

            async def run(sql: str, *parameters: object) -> list[tuple[object, ...]]:
                return [tuple(row) for row in await connection.execute_fetchall(sql, parameters)]

            return await _keys_in_use(run)


async def _keys_in_use(run: Run) -> set[str]:
    if not await something_is_sealed(run):
        return set()
    return {str(fingerprint) for (fingerprint,) in await run("SELECT * FROM sealing_key")}


def _create(file: Path) -> None:
    try:
        create_private_file(file, new_key() + "\n")
    except OSError as error:
        raise _unusable(file, error) from error


def _unusable(path: Path, error: Exception) -> OperationError:
    reason = getattr(error, "strerror", None) or error.__class__.__name__
    return OperationError(ErrorCode.DATA_KEY_UNUSABLE, place=str(path), reason=reason)
