"""The music regressor: rank normalisation and two RBF support vector machines.

Each feature is replaced by its rank among the training songs, so that outliers and units lose
their power; a Gaussian kernel then compares a song with every support vector. Smola and Schölkopf,
"A tutorial on support vector regression", Statistics and Computing 14 (2004).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
from sklearn.svm import SVR

from core.inference.music.features import feature_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

KNOTS = 101
TUBE = 0.1
"""Errors smaller than this cost nothing in training."""

_SMALLEST_WIDTH = 1e-6


@dataclass(frozen=True, slots=True)
class Recipe:
    """What decides a fit besides the data; one value of cost and width per target.

    loudness_weight: how many features' worth the loudness counts, as a factor on its distance;
    cost: SVR's C; width: kernel exponent in units of one over the variance of all features.
    """

    loudness_weight: float
    cost: tuple[float, float]
    width: tuple[float, float]


LOUDNESS_WEIGHTS = (1.0, 2.0, 3.0)
COSTS = (0.2, 0.4, 0.8)
WIDTHS = (0.25, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class Regressor:
    """A fitted network.

    knots: (KNOTS, f) quantiles of the training features; weights: (f,) factors on ranks; support:
    (m, f) weighted ranks; coefficients: (m, 2); exponents and offsets: (2,). All float32.
    """

    knots: NDArray[np.float32]
    weights: NDArray[np.float32]
    support: NDArray[np.float32]
    coefficients: NDArray[np.float32]
    exponents: NDArray[np.float32]
    offsets: NDArray[np.float32]

    def predict(self, features: NDArray[np.float32]) -> NDArray[np.float64]:
        """(n, f) raw features → (n, 2) valence and arousal in [-1, 1]."""
        ranks = normalise(features, self.knots) * self.weights
        distances = _square_distances(ranks, self.support.astype(np.float64))
        columns = [
            np.exp(-self.exponents[target] * distances) @ self.coefficients[:, target]
            for target in range(2)
        ]
        return np.clip(np.stack(columns, axis=1) + self.offsets, -1.0, 1.0)


def quantiles(features: NDArray[np.float32]) -> NDArray[np.float32]:
    """(KNOTS, f) evenly spaced quantiles of each feature."""
    return np.quantile(features, np.linspace(0, 1, KNOTS), axis=0).astype(np.float32)


def normalise(features: NDArray[np.float32], knots: NDArray[np.float32]) -> NDArray[np.float64]:
    """(n, f) ranks in [-0.5, 0.5], linear between neighbouring knots."""
    total = np.zeros(features.shape)
    for low, width in zip(knots, segment_widths(knots), strict=False):
        total += np.clip((features - low) / width, 0.0, 1.0)
    return total / (len(knots) - 1) - 0.5


def segment_widths(knots: NDArray[np.float32]) -> NDArray[np.float32]:
    """(KNOTS - 1, f) distances between neighbouring knots, never 0."""
    return np.maximum(np.diff(knots, axis=0), np.float32(_SMALLEST_WIDTH))


def fit(features: NDArray[np.float32], targets: NDArray[np.float64], recipe: Recipe) -> Regressor:
    """Fit both targets on (n, f) raw features and (n, 2) ratings in [-1, 1]."""
    knots = quantiles(features)
    ranks = normalise(features, knots)
    weights = _feature_weights(recipe.loudness_weight)
    ranks *= weights
    distances = _square_distances(ranks, ranks)
    coefficients = np.zeros((len(ranks), 2))
    offsets, exponents = np.zeros(2), np.zeros(2)
    for target in range(2):
        exponents[target] = recipe.width[target] / (ranks.shape[1] * ranks.var())
        machine = SVR(kernel="precomputed", C=recipe.cost[target], epsilon=TUBE)
        machine.fit(np.exp(-exponents[target] * distances), targets[:, target])
        coefficients[machine.support_, target] = machine.dual_coef_[0]
        offsets[target] = machine.intercept_[0]
    used = np.flatnonzero(np.any(coefficients != 0, axis=1))
    return Regressor(
        knots=knots,
        weights=weights,
        support=ranks[used].astype(np.float32),
        coefficients=coefficients[used].astype(np.float32),
        exponents=exponents.astype(np.float32),
        offsets=offsets.astype(np.float32),
    )


def choose_recipe(
    features: NDArray[np.float32], targets: NDArray[np.float64], folds: NDArray[np.int64]
) -> Recipe:
    """The recipe with the least squared error when each fold in turn is left out."""
    best: tuple[float, Recipe] | None = None
    for loudness_weight in LOUDNESS_WEIGHTS:
        errors = {
            setting: _left_out_error(
                features,
                targets,
                folds,
                Recipe(loudness_weight, (setting[0],) * 2, (setting[1],) * 2),
            )
            for setting in product(COSTS, WIDTHS)
        }
        valence, arousal = (min(errors, key=lambda s, t=t: errors[s][t]) for t in range(2))
        total = errors[valence][0] + errors[arousal][1]
        recipe = Recipe(loudness_weight, (valence[0], arousal[0]), (valence[1], arousal[1]))
        if best is None or total < best[0]:
            best = (total, recipe)
    assert best is not None  # noqa: S101 - the grid is never empty
    return best[1]


def leave_out(folds: NDArray[np.int64]) -> Iterator[tuple[NDArray[np.bool_], NDArray[np.bool_]]]:
    """Masks of training and test songs, one pair per fold."""
    for fold in _sorted(folds):
        yield folds != fold, folds == fold


def _left_out_error(
    features: NDArray[np.float32],
    targets: NDArray[np.float64],
    folds: NDArray[np.int64],
    recipe: Recipe,
) -> NDArray[np.float64]:
    """(2,) summed squared error per target."""
    error = np.zeros(2)
    for training, test in leave_out(folds):
        regressor = fit(features[training], targets[training], recipe)
        error += np.square(regressor.predict(features[test]) - targets[test]).sum(axis=0)
    return error


def _feature_weights(loudness_weight: float) -> NDArray[np.float32]:
    names = feature_names()
    return np.array([loudness_weight if n == "loudness" else 1.0 for n in names], np.float32)


def _square_distances(left: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n, m) squared Euclidean distances between rows."""
    squares = np.square(left).sum(axis=1)[:, None] + np.square(right).sum(axis=1)[None]
    return np.maximum(squares - 2 * left @ right.T, 0.0)


def _sorted(folds: Iterable[np.int64]) -> list[int]:
    return sorted({int(fold) for fold in folds})
