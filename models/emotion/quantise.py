"""Eight-bit weights and activations for an exported network, where nothing is lost by it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnxruntime.quantization import (
    CalibrationDataReader,
    QuantFormat,
    QuantType,
    quantize_static,
)
from onnxruntime.quantization.shape_inference import quant_pre_process

_BATCH = 64
_FIRST_LAYER, _LAST_LAYER = "Conv", "Gemm"


class _Faces(CalibrationDataReader):  # type: ignore[misc] # onnxruntime is untyped
    """Faces in batches, to learn the range of every activation from."""

    def __init__(self, faces: NDArray[np.float32]) -> None:
        starts = range(0, len(faces), _BATCH)
        self._batches: Iterator[dict[str, NDArray[np.float32]]] = iter(
            [{"faces": faces[start : start + _BATCH]} for start in starts]
        )

    def get_next(self) -> dict[str, NDArray[np.float32]] | None:
        """The next batch by input name; None at the end."""
        return next(self._batches, None)


def quantise(content: bytes, faces: NDArray[np.float32]) -> bytes:
    """The network with static eight-bit integer layers, per-channel weights.

    faces: (n, 1, 48, 48) float32 in [0, 1], some hundred of the training part. Weights keep to
    seven bits, as products of eight overflow on processors without VNNI. What comes before the
    first layer (crop, standardising) and after the last stays in floating point.
    """
    with tempfile.TemporaryDirectory() as folder:
        plain, ready, small = (Path(folder) / name for name in ("a.onnx", "b.onnx", "c.onnx"))
        plain.write_bytes(content)
        quant_pre_process(plain, ready, skip_symbolic_shape=True)
        quantize_static(
            ready,
            small,
            _Faces(faces),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=_outside_the_layers(onnx.load(ready).graph),
        )
        return small.read_bytes()


def _outside_the_layers(graph: onnx.GraphProto) -> list[str]:
    """Names of nodes that no convolution comes before, or that a head comes before."""
    inside: set[str] = set()
    beyond: set[str] = set()
    outside = []
    for node in graph.node:  # in an order in which every input is known
        after_head = any(name in beyond for name in node.input)
        after_layer = node.op_type == _FIRST_LAYER or any(name in inside for name in node.input)
        if after_layer:
            inside.update(node.output)
        if after_head or node.op_type == _LAST_LAYER:
            beyond.update(node.output)
        if after_head or not after_layer:
            outside.append(node.name)
    return outside
