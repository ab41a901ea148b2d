from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.affect import MAX_DISTANCE, Affect
from core.domain.emotion import EMOTION_AFFECT, Emotion, EmotionEstimate
from core.domain.face_reading import FaceReading

unit = st.floats(-1, 1, allow_nan=False)
points = st.builds(Affect, unit, unit)


@st.composite
def estimates(draw: st.DrawFn) -> EmotionEstimate:
    weights = draw(st.lists(st.floats(0.001, 1), min_size=7, max_size=7))
    return EmotionEstimate(
        {emotion: weight / sum(weights) for emotion, weight in zip(Emotion, weights, strict=True)}
    )


@pytest.mark.parametrize("value", [1.01, -1.01, math.nan, math.inf])
def test_a_point_outside_the_plane_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="valence"):
        Affect(value, 0)
    with pytest.raises(ValueError, match="arousal"):
        Affect(0, value)


@given(points, points)
def test_distance_is_symmetric_and_bounded(one: Affect, other: Affect) -> None:
    assert one.distance(other) == other.distance(one)
    assert 0 <= one.distance(other) <= MAX_DISTANCE
    assert one.distance(one) == 0


@given(points, points, st.floats(0, 1))
def test_moving_toward_a_point_shortens_the_way_by_the_share(
    one: Affect, other: Affect, share: float
) -> None:
    moved = one.toward(other, share)
    assert moved.distance(other) == pytest.approx((1 - share) * one.distance(other), abs=1e-9)


@given(estimates())
def test_an_estimates_affect_lies_among_the_published_points(estimate: EmotionEstimate) -> None:
    valences = [point.valence for point in EMOTION_AFFECT.values()]
    assert min(valences) <= estimate.affect.valence <= max(valences)
    assert estimate.confidence == max(estimate.probabilities.values())


@pytest.mark.parametrize("emotion", list(Emotion))
def test_a_certain_emotion_lies_at_its_published_point(emotion: Emotion) -> None:
    estimate = EmotionEstimate({e: float(e is emotion) for e in Emotion})
    assert estimate.label is emotion
    assert estimate.affect == EMOTION_AFFECT[emotion]


@pytest.mark.parametrize(
    "probabilities",
    [
        {Emotion.HAPPY: 1.0},
        dict.fromkeys(Emotion, 0.2),
        {emotion: (2.0 if emotion is Emotion.HAPPY else -1 / 6) for emotion in Emotion},
    ],
)
def test_numbers_that_are_no_distribution_are_refused(probabilities: dict[Emotion, float]) -> None:
    with pytest.raises(ValueError, match=r"emotions|probabilities"):
        EmotionEstimate(probabilities)


def test_a_reading_without_a_face_is_refused() -> None:
    certain = EmotionEstimate({e: float(e is Emotion.SAD) for e in Emotion})
    with pytest.raises(ValueError, match="at least one face"):
        FaceReading(certain, faces_found=0, frames_read=1, detector="haar", engine="moodnet")
