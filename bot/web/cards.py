"""What belongs to the latest mixes, kept in memory for the page to fetch."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable

from core.domain.mix import Mix

KEPT = 16


class Shelf:
    """Makes a mix's card or sample when it is first asked for; the oldest makes room for new ones.

    make: gives b"" where there is nothing.
    """

    def __init__(self, make: Callable[[Mix], Awaitable[bytes]], kept: int = KEPT) -> None:
        self._make = make
        self._kept = kept
        self._things: OrderedDict[int, Mix | bytes] = OrderedDict()

    def put(self, mix_id: int, mix: Mix) -> None:
        """Remember what to make it of."""
        self._things[mix_id] = mix
        self._things.move_to_end(mix_id)
        while len(self._things) > self._kept:
            self._things.popitem(last=False)

    async def fetch(self, mix_id: int) -> bytes | None:
        """What was made; None where the mix is not, or no longer, on the shelf."""
        thing = self._things.get(mix_id)
        if isinstance(thing, Mix):
            made = await self._make(thing)
            # forgotten or pushed out meanwhile: do not bring it back
            if self._things.get(mix_id) is thing:
                self._things[mix_id] = made
            return made
        return thing

    def clear(self) -> None:
        """Drop everything."""
        self._things.clear()
