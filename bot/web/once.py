"""Doing each request once, however often the page has to send it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")

KEPT = 32


class Once(Generic[T]):
    """A request is known by a key that the page makes up; the latest are remembered.

    A page whose connection broke sends its request again under the same key, and gets what the
    first one came to. What failed is done anew.
    """

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._asked: OrderedDict[str, asyncio.Task[T]] = OrderedDict()

    async def do(self, key: str | None, work: Callable[[], Awaitable[T]]) -> T:
        """What the work gives, or gave; without a key it is simply done."""
        if key is None:
            return await work()
        task = self._asked.get(key)
        if task is None:
            task = asyncio.create_task(_run(work))
            self._asked[key] = task
            task.add_done_callback(lambda done: self._forget_failed(key, done))
            while len(self._asked) > self._kept:
                self._asked.popitem(last=False)
        # whoever stops waiting does not stop the work
        return await asyncio.shield(task)

    def clear(self) -> None:
        """Remember nothing."""
        self._asked.clear()

    def _forget_failed(self, key: str, task: asyncio.Task[T]) -> None:
        if (task.cancelled() or task.exception()) and self._asked.get(key) is task:
            del self._asked[key]


async def _run(work: Callable[[], Awaitable[T]]) -> T:
    return await work()
