"""How good a network's readings are: right or wrong, per class, and how far its word is its bond.

Pure numpy, so that training, evaluation and export measure with the same code. Throughout,
``truth`` is (n,) int64 class indices and ``probabilities`` is (n, classes) with rows that sum to 1.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

CALIBRATION_BINS = 15
_NORMAL_95 = 1.959964
"""Between minus this and this lie 95 % of a standard normal distribution."""


def wilson_interval(right: int, count: int) -> tuple[float, float]:
    """The 95 % interval of a share of which ``right`` of ``count`` were seen, within [0, 1].

    Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927).
    Nothing seen leaves everything open.
    """
    if not count:
        return 0.0, 1.0
    share, squared = right / count, _NORMAL_95**2
    middle = share + squared / (2 * count)
    reach = _NORMAL_95 * math.sqrt(share * (1 - share) / count + squared / (4 * count**2))
    whole = 1 + squared / count
    return max((middle - reach) / whole, 0.0), min((middle + reach) / whole, 1.0)


@dataclass(frozen=True, slots=True)
class ClassScore:
    """One class against all others: counts, and shares in [0, 1] (0 where undefined)."""

    label: str
    true_positives: int
    false_positives: int
    true_negatives: int
    false_negatives: int

    @property
    def count(self) -> int:
        """How many truly are of this class."""
        return self.true_positives + self.false_negatives

    @property
    def precision(self) -> float:
        """Share of the verdicts for this class that were right."""
        return self.true_positives / max(self.true_positives + self.false_positives, 1)

    @property
    def recall(self) -> float:
        """Share of this class that was found."""
        return self.true_positives / max(self.count, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        wrong = self.false_positives + self.false_negatives
        return 2 * self.true_positives / max(2 * self.true_positives + wrong, 1)

    def as_json(self) -> dict[str, float]:
        """Every count and share under its short name."""
        return {
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "n": self.count,
            "tp": self.true_positives,
            "fp": self.false_positives,
            "tn": self.true_negatives,
            "fn": self.false_negatives,
        }


@dataclass(frozen=True, slots=True)
class Scores:
    """How often each true class (row) was read as each class (column), and what follows.

    confusion: (classes, classes) int64 counts; labels: the classes in that order.
    """

    confusion: NDArray[np.int64]
    labels: tuple[str, ...]

    @classmethod
    def of(
        cls, truth: NDArray[np.int64], predicted: NDArray[np.int64], labels: Sequence[str]
    ) -> Scores:
        """Count (n,) predicted against (n,) true class indices."""
        confusion = np.zeros((len(labels), len(labels)), np.int64)
        np.add.at(confusion, (truth, predicted), 1)
        return cls(confusion, tuple(labels))

    @property
    def count(self) -> int:
        """How many were read."""
        return int(self.confusion.sum())

    @property
    def accuracy(self) -> float:
        """Share read right, in [0, 1]; 0 of none."""
        return float(np.trace(self.confusion) / max(self.count, 1))

    @property
    def classes(self) -> tuple[ClassScore, ...]:
        """Every class against all others, in the order of ``labels``."""
        hits = np.diag(self.confusion)
        missed = self.confusion.sum(1) - hits
        alarms = self.confusion.sum(0) - hits
        rest = self.count - hits - missed - alarms
        rows = zip(self.labels, hits, alarms, rest, missed, strict=True)
        return tuple(ClassScore(label, *(int(count) for count in row)) for label, *row in rows)

    @property
    def macro_f1(self) -> float:
        """Mean F1 over the classes that occur, in [0, 1]."""
        present = [score.f1 for score in self.classes if score.count]
        return sum(present) / max(len(present), 1)

    def as_json(self) -> dict[str, Any]:
        """``accuracy``, ``macro_f1``, ``classes{}`` and ``n``."""
        return {
            "accuracy": self.accuracy,
            "macro_f1": self.macro_f1,
            "classes": {score.label: score.as_json() for score in self.classes},
            "n": self.count,
        }

    def as_table(self) -> str:
        """One line per class, with what it is most often taken for."""
        wide = max(9, *(len(label) for label in self.labels))
        wrong = self.confusion - np.diag(np.diag(self.confusion))
        heads = f"{'class':{wide}} {'count':>6} {'TP':>6} {'FP':>6} {'TN':>6} {'FN':>6}"
        lines = [f"{heads} {'precision':>9} {'recall':>6} {'F1':>6}  taken for"]
        for index, score in enumerate(self.classes):
            other = int(wrong[index].argmax())
            taken_for = f"{self.labels[other]} {wrong[index, other]}" if wrong[index].any() else ""
            lines.append(
                f"{score.label:{wide}} {score.count:6} {score.true_positives:6} "
                f"{score.false_positives:6} {score.true_negatives:6} {score.false_negatives:6} "
                f"{score.precision:9.3f} {score.recall:6.3f} {score.f1:6.3f}  {taken_for}".rstrip()
            )
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Readings whose confidence lies in (low, high]: how many, how sure and how often right."""

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


