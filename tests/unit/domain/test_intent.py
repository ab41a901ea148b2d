from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.affect import Affect
from core.domain.emotion import EMOTION_AFFECT, Emotion
from core.domain.face_reading import FaceReading
from core.domain.intent import (
    ALIKE_DISTANCE,
    BRIGHT_VALENCE,
    BRIGHTER_STEP,
    CALM_AROUSAL,
    CALMER_STEP,
    DARK_VALENCE,
    MODULATE_REACH,
    Intent,
    IntentCause,
    decide_intent,
    is_agitated,
    soothing_fits,
    target_affect,
)
from tests.fakes.songs import face_reading, unsure_reading

unit = st.floats(-1, 1, allow_nan=False)
points = st.builds(Affect, unit, unit)

SAD, HAPPY = EMOTION_AFFECT[Emotion.SAD], EMOTION_AFFECT[Emotion.HAPPY]
ANGRY = EMOTION_AFFECT[Emotion.ANGRY]


@pytest.mark.parametrize(
    ("face", "seed", "intent", "cause"),
    [
        (SAD, Affect(0.8, 0.8), Intent.ENHANCE, IntentCause.BRIGHTER_AND_MORE_ENERGETIC),
        (SAD, Affect(0.4, -0.5), Intent.ENHANCE, IntentCause.BRIGHTER),
        (SAD, Affect(-0.7, 0.7), Intent.ENHANCE, IntentCause.MORE_ENERGETIC),
        (SAD, Affect(-0.7, -0.3), Intent.MODULATE, IntentCause.ALIKE),
        (HAPPY, Affect(-0.8, -0.6), Intent.MODULATE, IntentCause.DARKER_OR_CALMER),
        (HAPPY, Affect(0.8, 0.4), Intent.MODULATE, IntentCause.ALIKE),
        (ANGRY, Affect(0.6, -0.5), Intent.SOOTHE, IntentCause.CALMER),
        (ANGRY, Affect(-0.6, -0.4), Intent.SOOTHE, IntentCause.CALMER),
        (ANGRY, Affect(0.6, 0.3), Intent.ENHANCE, IntentCause.BRIGHTER),
        (ANGRY, Affect(-0.6, 0.6), Intent.MODULATE, IntentCause.ALIKE),
        (HAPPY, Affect(0.6, -0.6), Intent.MODULATE, IntentCause.DARKER_OR_CALMER),
    ],
)
def test_face_and_song_decide_the_intent(
    face: Affect, seed: Affect, intent: Intent, cause: IntentCause
) -> None:
    decision = decide_intent(face, seed)
    assert (decision.intent, decision.cause) == (intent, cause)


@given(points, points, st.sampled_from(Intent))
def test_a_persons_choice_always_wins(face: Affect, seed: Affect, chosen: Intent) -> None:
    decision = decide_intent(face, seed, chosen)
    assert decision.intent is chosen
    assert decision.cause is IntentCause.CHOSEN


@given(points, points)
def test_alike_points_modulate(face: Affect, seed: Affect) -> None:
    if face.distance(seed) <= ALIKE_DISTANCE:
        assert decide_intent(face, seed).cause is IntentCause.ALIKE


@given(points, points)
def test_enhance_is_never_darker_or_calmer_than_the_face(face: Affect, seed: Affect) -> None:
    target = target_affect(face, seed, Intent.ENHANCE)
    assert target.valence >= min(1.0, face.valence + BRIGHTER_STEP) - 1e-12
    assert target.arousal >= face.arousal


@given(points, points)
def test_soothing_is_always_calmer_never_darker_and_ends_in_the_calm_half(
    face: Affect, seed: Affect
) -> None:
    target = target_affect(face, seed, Intent.SOOTHE)
    assert target.valence >= face.valence
    assert target.arousal <= max(-1.0, face.arousal - CALMER_STEP) + 1e-12
    assert target.arousal <= CALM_AROUSAL


@given(points, points)
def test_only_the_agitated_are_soothed_unasked(face: Affect, seed: Affect) -> None:
    decision = decide_intent(face, seed)
    if decision.intent is Intent.SOOTHE:
        assert is_agitated(face)
        assert seed.arousal <= 0


