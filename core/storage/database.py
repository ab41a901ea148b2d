"""One SQLite connection that every task shares, one transaction at a time."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

import aiosqlite

from core.domain.errors import ErrorCode, OperationError
from core.storage.failures import explained, unusable

SqlValue = str | int | float | bytes | None
Rows = list[tuple[Any, ...]]

BUSY_TIMEOUT_MS = 5_000
"""How long SQLite itself waits for another process."""

SWITCH_PAUSE_S = 0.02
"""Between attempts to switch a new file to the write-ahead log."""

WAIT_LIMIT_S = 30.0
"""Longest wait for a turn and its transaction together."""

_PRAGMAS = (
    "foreign_keys = ON",
    "secure_delete = ON",
    "synchronous = FULL",  # what was acknowledged also survives a power cut
    "temp_store = MEMORY",
    "trusted_schema = OFF",
)


class Run(Protocol):
    """Runs one statement of an open transaction."""

    async def __call__(self, sql: str, *parameters: SqlValue) -> Rows:
        """The rows it returns; raises sqlite3.Error."""
        ...


class Database:
    """A connection in WAL mode. Cancelling a task rolls its transaction back.

    aiosqlite runs statements in the order in which they were handed over, also when the task that
    waits for one is cancelled; a rollback handed over last therefore always runs last.
    """

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._lock = asyncio.Lock()
        self._open = True
        self._log_holds_traces = False

    @classmethod
    async def open(cls, path: Path) -> Database:
        """Connect to a migrated database; raises OperationError (DATABASE_UNUSABLE)."""
        with explained(path):
            connection = await aiosqlite.connect(
                path, isolation_level=None, timeout=BUSY_TIMEOUT_MS / 1000
            )
            database = cls(connection)
            try:
                await database._configure()
            except BaseException:
                await connection.close()
                raise
        return database

    async def read(self, sql: str, *parameters: SqlValue) -> Rows:
        """Rows of one query, never in the middle of another task's transaction."""
        async with self._turn():
            return await self._run(sql, *parameters)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Run]:
        """Write wholly or not at all.

        Raises OperationError: BUSY, TIMED_OUT, DATABASE_UNUSABLE.
        """
        async with self._turn():
            async with self._atomic():
                yield self._run
            if self._log_holds_traces:
                await self._empty_log(wait_ms=0)

    @asynccontextmanager
    async def erasure(self) -> AsyncIterator[Run]:
        """Like ``transaction``, but what its statements delete leaves no byte in the files.

        ``secure_delete`` misses copies that rows left behind when they moved between pages, so the
        file is rebuilt in memory. The write-ahead log is emptied as well; where another process
        reads it just then, after the next write. Raises what ``transaction`` raises: the rows may
        be gone even so, and the next erasure or start removes what is left of them.
        """
        async with self._turn():
            async with self._atomic():
                before = await self._run("SELECT total_changes()")
                yield self._run
                if await self._run("SELECT total_changes()") != before:
                    await self._run("INSERT OR IGNORE INTO unfinished_erasure (id) VALUES (1)")
                    self._log_holds_traces = True
            await self._finish_erasure()
            if self._log_holds_traces:
                await self._empty_log(wait_ms=BUSY_TIMEOUT_MS)

    async def close(self) -> None:
        """Wait for the transaction under way and close; SQLite empties the log. Twice is fine."""
        async with self._lock:
            if self._open:
                self._open = False
                await self._connection.close()

    async def _configure(self) -> None:
        for pragma in _PRAGMAS:
            await self._run(f"PRAGMA {pragma}")
        await self._use_write_ahead_log()
        # a crash may have come in the middle of an erasure
        with suppress(sqlite3.OperationalError):
            await self._finish_erasure()
        await self._empty_log(wait_ms=0)

    async def _use_write_ahead_log(self) -> None:
        """Switch a new file over; where another process does the same, SQLite does not wait."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + BUSY_TIMEOUT_MS / 1000
        while True:
            try:
                await self._run("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or loop.time() > deadline:
                    raise
                await asyncio.sleep(SWITCH_PAUSE_S)
            else:
                return

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(WAIT_LIMIT_S), self._lock:
                if not self._open:
                    raise unusable("it is closed")
                with explained():
                    yield
        except TimeoutError as error:
            raise OperationError(ErrorCode.TIMED_OUT) from error

    async def _run(self, sql: str, *parameters: SqlValue) -> Rows:
        return [tuple(row) for row in await self._connection.execute_fetchall(sql, parameters)]

    @asynccontextmanager
    async def _atomic(self) -> AsyncIterator[None]:
        try:
            await self._run("BEGIN IMMEDIATE")
            yield
            await self._run("COMMIT")
        except BaseException:
            await self._connection.rollback()
            raise

    async def _finish_erasure(self) -> None:
        if await self._run("SELECT 1 FROM unfinished_erasure"):
            await self._run("VACUUM")
            await self._run("DELETE FROM unfinished_erasure")

    async def _empty_log(self, *, wait_ms: int) -> None:
        await self._run(f"PRAGMA busy_timeout = {wait_ms:d}")
        try:
            ((busy, *_),) = await self._run("PRAGMA wal_checkpoint(TRUNCATE)")
            self._log_holds_traces = bool(busy)
        finally:
            await self._run(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS:d}")
