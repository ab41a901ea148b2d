"""The best rows of a table, found in one pass that needs next to no memory.

Every row is scored exactly, block by block, so that the scores of a block never leave the
processor's cache; only rows above the worst of the best so far are kept. Nothing is estimated or
left out: the result is that of sorting all scores.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.services.ranking.terms import Floats, Term

Found = tuple[NDArray[np.int64], Floats]
"""Rows of a table, best first, and their scores."""

BLOCK = 3 << 13
"""Rows scored at once: a few arrays of 96 KiB, which stay in the cache, and below the 128 KiB from
where on the C library asks the system for fresh memory every time."""

_SLACK = 4
"""So many times the wanted rows are collected before the worst are dropped."""


def best_rows(
    rows: int, common: Sequence[Term], places: Sequence[Term], count: int, *, block: int = BLOCK
) -> list[Found]:
    """The best ``count`` rows for each place, best first, with their scores.

    A row's score for a place is the sum of the common terms and the place's own; rows at minus
    infinity are left out, and of equal scores the earlier row goes first.
    """
    best = [_Best(count) for _ in places]
    for start in range(0, rows, block):
        stop = min(start + block, rows)
        shared = np.zeros(stop - start, np.float32)
        for term in common:
            term.add_to(shared, start, stop)
        for place, kept in zip(places, best, strict=True):
            scores = shared.copy()
            place.add_to(scores, start, stop)
            kept.offer(scores, start)
    return [kept.sorted() for kept in best]


class _Best:
    """Collects rows with high scores."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._rows = np.empty(0, np.int64)
        self._scores = np.empty(0, np.float32)
        self._new: list[Found] = []
        self._collected = 0
        self._floor = np.float32(-np.inf)

    def offer(self, scores: Floats, start: int) -> None:
        """Take what is above all that fell out before; earlier rows must come first."""
        hits = np.flatnonzero(scores > self._floor)
        if not len(hits):
            return
        self._new.append((hits + start, scores[hits]))
        self._collected += len(hits)
        if self._collected > _SLACK * self._count:
            self._shrink()

    def sorted(self) -> Found:
        """The best, best first."""
        self._shrink()
        order = np.lexsort((self._rows, -self._scores))
        return self._rows[order], self._scores[order]

    def _shrink(self) -> None:
        rows = np.concatenate([self._rows, *(rows for rows, _ in self._new)])
        scores = np.concatenate([self._scores, *(scores for _, scores in self._new)])
        if len(scores) > self._count:
            self._floor = np.partition(scores, -self._count)[-self._count]
            keep = scores > self._floor
            # the first ones of those that tie for the last place
            ties = np.flatnonzero(scores == self._floor)
            keep[ties[: self._count - int(keep.sum())]] = True
            rows, scores = rows[keep], scores[keep]
        self._rows, self._scores, self._new, self._collected = rows, scores, [], 0
