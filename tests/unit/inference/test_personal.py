"""The personal network: picked up, told about, and given up. The shipped one stands in for it."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, OperationError
from core.domain.own_faces import PersonalNetwork
from core.inference.emotion.choose import make_engine, personal_shelf
from core.inference.emotion.engine import EmotionEngine
from core.inference.emotion.personal import PersonalEngine, PersonalShelf
from core.inference.weights import read_manifest
from models.manifest import write_entry
from tests.fakes.faces import FakeEngine

SHIPPED = Path(str(files("models") / "weights" / "moodnet.onnx"))


@pytest.fixture
def shelf(tmp_path) -> PersonalShelf:
    return personal_shelf(tmp_path)


@pytest.fixture
def train(tmp_path):
    """Leaves a network as ``moodmix train faces --finetune`` does."""

    def leave(right_after: int = 30) -> Path:
        folder = tmp_path / "weights"
        folder.mkdir(exist_ok=True)
        shutil.copy(SHIPPED, folder / "personal.onnx")
        card = read_manifest()["moodnet"]
        write_entry(
            "personal",
            file="personal.onnx",
            task=card.task,
            labels=card.labels,
            input_shape=card.input_shape,
            preprocessing=card.preprocessing,
            licence="yours",
            terms="yours",
            measured={"held_out": 40, "right_before": 20, "right_after": right_after},
            calibration=card.calibration,
            folder=folder,
        )
        return folder

    return leave


def test_without_a_personal_network_the_other_engine_reads(shelf):
    engine: EmotionEngine = PersonalEngine(shelf, FakeEngine(Emotion.SAD))
    engine.prepare()
    assert engine.name == "fake engine"
    assert engine.sure_from == FakeEngine.sure_from
    assert shelf.told() is None


def test_a_network_reads_from_the_moment_it_is_there_until_it_is_removed(shelf, train):
    engine = PersonalEngine(shelf, FakeEngine())
    assert engine.name == "fake engine"
    train()
    assert engine.name == "personal"
    assert engine.sure_from == read_manifest()["moodnet"].calibration["sure_from"]
    shelf.remove()
    assert engine.name == "fake engine"


def test_it_says_what_the_network_is_worth_also_after_another_training(shelf, train):
    train(right_after=30)
    assert shelf.told() == PersonalNetwork(held_out=40, right_before=20, right_after=30)
    train(right_after=35)
    assert shelf.told() == PersonalNetwork(held_out=40, right_before=20, right_after=35)


@pytest.mark.parametrize("file", ["personal.onnx", "manifest.toml"])
def test_a_damaged_network_is_passed_over_with_a_word_in_the_log(shelf, train, file):
    path = train() / file
    path.write_bytes(path.read_bytes()[:-100])
    engine = PersonalEngine(shelf, FakeEngine())
    with capture_logs() as logs:
        assert engine.name == "fake engine"
        assert engine.name == "fake engine"
    assert [entry["event"] for entry in logs] == ["personal_network_unusable"]


@pytest.mark.parametrize("file", ["personal.onnx", "manifest.toml"])
def test_deleting_either_file_by_hand_is_a_way_back(shelf, train, file):
    engine = PersonalEngine(shelf, FakeEngine())
    (train() / file).unlink()
    assert engine.name == "fake engine"
    assert shelf.told() is None


def test_removing_leaves_the_fetched_networks_alone_and_may_be_done_twice(shelf, train):
    folder = train()
    (folder / "face_detection_yunet_2023mar.onnx").touch()
    shelf.remove()
    shelf.remove()
    assert [each.name for each in folder.iterdir()] == ["face_detection_yunet_2023mar.onnx"]


def test_it_can_be_measured_by_name(train, tmp_path):
    train()
    assert make_engine("personal", tmp_path).name == "personal"


def test_measuring_one_that_does_not_exist_says_so(tmp_path):
    with pytest.raises(OperationError) as caught:
        make_engine("personal", tmp_path)
    assert caught.value.code is ErrorCode.ENGINE_UNAVAILABLE
