from dataclasses import replace

import numpy as np
import pytest

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, OperationError
from core.inference.emotion.sequence import (
    EXPRESSIONS,
    INPUT_SHAPE,
    NETWORK,
    PREPROCESSING,
    SequenceNetwork,
)
from core.inference.weights import load_network
from models.emotion.sequences import CK_LABELS, FRAMES_PER_SEQUENCE, load_sequences


@pytest.fixture(scope="module")
def network():
    return SequenceNetwork.load()


@pytest.fixture(scope="module")
def posed(shared_data):
    return load_sequences(shared_data / "ck48.zip")


def random_faces(count, side=60):
    return list(np.random.default_rng(3).integers(0, 256, (count, side, side, 3), np.uint8))


def test_the_shipped_network_is_what_the_manifest_says():
    session, card = load_network(NETWORK)
    assert card.labels == tuple(EXPRESSIONS) == CK_LABELS
    assert card.input_shape == INPUT_SHAPE == (FRAMES_PER_SEQUENCE, 48, 48)
    assert card.preprocessing == dict(PREPROCESSING)
    assert "CK+48" in card.terms
    assert "research use only" in card.licence
    assert [item.name for item in session.get_inputs()] == ["faces"]
    assert card.calibration == {}


def test_each_window_of_three_frames_gives_a_distribution_without_neutral(network):
    probabilities = network.read(random_faces(9))
    assert (probabilities.shape, probabilities.dtype) == ((7, 7), np.float32)
    assert np.allclose(probabilities.sum(1), 1, atol=1e-5)
    assert (probabilities[:, list(Emotion).index(Emotion.NEUTRAL)] == 0).all()


@pytest.mark.parametrize("count", [0, 1, 2])
def test_fewer_than_three_frames_give_nothing(network, count):
    assert network.read(random_faces(count)).shape == (0, 7)


def test_windows_do_not_depend_on_the_rest_of_the_film(network):
    faces = random_faces(5)
    alone = np.concatenate([network.read(faces[at : at + 3]) for at in range(3)])
    assert np.allclose(network.read(faces), alone, atol=1e-5)


def test_the_order_of_frames_matters(network):
    faces = random_faces(3)
    assert not np.allclose(network.read(faces), network.read(faces[::-1]), atol=1e-4)


def test_contempt_is_left_out_and_the_rest_keep_their_proportions(network):
    faces = random_faces(3, side=48)
    grey = [face[..., 0] for face in faces]
    session, card = load_network(NETWORK)
    logits = session.run(None, {"faces": np.stack(grey)[None].astype(np.float32) / 255})[0][0]
    kept = np.delete(logits, card.labels.index("contempt"))
    expected = np.exp(kept) / np.exp(kept).sum()
    assert network.read(grey)[0, :6] == pytest.approx(expected, abs=1e-5)


def test_it_reads_what_it_learnt_from(network, posed):
    classes = [(label, emotion) for label, emotion in enumerate(EXPRESSIONS.values()) if emotion]
    for label, emotion in classes:
        sequences = posed.pixels[posed.labels == label][:10]
        read = [list(Emotion)[network.read(list(faces))[0].argmax()] for faces in sequences]
        assert read.count(emotion) >= 8, emotion


@pytest.mark.parametrize(
    "change",
    [
        {"labels": tuple(reversed(CK_LABELS))},
        {"preprocessing": {**PREPROCESSING, "frames": 5}},
        {"input_shape": (5, 48, 48)},
    ],
    ids=["labels", "preprocessing", "input"],
)
def test_a_network_of_another_kind_is_refused(change):
    session, card = load_network(NETWORK)
    with pytest.raises(OperationError) as caught:
        SequenceNetwork(session, replace(card, **change))
    assert caught.value.code is ErrorCode.WEIGHTS_BROKEN
