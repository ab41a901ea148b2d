"""moodnet, our own network on 48x48 grey faces, run by onnxruntime.

Trained by ``models/emotion``, exported by ``models/emotion/export.py``: the file itself crops and
standardises each face and reads its mirror image too, so nothing here can drift from the training.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import cv2
import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, OperationError
from core.inference.weights import NetworkCard, load_network

SIDE_PX = 48
LABELS = tuple(emotion.value for emotion in Emotion)
PREPROCESSING: Mapping[str, str | float] = MappingProxyType(
    {"colour": "grey", "resize": "area", "range": "0 to 1"}
)
"""What this engine does; the manifest of its network must say the same."""

OUTPUTS = ("labels", "votes")
"""Logits of the expression as FER2013 labels it, and as FER+ annotators vote."""

_BATCH = 64


class MoodNetEngine:
    """Reads faces with calibrated confidence; onnxruntime sessions may be shared by threads."""

    def __init__(self, session: ort.InferenceSession, card: NetworkCard) -> None:
        """Take a loaded network; raises OperationError (WEIGHTS_BROKEN) when it is another kind."""
        outputs = tuple(output.name for output in session.get_outputs())
        described = (card.labels, dict(card.preprocessing), outputs)
        calibrated = {"temperature", "sure_from"} <= card.calibration.keys()
        if described != (LABELS, dict(PREPROCESSING), OUTPUTS) or not calibrated:
            raise OperationError(
                ErrorCode.WEIGHTS_BROKEN,
                name=card.name,
                reason="its labels, preprocessing, outputs or calibration are not those of this "
                "version",
            )
        self._session = session
        self._name = card.name
        self._temperature = card.calibration["temperature"]
        self._sure_from = card.calibration["sure_from"]

    @classmethod
    def load(cls, threads: int = 1) -> MoodNetEngine:
        """The network shipped with moodmix; raises OperationError (WEIGHTS_BROKEN)."""
        return cls(*load_network("moodnet", threads))

    @property
    def name(self) -> str:
        """The name in answers."""
        return self._name

    @property
    def sure_from(self) -> float:
        """As measured on held-out faces when the network was exported."""
        return self._sure_from

    def prepare(self) -> None:
        """Nothing is left to load."""

    def read(self, faces: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        """Probabilities of each face, (n, 7) float32 in the order of ``Emotion``.

        faces: (height, width, 3) BGR or (height, width) grey, uint8, any size.
        """
        return self._probabilities("labels", faces, self._temperature)

    def read_votes(self, faces: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        """Share of people who would vote for each expression, as ``read`` otherwise."""
        return self._probabilities("votes", faces, 1.0)

    def _probabilities(
        self, output: str, faces: Sequence[NDArray[np.uint8]], temperature: float
    ) -> NDArray[np.float32]:
        parts = [np.zeros((0, len(LABELS)), np.float32)]
        for start in range(0, len(faces), _BATCH):
            batch = np.stack([grey_values(face) for face in faces[start : start + _BATCH]])[:, None]
            logits = np.asarray(self._session.run([output], {"faces": batch})[0]) / temperature
            weights = np.exp(logits - logits.max(axis=1, keepdims=True))
            parts.append(weights / weights.sum(axis=1, keepdims=True))
        return np.asarray(np.concatenate(parts), np.float32)


def grey_values(face: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Bring one face to (48, 48) float32 grey in [0, 1].

    face: (height, width, 3) BGR or (height, width) grey, uint8.
    """
    return np.asarray(grey_face(face), np.float32) / np.float32(255)


def grey_face(face: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """All that the network gets to see of a face, as (48, 48) uint8 grey; as ``grey_values``."""
    grey = face if face.ndim == 2 else cv2.cvtColor(face, cv2.COLOR_BGR2GRAY)  # noqa: PLR2004 - grey has two axes
    if grey.shape != (SIDE_PX, SIDE_PX):
        grey = cv2.resize(grey, (SIDE_PX, SIDE_PX), interpolation=cv2.INTER_AREA)
    return np.asarray(grey, np.uint8)
