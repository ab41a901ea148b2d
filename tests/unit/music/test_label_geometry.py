from __future__ import annotations

import csv
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.domain.music_reading import MusicMood
from models.music.label_geometry import (
    NEUTRAL,
    PLANE_SIDE,
    Partition,
    above_even,
    emotion_shares,
    one_hot,
    rectangles,
    soft_targets,
)
from models.music.label_plots import draw_partitions

MOODS = list(MusicMood)
EVERY_PARTITION = pytest.mark.parametrize("partition", Partition)
PAPER_ORDER = ("frustrated", "tense", "excited", "happy", "content", "calm", "tired", "depressed")

ratings = st.floats(0, PLANE_SIDE)
spreads = st.floats(0, 4)
songs = st.tuples(ratings, ratings, spreads, spreads)
sigma_counts = st.sampled_from([1, 2, 3])


def shares(song, sigmas=1.0, partition=Partition.SECTORS):
    valence, arousal, valence_sd, arousal_sd = song
    return emotion_shares(
        np.array([[valence, arousal]]), np.array([[valence_sd, arousal_sd]]), sigmas, partition
    )[0]


def by_name(song, sigmas=1.0, partition=Partition.SECTORS):
    found = zip(partition.labels, shares(song, sigmas, partition), strict=True)
    return {label: pytest.approx(share, abs=1e-6) for label, share in found if share > 1e-6}


def clip_polygon(corners, a, b, c):
    """The part of a polygon where a x + b y <= c (Sutherland and Hodgman 1974)."""
    kept = []
    for one, other in zip(corners, corners[1:] + corners[:1], strict=True):
        inside, beyond = (c - a * x - b * y for x, y in (one, other))
        if inside >= 0:
            kept.append(one)
        if inside * beyond < 0:
            way = inside / (inside - beyond)
            kept.append(tuple(p + way * (q - p) for p, q in zip(one, other, strict=True)))
    return kept


def polygon_area(corners):
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / 2


def sector_area(low, high, number):
    """Area of a rectangle round the origin in the sector from 45 number to 45 number + 45 degrees,
    by clipping polygons."""
    corners = [(low[0], low[1]), (high[0], low[1]), (high[0], high[1]), (low[0], high[1])]
    for edge, side in ((number, 1), (number + 1, -1)):
        angle = np.radians(45 * edge)
        corners = clip_polygon(corners, side * np.sin(angle), -side * np.cos(angle), 0)
        if not corners:
            return 0.0
    return polygon_area(corners)


@given(songs, sigma_counts)
def test_sectors_cover_what_clipped_polygons_cover(song, sigmas):
    song = (*song[:2], max(song[2], 0.01), max(song[3], 0.01))
    low, high = rectangles(np.array([song[:2]]), np.array([song[2:]]), sigmas)
    areas = np.array([sector_area(low[0], high[0], number) for number in range(8)])
    np.testing.assert_allclose(shares(song, sigmas), 100 * areas / areas.sum(), atol=1e-6)


@given(songs, sigma_counts)
def test_a_grid_is_the_sectors_without_its_four_central_cells(song, sigmas):
    song = (*song[:2], max(song[2], 0.01), max(song[3], 0.01))
    low, high = (b[0] for b in rectangles(np.array([song[:2]]), np.array([song[2:]]), sigmas))
    low_in, high_in = np.clip(low, -2.5, 2.5), np.clip(high, -2.5, 2.5)
    areas = [
        sector_area(low, high, number) - sector_area(low_in, high_in, number) for number in range(8)
    ]
    expected = 100 * np.array([*areas, np.prod(high_in - low_in)]) / np.prod(high - low)
    np.testing.assert_allclose(shares(song, sigmas, Partition.GRID), expected, atol=1e-6)


@given(st.lists(songs, min_size=1, max_size=20), sigma_counts, st.sampled_from(Partition))
def test_shares_are_percentages_that_sum_to_100(many, sigmas, partition):
    table = np.array(many)
    found = emotion_shares(table[:, :2], table[:, 2:], sigmas, partition)
    assert found.shape == (len(many), len(partition.labels))
    assert found.min() >= 0
    np.testing.assert_allclose(found.sum(axis=1), 100, rtol=1e-12)


@given(st.lists(songs, min_size=1, max_size=20), sigma_counts, st.sampled_from(Partition))
def test_a_song_among_others_gets_what_it_gets_alone(many, sigmas, partition):
    table = np.array(many)
    together = emotion_shares(table[:, :2], table[:, 2:], sigmas, partition)
    np.testing.assert_array_equal(together, [shares(song, sigmas, partition) for song in many])


