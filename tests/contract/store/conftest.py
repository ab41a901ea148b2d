"""Both stores that keep the contract, and answers to put into them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.ports.store import Store
from core.storage.sqlite_store import SqliteStore
from tests.fakes.memory_store import MemoryStore
from tests.fakes.vaults import VAULT

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


class Clock:
    """Tells the time it was set to."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["memory", "sqlite"])
async def store(
    request: pytest.FixtureRequest, tmp_path: Path, clock: Clock
) -> AsyncIterator[Store]:
    if request.param == "memory":
        yield MemoryStore(clock)
        return
    opened = await SqliteStore.open(tmp_path / "moodmix.sqlite3", VAULT, clock)
    yield opened
    await opened.close()
