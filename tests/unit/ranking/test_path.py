from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.affect import Affect
from core.domain.emotion import Emotion
from core.domain.intent import Intent, target_affect
from core.domain.track import SeedTrack, Source
from core.domain.track_table import TrackTable
from core.services.ranking import Order, rank
from core.services.ranking.path import progress, steps_of
from tests.fakes.orders import SOMETHING_NEW
from tests.fakes.songs import face_reading, rated

unit = st.floats(-1, 1, allow_nan=False)
points = st.builds(Affect, unit, unit)
leading = st.sampled_from([Intent.ENHANCE, Intent.SOOTHE])
PLANE = [
    rated(f"T {n} {m}", f"A {n} {m}", n / 8, m / 8) for n in range(-8, 9) for m in range(-8, 9)
]


@given(points, points, leading, st.integers(1, 9))
def test_steps_are_even_and_end_at_the_target(face, target, intent, length) -> None:
    steps = steps_of(face, target, intent, length)
    assert len(steps) == length
    assert steps[-1].distance(target) == pytest.approx(0, abs=1e-9)
    for before, after in pairwise((face, *steps)):
        assert before.distance(after) == pytest.approx(face.distance(target) / length, abs=1e-9)


@given(points, points)
def test_modulate_stays(face, target) -> None:
    assert set(steps_of(face, target, Intent.MODULATE, 5)) == {target}


def walk(emotion: Emotion, intent: Intent, song: Affect):
    face = face_reading(emotion)
    seed = SeedTrack(SOMETHING_NEW, song, Source.CATALOGUE, Source.CATALOGUE)
    target = target_affect(face.affect, song, intent)
    return face, target, rank([TrackTable.of(PLANE)], Order(face, seed, intent, target))


@pytest.mark.parametrize(
    ("emotion", "intent", "song"),
    [
        (Emotion.SAD, Intent.ENHANCE, Affect(0.8, 0.8)),
        (Emotion.ANGRY, Intent.SOOTHE, Affect(0.5, -0.6)),
        (Emotion.FEAR, Intent.SOOTHE, Affect(0.7, 0.7)),
    ],
)
def test_the_list_sets_out_by_the_face_and_goes_to_the_target(emotion, intent, song) -> None:
    face, target, tracks = walk(emotion, intent, song)
    way = [progress(track.rated.affect, face.affect, target) for track in tracks]
    assert way == sorted(way)
    first, last = tracks[0].rated.affect, tracks[-1].rated.affect
    assert first.distance(face.affect) < first.distance(target)
    assert last.distance(target) < 0.2
    for track in tracks:
        assert track.rated.affect.distance(track.aim) < 0.3


def test_soothing_takes_arousal_away_step_by_step() -> None:
    _, _, tracks = walk(Emotion.ANGRY, Intent.SOOTHE, Affect(0.3, -0.5))
    arousal = [track.rated.affect.arousal for track in tracks]
    assert arousal == sorted(arousal, reverse=True)
    assert arousal[0] > 0.2 > -0.2 > arousal[-1]


def test_no_other_order_of_the_same_tracks_comes_nearer_to_the_steps() -> None:
    _, _, tracks = walk(Emotion.SAD, Intent.ENHANCE, Affect(0.8, 0.8))
    aims = [track.aim for track in tracks]

    def squared(order):
        return sum(t.rated.affect.distance(a) ** 2 for t, a in zip(order, aims, strict=True))

    for one in range(len(tracks)):
        for other in range(one):
            swapped = list(tracks)
            swapped[one], swapped[other] = swapped[other], swapped[one]
            assert squared(swapped) >= squared(tracks) - 1e-9
