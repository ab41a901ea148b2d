"""A session from step to step, and moods that were told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.affect import Affect
from core.domain.conversation import Session
from core.domain.emotion import EMOTION_AFFECT, Emotion, nearest_emotion
from core.domain.face_reading import FaceReading
from core.domain.mood import MoodCourse, MoodPoint
from tests.fakes.songs import HELLOS, face_reading, rated, seed_of, unsure_reading

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
SONG = seed_of(rated("Happy", "Pharrell Williams", 0.9, 0.6))
SAD, HAPPY = face_reading(Emotion.SAD), face_reading(Emotion.HAPPY)

unit = st.floats(-1, 1, allow_nan=False)


def mood(face: FaceReading, minutes: int = 0) -> MoodPoint:
    return MoodPoint.of(face, NOON + timedelta(minutes=minutes))


ANSWERED = Session().felt(SAD, mood(SAD)).with_song(SONG)


@pytest.mark.parametrize("emotion", list(Emotion))
def test_a_word_is_taken_as_it_is_without_a_face(emotion: Emotion) -> None:
    told = FaceReading.of_word(emotion)
    assert (told.emotion.label, told.affect) == (emotion, EMOTION_AFFECT[emotion])
    assert (told.told, told.sure, told.faces_found, told.frames_read) == (True, True, 0, 0)
    assert (told.detector, told.engine) == ("", "")
    assert nearest_emotion(told.affect) is emotion


@given(st.builds(Affect, unit, unit))
def test_a_chosen_point_stays_where_it_was_put(point: Affect) -> None:
    told = FaceReading.of_word(point)
    assert told.affect == point
    nearest = EMOTION_AFFECT[told.emotion.label].distance(point)
    assert all(nearest <= place.distance(point) for place in EMOTION_AFFECT.values())


def test_a_word_in_the_place_of_a_point_leaves_nothing_of_the_point() -> None:
    told = FaceReading.of_word(Affect(0.2, -0.8)).corrected(Emotion.ANGRY)
    assert told == FaceReading.of_word(Emotion.ANGRY)


@pytest.mark.parametrize("part", ["faces_found", "frames_read"])
def test_what_was_not_told_needs_a_face(part: str) -> None:
    with pytest.raises(ValueError, match="at least one face"):
        replace(SAD, **{part: 0})


def test_the_diary_knows_told_from_read_and_sure_from_unsure() -> None:
    read, told = mood(unsure_reading()), mood(FaceReading.of_word(Emotion.SAD))
    assert (read.told, read.sure, read.affect) == (False, False, unsure_reading().affect)
    assert (told.told, told.sure, told.affect) == (True, True, EMOTION_AFFECT[Emotion.SAD])


def test_a_list_needs_a_mood_and_a_song_or_none_on_purpose() -> None:
    face = Session().felt(SAD, mood(SAD))
    assert not face.answered
    assert not Session().with_song(SONG).answered
    assert not face.with_song(HELLOS).answered
    assert ANSWERED.answered
    assert face.without_song().answered


def test_what_was_begun_is_unfinished_until_it_is_answered() -> None:
    assert not Session().unfinished
    assert not Session(remembered=SONG).unfinished
    assert Session().felt(SAD, mood(SAD)).unfinished
    assert Session().with_song(HELLOS).unfinished
    assert not ANSWERED.unfinished
    assert replace(ANSWERED, checking=True).unfinished


def test_a_new_mood_takes_the_place_of_the_last_unless_it_was_asked_for() -> None:
    later = mood(HAPPY, 20)
    assert ANSWERED.felt(HAPPY, later).course == (later,)
    assert ANSWERED.felt(HAPPY, later).moved is None
    asked = replace(ANSWERED, checking=True).felt(HAPPY, later)
    assert asked.course == (mood(SAD), later)
    assert asked.moved == MoodCourse((mood(SAD), later))
    assert not asked.checking
    assert asked.seed == SONG


def test_a_correction_is_of_the_latest_mood_only() -> None:
    gone_on = replace(ANSWERED, checking=True).felt(HAPPY, mood(HAPPY, 20))
    surprised = FaceReading.of_word(Emotion.SURPRISE)
    corrected = gone_on.corrected(surprised, mood(surprised, 20))
    assert corrected.course == (mood(SAD), mood(surprised, 20))
    assert corrected.face == surprised


def test_the_song_of_a_round_is_remembered_in_the_next_ones() -> None:
    following = ANSWERED.next_round()
    assert following == Session(remembered=SONG)
    assert following.felt(HAPPY, mood(HAPPY)).next_round() == following
    without = ANSWERED.without_song()
    assert (without.seed, without.remembered) == (None, SONG)
    assert without.without_song().next_round() == following


def test_a_song_ends_being_without_one_and_a_doubt_ends_the_song() -> None:
    without = ANSWERED.without_song()
    assert not without.with_song(SONG).songless
    in_doubt = without.with_song(HELLOS)
    assert (in_doubt.seed, in_doubt.doubt, in_doubt.answered) == (None, HELLOS, False)
    waiting = ANSWERED.awaiting_song()
    assert (waiting.answered, waiting.remembered, waiting.face) == (False, SONG, SAD)
