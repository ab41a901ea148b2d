"""The ONNX file of our music network, compared with the training code before it counts.

``python -m models.music.export RUN`` puts the file of a run among the shipped ones.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import numpy as np
import onnx
import onnxruntime as ort
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from core.inference.music.encoder import ENCODER, PATCH_VERSION
from core.inference.music.features import FEATURE_VERSION, SAMPLE_RATE_HZ, WINDOW_S
from core.inference.music.regressor import NETWORK, OUTPUTS
from core.inference.weights import read_manifest
from models.manifest import WEIGHTS_FOLDER, write_entry
from models.music.clips import TARGETS
from models.music.kernel import KernelNetwork
from models.music.report import Measured
from models.music.tasks import RATINGS

FILE = "moodnet_music.onnx"
CARD = "card.json"
MOST_WINDOWS = 6
PARITY = 1e-4
"""Largest difference allowed between the graph and the training code."""

_LICENCE = "MIT for the code; weights for research and other non-commercial use only"
_TERMS = (
    "Trained on the DEAM clips and listener ratings (Aljanaki, Yang and Soleymani 2017) and on the "
    "clips and labels of Panda et al. (2013, 2018), which are for research and non-commercial use; "
    "the weights carry the same restriction. No sound is part of this file."
)


def export(
    network: KernelNetwork,
    spread: Sequence[float],
    measured: Measured,
    features: NDArray[np.float32],
    out: Path,
) -> float:
    """Write ``FILE`` and its card to ``out``; returns the largest difference over (n, f) features.

    spread: standard deviation of valence and arousal expected of the network's own error. Raises
    ValueError where file and training code differ by more than ``PARITY``.
    """
    content = build_graph(network, spread).SerializeToString()
    session = ort.InferenceSession(content, providers=["CPUExecutionProvider"])
    told = dict(zip(OUTPUTS, session.run(list(OUTPUTS), {"features": features}), strict=True))
    expected = network.read(features)
    ratings = np.concatenate([expected.pop(task) for task in RATINGS], axis=1)
    pairs = {"ratings": ratings, **{task.value: each for task, each in expected.items()}}
    difference = max(float(np.abs(told[name] - each).max()) for name, each in pairs.items())
    if difference > PARITY:
        raise ValueError(f"the graph differs from the training code by {difference}")
    out.mkdir(parents=True, exist_ok=True)
    (out / FILE).write_bytes(content)
    card = {"input_shape": [features.shape[1]], "measured": _measured(measured)}
    (out / CARD).write_text(json.dumps(card, indent=2), encoding="utf-8")
    return difference


def ship(run: Path, folder: Path = WEIGHTS_FOLDER) -> str:
    """Put the file of a run among the shipped ones, with its manifest entry; returns its hash."""
    card = json.loads((run / CARD).read_text(encoding="utf-8"))
    shutil.copyfile(run / FILE, folder / FILE)
    return write_entry(
        NETWORK,
        file=FILE,
        task="valence, arousal, moods, quadrant and cluster of music, from features and encoder",
        labels=TARGETS,
        input_shape=card["input_shape"],
        preprocessing={
            "sample_rate_hz": SAMPLE_RATE_HZ,
            "window_s": WINDOW_S,
            "most_windows": MOST_WINDOWS,
            "feature_version": FEATURE_VERSION,
            "patch_version": PATCH_VERSION,
            "encoder": read_manifest()[ENCODER].sha256,
        },
        licence=_LICENCE,
        terms=_TERMS,
        measured=card["measured"],
        folder=folder,
    )


def build_graph(network: KernelNetwork, spread: Sequence[float]) -> onnx.ModelProto:
    """(batch, f) features → ``OUTPUTS``: ratings and spread (batch, 2), shares that sum to 1."""
    ranks, support = network.ranks, network.support
    constants: dict[str, Any] = {
        "knots": ranks.knots[:-1].T[None],
        "slopes": (1 / ranks.widths).T[None].astype(np.float32),
        "half": np.float32(0.5),
        "weights": ranks.weights,
        "support": np.ascontiguousarray(support.T),
        "support_squares": np.square(support).sum(axis=1)[None],
        "minus_two": np.float32(-2.0),
        "zero": np.float32(0.0),
        "one": np.float32(1.0),
        "minus_one": np.float32(-1.0),
        "row": np.array([1], np.int64),
        "last": np.array([2], np.int64),
        "error": np.asarray(spread, np.float32)[None],
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
    for task, head in network.heads.items():
        constants[f"{task}_exponent"] = np.float32(-head.exponent)
        constants[f"{task}_coefficients"] = head.coefficients
        constants[f"{task}_offsets"] = head.offsets
        nodes += [
            _node("Mul", f"distances {task}_exponent", f"{task}_logarithm"),
            _node("Exp", f"{task}_logarithm", f"{task}_kernel"),
            _node("MatMul", f"{task}_kernel {task}_coefficients", f"{task}_sum"),
        ]
        if head.shares:
            nodes += [
                _node("Add", f"{task}_sum {task}_offsets", f"{task}_logits"),
                _node("Softmax", f"{task}_logits", str(task), axis=1),
            ]
        else:
            nodes.append(_node("Add", f"{task}_sum {task}_offsets", f"{task}_rating"))
    nodes += [
        _node("Concat", " ".join(f"{task}_rating" for task in RATINGS), "joined", axis=1),
        _node("Clip", "joined minus_one one", "ratings"),
        _node("Mul", "joined zero", "none"),
        _node("Add", "none error", "spread"),
    ]
    real = onnx.TensorProto.FLOAT
    widths = {"ratings": len(RATINGS), "spread": len(RATINGS)}
    widths |= {task.value: len(head.offsets) for task, head in network.heads.items()}
    graph = helper.make_graph(
        nodes,
        NETWORK,
        [helper.make_tensor_value_info("features", real, ["batch", ranks.knots.shape[1]])],
        [helper.make_tensor_value_info(name, real, ["batch", widths[name]]) for name in OUTPUTS],
        [numpy_helper.from_array(np.asarray(value), name) for name, value in constants.items()],
    )
    built = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=8, producer_name="moodmix"
    )
    onnx.checker.check_model(built, full_check=True)
    return built


def _node(operator: str, inputs: str, output: str, **attributes: Any) -> onnx.NodeProto:
    return helper.make_node(operator, inputs.split(), [output], name=output, **attributes)


def _measured(measured: Measured) -> dict[str, float]:
    """The cross-validated figures for the manifest."""
    told = {
        f"{task}_{name}_cross_validated": round(getattr(closeness, name).value, 4)
        for (part, task), closeness in measured.ratings.items()
        if part == "all"
        for name in ("r2", "r", "rmse", "ccc")
    }
    told |= {
        f"{source}_accuracy_cross_validated": round(choice.accuracy.value, 4)
        for (part, source), choice in measured.classes.items()
        if part == "all"
    }
    return told


@click.command()
@click.argument("run", type=click.Path(path_type=Path, exists=True, file_okay=False))
def main(run: Path) -> None:
    """Ship the network of the training in RUN."""
    click.echo(f"shipped {ship(run)[:16]}")


if __name__ == "__main__":
    main()
