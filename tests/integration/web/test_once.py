"""A request under one key is done once, whoever waits for it."""

from __future__ import annotations

import asyncio

import pytest

from bot.web.once import Once


class Work:
    """Counts how often it was done; waits at its gate, and fails where it is told to."""

    def __init__(self) -> None:
        self.done = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.fails = False

    async def __call__(self) -> int:
        await self.gate.wait()
        self.done += 1
        if self.fails:
            raise ValueError("it failed")
        return self.done


async def test_whoever_stops_waiting_does_not_stop_the_work() -> None:
    once, work = Once[int](), Work()
    work.gate.clear()
    left = asyncio.create_task(once.do("key", work))
    await asyncio.sleep(0)
    left.cancel()
    with pytest.raises(asyncio.CancelledError):
        await left
    work.gate.set()

    assert await once.do("key", work) == 1


async def test_what_failed_and_what_has_no_key_is_done_again() -> None:
    once, work = Once[int](), Work()
    work.fails = True
    with pytest.raises(ValueError, match="it failed"):
        await once.do("key", work)
    work.fails = False

    assert await once.do("key", work) == 2
    assert [await once.do(None, work) for _ in range(2)] == [3, 4]


async def test_only_the_latest_are_remembered_until_all_is_forgotten() -> None:
    once, work = Once[int](kept=2), Work()
    for key in ("a", "b", "c"):
        await once.do(key, work)

    assert await once.do("c", work) == 3
    assert await once.do("a", work) == 4
    once.clear()
    assert await once.do("a", work) == 5
