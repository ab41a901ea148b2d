from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.domain.affect import Affect
from core.domain.emotion import EMOTION_AFFECT, Emotion
from core.domain.mood import MoodPoint
from core.domain.preferences import DEFAULT_PREFERENCES, Preferences
from core.services.help_line import REST, SPAN, VERY_NEGATIVE, help_is_due

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def mood(emotion: Emotion, ago: timedelta = timedelta(), *, told: bool = False) -> MoodPoint:
    return MoodPoint(NOW - ago, emotion, EMOTION_AFFECT[emotion], told)


def due(*moods: MoodPoint, preferences: Preferences = DEFAULT_PREFERENCES) -> bool:
    return help_is_due(moods, preferences, NOW)


HEAVY_DAYS = (mood(Emotion.SAD, 2 * DAY), mood(Emotion.ANGRY, DAY), mood(Emotion.FEAR))


def test_three_very_negative_moods_on_several_days_are_enough() -> None:
    assert due(*HEAVY_DAYS)


@pytest.mark.parametrize("number", range(3))
def test_fewer_than_three_are_not(number: int) -> None:
    assert not due(*HEAVY_DAYS[:number])


def test_what_people_tell_counts_like_what_is_read() -> None:
    assert due(*(replace(each, told=True) for each in HEAVY_DAYS))


def test_one_bad_day_is_not_enough() -> None:
    hours = [mood(Emotion.SAD, timedelta(hours=hour)) for hour in (4, 3, 2, 1, 0)]
    assert not due(*hours)
    assert due(mood(Emotion.SAD, DAY), *hours[1:])


def test_two_days_are_counted_by_the_date() -> None:
    before_midnight = mood(Emotion.SAD, timedelta(hours=13))
    after = [mood(Emotion.SAD, timedelta(hours=hour)) for hour in (11, 0)]
    assert due(before_midnight, *after)


def test_only_the_last_five_moods_count() -> None:
    happier = [mood(Emotion.HAPPY, timedelta(hours=hour)) for hour in (9, 8, 7)]
    assert due(*HEAVY_DAYS[:2], *happier[:2], HEAVY_DAYS[2])
    assert not due(*HEAVY_DAYS[:2], *happier, HEAVY_DAYS[2])


def test_nobody_who_is_well_now_is_pitied() -> None:
    assert not due(*HEAVY_DAYS, mood(Emotion.HAPPY))


def test_moods_of_more_than_two_weeks_ago_are_forgotten() -> None:
    oldest = mood(Emotion.SAD, SPAN)
    assert due(oldest, *HEAVY_DAYS[1:])
    assert not due(replace(oldest, at=oldest.at - timedelta(seconds=1)), *HEAVY_DAYS[1:])


def test_a_mood_that_is_only_a_little_negative_does_not_count() -> None:
    exactly = replace(HEAVY_DAYS[1], affect=Affect(VERY_NEGATIVE, 0.4))
    assert due(HEAVY_DAYS[0], exactly, HEAVY_DAYS[2])
    less = replace(exactly, affect=Affect(VERY_NEGATIVE + 0.01, 0.4))
    assert not due(HEAVY_DAYS[0], less, HEAVY_DAYS[2])


@pytest.mark.parametrize("place", range(3))
def test_an_unsure_or_neutral_reading_never_speaks_for_it(place: int) -> None:
    for doubtful in (
        replace(HEAVY_DAYS[place], sure=False),
        replace(HEAVY_DAYS[place], label=Emotion.NEUTRAL),
    ):
        moods = [*HEAVY_DAYS]
        moods[place] = doubtful
        assert not due(*moods)


def test_after_a_line_there_is_a_week_of_rest() -> None:
    def shown(ago: timedelta) -> Preferences:
        return replace(DEFAULT_PREFERENCES, help_shown_at=NOW - ago)

    assert not due(*HEAVY_DAYS, preferences=shown(REST - timedelta(seconds=1)))
    assert due(*HEAVY_DAYS, preferences=shown(REST))


def test_who_switched_it_off_never_gets_it() -> None:
    assert not due(*HEAVY_DAYS, preferences=Preferences(help_line=False))
