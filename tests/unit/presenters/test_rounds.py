"""What is offered and said as a round goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.presenters.answer import mix_as_json, mix_as_text, present_mix
from bot.presenters.card import describe_card, draw_card
from bot.presenters.choices import choices_under, moods_with
from bot.presenters.moods import present_face
from bot.presenters.questions import question_of
from bot.presenters.rounds import said_first, said_last, tell_course
from core.domain.affect import Affect
from core.domain.conversation import (
    LAST_SONG,
    NO_SONG,
    Answer,
    Aside,
    Change,
    Farewell,
    HowNow,
    NeedFace,
    NeedSong,
    Onward,
    WhichSong,
)
from core.domain.emotion import Emotion
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent, IntentCause, IntentDecision
from core.domain.mood import MoodCourse, MoodPoint
from tests.fakes.answers import mix_of
from tests.fakes.songs import HELLOS, face_reading, unsure_reading

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
SEED = mix_of("A").seed
ALL_MOODS = {Change(emotion) for emotion in Emotion}


def told(mood: Emotion | Affect) -> MoodPoint:
    return MoodPoint.of(FaceReading.of_word(mood), NOON)


def course_of(*moods: Emotion | Affect) -> MoodCourse:
    return MoodCourse(tuple(map(told, moods)))


@pytest.mark.parametrize("reply", [NeedFace(SEED), HowNow(told(Emotion.SAD))])
def test_where_a_mood_is_awaited_all_seven_are_offered(reply: NeedFace | HowNow) -> None:
    assert {choice.change for choice in choices_under(reply).moods} == ALL_MOODS


@pytest.mark.parametrize(
    "face", [face_reading(), unsure_reading(), FaceReading.of_word(Emotion.SAD)]
)
def test_every_mood_that_was_taken_can_be_corrected(face: FaceReading) -> None:
    for reply in (NeedSong(face), Answer(1, replace(mix_of("A"), face=face))):
        choices = choices_under(reply)
        assert choices.moods == ()
        assert choices.correction
        assert {choice.change for choice in choices.correction.moods} == ALL_MOODS


def test_what_one_said_oneself_is_not_called_wrong() -> None:
    read, own = (
        choices_under(NeedSong(face)).correction
        for face in (face_reading(), FaceReading.of_word(Emotion.SAD))
    )
    assert read
    assert own
    assert (read.label, own.label) == ("That's not it", "I feel something else")


def test_a_correction_keeps_the_intent_that_was_chosen() -> None:
    chosen = replace(mix_of("A"), decision=IntentDecision(Intent.SOOTHE, IntentCause.CHOSEN))
    correction = choices_under(Answer(1, chosen)).correction
    assert correction
    assert correction.intent is Intent.SOOTHE
    assert correction.moods == moods_with(Intent.SOOTHE)
    assert {choice.change.intent for choice in correction.moods} == {Intent.SOOTHE}


def test_without_a_song_yet_none_or_the_last_one_can_be_taken() -> None:
    ways = [choice.change for choice in choices_under(NeedSong(face_reading())).song_ways]
    assert ways == [Change(song=NO_SONG)]
    remembered = choices_under(NeedSong(face_reading(), SEED)).song_ways
    assert [choice.change for choice in remembered] == [
        Change(song=LAST_SONG),
        Change(song=NO_SONG),
    ]


def test_a_list_is_followed_by_how_one_feels_or_by_the_end() -> None:
    steps = choices_under(Answer(1, mix_of("A"))).steps
    assert [step.onward for step in steps] == [Onward.CHECK_IN, Onward.FINISH]
    assert [step.label for step in steps] == ["How do you feel now?", "I'm fine, thanks"]
    asked = choices_under(HowNow(told(Emotion.SAD))).steps
    assert [step.onward for step in asked] == [Onward.FINISH]


def test_after_the_end_nothing_is_asked() -> None:
    nothing = choices_under(Farewell(None))
    assert not any(getattr(nothing, group) for group in nothing.__slots__)
    assert question_of(Farewell(None)).startswith("Good. I am here whenever you like")


def test_how_somebody_feels_now_is_asked_with_how_it_was() -> None:
    asked = question_of(HowNow(told(Emotion.SAD)))
    assert asked.startswith("How do you feel now?")
    assert asked.endswith("Before the list it was sad.")


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ((-0.5, -0.5), (0.5, 0.5), "brighter and more energetic"),
        ((-0.5, 0.5), (0.5, -0.5), "brighter and calmer"),
        ((-0.5, 0.0), (0.5, 0.1), "brighter"),
        ((0.5, -0.5), (-0.5, 0.5), "darker and more energetic"),
        ((0.5, 0.5), (-0.5, -0.5), "darker and calmer"),
        ((0.5, 0.0), (-0.5, 0.1), "darker"),
        ((0.5, -0.5), (0.6, 0.5), "more energetic"),
        ((0.5, 0.5), (0.6, -0.5), "calmer"),
    ],
)
def test_how_a_mood_moved_is_told_along_both_axes(
    before: tuple[float, float], now: tuple[float, float], words: str
) -> None:
    told_of = tell_course(course_of(Affect(*before), Affect(*now)))
    assert told_of.startswith("You went from ")
    assert told_of.endswith(f"That is {words} than before the list.")


def test_a_mood_that_hardly_moved_is_said_to_be_where_it_was() -> None:
    stayed = course_of(Emotion.SAD, Affect(-0.6, -0.2))
    assert tell_course(stayed) == "Your mood is about where it was: dark and calm."


def test_a_longer_course_is_told_from_its_beginning_too() -> None:
    words = tell_course(course_of(Emotion.ANGRY, Emotion.NEUTRAL, Emotion.HAPPY))
    assert words.startswith("You went from neutral to happy.")
    assert words.endswith("When we began you were angry.")
    both = question_of(Farewell(course_of(Emotion.SAD, Emotion.HAPPY)))
    assert both.startswith("You went from sad to happy.")


def test_what_is_said_beside_a_reply_stands_before_and_after_it() -> None:
    asides = (Aside.PUT_AWAY, Aside.HELP_LINE)
    questions = (
        NeedSong(face_reading(), asides=asides),
        NeedFace(SEED, asides),
        WhichSong(HELLOS, asides),
    )
    for question in questions:
        first, last = question_of(question).split("\n\n")
        assert first.startswith(said_first(question))
        assert last == said_last(question)
        assert "put it away" in first
        assert "findahelpline.com" in last
        assert "local emergency number" in last
    moved = Answer(1, mix_of("A"), course_of(Emotion.SAD, Emotion.HAPPY), asides)
    assert "put it away" in said_first(moved)
    assert said_first(moved).endswith("than before the list.")
    assert said_last(moved)


@pytest.mark.parametrize(
    "reply", [NeedFace(SEED), NeedSong(face_reading()), Answer(1, mix_of("A")), WhichSong(HELLOS)]
)
def test_nothing_is_said_beside_most_replies(
    reply: Answer | NeedFace | NeedSong | WhichSong,
) -> None:
    assert (said_first(reply), said_last(reply)) == ("", "")


def test_a_list_without_a_song_says_what_it_went_by() -> None:
    decision = IntentDecision(Intent.ENHANCE, IntentCause.DARK_MOOD)
    mix = replace(mix_of("A", "B"), seed=None, decision=decision)
    text = present_mix(mix)
    assert text.song == ""
    assert text.paragraphs == (text.face, text.intent)
    assert "your mood is dark" in text.intent
    assert "\n\n\n" not in mix_as_text(mix)
    assert mix_as_json(mix)["seed"] is None
    assert "Your song" not in describe_card(mix)
    assert draw_card(mix).startswith(b"\x89PNG")


def test_a_point_that_was_chosen_is_told_by_its_place() -> None:
    face = FaceReading.of_word(Affect(0.6, -0.6))
    assert present_face(face) == "You told me you feel bright and calm."
    assert question_of(NeedSong(face)).startswith("Noted: you feel bright and calm.")
    as_json = mix_as_json(replace(mix_of("A"), face=face))["face"]
    assert (as_json["valence"], as_json["arousal"], as_json["told"]) == (0.6, -0.6, True)
