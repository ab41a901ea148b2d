import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from models.training.metrics import (
    CALIBRATION_BINS,
    Scores,
    coverage_at,
    expected_calibration_error,
    negative_log_likelihood,
    reliability,
    threshold_for_accuracy,
    wilson_interval,
)

LABELS = ("angry", "happy", "sad")

confusions = arrays.arrays(np.int64, (3, 3), elements=st.integers(0, 40)).map(
    lambda confusion: Scores(confusion, LABELS)
)


@st.composite
def readings(draw):
    """Probabilities of 1 to 60 faces, and their true classes."""
    count = draw(st.integers(1, 60))
    weights = draw(arrays.arrays(np.float64, (count, 3), elements=st.floats(0.01, 1)))
    truth = draw(arrays.arrays(np.int64, count, elements=st.integers(0, 2)))
    return weights / weights.sum(axis=1, keepdims=True), truth


def honest_readings(count=200_000):
    """Faces whose true class is drawn from the very probabilities that are told."""
    generator = np.random.default_rng(5)
    probabilities = generator.dirichlet((0.4, 0.8, 1.2), count)
    drawn = (generator.random((count, 1)) > probabilities.cumsum(axis=1)).sum(axis=1)
    return probabilities, np.minimum(drawn, 2)


def test_a_table_counted_by_hand():
    scores = Scores(np.array([[3, 1, 0], [0, 5, 1], [2, 0, 0]]), LABELS)
    angry, happy, sad = scores.classes
    assert scores.accuracy == pytest.approx(8 / 12)
    assert (angry.true_positives, angry.false_positives) == (3, 2)
    assert (angry.true_negatives, angry.false_negatives) == (6, 1)
    assert (angry.precision, angry.recall) == (pytest.approx(3 / 5), pytest.approx(3 / 4))
    assert angry.f1 == pytest.approx(2 / 3)
    assert (happy.count, happy.recall) == (6, pytest.approx(5 / 6))
    assert (sad.precision, sad.recall, sad.f1) == (0, 0, 0)
    assert scores.macro_f1 == pytest.approx((2 / 3 + 5 / 6) / 3)
    assert "angry 2" in scores.as_table().splitlines()[-1]


def test_classes_without_faces_do_not_pull_macro_f1_down():
    assert Scores(np.diag([4, 0, 6]), LABELS).macro_f1 == 1


def test_readings_are_counted_by_truth_and_verdict():
    scores = Scores.of(np.array([0, 0, 2]), np.array([0, 1, 2]), LABELS)
    assert scores.confusion.tolist() == [[1, 1, 0], [0, 0, 0], [0, 0, 1]]


@given(confusions)
def test_counts_add_up_and_shares_stay_in_bounds(scores):
    for each in scores.classes:
        assert each.count + each.false_positives + each.true_negatives == scores.count
        assert min(each.false_positives, each.true_negatives, each.false_negatives) >= 0
        assert 0 <= min(each.precision, each.recall) <= each.f1 + 1e-12
        assert each.f1 <= max(each.precision, each.recall) + 1e-12 <= 1 + 1e-12
    assert sum(each.true_positives for each in scores.classes) == round(
        scores.accuracy * scores.count
    )
    assert sum(each.false_positives for each in scores.classes) == sum(
        each.false_negatives for each in scores.classes
    )
    assert 0 <= scores.macro_f1 <= 1


@given(readings())
def test_every_face_is_in_one_bin_of_its_confidence(reading):
    probabilities, truth = reading
    bins = reliability(probabilities, truth)
    assert len(bins) == CALIBRATION_BINS
    assert sum(each.count for each in bins) == len(truth)
    for each in bins:
        if each.count:
            assert each.low - 1e-9 <= each.confidence <= each.high + 1e-9
            assert 0 <= each.accuracy <= 1
    assert 0 <= expected_calibration_error(probabilities, truth) <= 1


def test_an_honest_network_has_no_calibration_error_and_a_boaster_has():
    probabilities, truth = honest_readings()
    assert expected_calibration_error(probabilities, truth) < 0.005
    boasting = probabilities**4 / (probabilities**4).sum(axis=1, keepdims=True)
    assert expected_calibration_error(boasting, truth) > 0.1


def test_always_sure_and_always_wrong_is_the_largest_calibration_error():
    probabilities = np.eye(3)[[0, 1]]
    assert expected_calibration_error(probabilities, np.array([1, 0])) == 1
    assert expected_calibration_error(probabilities, np.array([0, 1])) == 0


def test_likelihood_is_that_of_the_true_class():
    probabilities = np.array([[0.5, 0.25, 0.25], [0.1, 0.8, 0.1]])
    expected = -(np.log(0.25) + np.log(0.8)) / 2
    assert negative_log_likelihood(probabilities, np.array([2, 1])) == pytest.approx(expected)


@given(readings(), st.floats(0, 1), st.floats(0, 1))
def test_a_higher_threshold_never_answers_more(reading, one, other):
    low, high = sorted((one, other))
    assert coverage_at(high, *reading).coverage <= coverage_at(low, *reading).coverage
    assert coverage_at(0, *reading).coverage == 1


@given(readings(), st.floats(0, 1))
def test_the_threshold_keeps_its_promise_and_no_lower_one_does(reading, wanted):
    chosen = threshold_for_accuracy(wanted, *reading)
    confidences = np.unique(reading[0].max(axis=1))
    fitting = [value for value in confidences if coverage_at(value, *reading).accuracy >= wanted]
    assert chosen == (min(fitting) if fitting else None)


def test_wilsons_interval_is_that_of_the_tables():
    # Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I
    assert wilson_interval(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson_interval(15, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)
    assert wilson_interval(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)
    assert wilson_interval(1, 29) == pytest.approx((0.0061, 0.1718), abs=5e-5)


def test_of_nothing_seen_nothing_is_known():
    assert wilson_interval(0, 0) == (0.0, 1.0)
