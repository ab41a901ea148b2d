"""Ship moodnet: ``python -m models.emotion.export RUN… --data FOLDER``.

One or several trained networks become one ONNX file, their opinions averaged. It counts only when
onnxruntime agrees with torch, and eight-bit layers only where they cost next to nothing; what goes
into the manifest is measured with the very code that reads faces at run time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import click
import numpy as np
import onnxruntime as ort
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.inference.emotion.moodnet import (
    LABELS,
    OUTPUTS,
    PREPROCESSING,
    SIDE_PX,
    MoodNetEngine,
)
from core.inference.weights import NetworkCard
from models.emotion.calibration import (
    choose_abstention,
    cross_fit_temperature,
    fit_temperature,
    with_temperature,
)
from models.emotion.data import load_split
from models.emotion.evaluate import Readings, read_faces
from models.emotion.face_set import FaceSet
from models.emotion.material import read_material
from models.emotion.onnx_file import to_onnx
from models.emotion.quantise import quantise
from models.emotion.reader import Reader
from models.emotion.recipes import PLANS, recipe_of
from models.emotion.starting import stored_network
from models.manifest import WEIGHTS_FOLDER, write_entry

FILE = "moodnet.onnx"
INPUT_SHAPE = (1, SIDE_PX, SIDE_PX)
TOLERANCE = 1e-3
WORTH_QUANTISING = 0.003
"""Share of validation faces that eight-bit layers may cost."""
WANTED_ACCURACY = 0.8
"""How often a reading that is not called unsure should be right."""
CALIBRATION_FACES = PARITY_FACES = 1024
TASK = "facial expression of one face"
LICENCE = "MIT; trained on research data, see terms"
TERMS = (
    "The weights are ours, under the MIT licence, and were trained on FER2013 (Goodfellow et "
    "al., ICML 2013), whose images are for research and may not be redistributed, with FER+ labels "
    "(Microsoft, MIT). No image is part of this file. Whether weights trained on research data "
    "suit a commercial use is for the user to judge."
)


class Panel(nn.Module):
    """Several readers as one: the mean logits over all of them, of a face and its mirror image."""

    def __init__(self, readers: list[Reader]) -> None:
        super().__init__()
        self.readers = nn.ModuleList(readers)

    def forward(self, faces: Tensor) -> tuple[Tensor, Tensor]:
        """(batch, 1, 48, 48) float32 grey in [0, 1] → labels and votes, (batch, 7) logits each."""
        both = torch.cat([faces, faces.flip(-1)])
        logits = torch.stack([reader(both) for reader in self.readers]).mean(0)  # (2 batch, 2, 7)
        mean = (logits[: faces.shape[0]] + logits[faces.shape[0] :]) / 2
        return mean[:, 0], mean[:, 1]


@dataclass(frozen=True, slots=True)
class Shipment:
    """What an export is made of and how it did; measured holds the manifest's figures."""

    content: bytes
    quantised: bool
    readings: Readings
    calibration: dict[str, float]
    measured: dict[str, float]


def panel_of(runs: list[Path], data: Path) -> tuple[Panel, FaceSet, FaceSet]:
    """The networks of earlier runs as one, and the training and the validation faces."""
    recipe = recipe_of("moodnet")
    source = read_material(data, PLANS["moodnet"].kind)
    material = source.training
    readers = [Reader(stored_network("moodnet", run, material, recipe), recipe) for run in runs]
    return Panel(readers).eval(), load_split(data, "train"), load_split(data, "validation")


