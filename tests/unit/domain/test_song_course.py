import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.affect import Affect
from core.domain.intent import BRIGHTER_STEP
from core.domain.music_reading import SongMoment
from core.domain.song_course import find_turn


def course(*points, every_s=40.0):
    return [SongMoment(every_s * n, Affect(*point)) for n, point in enumerate(points)]


def test_a_song_that_rises_half_way_turns_there():
    turn = find_turn(course(*[(-0.4, -0.5)] * 3, *[(0.3, 0.4)] * 3))
    assert turn.time_s == 120
    assert (turn.brighter, turn.more_energetic) == (1, 1)
    assert turn.before.distance(Affect(-0.4, -0.5)) < 1e-9
    assert turn.after.distance(Affect(0.3, 0.4)) < 1e-9


def test_a_turn_names_only_the_axis_that_moves():
    turn = find_turn(course(*[(0.2, 0.5)] * 4, *[(0.25, -0.3)] * 2))
    assert turn.time_s == 160
    assert (turn.brighter, turn.more_energetic) == (0, -1)


@pytest.mark.parametrize(
    "points",
    [
        [],
        [(0, 0)] * 6,
        [(-0.9, -0.9), (0.9, 0.9), (0.9, 0.9)],
        [(-0.9, -0.9), *[(0.5, 0.5)] * 5],
        [(0, 0)] * 3 + [(BRIGHTER_STEP - 0.01, 0)] * 3,
        [(-0.5, 0), (0.5, 0)] * 3,
    ],
    ids=["nothing", "steady", "too short", "one outlier", "small step", "to and fro"],
)
def test_nothing_is_claimed_of_a_song_that_does_not_clearly_move(points):
    assert find_turn(course(*points)) is None


parts = st.lists(st.tuples(st.floats(-0.05, 0.05), st.floats(-0.05, 0.05)), min_size=2, max_size=4)


@given(parts, parts, st.tuples(st.floats(-0.9, 0.9), st.floats(-0.9, 0.9)))
def test_a_clear_step_is_found_where_it_is_and_backwards_it_is_the_opposite(first, then, step):
    moved = [(valence + step[0], arousal + step[1]) for valence, arousal in then]
    forth, back = find_turn(course(*first, *moved)), find_turn(course(*reversed([*first, *moved])))
    if max(map(abs, step)) >= 0.4:
        assert forth.time_s == 40 * len(first)
        assert back.time_s == 40 * len(then)
        assert (forth.brighter, forth.more_energetic) == (-back.brighter, -back.more_energetic)
        signs = (forth.brighter, forth.more_energetic)
        assert all(sign * size >= 0 for sign, size in zip(signs, step, strict=True))
    elif max(map(abs, step)) < BRIGHTER_STEP - 0.1:
        assert forth is back is None
