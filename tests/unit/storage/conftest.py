"""Databases on a real file, and a plain second look into them."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from core.storage.sqlite_store import SqliteStore
from tests.fakes.vaults import VAULT

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)

Query = Callable[..., list[tuple[Any, ...]]]
Folder = Callable[..., Path]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "moodmix.sqlite3"


@pytest.fixture
async def store(path: Path) -> AsyncIterator[SqliteStore]:
    opened = await SqliteStore.open(path, VAULT, lambda: NOW)
    yield opened
    await opened.close()


@pytest.fixture
def query(path: Path) -> Query:
    """Runs one statement on the file through a connection of its own."""

    def run(sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(path, timeout=5)) as database, database:
            return database.execute(sql, parameters).fetchall()

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Writes a folder of SQL files, given as name=content without the suffix."""

    def write(**files: str) -> Path:
        made = tmp_path / "sql"
        made.mkdir(exist_ok=True)
        for name, content in files.items():
            (made / f"{name.removeprefix('_')}.sql").write_text(content, encoding="utf-8")
        return made

    return write
