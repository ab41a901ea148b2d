"""Learning one's own faces, as far as it goes without torch."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from click.testing import CliRunner

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, OperationError
from core.storage.face_folder import FaceFolder, own_faces_folder
from models.commands.train import train
from models.emotion.face_set import LABELS
from models.emotion.own_faces import (
    BLOCK,
    GAP,
    Gain,
    as_faces,
    as_report,
    read_own_faces,
    split_by_time,
)


@pytest.fixture
def album(tmp_path):
    """An album whose captures show their number in the order they were taken."""

    def make(**counts):
        folder = own_faces_folder(tmp_path)
        for name, count in counts.items():
            for number in range(count):
                face = np.full((48, 48), number, np.uint8)
                FaceFolder(folder).add(Emotion(name), face)
        return folder

    return make


def numbers(material, label):
    return material.pixels[material.labels == LABELS.index(label), 0, 0, 0].tolist()


def test_the_last_quarter_of_each_emotion_is_held_out_and_its_near_twins_are_left_out(album):
    parts = read_own_faces(album(happy=100, sad=40))
    assert numbers(parts.held_out, "happy") == list(range(75, 100))
    assert numbers(parts.training, "happy") == list(range(75 - GAP))
    assert numbers(parts.held_out, "sad") == list(range(30, 40))
    assert numbers(parts.training, "sad") == list(range(30 - GAP))


def test_emotions_with_too_few_captures_are_named_and_in_neither_part(album):
    parts = read_own_faces(album(happy=20, sad=20, fear=19))
    assert parts.few == ("angry", "disgust", "fear", "surprise", "neutral")
    assert numbers(parts.held_out, "fear") == numbers(parts.training, "fear") == []
    assert len(numbers(parts.held_out, "sad")) == 5


def test_captures_in_a_row_watch_over_early_stopping_together(album):
    parts = read_own_faces(album(happy=100, sad=100, angry=100))
    learned, watched = parts.training.hold_out(10, seed=1)
    assert {len(watched.groups[watched.groups == group]) for group in watched.groups} <= {2, BLOCK}
    assert not set(watched.groups) & set(learned.groups)
    assert all(len(set(part.labels)) == 3 for part in (learned, watched))


def test_one_emotion_alone_teaches_nothing(album):
    folder = album(happy=100, sad=19)
    with pytest.raises(OperationError) as caught:
        read_own_faces(folder)
    assert caught.value.code is ErrorCode.DATA_UNUSABLE
    assert "20 captures" in str(caught.value)


def test_the_parts_are_measured_as_they_were_captured(album):
    parts = read_own_faces(album(happy=20, sad=20))
    faces = as_faces(parts.held_out)
    assert faces.pixels.shape == (10, 48, 48)
    assert np.array_equal(faces.labels, parts.held_out.labels)
    assert (
        split_by_time(parts.training).held_out.labels.size == 0
    )  # too few are left to split again


def gain(before_right, after_right, count=40):
    truth = np.full(count, LABELS.index("sad"))
    wrong = LABELS.index("fear")
    before = np.where(np.arange(count) < before_right, truth, wrong)
    after = np.where(np.arange(count) >= count - after_right, truth, wrong)
    return Gain(truth, before, after)


def test_a_gain_says_how_many_faces_were_won_and_lost_and_how_sure_that_is():
    told = gain(20, 30)
    assert (told.right_before, told.right_after) == (20, 30)
    report = told.as_json()
    assert (report["won"], report["lost"]) == (20, 10)
    assert report["before"]["accuracy"] == 0.5
    assert report["after"]["interval_95"] == pytest.approx((0.598, 0.858), abs=0.001)
    assert report["after"]["classes"]["sad"]["tp"] == 30
    assert told.as_table().splitlines() == [
        "          faces  before                 after",
        "all          40   50.0% (35.2% to 64.8%)  75.0% (59.8% to 85.8%)",
        "sad          40   50.0% (35.2% to 64.8%)  75.0% (59.8% to 85.8%)",
        "20 faces are newly read right, 10 newly wrong",
    ]


@pytest.mark.parametrize(("after", "kept"), [(19, False), (20, True), (21, True)])
def test_only_a_network_that_is_not_worse_is_worth_keeping(after, kept):
    assert gain(20, after).is_no_loss is kept


def test_the_report_names_what_was_not_measured():
    report = as_report(gain(20, 30), None, ("fear",))
    assert report["reference"] is None
    assert report["too_few_captures"] == ["fear"]
    assert report["held_out"]["won"] == 20


def test_without_an_album_the_way_to_one_is_told():
    told = CliRunner().invoke(train, ["faces", "--finetune"])
    assert told.exit_code == 2
    assert "There are no faces of yours yet" in told.output


def test_the_parts_are_told_before_torch_is_asked_for(album, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)  # as if it were not installed
    told = CliRunner().invoke(train, ["faces", "--finetune", str(album(happy=24, sad=20))])
    assert told.exit_code == 2
    assert "learned from: 27 (happy 15, sad 12)" in told.output
    assert "held out: 11 (happy 6, sad 5)" in told.output
    assert "fewer than 20 captures, so not learned" in told.output
    assert "-m pip install" in told.output


@pytest.mark.parametrize(
    "other", [["--start", "."], ["--teacher", "."], ["--folds", "5"], ["--out", "."]]
)
def test_what_fine_tuning_decides_by_itself_cannot_be_asked_for(other):
    told = CliRunner().invoke(train, ["faces", "--finetune", ".", *other])
    assert told.exit_code == 2
    assert "--finetune starts from the shipped network" in told.output


def test_data_is_needed_for_everything_else():
    told = CliRunner().invoke(train, ["faces"])
    assert told.exit_code == 2
    assert "Missing option '--data'" in told.output
