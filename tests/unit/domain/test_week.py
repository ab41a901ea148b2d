from datetime import UTC, date, datetime, timedelta

import pytest

from core.domain.affect import Affect
from core.domain.conversation import Session
from core.domain.emotion import EMOTION_AFFECT, Emotion
from core.domain.intent import Intent
from core.domain.mix import Verdict
from core.domain.mood import MoodPoint
from core.domain.personal_data import PersonalData, StoredMix, StoredTrack
from core.domain.preferences import DEFAULT_PREFERENCES
from core.domain.week import Week
from core.domain.wishes import NO_WISHES

SUNDAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HAPPY, SAD, NEUTRAL = Emotion.HAPPY, Emotion.SAD, Emotion.NEUTRAL


def mood(days_ago, label):
    return MoodPoint(NOON - timedelta(days_ago), label, EMOTION_AFFECT[label])


def made(days_ago, *tracks):
    return StoredMix(
        mix_id=days_ago,
        made_at=NOON - timedelta(days_ago),
        label=SAD,
        affect=EMOTION_AFFECT[SAD],
        seed=None,
        intent=Intent.ENHANCE,
        target=Affect(0.5, 0.5),
        tracks=tracks,
        verdict=None,
    )


def week_of(moods=(), mixes=()):
    data = PersonalData(
        met_at=None,
        consent=None,
        preferences=DEFAULT_PREFERENCES,
        session=Session(),
        moods=tuple(moods),
        mixes=tuple(mixes),
        wishes=NO_WISHES,
        verdicts_elsewhere=0,
    )
    return Week.of(data, SUNDAY)


def test_a_week_takes_seven_days_and_compares_them_with_the_seven_before():
    week = week_of([mood(14, HAPPY), mood(13, SAD), mood(7, SAD), mood(6, HAPPY), mood(0, NEUTRAL)])
    assert [len(day) for day in week.days] == [1, 0, 0, 0, 0, 0, 1]
    assert week.before == EMOTION_AFFECT[SAD]
    assert week.mean == Affect(0.405, 0.255)
    assert week.first == date(2026, 11, 16)


def test_of_moods_noted_as_often_the_latest_names_the_week():
    assert week_of([mood(3, HAPPY), mood(2, SAD), mood(1, SAD)]).most_frequent is SAD
    assert week_of([mood(3, HAPPY), mood(2, SAD)]).most_frequent is SAD


def test_what_was_liked_in_lists_of_the_week_is_told_once_and_latest_first():
    liked, other, disliked = (
        StoredTrack("A", ("X",), Verdict.UP),
        StoredTrack("B", ("Y",), Verdict.UP),
        StoredTrack("C", (), Verdict.DOWN),
    )
    week = week_of(mixes=[made(9, other), made(5, liked, disliked), made(2, other, liked)])
    assert week.lists_made == 2
    assert week.liked == (other, liked)


def test_a_week_without_a_mood_has_no_mean():
    week = week_of()
    assert (week.mean, week.before, week.most_frequent) == (None, None, None)
    assert week.days == ((),) * 7


def test_a_mood_of_another_week_is_refused():
    with pytest.raises(ValueError, match="outside"):
        Week(SUNDAY, (mood(7, SAD),), None, 0, ())
