"""Export moodnet to ONNX: ``python -m models.emotion.export --weights final.pt --data FOLDER``.

The export counts only when onnxruntime agrees with torch on the validation faces; the accuracy
that goes into the manifest is measured with the very code that reads faces at run time.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import click
import numpy as np
import onnx
import onnxruntime as ort
import torch

from core.inference.emotion.moodnet import LABELS, PREPROCESSING, SIDE_PX, MoodNetEngine
from core.inference.weights import NetworkCard
from models.emotion.data import LABELS as TRAINED_LABELS
from models.emotion.data import FaceSet, load_split
from models.emotion.evaluate import score
from models.emotion.metrics import Scores
from models.emotion.model import MoodNet
from models.emotion.train import as_pixels, standardise
from models.manifest import WEIGHTS_FOLDER, write_entry

OPSET = 18
TOLERANCE = 1e-3
INPUT_SHAPE = (1, SIDE_PX, SIDE_PX)
TASK = "facial expression of one face"
LICENCE = "MIT; trained on research data, see terms"
TERMS = (
    "The weights are ours, under the MIT licence, and were trained on FER2013 (Goodfellow et "
    "al., ICML 2013), whose images are for research and may not be redistributed, with FER+ labels "
    "(Microsoft, MIT). No image is part of this file. Whether weights trained on research data "
    "suit a commercial use is for the user to judge."
)


def load_weights(path: Path) -> MoodNet:
    """The network of a training's ``final.pt``."""
    model = MoodNet()
    model.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    model.eval()
    return model


def to_onnx(model: MoodNet) -> bytes:
    """The network with a free batch size, input ``faces``, output ``logits``."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "moodnet.onnx"
        torch.onnx.export(
            model,
            (torch.zeros(2, *INPUT_SHAPE),),
            path,
            input_names=["faces"],
            output_names=["logits"],
            dynamic_shapes={"x": {0: torch.export.Dim("batch")}},
            opset_version=OPSET,
            external_data=False,
            dynamo=True,
            verbose=False,
        )
        return without_traces(path.read_bytes())


def without_traces(content: bytes) -> bytes:
    """The network without the exporter's notes on where in which file each node came from."""
    network = onnx.load_from_string(content)
    for part in (*network.graph.node, *network.graph.value_info, network.graph, network):
        part.ClearField("metadata_props")
        part.ClearField("doc_string")
    return network.SerializeToString()


@torch.inference_mode()
def largest_difference(model: MoodNet, session: ort.InferenceSession, faces: FaceSet) -> float:
    """Largest absolute difference between torch's and onnxruntime's logits over all faces."""
    worst = 0.0
    for batch in as_pixels(faces).split(256):
        inputs = standardise(batch.float() / 255)
        (logits,) = session.run(None, {"faces": inputs.numpy()})
        worst = max(worst, float(np.abs(logits - model(inputs).numpy()).max()))
    return worst


def export(weights: Path, data: Path, folder: Path = WEIGHTS_FOLDER) -> Scores:
    """Write moodnet.onnx and its manifest entry; raises ClickException when torch disagrees."""
    if LABELS != TRAINED_LABELS:
        raise click.ClickException("the run time knows other labels than the training")
    model = load_weights(weights)
    content = to_onnx(model)
    session = ort.InferenceSession(content, providers=["CPUExecutionProvider"])
    validation = load_split(data, "validation")
    difference = largest_difference(model, session, validation)
    click.echo(f"largest difference to torch {difference:.2e}")
    if difference > TOLERANCE:
        raise click.ClickException(f"the export strays from torch by more than {TOLERANCE}")
    card = NetworkCard(
        "moodnet", "", "", TASK, LABELS, INPUT_SHAPE, dict(PREPROCESSING), LICENCE, TERMS, {}
    )
    scores = score(MoodNetEngine(session, card), validation)
    folder.mkdir(exist_ok=True)
    (folder / "moodnet.onnx").write_bytes(content)
    write_entry(
        "moodnet",
        file="moodnet.onnx",
        task=TASK,
        labels=LABELS,
        input_shape=INPUT_SHAPE,
        preprocessing=PREPROCESSING,
        licence=LICENCE,
        terms=TERMS,
        measured={
            "fer2013_validation_accuracy": round(scores.accuracy, 4),
            "fer2013_validation_macro_f1": round(scores.macro_f1, 4),
        },
        folder=folder,
    )
    return scores


@click.command()
@click.option("--weights", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
def main(weights: Path, data: Path) -> None:
    """Export WEIGHTS, check them against torch and measure them on the validation faces."""
    click.echo(export(weights, data).as_table())


if __name__ == "__main__":
    main()