@given(songs, sigma_counts, st.sampled_from(Partition))
def test_mirroring_the_song_mirrors_the_shares(song, sigmas, partition):
    valence, arousal, *spread = song
    found = shares((PLANE_SIDE - valence, arousal, *spread), sigmas, partition)
    mirrored = shares(song, sigmas, partition)
    mirrored[:8] = mirrored[[3, 2, 1, 0, 7, 6, 5, 4]]
    np.testing.assert_allclose(found, mirrored, atol=1e-5)


@given(songs, sigma_counts, st.sampled_from(Partition))
def test_a_quarter_turn_moves_every_share_two_emotions_on(song, sigmas, partition):
    valence, arousal, valence_sd, arousal_sd = song
    found = shares((PLANE_SIDE - arousal, valence, arousal_sd, valence_sd), sigmas, partition)
    turned = shares(song, sigmas, partition)
    turned[:8] = np.roll(turned[:8], 2)
    np.testing.assert_allclose(found, turned, atol=1e-5)


@given(songs, st.floats(0.1, 3), st.floats(0.1, 3), st.sampled_from(Partition))
def test_a_wider_rectangle_covers_no_less_of_any_region(song, one, other, partition):
    covered = []
    for sigmas in sorted((one, other)):
        low, high = rectangles(np.array([song[:2]]), np.array([song[2:]]), sigmas)
        covered.append(shares(song, sigmas, partition) * np.prod(high - low))
    assert (covered[0] <= covered[1] + 1e-6).all()


@given(
    st.tuples(st.floats(2, 8), st.floats(2, 8), st.floats(0.01, 0.6), st.floats(0.01, 0.6)),
    st.floats(0.1, 3),
    st.floats(0.1, 3),
    st.sampled_from(Partition),
)
def test_inside_the_plane_doubt_only_takes_from_the_emotion_at_the_mean(
    song, one, other, partition
):
    home = shares((*song[:2], 0, 0), 1, partition).argmax()
    near, far = (shares(song, sigmas, partition)[home] for sigmas in sorted((one, other)))
    assert far <= near + 1e-5


@pytest.mark.parametrize(
    ("valence", "arousal", "mood"),
    [
        (9, 6, MusicMood.HAPPY),
        (6, 9, MusicMood.EXCITED),
        (4, 9, MusicMood.TENSE),
        (1, 6, MusicMood.FRUSTRATED),
        (1, 4, MusicMood.DEPRESSED),
        (4, 1, MusicMood.TIRED),
        (6, 1, MusicMood.CALM),
        (9, 4, MusicMood.CONTENT),
    ],
)
@EVERY_PARTITION
def test_listeners_who_agree_name_one_emotion(valence, arousal, mood, partition):
    assert by_name((valence, arousal, 0, 0), 3, partition) == {mood: 100}


def test_the_middle_of_the_grid_is_neutral_and_the_sectors_know_no_neutral():
    assert by_name((6, 4.5, 0.4, 0.4), 2, Partition.GRID) == {NEUTRAL: 100}
    assert NEUTRAL not in Partition.SECTORS.labels
    assert by_name((5, 5, 0, 0)) == dict.fromkeys(MOODS, 12.5)


def test_a_point_on_a_border_counts_equally_on_both_sides():
    assert by_name((8, 5, 0, 0)) == {MusicMood.HAPPY: 50, MusicMood.CONTENT: 50}
    assert by_name((9, 9, 0, 0), 1, Partition.GRID) == {MusicMood.HAPPY: 50, MusicMood.EXCITED: 50}
    assert by_name((7.5, 6, 0, 0), 1, Partition.GRID) == {NEUTRAL: 50, MusicMood.HAPPY: 50}


def test_where_listeners_disagree_in_one_dimension_the_segments_length_counts():
    assert by_name((8, 8, 0, 2)) == {MusicMood.HAPPY: 50, MusicMood.EXCITED: 50}
    assert by_name((6, 9, 2, 0)) == {MusicMood.EXCITED: 75, MusicMood.TENSE: 25}
    assert by_name((6, 9, 2, 0), 1, Partition.GRID) == {MusicMood.EXCITED: 75, MusicMood.TENSE: 25}
    assert by_name((7, 6, 2, 0), 1, Partition.GRID) == {NEUTRAL: 62.5, MusicMood.HAPPY: 37.5}


@EVERY_PARTITION
def test_a_vanishing_rectangle_ends_where_a_point_begins(partition):
    song = (7.9, 5.3)
    point = shares((*song, 0, 0), 1, partition)
    steps = [np.abs(shares((*song, sd, sd), 1, partition) - point).max() for sd in (3, 1, 0.1, 0)]
    assert steps == sorted(steps, reverse=True)
    assert steps[0] > 1
    assert steps[-2:] == pytest.approx([0, 0], abs=1e-6)


def test_a_rectangle_that_covers_the_plane_counts_the_regions_alone():
    assert by_name((2, 9, 50, 50)) == dict.fromkeys(MOODS, 12.5)
    grid = by_name((2, 9, 50, 50), 1, Partition.GRID)
    assert grid == {**dict.fromkeys(MOODS, 75 / 8), NEUTRAL: 25}