def reliability(
    probabilities: NDArray[np.floating[Any]], truth: NDArray[np.int64], bins: int = CALIBRATION_BINS
) -> tuple[ReliabilityBin, ...]:
    """Group readings by the confidence of their top label into bins of equal width.

    Empty bins are left in with 0 for confidence and accuracy.
    """
    confidence, right = _top_label(probabilities, truth)
    places = np.clip(np.ceil(confidence * bins).astype(np.int64) - 1, 0, bins - 1)
    counts = np.bincount(places, minlength=bins)
    filled = np.maximum(counts, 1)
    sure = np.bincount(places, confidence, bins) / filled
    hits = np.bincount(places, right, bins) / filled
    return tuple(
        ReliabilityBin(
            place / bins,
            (place + 1) / bins,
            int(counts[place]),
            float(sure[place]),
            float(hits[place]),
        )
        for place in range(bins)
    )


def expected_calibration_error(
    probabilities: NDArray[np.floating[Any]], truth: NDArray[np.int64]
) -> float:
    """Mean gap between confidence and accuracy, in [0, 1]; 0 is an honest network.

    15 bins of equal width over the top label's confidence, each weighed by its share:
    Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", ICML 2017, eq. 5.
    """
    if not len(truth):
        return 0.0
    parts = reliability(probabilities, truth)
    return sum(part.count * abs(part.accuracy - part.confidence) for part in parts) / len(truth)


def negative_log_likelihood(
    probabilities: NDArray[np.floating[Any]], truth: NDArray[np.int64]
) -> float:
    """Mean of -ln of the true class's probability; at least 0."""
    given = np.asarray(probabilities, np.float64)[np.arange(len(truth)), truth]
    return float(-np.log(np.maximum(given, 1e-12)).mean())


@dataclass(frozen=True, slots=True)
class Coverage:
    """What an abstention threshold does: share answered, and how often rightly."""

    threshold: float
    coverage: float
    accuracy: float


def coverage_at(
    threshold: float, probabilities: NDArray[np.floating[Any]], truth: NDArray[np.int64]
) -> Coverage:
    """Answer only where the top label's confidence reaches ``threshold``.

    The accuracy is over the answered, and 0 where none is.
    """
    confidence, right = _top_label(probabilities, truth)
    answered = confidence >= threshold
    accuracy = float(right[answered].mean()) if answered.any() else 0.0
    return Coverage(threshold, float(answered.mean()) if len(truth) else 0.0, accuracy)


def threshold_for_accuracy(
    wanted: float, probabilities: NDArray[np.floating[Any]], truth: NDArray[np.int64]
) -> float | None:
    """The lowest threshold whose answers are right at least as often as ``wanted``.

    None where no threshold achieves it. After El-Yaniv and Wiener, "On the Foundations of
    Noise-free Selective Classification", JMLR 2010: coverage traded for risk.
    """
    confidence, right = _top_label(probabilities, truth)
    order = np.argsort(-confidence, kind="stable")
    falling = confidence[order]
    accuracy = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    # readings of equal confidence are answered together: only the last of them is a threshold
    last_of_equals = np.diff(falling, append=-np.inf) < 0
    fits = np.flatnonzero(last_of_equals & (accuracy >= wanted))
    return float(falling[fits[-1]]) if len(fits) else None


def _top_label(
    probabilities: NDArray[np.floating[Any]], truth: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(n,) confidence of the top label, and (n,) 1.0 where it is the true one."""
    exact = np.asarray(probabilities, np.float64)
    return exact.max(axis=1), (exact.argmax(axis=1) == truth).astype(np.float64)
