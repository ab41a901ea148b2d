"""How close predictions of music emotion are, with confidence intervals over artists.

Clips of one artist are alike, so intervals come from drawing whole groups again, with replacement
(Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 8), not single clips.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.training.metrics import Scores

DRAWS = 2000
_CONFIDENCE = (0.025, 0.975)
_SEED = 0
_NEGLIGIBLE = 1e-12

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure and its bootstrap interval of 95 %."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


@dataclass(frozen=True, slots=True)
class Closeness:
    """Of predictions of one target in [-1, 1] to what listeners said.

    rmse; r: Pearson's, 0 of a constant; r2: against the mean of the clips measured; ccc: Lin's, "A
    concordance correlation coefficient to evaluate reproducibility", Biometrics 45 (1989).
    """

    n: int
    rmse: Measure
    r: Measure
    r2: Measure
    ccc: Measure

    @classmethod
    def of(cls, truth: Numbers, predicted: Numbers, groups: NDArray[np.int64]) -> Closeness:
        """Measure (n,) predictions against (n,) ratings of clips in (n,) groups."""
        columns = (np.ones_like(truth), truth, truth**2, predicted, predicted**2, truth * predicted)
        sums = _sum_by_group(np.stack(columns, axis=1), groups)
        names = ("rmse", "r", "r2", "ccc")
        values = _figures(sums.sum(axis=0)[None])[0]
        drawn = _figures(_draw(sums))
        low, high = np.quantile(drawn, _CONFIDENCE, axis=0)
        measures = {
            name: Measure(float(values[place]), float(low[place]), float(high[place]))
            for place, name in enumerate(names)
        }
        return cls(n=len(truth), **measures)

    def as_json(self) -> dict[str, Any]:
        """Every figure with its interval, and ``n``."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Choice:
    """Of predicted classes: the confusion matrix, and the share that is right."""

    scores: Scores
    accuracy: Measure

    @classmethod
    def of(
        cls,
        truth: NDArray[np.int64],
        predicted: NDArray[np.int64],
        labels: tuple[str, ...],
        groups: NDArray[np.int64],
    ) -> Choice:
        """Measure (n,) predicted against (n,) true class indices of clips in (n,) groups."""
        hits = (truth == predicted).astype(np.float64)
        sums = _sum_by_group(np.stack([hits, np.ones_like(hits)], axis=1), groups)
        drawn = _draw(sums)
        low, high = np.quantile(drawn[:, 0] / drawn[:, 1], _CONFIDENCE)
        scores = Scores.of(truth, predicted, labels)
        return cls(scores, Measure(scores.accuracy, float(low), float(high)))

    def as_json(self) -> dict[str, Any]:
        """``accuracy`` with its interval, ``macro_f1``, ``n``, classes and confusion matrix."""
        told = self.scores.as_json()
        told["accuracy"] = asdict(self.accuracy)
        return {**told, "confusion": self.scores.confusion.tolist()}


def _figures(sums: Numbers) -> Numbers:
    """(k, 6) sums of 1, y, y², p, p² and yp → (k, 4) rmse, r, r2 and ccc, 0 where undefined."""
    n, y, y2, p, p2, yp = sums.T
    error = np.maximum(y2 - 2 * yp + p2, 0.0)
    spread_y, spread_p = (np.maximum(each, 0.0) for each in (y2 - y * y / n, p2 - p * p / n))
    together = yp - y * p / n
    unexplained = _ratio(error, spread_y, n)
    return np.stack(
        [
            np.sqrt(error / n),
            _ratio(together, np.sqrt(spread_y * spread_p), n),
            np.where(spread_y > _NEGLIGIBLE * n, 1 - unexplained, 0.0),
            _ratio(2 * together, spread_y + spread_p + (y - p) ** 2 / n, n),
        ],
        axis=1,
    )


def _ratio(above: Numbers, below: Numbers, n: Numbers) -> Numbers:
    """0 where the lower number is one of rounding: n predictions that are all the same."""
    defined = below > _NEGLIGIBLE * n
    return np.asarray(np.divide(above, below, out=np.zeros_like(above), where=defined))


def _sum_by_group(columns: Numbers, groups: NDArray[np.int64]) -> Numbers:
    """(n, c) → (groups, c)."""
    _, places = np.unique(groups, return_inverse=True)
    sums = np.zeros((int(places.max()) + 1, columns.shape[1]))
    np.add.at(sums, places, columns)
    return sums


def _draw(sums: Numbers) -> Numbers:
    """(groups, c) → (``DRAWS``, c) sums over as many groups, drawn again."""
    random = np.random.default_rng(_SEED)
    count = len(sums)
    times = random.multinomial(count, np.full(count, 1 / count), DRAWS)
    return np.asarray(times @ sums, np.float64)