def test_what_lies_beyond_the_plane_does_not_count():
    np.testing.assert_allclose(shares((10, 7, 4, 3)), shares((8, 7, 2, 3)))
    low, high = rectangles(np.array([[9.0, 0.5]]), np.array([[1.0, 1.0]]), 3)
    assert (low.tolist(), high.tolist()) == ([[1, -5]], [[5, -1.5]])


def test_labels_are_the_largest_share_or_all_above_an_even_share():
    found = emotion_shares(np.array([[6.0, 8.0]]), np.array([[2.0, 0.0]]), 1, Partition.SECTORS)
    labels = np.array(Partition.SECTORS.labels)
    assert labels[one_hot(found)[0]].tolist() == ["excited"]
    assert set(labels[above_even(found)[0]]) == {"excited", "tense"}
    np.testing.assert_array_equal(above_even(np.full((1, 8), 12.5)), np.zeros((1, 8), bool))


@given(st.lists(songs, min_size=1, max_size=20), sigma_counts, st.sampled_from(Partition))
def test_every_song_has_one_hot_emotion_which_is_above_an_even_share(many, sigmas, partition):
    table = np.array(many)
    found = emotion_shares(table[:, :2], table[:, 2:], sigmas, partition)
    hot = one_hot(found)
    assert (hot.sum(axis=1) == 1).all()
    assert (found[hot] == found.max(axis=1)).all()
    even = np.ptp(found, axis=1) < 1e-6
    assert (above_even(found)[hot] | even).all()


@given(songs, sigma_counts, st.sampled_from(Partition))
def test_soft_targets_are_a_distribution(song, sigmas, partition):
    found = shares(song, sigmas, partition)[None]
    targets = soft_targets(found)
    assert targets.dtype == np.float32
    np.testing.assert_allclose(targets.sum(), 1, rtol=1e-6)
    np.testing.assert_allclose(targets, found / 100, rtol=1e-6)


@pytest.mark.parametrize(
    ("means", "deviations", "sigmas", "message"),
    [
        ([[5.0, 10.1]], [[1.0, 1.0]], 1, "means must lie"),
        ([[np.nan, 5.0]], [[1.0, 1.0]], 1, "means must lie"),
        ([[5.0, 5.0]], [[-1.0, 1.0]], 1, "deviations"),
        ([[5.0, 5.0]], [[np.inf, 1.0]], 1, "deviations"),
        ([[5.0, 5.0]], [[1.0, 1.0]], -1, "sigmas"),
        ([[5.0, 5.0, 5.0]], [[1.0, 1.0, 1.0]], 1, "shape"),
        ([[5.0, 5.0]], [[1.0, 1.0], [1.0, 1.0]], 1, "shape"),
    ],
)
def test_numbers_that_are_no_ratings_are_refused(means, deviations, sigmas, message):
    with pytest.raises(ValueError, match=message):
        emotion_shares(np.array(means), np.array(deviations), sigmas, Partition.SECTORS)


def test_one_deviation_in_sectors_gives_the_papers_label_counts(shared_data):
    """The table of the multi-label network tells how many of its test songs (361, a fifth of DEAM)
    carry each emotion; our 1,435 songs of DEAM carry them as often."""
    reported = np.array([118, 91, 131, 132, 91, 122, 168, 177])
    with (shared_data / "music" / "deam.csv").open(newline="", encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    means, deviations = (
        np.array([[float(row[name]) for name in names] for row in rows])
        for names in (("valence_mean_1_9", "arousal_mean_1_9"), ("valence_std", "arousal_std"))
    )
    found = emotion_shares(means, deviations, 1, Partition.SECTORS)
    order = [Partition.SECTORS.labels.index(label) for label in PAPER_ORDER]
    counts = above_even(found)[:, order].mean(axis=0) * 361
    assert counts.sum() == pytest.approx(reported.sum(), rel=0.03)
    assert np.corrcoef(counts, reported)[0, 1] > 0.8
    assert Partition.SECTORS.labels[found.mean(axis=0).argmax()] == "tired"


def test_the_picture_shows_both_partitions_in_the_colours_of_eight_emotions():
    with Image.open(BytesIO(draw_partitions((6.9, 6.4), (1.3, 1.0)))) as image:
        pixels = np.asarray(image.convert("RGB"))
    halves = np.split(pixels[:, : pixels.shape[1] // 2 * 2], 2, axis=1)
    frequent = [
        {
            tuple(c)
            for c, n in zip(*np.unique(h.reshape(-1, 3), axis=0, return_counts=True), strict=True)
            if n > 2000
        }
        for h in halves
    ]
    assert frequent[0] == frequent[1]
    assert len(frequent[0] - {(255, 255, 255)}) == len(MusicMood)
