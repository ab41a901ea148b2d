"""What a score is added up from: terms, each of which knows what it adds for a run of rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from core.domain.mix import ReasonKind

Floats = NDArray[np.float32]


class Term(Protocol):
    """One summand of a score, for the rows from ``start`` up to ``stop`` of a table.

    kind: which reason it counts to.
    """

    @property
    def kind(self) -> ReasonKind: ...  # noqa: D102 - described above

    def add_to(self, scores: Floats, start: int, stop: int) -> None:
        """Add to ``scores``, (stop - start,) float32, what this term gives each of these rows."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Lookup:
    """Worth by code. codes: (n,) integers; worth: (v + 1,) float32, the last for code -1."""

    kind: ReasonKind
    codes: NDArray[Any]
    worth: Floats

    def add_to(self, scores: Floats, start: int, stop: int) -> None:
        """See Term."""
        scores += self.worth[self.codes[start:stop]]


@dataclass(frozen=True, slots=True, eq=False)
class Scattered:
    """Worth of single rows, rising; all others get nothing."""

    kind: ReasonKind
    rows: NDArray[np.int64]
    worth: Floats

    def add_to(self, scores: Floats, start: int, stop: int) -> None:
        """See Term."""
        first, last = np.searchsorted(self.rows, (start, stop))
        scores[self.rows[first:last] - start] += self.worth[first:last]


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """slope times a column without gaps, plus an offset."""

    kind: ReasonKind
    column: Floats
    slope: float
    offset: float = 0.0

    def add_to(self, scores: Floats, start: int, stop: int) -> None:
        """See Term."""
        scores += np.float32(self.slope) * self.column[start:stop]
        scores += np.float32(self.offset)


@dataclass(frozen=True, slots=True, eq=False)
class Near:
    """Closeness of a column to a centre: a Gaussian from 0 to 1, times weight.

    Unknown (NaN) adds nothing. against: the far end takes off as much as the near end adds, so that
    what is unknown stands between them.
    """

    kind: ReasonKind
    column: Floats
    centre: float
    spread: float
    weight: float
    against: bool = False

    def add_to(self, scores: Floats, start: int, stop: int) -> None:
        """See Term."""
        gap = self.column[start:stop] - np.float32(self.centre)
        _add_closeness(scores, gap, self.spread, self.weight, against=self.against)


@dataclass(frozen=True, slots=True, eq=False)
class NearTempo:
    """Closeness of two tempi in octaves, where half and double are the same; see Near."""

    kind: ReasonKind
    tempo_bpm: Floats
    centre_bpm: float
    spread_octaves: float
    weight: float

    def add_to(self, scores: Floats, start: int, stop: int) -> None:
        """See Term."""
        # a tempo of 0 stands for none in some catalogues
        known = np.maximum(self.tempo_bpm[start:stop], np.float32(1.0))
        gap = np.log2(known)
        gap -= np.float32(np.log2(self.centre_bpm))
        gap -= np.rint(gap)
        _add_closeness(scores, gap, self.spread_octaves, self.weight, against=False)


@dataclass(frozen=True, slots=True, eq=False)
class OffPoint:
    """slope times the distance from a point of the plane."""

    kind: ReasonKind
    valence: Floats
    arousal: Floats
    point: tuple[float, float]
    slope: float

    def add_to(self, scores: Floats, start: int, stop: int) -> None:
        """See Term."""
        distance = _squared_distance(self.valence[start:stop], self.arousal[start:stop], self.point)
        np.sqrt(distance, out=distance)  # four times as fast as np.hypot
        distance *= np.float32(self.slope)
        scores += distance


@dataclass(frozen=True, slots=True, eq=False)
class Bounded:
    """The sum of terms, kept within ±1, times weight."""

    kind: ReasonKind
    terms: Sequence[Term]
    weight: float

    def add_to(self, scores: Floats, start: int, stop: int) -> None:
        """See Term."""
        inner = np.zeros(stop - start, np.float32)
        for term in self.terms:
            term.add_to(inner, start, stop)
        np.clip(inner, np.float32(-1.0), np.float32(1.0), out=inner)
        inner *= np.float32(self.weight)
        scores += inner


@dataclass(frozen=True, slots=True, eq=False)
class Mood:
    """How well songs fit a point of the plane whose tolerance is a Gaussian, times weight.

    A song's own place is known with an error only, so this is what the Gaussian is expected to be:
    with tolerance² T and error² E at distance d it is T / (T + E) · exp(-d² / 2(T + E)).
    squared_error: E of each song, (n,) float32, or of them all.
    """

    kind: ReasonKind
    valence: Floats
    arousal: Floats
    squared_error: Floats | float
    point: tuple[float, float]
    tolerance: float
    weight: float

    def add_to(self, scores: Floats, start: int, stop: int) -> None:
        """See Term."""
        tolerance = np.float32(self.tolerance**2)
        if isinstance(self.squared_error, float):
            inverse: Any = 1 / (tolerance + np.float32(self.squared_error))
        else:
            inverse = self.squared_error[start:stop] + tolerance
            np.reciprocal(inverse, out=inverse)
        closeness = _squared_distance(
            self.valence[start:stop], self.arousal[start:stop], self.point
        )
        closeness *= inverse
        closeness *= np.float32(-0.5)
        np.exp(closeness, out=closeness)
        closeness *= inverse
        closeness *= np.float32(self.weight) * tolerance
        scores += closeness


def fused(terms: Sequence[Term]) -> list[Term]:
    """Terms with the same sum, the lookups of one column made into one; kinds are lost."""
    lookups: dict[int, Lookup] = {}
    others: list[Term] = []
    for term in terms:
        if not isinstance(term, Lookup):
            others.append(term)
        elif id(term.codes) in lookups:
            earlier = lookups[id(term.codes)]
            lookups[id(term.codes)] = replace(earlier, worth=earlier.worth + term.worth)
        else:
            lookups[id(term.codes)] = term
    return [*lookups.values(), *others]


def _squared_distance(valence: Floats, arousal: Floats, point: tuple[float, float]) -> Floats:
    squared = valence - np.float32(point[0])
    squared *= squared
    other = arousal - np.float32(point[1])
    other *= other
    squared += other
    return squared


def _add_closeness(
    scores: Floats, gap: Floats, spread: float, weight: float, *, against: bool
) -> None:
    """Add the Gaussian of ``gap``, which is used up, to ``scores``; see Near."""
    gap *= gap
    gap *= np.float32(-0.5 / spread**2)
    np.exp(gap, out=gap)
    if against:
        gap *= np.float32(2 * weight)
        gap -= np.float32(weight)
    else:
        gap *= np.float32(weight)
    np.copyto(gap, np.float32(0.0), where=np.isnan(gap))
    scores += gap
