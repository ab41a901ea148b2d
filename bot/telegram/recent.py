"""A short memory for chat details that need no database."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

REMEMBERED = 2000
"""Entries kept before the oldest is dropped."""


class Recent(Generic[K, V]):
    """A mapping that holds the latest entries and drops the oldest."""

    def __init__(self, size: int = REMEMBERED) -> None:
        self._size = size
        self._entries: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        """What was put last under the key, None where it was never put or is dropped."""
        return self._entries.get(key)

    def put(self, key: K, value: V) -> None:
        """Remember, as the newest entry."""
        self._entries[key] = value
        self._entries.move_to_end(key)
        if len(self._entries) > self._size:
            self._entries.popitem(last=False)


class Once(Generic[K]):
    """Tells whether something is met for the first time, as far as it remembers."""

    def __init__(self, size: int = REMEMBERED) -> None:
        self._met: Recent[K, int] = Recent(size)

    def first(self, key: K) -> bool:
        """True the first time a key is met."""
        times = self._met.get(key) or 0
        self._met.put(key, times + 1)
        return times == 0

    def again(self, key: K) -> None:
        """Let the key be met anew, after what it stood for did not come about."""
        self._met.put(key, 0)
