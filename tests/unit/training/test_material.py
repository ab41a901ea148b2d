"""What networks learn from: which faces, in which parts, and nobody in two of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.domain.errors import ErrorCode, MoodmixError
from models.emotion.material import Material, read_material
from models.emotion.recipes import Kind


@pytest.fixture(scope="module")
def ck_faces(shared_data: Path) -> Material:
    return read_material(shared_data / "ck48.zip", Kind.FACES).training


def test_ck48_without_contempt_is_927_faces_of_six_expressions(shared_data):
    source = read_material(shared_data / "ck48.zip", Kind.FACES)
    assert source.left_out == {"contempt": 54}
    assert source.training.pixels.shape == (927, 1, 48, 48)
    assert np.unique(source.training.labels).tolist() == [0, 1, 2, 3, 4, 5]
    assert not source.training.has_votes


def test_ck48_frame_by_frame_keeps_its_own_seven_classes(shared_data):
    frames = read_material(shared_data / "ck48.zip", Kind.CK_FRAMES).training
    assert frames.pixels.shape == (981, 1, 48, 48)
    assert np.bincount(frames.labels)[frames.classes.index("contempt")] == 54


def test_ck48_sequences_have_their_frames_as_channels(shared_data):
    sequences = read_material(shared_data / "ck48.zip", Kind.CK_SEQUENCES).training
    assert sequences.pixels.shape == (327, 3, 48, 48)


@pytest.mark.parametrize("seed", [1, 2])
def test_no_person_is_in_two_folds_and_every_fold_has_every_expression(ck_faces, seed):
    folds = ck_faces.folds(10, seed)
    assert set(folds) == set(range(10))
    for person in np.unique(ck_faces.groups):
        assert len(set(folds[ck_faces.groups == person])) == 1
    for fold in range(10):
        assert set(ck_faces.labels[folds == fold]) == {0, 1, 2, 3, 4, 5}


def test_splitting_by_picture_puts_people_on_both_sides(ck_faces):
    folds = ck_faces.each_its_own().folds(10, 1)
    shared = set(ck_faces.groups[folds == 0]) & set(ck_faces.groups[folds != 0])
    assert len(shared) > 40


def test_a_held_out_part_is_about_a_fifth_and_shares_nobody(ck_faces):
    kept, held_out = ck_faces.hold_out(5, seed=3)
    assert len(kept) + len(held_out) == len(ck_faces)
    assert 0.15 < len(held_out) / len(ck_faces) < 0.25
    assert not set(kept.groups) & set(held_out.groups)


def test_the_same_seed_splits_alike_and_another_does_not(ck_faces):
    assert (ck_faces.folds(10, 4) == ck_faces.folds(10, 4)).all()
    assert (ck_faces.folds(10, 4) != ck_faces.folds(10, 5)).any()


def test_a_folder_of_ones_own_gives_every_expression_to_both_parts(class_folder):
    source = read_material(class_folder("own", happy=10, surprise=5), Kind.FACES)
    training, validation = source.training_and_validation(1)
    assert (len(training), len(validation)) == (12, 3)
    assert set(training.labels) == set(validation.labels) == {3, 5}


def test_parts_that_a_folder_names_are_taken_as_they_are(class_folder):
    class_folder("named/train", happy=4, surprise=3)
    folder = class_folder("named/test", happy=2).parent
    training, validation = read_material(folder, Kind.FACES).training_and_validation(1)
    assert (len(training), len(validation)) == (7, 2)


@pytest.mark.parametrize("counts", [{"happy": 1}, {}])
def test_too_few_pictures_to_hold_any_out_are_refused(class_folder, counts, tmp_path):
    folder = class_folder("few", **counts) if counts else tmp_path
    with pytest.raises(MoodmixError) as caught:
        read_material(folder, Kind.FACES).training_and_validation(1)
    assert caught.value.code is ErrorCode.DATA_UNUSABLE


def test_parts_of_which_none_is_for_training_are_refused(class_folder):
    class_folder("odd/left", happy=2)
    folder = class_folder("odd/right", happy=2).parent
    with pytest.raises(MoodmixError) as caught:
        read_material(folder, Kind.FACES).training_and_validation(1)
    assert caught.value.code is ErrorCode.DATA_UNUSABLE
    assert "left, right" in str(caught.value)


def test_what_is_no_archive_of_ck48_is_refused_in_words(tmp_path):
    (tmp_path / "ck48.zip").write_bytes(b"no zip at all")
    with pytest.raises(MoodmixError) as caught:
        read_material(tmp_path / "ck48.zip", Kind.CK_FRAMES)
    assert caught.value.code is ErrorCode.DATA_UNUSABLE
    with pytest.raises(MoodmixError) as caught:
        read_material(tmp_path / "absent.zip", Kind.CK_FRAMES)
    assert caught.value.code is ErrorCode.FILE_NOT_READABLE
