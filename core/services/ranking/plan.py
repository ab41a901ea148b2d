"""An order made ready: what each place in the list is to be near, and the terms for one table."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Self

import numpy as np

from core.domain.affect import Affect
from core.domain.intent import Intent
from core.domain.mix import Ranker, ReasonKind
from core.domain.song_text import match_artist
from core.domain.track_table import TrackTable
from core.services.ranking import weights
from core.services.ranking.cosine import Cosine, observed
from core.services.ranking.learned import learned_term
from core.services.ranking.order import Order
from core.services.ranking.path import steps_of
from core.services.ranking.score import (
    Credits,
    context_terms,
    mood_term,
    novelty_term,
    only_languages,
    squared_errors,
    taste_terms,
    wish_terms,
    without_artists,
)
from core.services.ranking.search import Found, best_rows
from core.services.ranking.taste import Taste
from core.services.ranking.terms import Floats, Term, fused


@dataclass(frozen=True, slots=True)
class Tastes:
    """What the song that was sent says, and each song to have more of."""

    seed: Taste
    like: tuple[Taste, ...] = ()

    def wished_artists(self, order: Order) -> frozenset[str]:
        """Keys of the artists to have more of."""
        named = map(match_artist, order.wishes.like_artists)
        return frozenset(chain(named, *(taste.artists for taste in self.like)))


@dataclass(frozen=True, slots=True)
class Aim:
    """What one place in the list is to be near, and how far off still fits."""

    point: Affect
    tolerance: float


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """A table with the terms of an order.

    scored: what is told as reasons; filters: what only leaves out; squared_error: see Mood.
    """

    table: TrackTable
    order: Order
    scored: tuple[Term, ...]
    filters: tuple[Term, ...]
    squared_error: Floats | float

    @classmethod
    def of(cls, table: TrackTable, order: Order, tastes: Tastes) -> Self:
        """Prepare an order for a table."""
        wishes = order.wishes
        unwanted = [match_artist(name) for name in wishes.not_artists]
        wanted = tastes.wished_artists(order)
        answered = {match_artist(name) for song in order.recent for name in song.artists}
        credit = Credits(table, (*unwanted, *wanted, *answered, *tastes.seed.artists))
        filters: list[Term] = [without_artists(unwanted, credit)] if unwanted else []
        if wishes.languages:
            filters.append(only_languages(table, wishes.languages))
        scored: tuple[Term, ...] = ()
        if order.ranker is Ranker.OURS:
            scored = (
                *taste_terms(table, tastes.seed, credit),
                *wish_terms(table, wanted, tastes.like, credit),
                *context_terms(table, wishes.contexts),
                learned_term(table, order.preference, order.target),
                novelty_term(answered, credit),
            )
        return cls(table, order, scored, tuple(filters), squared_errors(table))

    def best(self, aims: Sequence[Aim], count: int) -> list[Found]:
        """The best ``count`` rows for each aim, best first, with their scores."""
        places = [self.place(aim) for aim in aims]
        common = fused((*self.filters, *self.scored))
        return best_rows(len(self.table), common, places, count)

    def place(self, aim: Aim) -> Term:
        """What differs from place to place."""
        if self.order.ranker is Ranker.COSINE:
            return Cosine(self.table, observed(self.order.face))
        return mood_term(self.table, aim.point, aim.tolerance, self.squared_error)

    def parts(self, row: int, aim: Aim) -> dict[ReasonKind, float]:
        """The parts of one row's score."""
        parts: defaultdict[ReasonKind, float] = defaultdict(float)
        for term in (self.place(aim), *self.scored):
            part = np.zeros(1, np.float32)
            term.add_to(part, row, row + 1)
            parts[term.kind] += float(part[0])
        return parts


def aims_of(order: Order) -> tuple[Aim, ...]:
    """One for each place; an unsure face widens the tolerance as far as the list is still near it.

    The baseline stays with the face, whatever the intent.
    """
    face, length = order.face, order.length
    if order.ranker is Ranker.COSINE:
        return (Aim(face.affect, weights.MOOD_TOLERANCE),) * length
    steps = steps_of(face.affect, order.target, order.intent, length)
    stays = order.intent is Intent.MODULATE
    doubt = face.emotion.spread
    return tuple(
        Aim(
            step,
            math.hypot(weights.MOOD_TOLERANCE, doubt * (1.0 if stays else 1 - place / length)),
        )
        for place, step in enumerate(steps, start=1)
    )
