"""One person's requests one after another, many people's side by side."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

WAITING_LIMIT = 20
"""Requests of one person in hand or waiting; what comes beyond is turned away."""


class Turns:
    """Whose turn it is, by user id; nothing is kept of people who are done."""

    def __init__(self, waiting_limit: int = WAITING_LIMIT) -> None:
        self._waiting_limit = waiting_limit
        self._turns: dict[int, deque[asyncio.Event]] = {}
        self._turned_away: set[int] = set()

    def __len__(self) -> int:
        """How many people have requests in hand or waiting."""
        return len(self._turns)

    def has_room(self, user_id: int) -> bool:
        """Whether one more request of this person may wait."""
        return len(self._turns.get(user_id, ())) < self._waiting_limit

    def refuse(self, user_id: int) -> bool:
        """Turn a request away; True for the first one, until the person's others are done."""
        is_first = user_id not in self._turned_away
        self._turned_away.add(user_id)
        return is_first

    @contextmanager
    def turn_of(self, user_id: int) -> Iterator[Callable[[], Awaitable[object]]]:
        """Take the place behind the person's earlier requests at once.

        What it hands out waits until they are done, whatever happened in between.
        """
        turns = self._turns.setdefault(user_id, deque())
        turn = asyncio.Event()
        turns.append(turn)
        turns[0].set()
        try:
            yield turn.wait
        finally:
            turns.remove(turn)
            if turns:
                turns[0].set()
            else:
                del self._turns[user_id]
                self._turned_away.discard(user_id)
