"""Making the encoder's file from the weights that the authors of musicnn published.

``pip download musicnn==0.1.0 --no-deps``, unpack the wheel, and
``python -m models.music.encoder musicnn/MSD_musicnn``.
"""

from __future__ import annotations

import warnings
from pathlib import Path

import click
import numpy as np
import onnxruntime as ort
import torch

from core.inference.music.encoder import BANDS, ENCODER, FRAMES, PATCH_VERSION
from models.manifest import WEIGHTS_FOLDER, write_entry
from models.music.checkpoint import read_checkpoint
from models.music.networks.musicnn import Musicnn

FILE = "musicnn_encoder.onnx"
PARITY = 1e-3
"""Largest difference allowed between the file and the network it was made from."""

_TERMS = (
    "Copyright (c) Music Technology Group, Universitat Pompeu Fabra 2019, code by Jordi Pons. "
    "Permission to use, copy, modify, and/or distribute for any purpose with or without fee; "
    "provided as is, without warranty. Trained by its authors on the Million Song Dataset with "
    "tags of Last.fm; converted to ONNX by us, the values unchanged."
)


def export_encoder(checkpoint: Path, folder: Path = WEIGHTS_FOLDER) -> float:
    """Write the file and its manifest entry; returns the largest difference from the network.

    Raises OSError without the checkpoint, ValueError where file and network differ too much.
    """
    network = Musicnn(read_checkpoint(checkpoint), FRAMES).eval()
    patches = torch.rand(4, FRAMES, BANDS, generator=torch.Generator().manual_seed(0)) * 4
    place = folder / FILE
    with warnings.catch_warnings(), torch.inference_mode():
        warnings.simplefilter("ignore")  # the exporter talks of its own future
        torch.onnx.export(
            network,
            (patches,),
            place,
            input_names=["patch"],
            output_names=["encoding"],
            dynamic_axes={"patch": {0: "batch"}, "encoding": {0: "batch"}},
            opset_version=18,
            dynamo=False,
        )
        expected = network(patches).numpy()
    session = ort.InferenceSession(place, providers=["CPUExecutionProvider"])
    told = session.run(None, {"patch": patches.numpy()})[0]
    difference = float(np.abs(told - expected).max())
    if difference > PARITY:
        raise ValueError(f"the file differs from the network by {difference}")
    write_entry(
        ENCODER,
        file=FILE,
        task="what a song's sound has in common with the tags listeners give",
        labels=(),
        input_shape=(FRAMES, BANDS),
        preprocessing={"patch_version": PATCH_VERSION},
        licence="ISC",
        terms=_TERMS,
        measured={},
        folder=folder,
    )
    return difference


@click.command()
@click.argument("checkpoint", type=click.Path(path_type=Path, exists=True, file_okay=False))
def main(checkpoint: Path) -> None:
    """Ship musicnn's weights in CHECKPOINT as our encoder."""
    click.echo(f"shipped, {export_encoder(checkpoint):.1e} off")


if __name__ == "__main__":
    main()
