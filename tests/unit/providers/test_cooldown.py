"""Hosts that failed are left alone for a while."""

import pytest

from core.providers.cooldown import (
    FIRST_REST_S,
    LONGEST_REST_AFTER_FAILURES_S,
    LONGEST_REST_S,
    Cooldowns,
    retry_after_s,
)


class Clock:
    now_s = 0.0

    def __call__(self):
        return self.now_s


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def cooldowns(clock):
    return Cooldowns(clock)


def test_a_host_nobody_complained_about_is_asked(cooldowns):
    assert not cooldowns.is_resting("a")


def test_a_failed_host_rests_and_others_do_not(cooldowns, clock):
    assert cooldowns.failed("a") == FIRST_REST_S
    assert cooldowns.is_resting("a")
    assert not cooldowns.is_resting("b")
    clock.now_s = FIRST_REST_S
    assert not cooldowns.is_resting("a")


def test_rests_double_up_to_a_bound_while_failures_follow_each_other(cooldowns, clock):
    rests = []
    for _ in range(12):
        rests.append(cooldowns.failed("a"))
        clock.now_s += rests[-1]
    assert rests[:3] == [FIRST_REST_S, 2 * FIRST_REST_S, 4 * FIRST_REST_S]
    assert rests == sorted(rests)
    assert rests[-1] == LONGEST_REST_AFTER_FAILURES_S


def test_an_answer_forgets_the_failures(cooldowns, clock):
    cooldowns.failed("a")
    clock.now_s = FIRST_REST_S
    cooldowns.answered("a")
    assert cooldowns.failed("a") == FIRST_REST_S


def test_an_answer_that_was_under_way_does_not_end_a_rest(cooldowns):
    cooldowns.failed("a")
    cooldowns.answered("a")
    assert cooldowns.is_resting("a")


def test_a_wish_is_honoured_up_to_a_day(cooldowns, clock):
    assert cooldowns.rest("a", 86_000) == 86_000
    assert cooldowns.rest("b", 10_000_000) == LONGEST_REST_S
    assert cooldowns.rest("c", -5) == 0
    assert not cooldowns.is_resting("c")


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("120", 120), (" 7 ", 7), ("", 30), ("-5", 30), ("Wed, 21 Oct 2026", 30), ("9" * 50, 30)],
)
def test_retry_after_is_read_in_seconds_or_replaced(header, seconds):
    assert retry_after_s({"Retry-After": header}, 30) == seconds
    assert retry_after_s({"retry-after": header}, 30) == seconds
    assert retry_after_s({}, 30) == 30
