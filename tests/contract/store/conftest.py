"""Both stores that keep the contract, and answers to put into them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.ports.store import Store
from core.storage.sqlite_store import SqliteStore
from tests.fakes.memory_store import MemoryStore


@pytest.fixture(params=["memory", "sqlite"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    opened = await SqliteStore.open(
        tmp_path / "moodmix.sqlite3", lambda: datetime(2026, 11, 21, 12, tzinfo=UTC)
    )
    yield opened
    await opened.close()
