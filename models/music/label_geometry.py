"""Emotions of a song from how its listeners' ratings spread over the valence-arousal plane.

Hassanaliaragh and Givehchian, "Emotion-Driven Song Recommendation System: Harmonizing Audio and
Facial Expressions": a song covers the rectangle of one, two or three standard deviations round its
mean ratings, and each emotion counts by the share of that rectangle which its region covers.

The plane is a square of side 10, so listeners' ratings of 1 to 9 lie in it as they are, with 5 in
the middle. What the paper leaves open is read like this:

- The rectangle is "within the entire spectrum of potential values": it ends where the plane ends,
  and shares are shares of what is left.
- A rectangle without extent is the limit of vanishing small ones: a point inside a region is all
  of that region, a point on a border counts equally on both sides, a segment counts by its length.
- Eight emotions share the grid's twelve rim cells by following the circle. The middle of a corner
  cell lies exactly between two of them, and each gets the half on its side of the diagonal.
- The grid has a ninth class, neutral, so that its shares sum to 100 as well.

The paper's own figures fit the sectors with one standard deviation: see ``models/README.md``.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.domain.music_reading import MusicMood

PLANE_SIDE = 10.0
NEUTRAL = "neutral"

WHOLE = 100.0
"""What the shares of a song sum to."""

_HALF = PLANE_SIDE / 2
_NEUTRAL_HALF = PLANE_SIDE / 4
"""Half the side of the four central cells."""

_LEAST_REACH = 1e-6
"""Half the side of a rectangle that stands for a point."""

_QUADRANTS = (
    (1, 1, MusicMood.HAPPY, MusicMood.EXCITED),
    (-1, 1, MusicMood.FRUSTRATED, MusicMood.TENSE),
    (-1, -1, MusicMood.DEPRESSED, MusicMood.TIRED),
    (1, -1, MusicMood.CONTENT, MusicMood.CALM),
)
"""Signs of valence and arousal; the emotion next to the valence axis, and next to arousal's."""


_Interval = tuple[NDArray[np.float64], NDArray[np.float64]]


class Partition(StrEnum):
    """How the plane is divided among emotions."""

    GRID = "grid"
    """4x4 cells: the four central ones neutral, the others by the circle."""
    SECTORS = "sectors"
    """Eight sectors cut by the axes and the diagonals."""

    @property
    def labels(self) -> tuple[str, ...]:
        """Names of the columns: ``MusicMood`` in its order and, of the grid, neutral."""
        moods = tuple(mood.value for mood in MusicMood)
        return (*moods, NEUTRAL) if self is Partition.GRID else moods


def emotion_shares(
    means: NDArray[np.float64],
    deviations: NDArray[np.float64],
    sigmas: float,
    partition: Partition,
) -> NDArray[np.float64]:
    """(n, k) shares in percent of the rectangle of ±``sigmas`` deviations; each row sums to 100.

    means: (n, 2) valence and arousal in [0, 10]; deviations: (n, 2), in the same unit, not
    negative; k as in ``partition.labels``. Areas are exact, not sampled. Raises ValueError for
    anything else.
    """
    low, high = rectangles(means, deviations, sigmas)
    areas = _sector_areas(low, high)
    if partition is Partition.GRID:
        inner_low, inner_high = (
            np.clip(bound, -_NEUTRAL_HALF, _NEUTRAL_HALF) for bound in (low, high)
        )
        inner = _sector_areas(inner_low, inner_high)
        rim = np.maximum(areas - inner, 0.0)
        areas = np.concatenate([rim, inner.sum(axis=1, keepdims=True)], axis=1)
    return np.asarray(WHOLE * areas / areas.sum(axis=1, keepdims=True))


def rectangles(
    means: NDArray[np.float64], deviations: NDArray[np.float64], sigmas: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(n, 2) lower and upper corners inside the plane, measured from its middle, in [-5, 5]."""
    if means.ndim != 2 or means.shape[1] != 2 or means.shape != deviations.shape:  # noqa: PLR2004
        raise ValueError(f"means and deviations need one shape (n, 2), got {means.shape}")
    if not ((means >= 0) & (means <= PLANE_SIDE)).all():
        raise ValueError(f"means must lie in [0, {PLANE_SIDE:g}]")
    if not (np.isfinite(deviations) & (deviations >= 0)).all():
        raise ValueError("deviations must be finite and not negative")
    if not (np.isfinite(sigmas) and sigmas >= 0):
        raise ValueError(f"sigmas must be finite and not negative, got {sigmas}")
    reach = np.maximum(sigmas * deviations, _LEAST_REACH)
    middle = means - _HALF
    return np.clip(middle - reach, -_HALF, _HALF), np.clip(middle + reach, -_HALF, _HALF)


def one_hot(shares: NDArray[np.float64]) -> NDArray[np.bool_]:
    """(n, k): the emotion with the largest share alone; the first in order on a tie."""
    return np.asarray(np.arange(shares.shape[1]) == shares.argmax(axis=1)[:, None])


def above_even(shares: NDArray[np.float64]) -> NDArray[np.bool_]:
    """(n, k): every emotion with more than an even share, 100 / k."""
    return np.asarray(shares > WHOLE / shares.shape[1])


def soft_targets(shares: NDArray[np.float64]) -> NDArray[np.float32]:
    """(n, k) float32 that sums to 1, for a cross-entropy over emotions."""
    return (shares / WHOLE).astype(np.float32)


def _sector_areas(low: NDArray[np.float64], high: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n, 8) area of each rectangle in each sector, in the order of ``MusicMood``."""
    order = list(MusicMood)
    areas = np.empty((len(low), len(order)))
    for valence_sign, arousal_sign, flat, steep in _QUADRANTS:
        valence = _fold(low[:, 0], high[:, 0], valence_sign)
        arousal = _fold(low[:, 1], high[:, 1], arousal_sign)
        areas[:, order.index(flat)] = _area_below_diagonal(valence, arousal)
        areas[:, order.index(steep)] = _area_below_diagonal(arousal, valence)
    return areas


def _fold(low: NDArray[np.float64], high: NDArray[np.float64], sign: int) -> _Interval:
    """The part of an interval on one side of 0, as distances from it; of no length where none."""
    start, end = (low, high) if sign > 0 else (-high, -low)
    return np.maximum(start, 0.0), np.maximum(end, 0.0)


def _area_below_diagonal(across: _Interval, up: _Interval) -> NDArray[np.float64]:
    """Area of across x up where the first coordinate exceeds the second.

    The integral of the height below the diagonal: it grows along the diagonal (a trapezium) until
    the rectangle's whole height lies below.
    """
    (left, right), (bottom, top) = across, up
    enter, leave = np.clip(left, bottom, top), np.clip(right, bottom, top)
    trapezium = (leave - enter) * ((enter - bottom) + (leave - bottom)) / 2
    full = (np.maximum(right, top) - np.maximum(left, top)) * (top - bottom)
    return np.asarray(trapezium + full)
