from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.affect import Affect
from core.domain.emotion import EMOTION_AFFECT, Emotion
from core.domain.intent import (
    ALIKE_DISTANCE,
    BRIGHTER_STEP,
    MODULATE_REACH,
    Intent,
    IntentCause,
    decide_intent,
    target_affect,
)

unit = st.floats(-1, 1, allow_nan=False)
points = st.builds(Affect, unit, unit)

SAD, HAPPY = EMOTION_AFFECT[Emotion.SAD], EMOTION_AFFECT[Emotion.HAPPY]


@pytest.mark.parametrize(
    ("face", "seed", "intent", "cause"),
    [
        (SAD, Affect(0.8, 0.8), Intent.ENHANCE, IntentCause.BRIGHTER_AND_MORE_ENERGETIC),
        (SAD, Affect(0.4, -0.5), Intent.ENHANCE, IntentCause.BRIGHTER),
        (SAD, Affect(-0.7, 0.7), Intent.ENHANCE, IntentCause.MORE_ENERGETIC),
        (SAD, Affect(-0.7, -0.3), Intent.MODULATE, IntentCause.ALIKE),
        (HAPPY, Affect(-0.8, -0.6), Intent.MODULATE, IntentCause.DARKER_OR_CALMER),
        (HAPPY, Affect(0.8, 0.4), Intent.MODULATE, IntentCause.ALIKE),
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
def test_modulate_stays_by_the_face_and_leans_to_the_song(face: Affect, seed: Affect) -> None:
    target = target_affect(face, seed, Intent.MODULATE)
    assert target.distance(face) <= min(target.distance(seed), MODULATE_REACH) + 1e-9
    assert target.distance(seed) <= face.distance(seed)
