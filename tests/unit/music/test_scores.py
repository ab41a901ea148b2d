"""Figures of predicted ratings and classes, and how sure they are."""

import numpy as np
import pytest

from models.music.scores import Choice, Closeness


def readings(count=400, noise=0.3, seed=0, groups=100):
    random = np.random.default_rng(seed)
    truth = random.uniform(-1, 1, count)
    predicted = 0.6 * truth + random.normal(0, noise, count)
    return truth, predicted, np.arange(count) % groups


def test_figures_are_those_of_their_definitions():
    truth, predicted, groups = readings()
    found = Closeness.of(truth, predicted, groups)
    error = np.square(truth - predicted)
    spread = np.square(truth - truth.mean()).sum()
    mean_gap = (truth.mean() - predicted.mean()) ** 2
    covariance = np.cov(truth, predicted, bias=True)
    concordance = 2 * covariance[0, 1] / (covariance[0, 0] + covariance[1, 1] + mean_gap)
    assert found.n == 400
    assert found.rmse.value == pytest.approx(np.sqrt(error.mean()))
    assert found.r.value == pytest.approx(np.corrcoef(truth, predicted)[0, 1])
    assert found.r2.value == pytest.approx(1 - error.sum() / spread)
    assert found.ccc.value == pytest.approx(concordance)


@pytest.mark.parametrize("seed", range(5))
def test_intervals_hold_their_figure(seed):
    found = Closeness.of(*readings(count=80, seed=seed, groups=20))
    for each in (found.rmse, found.r, found.r2, found.ccc):
        assert each.low <= each.value <= each.high


def test_fewer_artists_make_an_interval_wider():
    truth, predicted, _ = readings()
    shift = np.repeat(np.random.default_rng(3).normal(0, 0.4, 10), 40)
    few = Closeness.of(truth, predicted + shift, np.repeat(np.arange(10), 40)).rmse
    many = Closeness.of(truth, predicted + shift, np.arange(400)).rmse
    assert few.high - few.low > many.high - many.low


def test_perfect_predictions_are_perfect_in_every_figure():
    truth, _, groups = readings()
    found = Closeness.of(truth, truth, groups)
    assert found.rmse.value == pytest.approx(0, abs=1e-6)
    assert [found.r.value, found.r2.value, found.ccc.value] == pytest.approx([1, 1, 1])


def test_classes_are_counted_with_an_interval():
    truth = np.arange(200) % 4
    predicted = np.where(np.arange(200) < 150, truth, (truth + 1) % 4)
    found = Choice.of(truth, predicted, ("a", "b", "c", "d"), np.arange(200))
    assert found.accuracy.value == 0.75
    assert 0.65 < found.accuracy.low < 0.75 < found.accuracy.high < 0.85
    assert found.as_json()["n"] == 200
