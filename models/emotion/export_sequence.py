"""Ship the ConvLSTM: ``python -m models.emotion.export_sequence RUN --data ck48.zip``.

It learned from all of CK+48, so nothing can be measured here: figures come from the folds, which
saw other subjects, and are handed in.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from core.inference.emotion.sequence import EXPRESSIONS, INPUT_SHAPE, NETWORK, PREPROCESSING
from models.emotion.material import read_material
from models.emotion.onnx_file import export
from models.emotion.reader import Reader
from models.emotion.recipes import PLANS
from models.emotion.starting import stored_network
from models.emotion.trained_network import NETWORK_FILE
from models.manifest import WEIGHTS_FOLDER, write_entry

FILE = "moodnet_sequence.onnx"
TASK = "facial expression of one face over three frames"
LICENCE = "MIT for the code; weights for research use only"
TERMS = (
    "Trained on CK+48, made from the Extended Cohn-Kanade Dataset (Lucey et al., CVPR Workshops "
    "2010), which is for research and may not be redistributed; the weights carry the same "
    "restriction. No image is part of this file."
)


@click.command()
@click.argument("run", type=click.Path(path_type=Path, exists=True))
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option(
    "--measured",
    type=(str, float),
    multiple=True,
    help="A figure and its value, as often as needed.",
)
def main(run: Path, data: Path, measured: tuple[tuple[str, float], ...]) -> None:
    """Ship the network of the folder RUN, once onnxruntime agrees with torch on all of CK+48."""
    plan = PLANS["convlstm"]
    material = read_material(data, plan.kind).training
    reader = Reader(stored_network("convlstm", run, material, plan.recipe), plan.recipe)
    difference = export("convlstm", reader, plan.recipe, material, run)
    click.echo(f"largest difference to torch {difference:.1e}")
    shutil.copyfile(run / NETWORK_FILE, WEIGHTS_FOLDER / FILE)
    write_entry(
        NETWORK,
        file=FILE,
        task=TASK,
        labels=tuple(EXPRESSIONS),
        input_shape=INPUT_SHAPE,
        preprocessing=PREPROCESSING,
        licence=LICENCE,
        terms=TERMS,
        measured=dict(measured),
    )


if __name__ == "__main__":
    main()
