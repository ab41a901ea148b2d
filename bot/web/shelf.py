"""What belongs to the latest replies, kept in memory for the page to fetch."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

KEPT = 16

Key = TypeVar("Key")
Thing = TypeVar("Thing")


class Shelf(Generic[Key, Thing]):
    """Makes a picture or sample when it is first asked for; the oldest makes room for new ones.

    make: gives b"" where there is nothing.
    """

    def __init__(self, make: Callable[[Thing], Awaitable[bytes]], kept: int = KEPT) -> None:
        self._make = make
        self._kept = kept
        self._things: OrderedDict[Key, Thing | bytes] = OrderedDict()

    def put(self, key: Key, thing: Thing) -> None:
        """Remember what to make it of."""
        self._things[key] = thing
        self._things.move_to_end(key)
        while len(self._things) > self._kept:
            self._things.popitem(last=False)

    async def fetch(self, key: Key) -> bytes | None:
        """What was made; None where the key is not, or no longer, on the shelf."""
        thing = self._things.get(key)
        if thing is None or isinstance(thing, bytes):
            return thing
        made = await self._make(thing)
        # forgotten or pushed out meanwhile: do not bring it back
        if self._things.get(key) is thing:
            self._things[key] = made
        return made

    def clear(self) -> None:
        """Drop everything."""
        self._things.clear()
