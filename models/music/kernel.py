"""Kernel machines on ranks: the part of our music network that reads handcrafted features.

Each feature is replaced by its rank among the training clips, so that outliers and units lose
their power; Gaussian kernels then compare a clip with every training clip. Ratings are read by
support vector regression (Smola and Schölkopf, "A tutorial on support vector regression",
Statistics and Computing 14, 2004), shares and classes by kernel logistic regression (Zhu and
Hastie, "Kernel logistic regression and the import vector machine", JCGS 14, 2005).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cholesky, solve_triangular
from scipy.optimize import minimize
from scipy.special import log_softmax, softmax
from sklearn.svm import SVR

from core.inference.music.regressor import input_names

KNOTS = 101
TUBE = 0.1
"""Errors of ratings smaller than this cost nothing in training."""
LOUDNESS_WEIGHT = 3.0
"""How many features' worth the loudness counts, as a factor on its distance."""

_SMALLEST_WIDTH = 1e-6
_JITTER = 1e-6
_MOST_STEPS = 200
_PRECISION = 1e-7

Floats = NDArray[np.float32]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Setting:
    """Of one head. width: kernel exponent in units of one over the variance of all features;
    strength: SVR's cost of a rating, or the penalty on the weights of shares.
    """  # noqa: D205 - one sentence

    width: float
    strength: float


@dataclass(frozen=True, slots=True)
class Head:
    """One reading: exp(-exponent · square distances) @ coefficients + offsets.

    coefficients: (m, k) float32, 0 for clips that say nothing about it; offsets: (k,) float32;
    shares: whether softmax follows.
    """

    exponent: float
    coefficients: Floats
    offsets: Floats
    shares: bool


@dataclass(frozen=True, slots=True)
class Ranks:
    """How features become comparable. knots: (KNOTS, f) quantiles; weights: (f,) on the ranks."""

    knots: Floats
    weights: Floats

    @classmethod
    def of(cls, features: Floats) -> Ranks:
        """Take the quantiles of (n, f) training features."""
        knots = np.quantile(features, np.linspace(0, 1, KNOTS), axis=0).astype(np.float32)
        loud = np.array([name == "loudness" for name in input_names()[: features.shape[1]]])
        return cls(knots, np.where(loud, LOUDNESS_WEIGHT, 1).astype(np.float32))

    def __call__(self, features: Floats) -> Numbers:
        """(n, f) weighted ranks in [-0.5, 0.5] times the weight, linear between knots."""
        total = np.zeros(features.shape)
        for low, width in zip(self.knots, self.widths, strict=False):
            total += np.clip((features - low) / width, 0.0, 1.0)
        return (total / (KNOTS - 1) - 0.5) * self.weights

    @property
    def widths(self) -> Floats:
        """(KNOTS - 1, f) distances between neighbouring knots, never 0."""
        return np.maximum(np.diff(self.knots, axis=0), np.float32(_SMALLEST_WIDTH))


@dataclass(frozen=True, slots=True)
class KernelNetwork:
    """A fitted network. support: (m, f) float32 ranks of the training clips."""

    ranks: Ranks
    support: Floats
    heads: Mapping[str, Head]

    def read(self, features: Floats) -> dict[str, Numbers]:
        """(n, f) features → (n, k) of every head: ratings in [-1, 1], or shares that sum to 1."""
        distances = square_distances(self.ranks(features), self.support.astype(np.float64))
        return {name: read_head(head, distances) for name, head in self.heads.items()}


def fit_network(
    features: Floats, targets: Mapping[str, Numbers], settings: Mapping[str, Setting]
) -> KernelNetwork:
    """Fit every head on the clips whose row in its (n, k) targets is not nan.

    One column is a rating in [-1, 1], several are shares that sum to 1.
    """
    ranks = Ranks.of(features)
    ranked = ranks(features)
    distances = square_distances(ranked, ranked)
    scale = ranked.shape[1] * float(ranked.var())
    heads = {
        name: fit_head(distances, targets[name], setting, scale)
        for name, setting in settings.items()
    }
    return KernelNetwork(ranks, ranked.astype(np.float32), heads)


def fit_head(distances: Numbers, targets: Numbers, setting: Setting, scale: float) -> Head:
    """Fit one head on (n, n) square distances and (n, k) targets; scale: of a width of 1."""
    known = np.flatnonzero(~np.isnan(targets[:, 0]))
    exponent = setting.width / scale
    kernel = np.exp(-exponent * distances[np.ix_(known, known)])
    coefficients = np.zeros(targets.shape)
    shares = targets.shape[1] > 1
    if shares:
        coefficients[known], offsets = _logistic(kernel, targets[known], setting.strength)
    else:
        machine = SVR(kernel="precomputed", C=setting.strength, epsilon=TUBE)
        machine.fit(kernel, targets[known, 0])
        coefficients[known[machine.support_], 0] = machine.dual_coef_[0]
        offsets = machine.intercept_
    return Head(exponent, coefficients.astype(np.float32), offsets.astype(np.float32), shares)


def read_head(head: Head, distances: Numbers) -> Numbers:
    """(n, k) reading of one head from (n, m) square distances to the training clips."""
    outputs = np.exp(-head.exponent * distances) @ head.coefficients + head.offsets
    return np.asarray(softmax(outputs, axis=1) if head.shares else np.clip(outputs, -1.0, 1.0))


def square_distances(left: Numbers, right: Numbers) -> Numbers:
    """(n, m) squared Euclidean distances between rows."""
    squares = np.square(left).sum(axis=1)[:, None] + np.square(right).sum(axis=1)[None]
    return np.maximum(squares - 2 * left @ right.T, 0.0)


def _logistic(kernel: Numbers, targets: Numbers, penalty: float) -> tuple[Numbers, Numbers]:
    """(n, k) coefficients and (k,) offsets with the least cross-entropy plus penalty."""
    size, classes = targets.shape
    root = cholesky(kernel + _JITTER * np.eye(size), lower=True)

    def loss(flat: Numbers) -> tuple[float, Numbers]:
        weights, offsets = flat[:-classes].reshape(size, classes), flat[-classes:]
        logarithms = log_softmax(root @ weights + offsets, axis=1)
        slopes = np.exp(logarithms) - targets
        value = -(targets * logarithms).sum() + penalty / 2 * np.square(weights).sum()
        gradient = root.T @ slopes + penalty * weights
        return float(value), np.concatenate([gradient.ravel(), slopes.sum(axis=0)])

    found = minimize(
        loss,
        np.zeros((size + 1) * classes),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": _MOST_STEPS, "ftol": _PRECISION},
    )
    weights, offsets = found.x[:-classes].reshape(size, classes), found.x[-classes:]
    return solve_triangular(root.T, weights, lower=False), offsets
