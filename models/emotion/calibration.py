"""Making a network's confidence honest on faces it was not trained on.

Temperature scaling: one number that all logits are divided by, which leaves every verdict as it is
and makes the probabilities match how often they are right (Guo, Pleiss, Sun and Weinberger, "On
Calibration of Modern Neural Networks", ICML 2017). What is fitted on some faces is measured on
others: both ways between two halves, so that every figure here is a held-out one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import softmax

from models.training.metrics import (
    Coverage,
    coverage_at,
    expected_calibration_error,
    negative_log_likelihood,
    threshold_for_accuracy,
)

TEMPERATURES = (0.05, 20.0)
"""Nothing outside is ever sensible; a fit at either end means that something else is wrong."""


def with_temperature(logits: NDArray[np.floating[Any]], temperature: float) -> NDArray[np.float64]:
    """(n, classes) probabilities of logits divided by the temperature, which must be above 0."""
    return np.asarray(softmax(np.asarray(logits, np.float64) / temperature, axis=1), np.float64)


def fit_temperature(logits: NDArray[np.floating[Any]], truth: NDArray[np.int64]) -> float:
    """The temperature under which the true classes (n,) are likeliest.

    logits: (n, classes), or logarithms of probabilities, which differ from logits by a constant a
    face and so lead to the same. The likelihood has one peak along 1 / temperature, so a bounded
    search along its logarithm finds it.
    """

    def loss(log_temperature: float) -> float:
        return negative_log_likelihood(with_temperature(logits, np.exp(log_temperature)), truth)

    bounds = tuple(float(np.log(edge)) for edge in TEMPERATURES)
    found = minimize_scalar(loss, bounds=bounds, method="bounded", options={"xatol": 1e-4})
    return float(np.exp(found.x))


@dataclass(frozen=True, slots=True)
class HeldOutCalibration:
    """What fitting on one half does on the other, over both ways.

    temperatures: of either half; the calibration errors (in [0, 1]) and negative log likelihoods
    are over all faces, each read with the temperature of the half it does not belong to.
    """

    temperatures: tuple[float, float]
    error_before: float
    error_after: float
    likelihood_before: float
    likelihood_after: float


def cross_fit_temperature(
    logits: NDArray[np.floating[Any]], truth: NDArray[np.int64], seed: int = 0
) -> HeldOutCalibration:
    """Fit on each half and measure on the other; the seed decides who is in which half."""
    temperatures = []
    after = np.empty(logits.shape, np.float64)
    for fitted, measured in _both_ways(truth, seed):
        temperature = fit_temperature(logits[fitted], truth[fitted])
        after[measured] = with_temperature(logits[measured], temperature)
        temperatures.append(temperature)
    before = with_temperature(logits, 1.0)
    return HeldOutCalibration(
        temperatures=(temperatures[0], temperatures[1]),
        error_before=expected_calibration_error(before, truth),
        error_after=expected_calibration_error(after, truth),
        likelihood_before=negative_log_likelihood(before, truth),
        likelihood_after=negative_log_likelihood(after, truth),
    )


@dataclass(frozen=True, slots=True)
class HeldOutAbstention:
    """An abstention rule: the threshold to use, and what thresholds chosen alike do on new faces.

    threshold: chosen on all faces; halves: what the threshold of either half did on the other.
    """

    threshold: float
    halves: tuple[Coverage, Coverage]

    @property
    def coverage(self) -> float:
        """Mean share of held-out faces that were answered."""
        return sum(half.coverage for half in self.halves) / 2

    @property
    def accuracy(self) -> float:
        """Mean share of the answered held-out faces that were read right."""
        return sum(half.accuracy for half in self.halves) / 2


def choose_abstention(
    probabilities: NDArray[np.floating[Any]],
    truth: NDArray[np.int64],
    wanted_accuracy: float,
    seed: int = 0,
) -> HeldOutAbstention | None:
    """The lowest threshold that keeps the answers right as often as wanted; None if none does.

    probabilities: (n, classes), already calibrated.
    """
    halves = []
    for fitted, measured in _both_ways(truth, seed):
        chosen = threshold_for_accuracy(wanted_accuracy, probabilities[fitted], truth[fitted])
        if chosen is None:
            return None
        halves.append(coverage_at(chosen, probabilities[measured], truth[measured]))
    threshold = threshold_for_accuracy(wanted_accuracy, probabilities, truth)
    if threshold is None:
        return None
    return HeldOutAbstention(threshold, (halves[0], halves[1]))


def _both_ways(
    truth: NDArray[np.int64], seed: int
) -> tuple[tuple[NDArray[np.int64], NDArray[np.int64]], ...]:
    """Two halves with the classes spread evenly, as (fitted, measured) indices, both ways round."""
    order = np.random.default_rng(seed).permutation(len(truth))
    by_class = order[np.argsort(truth[order], kind="stable")]
    first, second = by_class[::2], by_class[1::2]
    return ((first, second), (second, first))
