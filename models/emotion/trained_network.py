"""Networks trained here but not shipped: ``network.onnx`` and its card ``network.json`` beside it.

Training writes them to ``DATA_DIR/networks/NAME``; evaluation and benchmark read them like the
shipped one. The ONNX takes ``(batch, 1, side, side)`` float32 faces and gives ``(batch, classes)``
logits as its first output.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

import cv2
import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, OperationError
from models.emotion.data import emotion_named

NETWORK_FILE = "network.onnx"
_BATCH = 64


class Scaling(StrEnum):
    """What is done to grey values before the network sees them."""

    ZERO_TO_ONE = "0 to 1"
    MINUS_ONE_TO_ONE = "-1 to 1"
    PER_FACE = "zero mean, unit deviation per face"


@dataclass(frozen=True, slots=True)
class TrainedCard:
    """All that reading with a network needs to know.

    labels: the network's own classes, in the order of its logits; those that are none of the seven
    expressions (contempt) are left out of its readings. mirror: average the logits of each face and
    its mirror image.
    """

    name: str
    labels: tuple[str, ...]
    side_px: int
    scaling: Scaling
    mirror: bool

    def write(self, network: Path) -> None:
        """Put the card beside the ONNX file ``network``."""
        network.with_suffix(".json").write_text(json.dumps(asdict(self), indent=2), "utf-8")

    @classmethod
    def read(cls, network: Path) -> TrainedCard:
        """The card beside ``network``; raises OperationError (NETWORK_UNAVAILABLE)."""
        path = network.with_suffix(".json")
        try:
            entry = json.loads(path.read_text("utf-8"))
            return cls(
                name=str(entry["name"]),
                labels=tuple(str(label) for label in entry["labels"]),
                side_px=int(entry["side_px"]),
                scaling=Scaling(entry["scaling"]),
                mirror=bool(entry["mirror"]),
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            reason = f"its card {path.name} is missing or cannot be read"
            raise _unavailable(str(network), reason) from error


def place_of_network(name: str, data_dir: Path) -> Path:
    """Where training puts the ONNX file of a network of that name."""
    return data_dir / "networks" / name / NETWORK_FILE


class TrainedNetwork:
    """An emotion engine on a trained network; may be shared by threads."""

    def __init__(self, content: bytes, card: TrainedCard) -> None:
        """Take an ONNX file's bytes; raises OperationError (NETWORK_UNAVAILABLE)."""
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = ort.InferenceSession(
                content, options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime raises a family of its own with no common base
            raise _unavailable(card.name, "onnxruntime does not load it") from error
        self._card = card
        self._input = self._session.get_inputs()[0].name
        self._emotions = [emotion_named(label) for label in card.labels]
        shape = (self._session.get_inputs()[0].shape[1:], self._session.get_outputs()[0].shape[1:])
        if shape != ([1, card.side_px, card.side_px], [len(card.labels)]):
            raise _unavailable(card.name, "its inputs or outputs are not those of its card")

    @classmethod
    def load(cls, network: Path) -> TrainedNetwork:
        """An ONNX file with its card beside it; raises OperationError (NETWORK_UNAVAILABLE)."""
        card = TrainedCard.read(network)
        try:
            return cls(network.read_bytes(), card)
        except OSError as error:
            raise _unavailable(str(network), error.strerror or "it cannot be read") from error

    @property
    def name(self) -> str:
        """The name in answers."""
        return self._card.name

    @property
    def sure_from(self) -> float:
        """No threshold was chosen for these networks."""
        return 0.0

    def prepare(self) -> None:
        """Nothing is left to load."""

    def read(self, faces: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        """Probabilities of each face, (n, 7) float32 in the order of ``Emotion``.

        faces: (height, width, 3) BGR or (height, width) grey, uint8, any size.
        """
        read = np.zeros((len(faces), len(Emotion)), np.float32)
        for start in range(0, len(faces), _BATCH):
            own = self._own_classes(faces[start : start + _BATCH])
            for column, emotion in enumerate(self._emotions):
                if emotion is not None:
                    read[start : start + _BATCH, list(Emotion).index(emotion)] = own[:, column]
        return np.asarray(read / read.sum(axis=1, keepdims=True), np.float32)

    def _own_classes(self, faces: Sequence[NDArray[np.uint8]]) -> NDArray[np.float64]:
        """(n, classes) probabilities of the network's own classes, none of them quite 0."""
        inputs = np.stack([self._prepare(face) for face in faces])[:, None]
        logits = self._session.run(None, {self._input: inputs})[0].astype(np.float64)
        if self._card.mirror:
            flipped = np.ascontiguousarray(inputs[..., ::-1])
            logits = (logits + self._session.run(None, {self._input: flipped})[0]) / 2
        weights = np.exp(np.maximum(logits - logits.max(axis=1, keepdims=True), -50.0))
        return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float64)

    def _prepare(self, face: NDArray[np.uint8]) -> NDArray[np.float32]:
        """(side, side) float32 as the network was trained on."""
        grey = face if face.ndim == 2 else cv2.cvtColor(face, cv2.COLOR_BGR2GRAY)  # noqa: PLR2004 - grey has two axes
        side = self._card.side_px
        if grey.shape != (side, side):
            way = cv2.INTER_AREA if min(grey.shape) > side else cv2.INTER_LINEAR
            grey = cv2.resize(grey, (side, side), interpolation=way)
        pixels = grey.astype(np.float32) / 255
        if self._card.scaling is Scaling.MINUS_ONE_TO_ONE:
            return np.asarray(pixels * 2 - 1, np.float32)
        if self._card.scaling is Scaling.PER_FACE:
            return np.asarray((pixels - pixels.mean()) / (pixels.std() + 1e-3), np.float32)
        return np.asarray(pixels, np.float32)


def _unavailable(name: str, reason: str) -> OperationError:
    return OperationError(
        ErrorCode.NETWORK_UNAVAILABLE,
        name=name,
        reason=reason,
        mend="moodmix train faces writes a network with its card",
    )
