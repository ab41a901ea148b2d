"""Where people wait when many ask at once: first come, first served, and nobody hears "busy"."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from core.domain.errors import ErrorCode, OperationError

PLACES = 8
"""People served at once. What they sent is in memory meanwhile, up to 40 MB each; threads and
downloads are busy with fewer."""

WAITING_LIMIT = 500
"""People who may wait; they take hardly any memory."""

PATIENCE_S = 180.0
"""How long they wait before they are asked to come again."""


class Line:
    """A few places, and the line in front of them."""

    def __init__(
        self,
        places: int = PLACES,
        waiting_limit: int = WAITING_LIMIT,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._places = asyncio.Semaphore(places)
        self._waiting_limit = waiting_limit
        self._patience_s = patience_s
        self._waiting: list[object] = []

    @asynccontextmanager
    async def place(
        self, show: Callable[[Callable[[], int]], None] | None = None
    ) -> AsyncIterator[None]:
        """Wait for a place and hold it; media is fetched inside and dropped before the end.

        show: given a function that tells the number in line at any time, 0 for whoever is served.
        Raises OperationError (BUSY) where too many wait or the wait grows too long.
        """
        if self._places.locked() and len(self._waiting) >= self._waiting_limit:
            raise OperationError(ErrorCode.BUSY)
        ticket = object()
        self._waiting.append(ticket)
        if show:
            show(lambda: self._waiting.index(ticket) + 1 if ticket in self._waiting else 0)
        try:
            async with asyncio.timeout(self._patience_s):
                await self._places.acquire()
        except TimeoutError as error:
            raise OperationError(ErrorCode.BUSY) from error
        finally:
            self._waiting.remove(ticket)
        try:
            yield
        finally:
            self._places.release()
