import tomllib
from dataclasses import replace

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, OperationError
from core.inference.emotion.choose import make_engine
from core.inference.emotion.moodnet import (
    LABELS,
    OUTPUTS,
    PREPROCESSING,
    MoodNetEngine,
    grey_values,
)
from core.inference.weights import load_network, read_manifest
from models.manifest import write_entry


@pytest.fixture(scope="module")
def engine():
    return MoodNetEngine.load()


def random_faces(count, side=60):
    return list(np.random.default_rng(3).integers(0, 256, (count, side, side, 3), np.uint8))


def test_the_shipped_network_is_what_the_manifest_says():
    session, card = load_network("moodnet")
    assert card.labels == tuple(Emotion) == LABELS
    assert card.input_shape == (1, 48, 48)
    assert card.preprocessing == dict(PREPROCESSING)
    assert "FER2013" in card.terms
    assert "FER+" in card.terms
    assert [item.name for item in session.get_inputs()] == ["faces"]
    assert [item.name for item in session.get_outputs()] == list(OUTPUTS)
    assert 0.7 <= card.measured["fer2013_validation_accuracy"] < 1
    assert card.calibration["temperature"] > 0
    assert 0 < card.calibration["sure_from"] < 1


def test_rows_are_distributions(engine):
    probabilities = engine.read(random_faces(70))
    assert (probabilities.shape, probabilities.dtype) == ((70, 7), np.float32)
    assert np.allclose(probabilities.sum(1), 1, atol=1e-5)
    assert probabilities.min() >= 0


def test_votes_are_distributions_of_their_own(engine):
    faces = random_faces(3)
    votes = engine.read_votes(faces)
    assert (votes.shape, votes.dtype) == ((3, 7), np.float32)
    assert np.allclose(votes.sum(1), 1, atol=1e-5)
    assert not np.allclose(votes, engine.read(faces), atol=1e-3)


def test_no_faces_give_no_rows(engine):
    assert engine.read([]).shape == (0, 7)
    assert engine.read_votes([]).shape == (0, 7)


def test_the_temperature_makes_probabilities_bolder_or_shyer_but_no_other_verdict():
    session, card = load_network("moodnet")
    faces = random_faces(4)
    bold, shy = (
        MoodNetEngine(
            session, replace(card, calibration={"temperature": each, "sure_from": 0.5})
        ).read(faces)
        for each in (0.5, 2.0)
    )
    assert (bold.argmax(1) == shy.argmax(1)).all()
    assert (bold.max(1) > shy.max(1)).all()


def test_a_face_and_its_mirror_image_are_read_alike(engine):
    faces = random_faces(3)
    mirrored = [np.ascontiguousarray(face[:, ::-1]) for face in faces]
    assert np.allclose(engine.read(faces), engine.read(mirrored), atol=1e-4)


def test_faces_do_not_depend_on_their_company(engine):
    faces = random_faces(5)
    alone = np.concatenate([engine.read([face]) for face in faces])
    assert np.allclose(engine.read(faces), alone, atol=1e-4)


def test_light_and_contrast_of_a_face_make_no_difference(engine):
    face = random_faces(1)[0] // 2 + 20
    dimmed = (face // 2).astype(np.uint8)
    assert np.allclose(engine.read([face]), engine.read([dimmed]), atol=0.05)


@given(
    arrays.arrays(
        np.uint8, st.tuples(st.integers(1, 90), st.integers(1, 90)), elements=st.integers(0, 255)
    )
)
@settings(deadline=None, max_examples=40)
def test_any_face_becomes_grey_values(face):
    pixels = grey_values(face)
    assert (pixels.shape, pixels.dtype) == ((48, 48), np.float32)
    assert (pixels >= (float(face.min()) - 1) / 255).all()
    assert (pixels <= (float(face.max()) + 1) / 255).all()


def test_colour_is_read_as_grey():
    face = random_faces(1, side=48)[0]
    grey = cv2.cvtColor(face, cv2.COLOR_BGR2GRAY)
    assert np.array_equal(grey_values(face), grey_values(grey))


@pytest.mark.parametrize(
    "change",
    [{"labels": tuple(reversed(LABELS))}, {"preprocessing": {**PREPROCESSING, "colour": "rgb"}}],
    ids=["labels", "preprocessing"],
)
def test_a_network_of_another_kind_is_refused(change):
    session, card = load_network("moodnet")
    with pytest.raises(OperationError) as caught:
        MoodNetEngine(session, replace(card, **change))
    assert caught.value.code is ErrorCode.WEIGHTS_BROKEN


def test_engines_are_chosen_by_name(tmp_path):
    assert make_engine("moodnet", tmp_path).name == "moodnet"
    assert make_engine("deepface", tmp_path).name == "deepface"
    with pytest.raises(OperationError) as caught:
        make_engine("crystal ball", tmp_path)
    assert caught.value.code is ErrorCode.ENGINE_UNAVAILABLE


def entry(**changes):
    return {
        "file": "a.onnx",
        "task": "t",
        "labels": ["a"],
        "input_shape": [1, 2],
        "preprocessing": {"scale": 0.5, "steps": ["x", "y"], "inner": {"on": True}},
        "licence": 'with "quotes", ünïcode\nand lines',
        "terms": "none",
        "measured": {"accuracy": 0.5},
        **changes,
    }


def test_writing_an_entry_keeps_the_others_and_hashes_the_file(tmp_path):
    (tmp_path / "a.onnx").write_bytes(b"weights")
    write_entry("first", **entry(), folder=tmp_path)
    sha256 = write_entry("second", **entry(task="u"), folder=tmp_path)
    write_entry("first", **entry(task="new"), folder=tmp_path)
    written = tomllib.loads((tmp_path / "manifest.toml").read_text(encoding="utf-8"))
    assert list(written) == ["first", "second"]
    assert written["first"] == {**entry(task="new"), "sha256": sha256}
    assert written["second"]["task"] == "u"
    assert list(tmp_path.glob("*.new")) == []


def test_an_entry_without_its_file_is_refused(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_entry("first", **entry(), folder=tmp_path)
    assert not (tmp_path / "manifest.toml").exists()


def test_every_network_of_the_manifest_loads():
    for name in read_manifest():
        load_network(name)
