"""The rows under a message: Discord takes five of five buttons, or of one menu."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from discord import ui

ROWS = 5
ROW_WIDTH = 5


class Rows:
    """Items row by row; what finds no room is left out."""

    def __init__(self) -> None:
        self._view = ui.View(timeout=None)
        self._widths = [0] * ROWS

    def put(self, items: Iterable[ui.Item[Any]]) -> None:
        """Items in rows of their own, below what is there."""
        row = next((r for r in reversed(range(ROWS)) if self._widths[r]), -1) + 1
        for item in items:
            while row < ROWS and self._widths[row] + item.width > ROW_WIDTH:
                row += 1
            self._add(item, row)

    def fill(self, items: Iterable[ui.Item[Any]]) -> None:
        """Items in a row of their own where one is free, else wherever there is room."""
        lowest = max((row for row in range(ROWS) if self._widths[row]), default=-1)
        rows = (*range(lowest + 1, ROWS), *reversed(range(lowest + 1)))
        for item in items:
            fits = (row for row in rows if self._widths[row] + item.width <= ROW_WIDTH)
            self._add(item, next(fits, ROWS))

    @property
    def view(self) -> ui.View | None:
        """What is to be sent; None where there is nothing."""
        return self._view if self._view.children else None

    def _add(self, item: ui.Item[Any], row: int) -> None:
        if row >= ROWS:
            return
        item.row = row
        self._widths[row] += item.width
        self._view.add_item(item)
