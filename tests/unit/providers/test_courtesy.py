"""The pace of calls and the memory of answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.providers.courtesy import Courtesy, Manners


class Clock:
    now_s = 100.0

    def __call__(self):
        return self.now_s


@pytest.fixture
def clock():
    return Clock()


def test_a_burst_goes_at_once_and_then_one_after_another(clock):
    courtesy = Courtesy(Manners(calls=4, window_s=8.0), clock)
    assert [courtesy.turn_in_s(60) for _ in range(6)] == [0, 0, 0, 0, 2, 4]


def test_an_impatient_asker_takes_no_turn(clock):
    courtesy = Courtesy(Manners(calls=1, window_s=5.0), clock)
    assert courtesy.turn_in_s(1) == 0
    assert courtesy.turn_in_s(1) is None
    clock.now_s += 5
    assert courtesy.turn_in_s(1) == 0


@given(st.integers(1, 20), st.floats(0.1, 60), st.lists(st.floats(0, 5), max_size=60))
def test_no_more_calls_than_agreed_fall_into_any_window(calls, window_s, pauses_s):
    clock = Clock()
    courtesy = Courtesy(Manners(calls=calls, window_s=window_s), clock)
    asked_s = []
    for pause_s in pauses_s:
        clock.now_s += pause_s
        wait_s = courtesy.turn_in_s(float("inf"))
        asked_s.append(clock.now_s + wait_s)
    asked_s.sort()
    for first, after in zip(asked_s, asked_s[2 * calls :], strict=False):
        assert after - first >= window_s - 1e-6  # a burst and its refill at most


def test_a_rate_that_is_none_is_refused():
    with pytest.raises(ValueError, match="at least one call"):
        Manners(calls=0)
    with pytest.raises(ValueError, match="time that passes"):
        Manners(window_s=0.0)


def test_the_shorter_time_limit_counts():
    assert Manners().limit_s(4.0) == 4.0
    assert Manners(longest_s=2.0).limit_s(4.0) == 2.0
    assert Manners(longest_s=9.0).limit_s(4.0) == 4.0


def test_answers_stand_for_their_time_and_no_longer(clock):
    courtesy = Courtesy(Manners(kept_s=30.0), clock)
    courtesy.keep("a", 1)
    clock.now_s += 29
    assert courtesy.kept("a") == 1
    clock.now_s += 1
    assert courtesy.kept("a") is None
    assert courtesy.kept("never asked") is None


def test_the_answer_not_asked_for_longest_makes_room(clock):
    courtesy = Courtesy(Manners(kept_most=2), clock)
    courtesy.keep("a", 1)
    courtesy.keep("b", 2)
    assert courtesy.kept("a") == 1
    courtesy.keep("c", 3)
    assert [courtesy.kept(key) for key in "abc"] == [1, None, 3]
