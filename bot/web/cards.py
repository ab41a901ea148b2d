"""The latest mix cards, kept in memory for the page to fetch."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable

from core.domain.mix import Mix

KEPT = 16


class CardShelf:
    """Paints a card when it is first asked for; the oldest is dropped when the shelf is full."""

    def __init__(self, paint_card: Callable[[Mix], Awaitable[bytes]], kept: int = KEPT) -> None:
        self._paint_card = paint_card
        self._kept = kept
        self._cards: OrderedDict[int, Mix | bytes] = OrderedDict()

    def put(self, mix_id: int, mix: Mix) -> None:
        """Remember what to paint."""
        self._cards[mix_id] = mix
        self._cards.move_to_end(mix_id)
        while len(self._cards) > self._kept:
            self._cards.popitem(last=False)

    async def picture(self, mix_id: int) -> bytes | None:
        """The card as PNG; None where the mix is not, or no longer, on the shelf."""
        card = self._cards.get(mix_id)
        if isinstance(card, Mix):
            painted = await self._paint_card(card)
            # forgotten or pushed out meanwhile: do not bring it back
            if self._cards.get(mix_id) is card:
                self._cards[mix_id] = painted
            return painted
        return card

    def clear(self) -> None:
        """Drop everything."""
        self._cards.clear()
