from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from core.domain.conversation import PersonId, Session
from core.domain.errors import ErrorCode, OperationError
from core.ports.store import Expired
from core.services.retention import Retention
from tests.fakes.answers import mix_of
from tests.fakes.memory_store import MemoryStore
from tests.fakes.songs import face_reading

ANN = PersonId("a" * 64)


class Days:
    """A clock that stands still but for the pauses that are taken; the last one never ends."""

    def __init__(self, pauses: int) -> None:
        self.now = datetime(2026, 11, 21, 12, tzinfo=UTC)
        self._left = pauses

    def __call__(self) -> datetime:
        return self.now

    async def pause(self, seconds: float) -> None:
        if not self._left:
            await asyncio.Event().wait()
        self._left -= 1
        self.now += timedelta(seconds=seconds)


class BusyStore(MemoryStore):
    """Cannot erase anything the first time."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    async def expire(self, before: datetime | None, sessions_before: datetime) -> Expired:
        self.asked += 1
        if self.asked == 1:
            raise OperationError(ErrorCode.BUSY)
        return await super().expire(before, sessions_before)


async def run(store: MemoryStore, days: Days, keep: timedelta | None) -> None:
    """Until the last pause."""
    task = asyncio.create_task(Retention(store, keep, days, days.pause).run())
    for _ in range(100):
        await asyncio.sleep(0)
    assert not task.done()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.mark.parametrize(("pauses", "is_kept"), [(0, True), (2, True), (4, False)])
async def test_what_is_older_than_it_may_be_goes_on_its_day(pauses: int, *, is_kept: bool) -> None:
    days = Days(pauses)
    store = MemoryStore(days)
    mix_id = await store.save_mix(ANN, mix_of("One"))
    await run(store, days, timedelta(days=3))
    assert (await store.track_of(mix_id, 1) is not None) is is_kept


async def test_without_an_age_only_what_was_begun_is_put_away() -> None:
    days = Days(1000)
    store = MemoryStore(days)
    mix_id = await store.save_mix(ANN, mix_of("One"))
    await store.save_session(ANN, Session(face=face_reading()))
    await run(store, days, None)
    assert await store.session_of(ANN) == Session(lapsed=True)
    assert await store.track_of(mix_id, 1) is not None


async def test_what_fails_today_is_done_tomorrow() -> None:
    store = BusyStore()
    await run(store, Days(2), None)
    assert store.asked == 3
