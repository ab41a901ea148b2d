import json

import numpy as np
import pytest
from click.testing import CliRunner

from core.domain.errors import OperationError
from models.commands.evaluate import evaluate
from models.emotion.evaluate import Readings, read_faces
from models.emotion.face_set import LABELS, NO_FAVOURITE, FaceSet

KEYS = {"accuracy", "macro_f1", "ece", "classes", "ms_per_face", "n"}


def run(*arguments):
    return CliRunner().invoke(
        evaluate, ["faces", *(str(each) for each in arguments)], catch_exceptions=False
    )


@pytest.fixture
def engine(small_network):
    """A network that calls bright faces neutral and dark ones anything."""
    return small_network(mirror=True)


def test_a_folder_of_classes_gives_flat_json(seven, engine):
    outcome = run(seven, "--engine", engine, "--json")
    report = json.loads(outcome.stdout)
    assert set(report) == KEYS
    assert report["n"] == 14
    assert report["accuracy"] == pytest.approx(1 / 7)
    assert set(report["classes"]) == set(LABELS)
    neutral = report["classes"]["neutral"]
    assert (neutral["tp"], neutral["fp"], neutral["tn"], neutral["fn"]) == (2, 12, 0, 0)
    assert (neutral["recall"], neutral["n"]) == (1, 2)
    assert report["ms_per_face"] > 0
    assert 0 <= report["ece"] <= 1


def test_several_splits_are_told_together_and_apart(pictures, engine):
    pictures("train/happy", 3)
    folder = pictures("validation/neutral", 1)
    report = json.loads(run(folder, "--engine", engine, "--json").stdout)
    assert set(report) == {*KEYS, "splits"}
    assert (report["n"], report["accuracy"]) == (4, 0.25)
    assert {name: each["n"] for name, each in report["splits"].items()} == {
        "train": 3,
        "validation": 1,
    }
    assert all(set(each) == KEYS for each in report["splits"].values())
    one = run(folder, "--engine", engine, "--json", "--split", "validation")
    assert set(json.loads(one.stdout)) == KEYS
    assert json.loads(one.stdout)["accuracy"] == 1


def test_text_tells_every_split_and_what_was_left_out(pictures, engine):
    pictures("train/happy", 2)
    pictures("train/contempt", 3)
    folder = pictures("validation/neutral", 1)
    (folder / "validation" / "neutral" / "broken.png").write_bytes(b"broken")
    outcome = run(folder, "--engine", engine)
    assert "train: 2 faces, accuracy 0.00%" in outcome.stdout
    assert "validation: 1 faces, accuracy 100.00%" in outcome.stdout
    assert "ms a face" in outcome.stdout
    assert "3 of contempt" in outcome.stderr
    assert "validation/neutral/broken.png" in outcome.stderr


def test_a_plot_is_a_png(seven, engine, tmp_path):
    picture = tmp_path / "plot.png"
    run(seven, "--engine", engine, "--plot", picture)
    assert picture.read_bytes().startswith(b"\x89PNG")
    with pytest.raises(OperationError, match="file_not_writable"):
        run(seven, "--engine", engine, "--plot", tmp_path / "nowhere" / "plot.png")


def test_ferplus_labels_need_votes(seven, engine, mosaics):
    with pytest.raises(OperationError, match=r"no FER\+ votes"):
        run(seven, "--engine", engine, "--labels", "ferplus")
    head = "index,split,label,ferplus_neutral,ferplus_happiness,ferplus_contempt"
    folder, _ = mosaics(["0,a,happy,7,3,0", "1,a,happy,0,9,1", "2,a,happy,1,0,9"], head)
    report = json.loads(run(folder, "--engine", engine, "--labels", "ferplus", "--json").stdout)
    assert (report["n"], report["accuracy"]) == (2, 0.5)
    plain = json.loads(run(folder, "--engine", engine, "--json").stdout)
    assert (plain["n"], plain["accuracy"]) == (3, 0)
    assert plain["ferplus"] == {
        "accuracy": 0.5,
        "n": 2,
        "majority_accuracy": 0.5,
        "majority_n": 2,
    }


class Opinionated:
    """Calls every face happy, and has everybody vote for sad."""

    name = "opinionated"
    sure_from = 0.0

    def prepare(self):
        pass

    def read(self, faces):
        return np.eye(7, dtype=np.float32)[[LABELS.index("happy")] * len(faces)]

    def read_votes(self, faces):
        return np.eye(7, dtype=np.float32)[[LABELS.index("sad")] * len(faces)]


def faces_voted(*favourites):
    count = len(favourites)
    known = np.array(
        [LABELS.index(each) if each else NO_FAVOURITE for each in favourites], np.int64
    )
    return FaceSet(
        np.zeros((count, 48, 48), np.uint8),
        np.full(count, LABELS.index("happy"), np.int64),
        tuple(str(number) for number in range(count)),
        np.zeros((count, 7), np.float32),
        known,
        known != NO_FAVOURITE,
    )


def test_an_engines_own_votes_are_held_against_the_voters():
    readings = read_faces(Opinionated(), faces_voted("sad", "happy", "sad", None))
    assert readings.scores.accuracy == 1
    agreement = readings.ferplus_agreement
    assert (agreement.faces, agreement.accuracy) == (3, pytest.approx(2 / 3))
    assert readings.by_ferplus().scores.accuracy == pytest.approx(2 / 3)


def test_reading_tells_how_far_it_is():
    steps = []
    read_faces(Opinionated(), faces_voted(*[None] * 130), steps.append)
    assert steps == [64, 64, 2]


def test_sets_are_joined_face_by_face():
    parts = [read_faces(Opinionated(), faces_voted("sad")) for _ in range(2)]
    joined = Readings.joined(parts)
    assert len(joined) == 2
    assert joined.favourite.tolist() == [LABELS.index("sad")] * 2
