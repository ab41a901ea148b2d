"""A small thread pool with a bounded queue, so that heavy work never blocks the event loop.

Work handed to a thread cannot be cancelled: every input is bounded before it gets here, and when
the queue is full the caller hears "busy" at once instead of waiting without end.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from typing import ParamSpec, TypeVar

from core.domain.errors import ErrorCode, OperationError

P = ParamSpec("P")
R = TypeVar("R")


class Workers:
    """Runs functions in threads: at most ``threads`` at once, at most ``queue_limit`` waiting."""

    def __init__(self, threads: int = 2, queue_limit: int = 16, timeout_s: float = 120.0) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="moodmix")
        self._capacity = threads + queue_limit
        self._timeout_s = timeout_s
        self._in_flight = 0

    @property
    def in_hand(self) -> int:
        """How much runs or waits."""
        return self._in_flight

    @property
    def capacity(self) -> int:
        """How much may run and wait; beyond it callers hear "busy"."""
        return self._capacity

    async def run(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call ``function`` in a thread, in the caller's context, and wait for it.

        Raises OperationError: BUSY when the queue is full, TIMED_OUT after ``timeout_s``.
        """
        if self._in_flight >= self._capacity:
            raise OperationError(ErrorCode.BUSY)
        self._in_flight += 1
        future = self._pool.submit(copy_context().run, partial(function, *args, **kwargs))
        loop = asyncio.get_running_loop()
        future.add_done_callback(lambda _: loop.call_soon_threadsafe(self._release))
        try:
            return await asyncio.wait_for(asyncio.wrap_future(future), self._timeout_s)
        except TimeoutError as error:
            raise OperationError(ErrorCode.TIMED_OUT) from error

    def _release(self) -> None:
        self._in_flight -= 1

    def close(self) -> None:
        """Wait for running work and drop what is queued."""
        self._pool.shutdown(wait=True, cancel_futures=True)
