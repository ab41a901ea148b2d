"""Turning a torch network into an ONNX file that agrees with it."""

from __future__ import annotations

import logging
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np
import onnx
import onnxruntime as ort
import torch
from torch import Tensor, nn

from models.emotion.material import Material
from models.emotion.reader import Reader
from models.emotion.recipes import Recipe
from models.emotion.trained_network import NETWORK_FILE, Scaling, TrainedCard

OPSET = 18
PARITY_TOLERANCE = 1e-3
_PARITY_FACES = 1024


class FirstOpinion(nn.Module):
    """A reader's logits by the labels alone, of faces as they are in [0, 1]."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, faces: Tensor) -> Tensor:
        """(batch, 1, 48, 48) float32 → (batch, classes)."""
        logits: Tensor = self.reader(faces)[:, 0]
        return logits


def export(name: str, reader: Reader, recipe: Recipe, material: Material, folder: Path) -> float:
    """Write network.onnx and its card, so that ``moodmix evaluate faces --engine`` finds them.

    Returns the largest difference between torch's and onnxruntime's logits over some faces of
    ``material``; raises ClickException where it is too large. What happens to a face before the
    network is part of the file; only the mirror image is left to who reads with it.
    """
    network = FirstOpinion(reader.cpu().to(memory_format=torch.contiguous_format))
    content = to_onnx(network, material.pixels.shape[1:])
    session = ort.InferenceSession(content, providers=["CPUExecutionProvider"])
    faces = torch.from_numpy(material.pixels[:_PARITY_FACES]).float() / 255
    with torch.inference_mode():
        expected = network(faces).numpy()
    (found,) = session.run(None, {"faces": faces.numpy()})
    difference = float(np.abs(found - expected).max())
    if difference > PARITY_TOLERANCE:
        raise click.ClickException(f"the ONNX file strays from torch by {difference:.1e}")
    path = folder / NETWORK_FILE
    path.write_bytes(content)
    side_px = material.pixels.shape[-1]
    card = TrainedCard(name, material.classes, side_px, Scaling.ZERO_TO_ONE, recipe.mirrored)
    card.write(path)
    return difference


def to_onnx(
    network: nn.Module, input_shape: tuple[int, ...], outputs: Sequence[str] = ("logits",)
) -> bytes:
    """The network in evaluation mode with a free batch size, input ``faces`` and named outputs.

    input_shape: (channels, height, width). The network must take its input as ``faces``.
    """
    network.eval()
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter's own, about its internals
        path = Path(folder) / "network.onnx"
        torch.onnx.export(
            network,
            (torch.zeros(2, *input_shape),),
            path,
            input_names=["faces"],
            output_names=list(outputs),
            dynamic_shapes={"faces": {0: torch.export.Dim("batch")}},
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
