"""Clips with labels, their artists, and recordings under two names."""

import csv

import numpy as np
import pytest

from core.domain.errors import ErrorCode, OperationError
from models.music.artists import artist_names, group_by_artist
from models.music.clips import Source, read_clips, rescale
from models.music.twins import twins

DEAM = {
    "file": "deam/2.opus",
    "valence_mean_1_9": "9",
    "valence_std": "0.8",
    "arousal_mean_1_9": "1",
    "arousal_std": "2",
    "artist": "Nick Drake",
    "group": "Nick Drake",
    "fold": "3",
}
QUADRANT = {"file": "quadrants/a.opus", "quadrant": "Q3", "artist": "Billie Holiday"}
CLUSTER = {"file": "mirex/1.opus", "cluster": "Cluster 5", "artist": "Holiday, Billie/Hamilton, C."}


def write(folder, **tables):
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as handle:
            writer = csv.DictWriter(handle, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return folder


def test_the_three_collections_are_read_as_one(tmp_path):
    clips = read_clips(write(tmp_path, deam=[DEAM], quadrants=[QUADRANT], mirex=[CLUSTER]))
    assert clips.files == ("deam/2.opus", "quadrants/a.opus", "mirex/1.opus")
    assert clips.ratings[0].tolist() == [1, -1]
    assert clips.deviations[0].tolist() == [pytest.approx(0.2), pytest.approx(0.5)]
    assert np.isnan(clips.ratings[1:]).all()
    assert clips.quadrants.tolist() == [-1, 2, -1]
    assert clips.clusters.tolist() == [-1, -1, 4]
    assert clips.folds.tolist() == [3, 0, 0]
    assert clips.groups[1] == clips.groups[2] != clips.groups[0]


@pytest.mark.parametrize("source", Source)
def test_any_one_table_is_enough(tmp_path, source):
    row = {Source.DEAM: DEAM, Source.QUADRANTS: QUADRANT, Source.MIREX: CLUSTER}[source]
    clips = read_clips(write(tmp_path, **{source.value: [row]}))
    assert clips.of(source).tolist() == [True]


def test_a_selection_keeps_names_and_labels_together(tmp_path):
    clips = read_clips(write(tmp_path, deam=[DEAM], quadrants=[QUADRANT], mirex=[CLUSTER]))
    chosen = clips[np.array([2, 0])]
    assert chosen.files == ("mirex/1.opus", "deam/2.opus")
    assert chosen.clusters.tolist() == [4, -1]


@pytest.mark.parametrize(
    "tables",
    [
        {},
        {"quadrants": [QUADRANT | {"quadrant": "Q5"}]},
        {"mirex": [{"file": "mirex/1.opus", "artist": "Queen"}]},
        {"deam": [DEAM | {"valence_mean_1_9": "happy"}]},
    ],
    ids=["no table", "no such quadrant", "no cluster", "no number"],
)
def test_what_is_not_labelled_music_is_refused(tmp_path, tables):
    with pytest.raises(OperationError) as caught:
        read_clips(write(tmp_path, **tables))
    assert caught.value.code is ErrorCode.DATA_UNUSABLE


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(OperationError) as caught:
        read_clips(tmp_path / "nowhere")
    assert caught.value.code is ErrorCode.FILE_NOT_READABLE


def test_listeners_ratings_map_onto_the_plane():
    assert [rescale(value) for value in (1, 5, 9)] == [-1, 0, 1]


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("Brown, Ruth", {"ruth brown"}),
        ("The Beach Boys", {"beach boys"}),
        ("Jett, Joan & Teh Blackhearts", {"joan jett"}),
        ("Pogues/MacColl, Kirsty", {"pogues", "kirsty maccoll"}),
        ("Jackson, Michael [1]", {"michael jackson"}),
        ('Watson, Johnny [1] "Guitar"', {"johnny watson"}),
        ("Bob Marley & the Wailers", {"bob marley"}),
        ("Einstürzende Neubauten", {"einsturzende neubauten"}),
        ("Harry Connick; Jr.", {"harry connick"}),
        ("", set()),
    ],
)
def test_an_artist_has_one_spelling(credit, names):
    assert artist_names(credit) == names


def test_a_chain_of_shared_names_makes_one_group_and_the_nameless_stand_alone():
    names = [{"rod stewart"}, {"faces"}, {"faces", "rod stewart"}, set(), set(), {"queen"}]
    groups = group_by_artist([frozenset(each) for each in names]).tolist()
    assert groups[0] == groups[1] == groups[2]
    assert len(set(groups)) == 4


def test_a_recording_is_known_again_when_it_starts_elsewhere_and_louder():
    random = np.random.default_rng(0)
    songs = random.normal(size=(6, 96, 420)).cumsum(axis=2) / 10
    clips = songs[:, :, :320].copy()
    clips[5] = songs[1, :, 80:400] + 0.5
    assert twins(clips.astype(np.float16)) == [(1, 5)]


def test_different_recordings_are_no_twins():
    songs = np.random.default_rng(1).normal(size=(12, 96, 320)).cumsum(axis=2) / 10
    assert twins(songs.astype(np.float16)) == []
