"""moodnet, our own network on 48x48 grey faces, run by onnxruntime.

Trained by ``models/emotion``; what is done to a face before it is read must stay equal to
``standardise`` and ``predict`` there, and the manifest says so too.
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
    {
        "colour": "grey",
        "resize": "area",
        "range": "0 to 1",
        "standardise": "per face: (x - mean) / (deviation + epsilon)",
        "epsilon": 1e-3,
        "average": "logits of the face and its mirror image, then softmax",
    }
)
"""What this engine does; the manifest of its network must say the same."""

_BATCH = 64


class MoodNetEngine:
    """Reads each face and its mirror image; onnxruntime sessions may be shared by threads."""

    def __init__(self, session: ort.InferenceSession, card: NetworkCard) -> None:
        """Take a loaded network; raises OperationError (WEIGHTS_BROKEN) when it is another kind."""
        if card.labels != LABELS or dict(card.preprocessing) != dict(PREPROCESSING):
            raise OperationError(
                ErrorCode.WEIGHTS_BROKEN,
                name=card.name,
                reason="its labels or preprocessing are not those of this version",
            )
        self._session = session
        self._sure_from = card.calibration.get("sure_from", 0.0)

    @classmethod
    def load(cls, threads: int = 1) -> MoodNetEngine:
        """The network shipped with moodmix; raises OperationError (WEIGHTS_BROKEN)."""
        return cls(*load_network("moodnet", threads))

    @property
    def name(self) -> str:
        """The name in answers."""
        return "moodnet"

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
        parts = [
            self._read_batch(faces[start : start + _BATCH])
            for start in range(0, len(faces), _BATCH)
        ]
        return np.concatenate(parts) if parts else np.zeros((0, len(LABELS)), np.float32)

    def _read_batch(self, faces: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        upright = np.stack([standardise(face) for face in faces])[:, None]  # (n, 1, 48, 48)
        both = np.concatenate([upright, upright[..., ::-1]])
        logits = np.asarray(self._session.run(None, {"faces": both})[0], np.float32)  # (2n, 7)
        mean = (logits[: len(faces)] + logits[len(faces) :]) / 2
        weights = np.exp(mean - mean.max(axis=1, keepdims=True))
        return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float32)


def standardise(face: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Bring one face to (48, 48) float32 grey with zero mean and unit deviation.

    face: (height, width, 3) BGR or (height, width) grey, uint8.
    """
    pixels = grey_values(face)
    return np.asarray((pixels - pixels.mean()) / (pixels.std() + 1e-3), np.float32)


def grey_values(face: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Bring one face to (48, 48) float32 grey in [0, 1].

    face: (height, width, 3) BGR or (height, width) grey, uint8.
    """
    grey = face if face.ndim == 2 else cv2.cvtColor(face, cv2.COLOR_BGR2GRAY)  # noqa: PLR2004 - grey has two axes
    if grey.shape != (SIDE_PX, SIDE_PX):
        grey = cv2.resize(grey, (SIDE_PX, SIDE_PX), interpolation=cv2.INTER_AREA)
    return np.asarray(grey, np.float32) / np.float32(255)
