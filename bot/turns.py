"""One person's requests one after another, many people's side by side."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

WAITING_LIMIT = 20
"""Requests of one person in hand or waiting; what comes beyond is turned away."""


@dataclass(slots=True)
class _Turn:
    """A person's place: who holds it, and how many requests wait for it or hold it."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    requests: int = 0
    turned_away: bool = False


class Turns:
    """Whose turn it is, by user id; nothing is kept of people who are done."""

    def __init__(self, waiting_limit: int = WAITING_LIMIT) -> None:
        self._waiting_limit = waiting_limit
        self._turns: dict[int, _Turn] = {}

    def __len__(self) -> int:
        """How many people have requests in hand or waiting."""
        return len(self._turns)

    def has_room(self, user_id: int) -> bool:
        """Whether one more request of this person may wait."""
        turn = self._turns.get(user_id)
        return turn is None or turn.requests < self._waiting_limit

    def refuse(self, user_id: int) -> bool:
        """Turn a request away; True for the first one, until the person's others are done."""
        turn = self._turns[user_id]
        is_first, turn.turned_away = not turn.turned_away, True
        return is_first

    @asynccontextmanager
    async def turn_of(self, user_id: int) -> AsyncIterator[None]:
        """Wait until the person's earlier requests are done, in the order of the calls."""
        turn = self._turns.setdefault(user_id, _Turn())
        turn.requests += 1
        try:
            async with turn.lock:
                yield
        finally:
            turn.requests -= 1
            if not turn.requests:
                del self._turns[user_id]
