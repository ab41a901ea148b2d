import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.inference.emotion.over_time import smooth


def one_hot(*classes, certainty=1.0):
    rows = np.full((len(classes), 7), (1 - certainty) / 6, np.float32)
    rows[np.arange(len(classes)), classes] = certainty
    return rows


def labels(times_s, rows):
    return smooth(np.asarray(times_s, float), rows).argmax(axis=1).tolist()


def test_a_blink_between_steady_frames_vanishes():
    assert labels(0.2 * np.arange(7), one_hot(3, 3, 3, 2, 3, 3, 3)) == [3] * 7


def test_an_expression_of_a_second_stays():
    rows = one_hot(*[6] * 5, *[3] * 5, *[6] * 5)
    assert labels(0.2 * np.arange(15), rows) == [6] * 5 + [3] * 5 + [6] * 5


def test_neighbours_far_off_in_time_have_no_say():
    rows = one_hot(6, 3, 6)
    assert labels([0, 0.2, 0.4], rows) == [6, 6, 6]
    assert labels([0, 3, 6], rows) == [6, 3, 6]
    assert smooth(np.array([0.0, 3, 6]), one_hot(6, 3, 6, certainty=0.7))[1, 3] == pytest.approx(
        0.7, abs=1e-4
    )


one_sure = st.lists(st.floats(0, 1), min_size=6, max_size=6).map(lambda rest: [1.0, *rest])
rows = st.lists(one_sure, min_size=1, max_size=8)


@settings(deadline=None)
@given(rows, st.floats(0.05, 2))
def test_what_comes_out_are_probabilities(weights, interval_s):
    values = np.array(weights, np.float32)
    values /= values.sum(axis=1, keepdims=True)
    smoothed = smooth(interval_s * np.arange(len(values)), values)
    assert smoothed.shape == values.shape
    assert np.isfinite(smoothed).all()
    assert (smoothed >= 0).all()
    assert smoothed.sum(axis=1) == pytest.approx(1)


@settings(deadline=None)
@given(st.lists(st.floats(0.01, 1), min_size=7, max_size=7), st.integers(1, 9))
def test_a_steady_face_stays_as_it_is(weights, count):
    row = np.array(weights, np.float32) / sum(weights)
    row = np.maximum(row, 2e-3) / np.maximum(row, 2e-3).sum()
    smoothed = smooth(0.2 * np.arange(count), np.tile(row, (count, 1)))
    assert smoothed == pytest.approx(np.tile(row, (count, 1)), abs=1e-5)
