"""Export the music regressor: ``python -m models.music.export --data FOLDER --out FOLDER``.

Builds the ONNX graph from OUT/model.npz, normalisation included, compares it with the training
code on every song, and only then writes it with its manifest entry.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import numpy as np
import onnx
import onnxruntime as ort
from onnx import helper, numpy_helper

from core.inference.music.features import FEATURE_VERSION, SAMPLE_RATE_HZ, WINDOW_S
from core.inference.music.regressor import NETWORK
from models.manifest import WEIGHTS_FOLDER, write_entry
from models.music.data import LABELS, load_songs
from models.music.model import Regressor, segment_widths

FILE = "moodnet_music.onnx"
MOST_WINDOWS = 6
PARITY = 1e-4
"""Largest difference allowed between the graph and the training code, on [-1, 1]."""

_LICENCE = "MIT for the code; weights for research and other non-commercial use only"
_TERMS = (
    "Trained on the DEAM clips and listener ratings (Aljanaki, Yang and Soleymani 2017), which are "
    "for research and non-commercial use; the weights carry the same restriction."
)


def build_graph(model: Regressor) -> onnx.ModelProto:
    """(batch, f) raw features → (batch, 2) valence and arousal clipped to [-1, 1]."""
    constants = {
        "knots": model.knots[:-1].T[None],
        "slopes": (1 / segment_widths(model.knots)).T[None].astype(np.float32),
        "half": np.float32(0.5),
        "weights": model.weights,
        "support": np.ascontiguousarray(model.support.T),
        "support_squares": np.square(model.support).sum(axis=1)[None],
        "minus_two": np.float32(-2.0),
        "offsets": model.offsets,
        "zero": np.float32(0.0),
        "one": np.float32(1.0),
        "minus_one": np.float32(-1.0),
        "row": np.array([1], np.int64),
        "last": np.array([2], np.int64),
    }
    nodes = [
        _node("Unsqueeze", "features last", "wide"),
        _node("Sub", "wide knots", "above"),
        _node("Mul", "above slopes", "steps"),
        _node("Clip", "steps zero one", "shares"),
        _node("ReduceMean", "shares last", "ranks", keepdims=0),
        _node("Sub", "ranks half", "centred"),
        _node("Mul", "centred weights", "weighted"),
        _node("Mul", "weighted weighted", "squares"),
        _node("ReduceSum", "squares row", "square", keepdims=1),
        _node("MatMul", "weighted support", "products"),
        _node("Mul", "products minus_two", "cross"),
        _node("Add", "cross square", "partial"),
        _node("Add", "partial support_squares", "unbounded"),
        _node("Max", "unbounded zero", "distances"),
    ]
    for target, label in enumerate(LABELS):
        constants[f"{label}_exponent"] = np.float32(-model.exponents[target])
        constants[f"{label}_coefficients"] = model.coefficients[:, target : target + 1]
        nodes += [
            _node("Mul", f"distances {label}_exponent", f"{label}_logarithm"),
            _node("Exp", f"{label}_logarithm", f"{label}_kernel"),
            _node("MatMul", f"{label}_kernel {label}_coefficients", label),
        ]
    nodes += [
        _node("Concat", " ".join(LABELS), "joined", axis=1),
        _node("Add", "joined offsets", "moved"),
        _node("Clip", "moved minus_one one", "ratings"),
    ]
    real = onnx.TensorProto.FLOAT
    graph = helper.make_graph(
        nodes,
        NETWORK,
        [helper.make_tensor_value_info("features", real, ["batch", model.knots.shape[1]])],
        [helper.make_tensor_value_info("ratings", real, ["batch", len(LABELS)])],
        [numpy_helper.from_array(np.asarray(value), name) for name, value in constants.items()],
    )
    built = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=8, producer_name="moodmix"
    )
    onnx.checker.check_model(built, full_check=True)
    return built


def _node(operator: str, inputs: str, output: str, **attributes: Any) -> onnx.NodeProto:
    return helper.make_node(operator, inputs.split(), [output], name=output, **attributes)


def export(data: Path, out: Path, folder: Path = WEIGHTS_FOLDER) -> float:
    """Write weights and manifest entry; returns the largest difference from the training code.

    Raises ValueError where that is above ``PARITY``.
    """
    with np.load(out / "model.npz") as stored:
        model = Regressor(**dict(stored.items()))
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    content = build_graph(model).SerializeToString()
    features = load_songs(data, out / "features.npz").features
    session = ort.InferenceSession(content, providers=["CPUExecutionProvider"])
    (ratings,) = session.run(None, {"features": features})
    difference = float(np.abs(ratings - model.predict(features)).max())
    if difference > PARITY:
        raise ValueError(f"the graph differs from the training code by {difference}")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_bytes(content)
    overall = {score["target"]: score for score in report["scores"] if score["part"] == "all"}
    write_entry(
        NETWORK,
        file=FILE,
        task="valence and arousal of music, in [-1, 1], from librosa features",
        labels=LABELS,
        input_shape=[features.shape[1]],
        preprocessing={
            "sample_rate_hz": SAMPLE_RATE_HZ,
            "window_s": WINDOW_S,
            "most_windows": MOST_WINDOWS,
            "feature_version": FEATURE_VERSION,
        },
        licence=_LICENCE,
        terms=_TERMS,
        measured={
            f"{target}_{name}_cross_validated": round(overall[target][name], 4)
            for target in LABELS
            for name in ("r2", "r", "rmse")
        },
        folder=folder,
    )
    return difference


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--out", type=click.Path(path_type=Path, exists=True), required=True)
def main(data: Path, out: Path) -> None:
    """Export OUT/model.npz to models/weights."""
    click.echo(f"exported; largest difference from the training code {export(data, out):.1e}")


if __name__ == "__main__":
    main()
