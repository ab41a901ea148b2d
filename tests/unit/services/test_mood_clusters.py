from __future__ import annotations

import csv
import gzip
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.music_reading import MusicMood
from core.services.mood_clusters import CLUSTERS, NEUTRAL_RADIUS, cluster_moods, mood_at

unit = st.floats(-1, 1)
catalogues = st.integers(2, 3).flatmap(
    lambda width: st.lists(st.tuples(*[unit] * width), min_size=1, max_size=30).map(np.array)
)

ISLANDS = {
    MusicMood.HAPPY: (0.7, 0.2),
    MusicMood.TENSE: (-0.2, 0.7),
    MusicMood.DEPRESSED: (-0.7, -0.3),
    MusicMood.CALM: (0.2, -0.7),
    None: (0.02, -0.03),
}


def islands(songs_each=40, seed=3):
    """Songs scattered closely round one point per mood, and the mood of each."""
    generator = np.random.default_rng(seed)
    centres = np.repeat(list(ISLANDS.values()), songs_each, axis=0)
    truth = [mood for mood in ISLANDS for _ in range(songs_each)]
    order = generator.permutation(len(truth))
    points = centres + generator.normal(0, 0.02, centres.shape)
    return points[order], [truth[number] for number in order]


def test_groups_that_stand_apart_are_found_and_named_by_where_they_lie():
    points, truth = islands()
    found = cluster_moods(points, clusters=5)
    assert [found.moods[group] for group in found.assigned] == truth
    for centre, mood in zip(found.centres, found.moods, strict=True):
        np.testing.assert_allclose(centre, ISLANDS[mood], atol=0.02)


@settings(max_examples=25, deadline=None)
@given(catalogues, st.integers(1, 9))
def test_laws_of_a_grouping(points, clusters):
    found = cluster_moods(points, clusters=clusters)
    different = len(np.unique(points.round(6), axis=0))
    assert len(found.centres) == len(found.moods) == min(clusters, different)
    assert np.bincount(found.assigned, minlength=len(found.moods)).min() >= 1
    distances = np.linalg.norm(points[:, None] - found.centres, axis=2)
    own = distances[np.arange(len(points)), found.assigned]
    assert (own <= distances.min(axis=1) + 1e-5).all()
    angles = np.arctan2(found.centres[:, 1], found.centres[:, 0]) % math.tau
    assert (np.diff(angles) >= 0).all()
    assert found.moods == tuple(mood_at(*centre[:2]) for centre in found.centres)


def test_one_seed_gives_one_grouping():
    points = np.random.default_rng(0).uniform(-1, 1, (3000, 3))
    one, again = (cluster_moods(points, seed=4) for _ in range(2))
    np.testing.assert_array_equal(one.assigned, again.assigned)
    np.testing.assert_allclose(one.centres, again.centres, atol=1e-12)
    assert len(one.moods) == CLUSTERS


def test_fewer_songs_than_groups_are_groups_of_one():
    found = cluster_moods(np.array([[0.6, 0.5], [-0.6, -0.5]]))
    assert found.moods == (MusicMood.HAPPY, MusicMood.DEPRESSED)
    assert found.assigned.tolist() == [0, 1]


def test_copies_of_a_song_are_one_group():
    found = cluster_moods(np.array([[0.6, 0.5], [-0.6, -0.5], [0.6, 0.5 + 1e-9]] * 10))
    assert found.moods == (MusicMood.HAPPY, MusicMood.DEPRESSED)
    assert found.assigned.tolist() == [0, 1, 0] * 10


def test_no_songs_are_no_groups():
    found = cluster_moods(np.empty((0, 2)))
    assert (found.moods, len(found.centres), len(found.assigned)) == ((), 0, 0)


def test_dominance_parts_songs_that_valence_and_arousal_do_not():
    angry, afraid = [-0.5, 0.6, 0.4], [-0.5, 0.6, -0.5]
    found = cluster_moods(np.array([angry, afraid] * 10), clusters=2)
    assert found.assigned[0] != found.assigned[1]
    assert found.moods == (MusicMood.TENSE, MusicMood.TENSE)


def test_an_unknown_dominance_leaves_the_choice_to_valence_and_arousal():
    points, truth = islands()
    dominance = np.random.default_rng(1).normal(0.3, 0.02, len(points))
    dominance[::3] = np.nan
    table = np.column_stack([points, dominance])
    found = cluster_moods(table, clusters=5)
    assert [found.moods[group] for group in found.assigned] == truth
    np.testing.assert_allclose(found.centres[:, 2], 0.3, atol=0.02)
    assert np.isnan(table[0, 2])


def test_a_catalogue_without_any_dominance_is_grouped_as_if_it_had_no_such_column():
    points, _ = islands()
    unknown = np.column_stack([points, np.full(len(points), np.nan)])
    with_column, without = cluster_moods(unknown, clusters=5), cluster_moods(points, clusters=5)
    np.testing.assert_array_equal(with_column.assigned, without.assigned)


@pytest.mark.parametrize("number", range(8))
def test_a_sector_of_45_degrees_belongs_to_each_emotion(number):
    for degrees in (0.1, 22.5, 44.9):
        angle = math.radians(45 * number + degrees)
        for radius in (NEUTRAL_RADIUS + 0.01, 0.9):
            point = (radius * math.cos(angle), radius * math.sin(angle))
            assert mood_at(*point) is list(MusicMood)[number]


def test_the_right_of_the_plane_is_happy_and_its_middle_no_mood():
    assert mood_at(1, 0) is mood_at(1, -1e-20) is MusicMood.HAPPY
    assert mood_at(0, 0) is mood_at(-0.1, 0.1) is None


@pytest.mark.parametrize(
    ("points", "clusters", "message"),
    [
        (np.zeros((3, 1)), 2, "shape"),
        (np.zeros(3), 2, "shape"),
        (np.array([[0.0, 1.1]]), 2, r"\[-1, 1\]"),
        (np.array([[np.nan, 0.0]]), 2, r"\[-1, 1\]"),
        (np.array([[0.0, 0.0, np.inf]]), 2, r"\[-1, 1\]"),
        (np.zeros((3, 2)), 0, "at least one cluster"),
    ],
)
def test_what_is_no_catalogue_is_refused(points, clusters, message):
    with pytest.raises(ValueError, match=message):
        cluster_moods(points, clusters=clusters)


def test_a_real_catalogue_falls_into_the_same_groups_whatever_the_seed(shared_data):
    path = shared_data / "catalogues" / "deezer_mood.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as handle:
        rows = [(float(row["valence"]), float(row["arousal"])) for row in csv.DictReader(handle)]
    points = np.array(rows[:4000]) / 3
    one, other = (cluster_moods(points, seed=seed) for seed in (0, 1))
    assert one.moods == other.moods
    assert (one.assigned == other.assigned).mean() > 0.9
