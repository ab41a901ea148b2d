import io
import zipfile

import numpy as np
import pytest
from PIL import Image

from models.emotion.sequences import CK_LABELS, SequenceSet, load_sequences, subject_folds


@pytest.fixture(scope="module")
def sequences(shared_data):
    return load_sequences(shared_data / "ck48.zip")


def archive(tmp_path, names, side=48):
    """Each picture is as bright as the last two digits of its name say."""
    path = tmp_path / "faces.zip"
    with zipfile.ZipFile(path, "w") as file:
        for name in names:
            buffer = io.BytesIO()
            Image.new("L", (side, side), int(name[-6:-4])).save(buffer, "PNG")
            file.writestr(name, buffer.getvalue())
    return path


def frames(subject, sequence, label, *numbers):
    return [f"ck48/{label}/S{subject:03}_{sequence:03}_{number:08}.png" for number in numbers]


def test_every_sequence_of_ck_is_there(sequences):
    assert sequences.pixels.shape == (327, 3, 48, 48)
    assert len(np.unique(sequences.groups)) == 118
    counts = dict(zip(CK_LABELS, np.bincount(sequences.labels).tolist(), strict=True))
    assert counts == {
        "anger": 45,
        "contempt": 18,
        "disgust": 59,
        "fear": 25,
        "happy": 69,
        "sadness": 28,
        "surprise": 83,
    }


def test_frames_are_in_order_of_time_and_subjects_told_apart(tmp_path):
    names = [
        *frames(10, 1, "happy", 12, 9, 11),
        *frames(10, 2, "fear", 30, 31, 32),
        *frames(7, 1, "happy", 40, 41, 42),
    ]
    found = load_sequences(archive(tmp_path, names))
    assert found.pixels[:, :, 0, 0].tolist() == [[30, 31, 32], [40, 41, 42], [9, 11, 12]]
    assert [CK_LABELS[label] for label in found.labels] == ["fear", "happy", "happy"]
    assert found.groups[0] == found.groups[2] != found.groups[1]


def test_single_frames_keep_class_and_subject(sequences):
    single = sequences.as_single_frames()
    assert single.pixels.shape == (981, 1, 48, 48)
    assert (single.pixels[4, 0] == sequences.pixels[1, 1]).all()
    assert (single.labels[3:6] == sequences.labels[1]).all()
    assert (single.groups[3:6] == sequences.groups[1]).all()


@pytest.mark.parametrize(
    "names",
    [
        [],
        frames(1, 1, "happy", 1, 2),
        frames(1, 1, "bored", 1, 2, 3),
        ["ck48/happy/holiday01.png"],
    ],
    ids=["empty", "two frames", "unknown class", "another name"],
)
def test_an_archive_that_is_not_ck_is_refused(tmp_path, names):
    with pytest.raises(ValueError, match=r"sequences of 3 frames|not named like"):
        load_sequences(archive(tmp_path, names))


def test_pictures_of_another_size_are_refused(tmp_path):
    with pytest.raises(ValueError, match="48 pixels square"):
        load_sequences(archive(tmp_path, frames(1, 1, "happy", 1, 2, 3), side=40))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_subject_is_in_two_folds_and_classes_are_spread_evenly(sequences, seed):
    fold_of = subject_folds(sequences, 10, seed)
    assert set(fold_of.tolist()) == set(range(10))
    for subject in np.unique(sequences.groups):
        assert len(np.unique(fold_of[sequences.groups == subject])) == 1
    assert np.bincount(fold_of).max() - np.bincount(fold_of).min() <= 3
    for label in range(len(CK_LABELS)):
        counts = np.bincount(fold_of[sequences.labels == label], minlength=10)
        assert counts.max() - counts.min() <= 3


def test_the_seed_decides_the_folds(sequences):
    first, again, other = (subject_folds(sequences, 10, seed) for seed in (1, 1, 2))
    assert (first == again).all()
    assert (first != other).any()


@pytest.mark.parametrize("folds", [1, 4])
def test_more_folds_than_subjects_are_refused(folds):
    few = SequenceSet(np.zeros((3, 3, 48, 48), np.uint8), np.zeros(3, np.int64), np.arange(3))
    with pytest.raises(ValueError, match="between 2 and 3 folds"):
        subject_folds(few, folds, 1)