def test_an_unsure_face_tells_which_guesses_would_lead_elsewhere() -> None:
    calm_song = Affect(0.6, -0.5)
    guesses = (Emotion.SAD, Emotion.NEUTRAL, Emotion.ANGRY)
    decision = decide_intent(Affect(-0.3, 0.0), calm_song, guesses=guesses)
    assert decision.intent is Intent.ENHANCE
    assert decision.doubts == ((Emotion.ANGRY, Intent.SOOTHE),)
    assert decide_intent(Affect(-0.3, 0.0), calm_song, Intent.MODULATE, guesses).doubts == ()


@pytest.mark.parametrize("emotion", list(Emotion))
def test_a_face_that_is_or_may_be_agitated_is_offered_soothing(emotion: Emotion) -> None:
    agitated = emotion in {Emotion.ANGRY, Emotion.FEAR, Emotion.DISGUST}
    assert soothing_fits(face_reading(emotion)) is agitated
    assert soothing_fits(unsure_reading())  # may be angry


@given(points, points)
def test_modulate_stays_by_the_face_and_leans_to_the_song(face: Affect, seed: Affect) -> None:
    target = target_affect(face, seed, Intent.MODULATE)
    assert target.distance(face) <= min(target.distance(seed), MODULATE_REACH) + 1e-9
    assert target.distance(seed) <= face.distance(seed)


@given(points, points)
def test_a_lift_leads_to_the_bright_half_where_the_song_shows_no_way_up(
    face: Affect, seed: Affect
) -> None:
    shown = max(seed.valence - face.valence, seed.arousal - face.arousal) >= BRIGHTER_STEP
    target = target_affect(face, seed, Intent.ENHANCE)
    assert shown or target.valence >= BRIGHT_VALENCE


def test_an_angry_face_with_a_dark_song_is_lifted_to_bright_songs() -> None:
    assert target_affect(ANGRY, Affect(-0.4, 0.0), Intent.ENHANCE).valence == BRIGHT_VALENCE


@pytest.mark.parametrize(
    ("emotion", "intent", "cause"),
    [
        (Emotion.ANGRY, Intent.SOOTHE, IntentCause.TENSE_MOOD),
        (Emotion.FEAR, Intent.SOOTHE, IntentCause.TENSE_MOOD),
        (Emotion.DISGUST, Intent.SOOTHE, IntentCause.TENSE_MOOD),
        (Emotion.SAD, Intent.ENHANCE, IntentCause.DARK_MOOD),
        (Emotion.NEUTRAL, Intent.MODULATE, IntentCause.MOOD_ALONE),
        (Emotion.HAPPY, Intent.MODULATE, IntentCause.MOOD_ALONE),
        (Emotion.SURPRISE, Intent.MODULATE, IntentCause.MOOD_ALONE),
    ],
)
def test_without_a_song_the_mood_decides(
    emotion: Emotion, intent: Intent, cause: IntentCause
) -> None:
    decision = decide_intent(EMOTION_AFFECT[emotion], None)
    assert (decision.intent, decision.cause) == (intent, cause)


@given(points)
def test_without_a_song_nobody_is_left_in_the_dark_and_who_is_well_stays(face: Affect) -> None:
    intent = decide_intent(face, None).intent
    target = target_affect(face, None, intent)
    assert (target == face) is (intent is Intent.MODULATE)
    if face.valence <= DARK_VALENCE:
        assert target.valence >= face.valence + BRIGHTER_STEP - 1e-12
    if is_agitated(face):
        assert target.arousal <= CALM_AROUSAL


@given(points, st.sampled_from(Intent))
def test_without_a_song_ones_own_choice_wins_as_well(face: Affect, chosen: Intent) -> None:
    assert decide_intent(face, None, chosen).cause is IntentCause.CHOSEN
    assert target_affect(face, None, chosen) == target_affect(face, face, chosen)


def test_without_a_song_guesses_that_would_lead_elsewhere_are_told() -> None:
    decision = decide_intent(Affect(0.0, 0.0), None, guesses=(Emotion.NEUTRAL, Emotion.SAD))
    assert decision.doubts == ((Emotion.SAD, Intent.ENHANCE),)


@given(points)
def test_soothing_is_offered_where_somebody_put_themselves_into_tension(point: Affect) -> None:
    assert soothing_fits(FaceReading.of_word(point)) is is_agitated(point)
