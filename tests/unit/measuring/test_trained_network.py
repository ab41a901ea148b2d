import json

import numpy as np
import pytest

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, OperationError
from models.bench.mini_xception import load_mini_xception
from models.emotion.engines import engine_named
from models.emotion.face_set import LABELS
from models.emotion.trained_network import Scaling, TrainedCard, TrainedNetwork

WHITE = np.full((30, 40, 3), 255, np.uint8)
BLACK = np.zeros((48, 48), np.uint8)


def unavailable(load):
    with pytest.raises(OperationError) as caught:
        load()
    assert caught.value.code is ErrorCode.NETWORK_UNAVAILABLE
    return caught.value.params


def softmax(logits):
    weights = np.exp(logits - np.max(logits))
    return weights / weights.sum()


def test_a_card_survives_being_written(tmp_path):
    card = TrainedCard("table1", ("angry", "contempt"), 48, Scaling.PER_FACE, mirror=True)
    card.write(tmp_path / "network.onnx")
    assert TrainedCard.read(tmp_path / "network.onnx") == card


def test_grey_values_are_scaled_as_the_card_says(small_network):
    slopes = np.linspace(-3, 3, 7)
    plain = TrainedNetwork.load(small_network(name="plain"))
    assert np.allclose(plain.read([WHITE, BLACK]), [softmax(slopes), softmax(0 * slopes)])
    both_signs = small_network(name="signs", scaling=Scaling.MINUS_ONE_TO_ONE)
    read = TrainedNetwork.load(both_signs).read([WHITE, BLACK])
    assert np.allclose(read, [softmax(slopes), softmax(-slopes)])
    per_face = TrainedNetwork.load(small_network(name="per", scaling=Scaling.PER_FACE))
    assert np.allclose(per_face.read([WHITE, BLACK]), 1 / 7)


def test_classes_beyond_the_seven_are_left_out_and_missing_ones_get_nothing(small_network):
    labels = ("happiness", "contempt", "sadness")
    (read,) = TrainedNetwork.load(small_network(labels)).read([WHITE])
    happy, sad = np.exp(-3), np.exp(3)
    assert read[LABELS.index("happy")] == pytest.approx(happy / (happy + sad))
    assert read[LABELS.index("sad")] == pytest.approx(sad / (happy + sad))
    assert read.sum() == pytest.approx(1)


def test_many_faces_are_read_as_each_alone(small_network):
    engine = TrainedNetwork.load(small_network(mirror=True))
    faces = list(np.random.default_rng(1).integers(0, 256, (70, 50, 50), np.uint8))
    alone = np.concatenate([engine.read([face]) for face in faces])
    assert np.allclose(engine.read(faces), alone, atol=1e-5)
    assert engine.read([]).shape == (0, len(Emotion))


def test_a_network_without_a_card_or_with_a_wrong_one_is_refused(small_network):
    path = small_network()
    card = path.with_suffix(".json")
    entry = json.loads(card.read_text())
    card.write_text(json.dumps({**entry, "labels": ["happy", "sad"]}))
    assert "card" in unavailable(lambda: TrainedNetwork.load(path))["reason"]
    card.write_text(json.dumps({**entry, "scaling": "upside down"}))
    assert "network.json" in unavailable(lambda: TrainedNetwork.load(path))["reason"]
    card.unlink()
    assert "network.json" in unavailable(lambda: TrainedNetwork.load(path))["reason"]


def test_a_file_that_is_no_network_is_refused(small_network):
    path = small_network()
    path.write_bytes(b"no network")
    assert "onnxruntime" in unavailable(lambda: TrainedNetwork.load(path))["reason"]


def test_engines_go_by_name_or_path(small_network, tmp_path):
    path = small_network(name="table1")
    assert engine_named("moodnet", tmp_path).name == "moodnet"
    assert engine_named("table1", tmp_path).name == "table1"
    assert engine_named(str(path), tmp_path).name == "table1"


def test_a_network_nobody_trained_names_the_command_that_does(tmp_path):
    told = unavailable(lambda: engine_named("table1", tmp_path))
    assert told["mend"].startswith("moodmix train faces")
    assert "table1" in told["mend"]
    unavailable(lambda: engine_named("../elsewhere", tmp_path))


def test_a_file_that_is_no_keras_network_is_refused(tmp_path):
    path = tmp_path / "weights.hdf5"
    path.write_bytes(b"no HDF5")
    assert unavailable(lambda: engine_named(str(path), tmp_path))["mend"].startswith("pip install")


def test_mini_xception_reads_as_well_as_published(shared_data):
    pytest.importorskip("h5py", reason="h5py, which reads Keras files, is not installed")
    from models.emotion.data import load_split
    from models.emotion.evaluate import score

    weights = shared_data / "models" / "fer2013_mini_XCEPTION.102-0.66.hdf5"
    faces = load_split(shared_data / "fer2013", "validation")
    assert score(load_mini_xception(weights), faces).accuracy == pytest.approx(0.654, abs=0.01)
