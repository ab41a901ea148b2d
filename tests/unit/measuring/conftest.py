from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from models.emotion.face_set import LABELS


@pytest.fixture
def pictures(tmp_path):
    """Writes noise pictures: pictures("train/happy", 3, side=60) → the root folder."""
    generator = np.random.default_rng(2)

    def write(folder, count, side=48, suffix=".png", mode="L"):
        place = tmp_path / "faces" / folder
        place.mkdir(parents=True, exist_ok=True)
        shape = (side, side) if mode == "L" else (side, side, 3)
        for number in range(count):
            pixels = generator.integers(0, 256, shape, np.uint8)
            Image.fromarray(pixels).save(place / f"face_{number}{suffix}")
        return tmp_path / "faces"

    return write


@pytest.fixture
def mosaics(tmp_path):
    """Writes one mosaic and its table: mosaics(rows) with rows of index, split, label, …."""
    folder = tmp_path / "mosaics"

    def write(rows, head="index,split,label"):
        folder.mkdir(exist_ok=True)
        shades = np.random.default_rng(4).permutation(1600).reshape(40, 40) % 251
        tiles = np.kron(shades, np.ones((48, 48))).astype(np.uint8)
        Image.fromarray(tiles).save(folder / "mosaic_00.webp", lossless=True)
        (folder / "labels.csv").write_text("\n".join([head, *rows]), "utf-8")
        return folder, tiles

    return write


@pytest.fixture
def seven(pictures):
    """Two pictures of each class."""
    for label in LABELS:
        folder = pictures(label, 2)
    return folder


@pytest.fixture
def small_network(tmp_path):
    """Writes an ONNX network whose logits are straight lines over a face's mean, and its card."""

    def write(labels=LABELS, name="tiny", **changes):
        slopes = np.linspace(-3, 3, len(labels), dtype=np.float32)[None]
        return write_network(tmp_path / "networks" / name, slopes, tuple(labels), name, changes)

    return write


def write_network(folder, slopes, labels, name, changes):
    from onnx import TensorProto, checker, helper, numpy_helper

    from models.emotion.trained_network import NETWORK_FILE, Scaling, TrainedCard

    graph = helper.make_graph(
        [
            helper.make_node("GlobalAveragePool", ["faces"], ["square"]),
            helper.make_node("Flatten", ["square"], ["mean"]),
            helper.make_node("MatMul", ["mean", "slopes"], ["logits"]),
        ],
        "tiny",
        [helper.make_tensor_value_info("faces", TensorProto.FLOAT, ["batch", 1, 64, 64])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", len(labels)])],
        [numpy_helper.from_array(slopes, "slopes")],
    )
    network = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)
    checker.check_model(network)
    folder.mkdir(parents=True)
    path = folder / NETWORK_FILE
    path.write_bytes(network.SerializeToString())
    card = {"side_px": 64, "scaling": Scaling.ZERO_TO_ONE, "mirror": False, **changes}
    TrainedCard(name, labels, **card).write(path)
    return path