def export(panel: Panel, training: FaceSet, validation: FaceSet) -> Shipment:
    """Export, quantise if that is as good, calibrate and measure.

    Raises ClickException where onnxruntime strays from torch.
    """
    content = to_onnx(panel, INPUT_SHAPE, OUTPUTS)
    difference = largest_difference(panel, content, validation)
    click.echo(f"largest difference to torch {difference:.1e}")
    if difference > TOLERANCE:
        raise click.ClickException(f"the export strays from torch by more than {TOLERANCE}")
    small = quantise(content, as_inputs(training)[:: len(training) // CALIBRATION_FACES])
    plain, eight_bit = (
        read_faces(engine_of(each, _UNCALIBRATED), validation) for each in (content, small)
    )
    lost = plain.scores.accuracy - eight_bit.scores.accuracy
    click.echo(f"eight bits cost {lost:+.2%} of {plain.scores.accuracy:.2%}")
    quantised = lost <= WORTH_QUANTISING
    content, readings = (small, eight_bit) if quantised else (content, plain)
    logits = np.log(np.maximum(readings.probabilities, 1e-12))
    held_out = cross_fit_temperature(logits, validation.labels)
    temperature = fit_temperature(logits, validation.labels)
    abstention = choose_abstention(
        with_temperature(logits, temperature), validation.labels, WANTED_ACCURACY
    )
    if abstention is None:
        raise click.ClickException(f"no reading is right in {WANTED_ACCURACY:.0%} of cases")
    calibration = {
        "temperature": round(temperature, 4),
        "sure_from": round(abstention.threshold, 4),
    }
    final = read_faces(engine_of(content, calibration), validation)
    agreement = final.ferplus_agreement
    measured = {
        "fer2013_validation_accuracy": final.scores.accuracy,
        "fer2013_validation_macro_f1": final.scores.macro_f1,
        "fer2013_validation_ece_uncalibrated": held_out.error_before,
        "fer2013_validation_ece_cross_fitted": held_out.error_after,
        "sure_coverage_cross_fitted": abstention.coverage,
        "sure_accuracy_cross_fitted": abstention.accuracy,
        **({"ferplus_majority_accuracy": agreement.majority_accuracy} if agreement else {}),
    }
    rounded = {name: round(value, 4) for name, value in measured.items()}
    return Shipment(content, quantised, final, calibration, rounded)


_UNCALIBRATED = {"temperature": 1.0, "sure_from": 0.0}


def engine_of(content: bytes, calibration: dict[str, float]) -> MoodNetEngine:
    """The run-time engine on an exported network."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    session = ort.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    card = NetworkCard(
        "moodnet", FILE, "", TASK, LABELS, INPUT_SHAPE, dict(PREPROCESSING), LICENCE, TERMS, {}
    )
    return MoodNetEngine(session, replace(card, calibration=calibration))


def as_inputs(faces: FaceSet) -> NDArray[np.float32]:
    """(n, 1, 48, 48) float32 grey in [0, 1]."""
    return np.asarray(faces.pixels[:, None], np.float32) / np.float32(255)


@torch.inference_mode()
def largest_difference(panel: Panel, content: bytes, faces: FaceSet) -> float:
    """Largest absolute difference between torch's and onnxruntime's logits over some faces."""
    session = ort.InferenceSession(content, providers=["CPUExecutionProvider"])
    inputs = as_inputs(faces)[:PARITY_FACES]
    expected = panel(torch.from_numpy(inputs))
    found = session.run(list(OUTPUTS), {"faces": inputs})
    return max(
        float(np.abs(mine.numpy() - theirs).max())
        for mine, theirs in zip(expected, found, strict=True)
    )


@click.command()
@click.argument("runs", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
def main(runs: tuple[Path, ...], data: Path) -> None:
    """Ship the networks of RUNS as one and write down what they do on the validation faces."""
    panel, training, validation = panel_of(list(runs), data)
    shipment = export(panel, training, validation)
    (WEIGHTS_FOLDER / FILE).write_bytes(shipment.content)
    write_entry(
        "moodnet",
        file=FILE,
        task=TASK,
        labels=LABELS,
        input_shape=INPUT_SHAPE,
        preprocessing=PREPROCESSING,
        licence=LICENCE,
        terms=TERMS,
        measured=shipment.measured,
        calibration=shipment.calibration,
    )
    click.echo(shipment.readings.scores.as_table())
    for name, value in {**shipment.measured, **shipment.calibration}.items():
        click.echo(f"{name} {value}")


if __name__ == "__main__":
    main()
