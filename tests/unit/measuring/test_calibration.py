import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.emotion.calibration import (
    choose_abstention,
    cross_fit_temperature,
    fit_temperature,
    with_temperature,
)
from models.training.metrics import coverage_at


def honest_logits(count=20_000, classes=7):
    """Logits, and true classes drawn from their very softmax."""
    generator = np.random.default_rng(11)
    logits = generator.normal(0, 2, (count, classes))
    cumulated = with_temperature(logits, 1.0).cumsum(axis=1)
    truth = (generator.random((count, 1)) > cumulated).sum(axis=1)
    return logits, np.minimum(truth, classes - 1)


@given(st.floats(0.3, 4))
@settings(deadline=None, max_examples=8)
def test_the_temperature_that_logits_were_heated_by_is_found(heat):
    logits, truth = honest_logits()
    assert fit_temperature(logits * heat, truth) == pytest.approx(heat, rel=0.03)


def test_logarithms_of_probabilities_do_as_well_as_logits():
    logits, truth = honest_logits(2_000)
    logarithms = np.log(with_temperature(logits, 1.0))
    assert fit_temperature(logarithms, truth) == pytest.approx(
        fit_temperature(logits, truth), rel=1e-3
    )


@given(st.floats(0.1, 10))
def test_temperature_changes_no_verdict(temperature):
    logits, _ = honest_logits(200)
    read = with_temperature(logits, temperature)
    assert np.allclose(read.sum(axis=1), 1)
    assert np.array_equal(read.argmax(axis=1), logits.argmax(axis=1))


def test_a_boaster_is_made_honest_on_faces_it_was_not_fitted_on():
    logits, truth = honest_logits()
    fitted = cross_fit_temperature(logits * 3, truth)
    assert fitted.error_before > 0.15
    assert fitted.error_after < 0.02
    assert fitted.likelihood_after < fitted.likelihood_before
    assert fitted.temperatures == pytest.approx((3, 3), rel=0.05)


def test_the_abstention_rule_holds_on_the_other_half():
    logits, truth = honest_logits()
    read = with_temperature(logits, 1.0)
    rule = choose_abstention(read, truth, wanted_accuracy=0.9)
    plain = coverage_at(0.0, read, truth)
    assert plain.accuracy < 0.85
    assert rule.accuracy == pytest.approx(0.9, abs=0.02)
    assert 0.1 < rule.coverage < 0.3
    assert coverage_at(rule.threshold, read, truth).accuracy >= 0.9


def test_a_wish_beyond_reach_has_no_rule():
    truth = np.array([0, 1] * 20)
    assert choose_abstention(np.full((40, 2), 0.5), truth, wanted_accuracy=0.99) is None
