"""Cards drawn beside everything else: drawing is Python, and would leave one core to all of us."""

from __future__ import annotations

from collections.abc import Callable

import structlog

from bot.presenters.card import draw_card
from bot.presenters.language import speaking, spoken
from core.domain.mix import Mix
from core.inference.process_hand import HandFailedError, ProcessHand
from core.inference.workers import Workers

LIMIT_S = 60.0
"""Longest time for one card; it takes a fifth of a second where the machine has time."""

_log = structlog.get_logger()

_Order = tuple[str, Mix]
"""The language to draw in, and what."""


class Painter:
    """Draws in a process of its own, and in a thread as long as that is not there."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers
        self._hand: ProcessHand[_Order, bytes] = ProcessHand(prepare_brush, LIMIT_S)

    async def prepare(self) -> None:
        """Start the process."""
        try:
            await self._hand.start()
        except HandFailedError as error:
            _log.warning("painter_not_started", cause=type(error.__cause__).__name__)

    async def paint(self, mix: Mix) -> bytes:
        """The card of a mix as PNG, in the language that is spoken; raises what ``run`` raises."""
        if self._hand.is_ready:
            try:
                return await self._hand.do((spoken(), mix))
            except HandFailedError as error:
                _log.warning("painter_failed", cause=type(error.__cause__).__name__)
        return await self._workers.run(draw_card, mix)

    async def close(self) -> None:
        """End the process."""
        await self._hand.close()


def prepare_brush() -> Callable[[_Order], bytes]:
    """In the process: what draws."""

    def draw(order: _Order) -> bytes:
        language, mix = order
        with speaking(language):
            return draw_card(mix)

    return draw
