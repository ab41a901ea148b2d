"""A ConvLSTM over windows of three frames, the video reading of the literature.

Singh, "Music Recommendation system based on facial emotion expression" (2024), reads sequences of
CK+ so; ours is trained by ``models/emotion`` on CK+48, whose frames are a thirtieth of a second
apart where those of a film are a quarter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, OperationError
from core.inference.emotion.moodnet import SIDE_PX, grey_values
from core.inference.weights import NetworkCard, load_network

NETWORK = "moodnet-sequence"
WINDOW_FRAMES = 3
INPUT_SHAPE = (WINDOW_FRAMES, SIDE_PX, SIDE_PX)
EXPRESSIONS: Mapping[str, Emotion | None] = MappingProxyType(
    {
        "anger": Emotion.ANGRY,
        "contempt": None,
        "disgust": Emotion.DISGUST,
        "fear": Emotion.FEAR,
        "happy": Emotion.HAPPY,
        "sadness": Emotion.SAD,
        "surprise": Emotion.SURPRISE,
    }
)
"""CK+'s classes in the order of the network's logits; it knows no neutral, and we no contempt."""

PREPROCESSING: Mapping[str, str | int] = MappingProxyType(
    {
        "colour": "grey",
        "resize": "area",
        "range": "0 to 1",
        "frames": WINDOW_FRAMES,
        "order": "of time",
        "left_out": "contempt, before the softmax",
    }
)
"""What this reader does; the manifest of its network must say the same."""


class SequenceNetwork:
    """Reads the frames of one face in their order; may be shared by threads."""

    def __init__(self, session: ort.InferenceSession, card: NetworkCard) -> None:
        """Take a loaded network; raises OperationError (WEIGHTS_BROKEN) when it is another kind."""
        found = (card.labels, card.input_shape, dict(card.preprocessing))
        if found != (tuple(EXPRESSIONS), INPUT_SHAPE, dict(PREPROCESSING)):
            raise OperationError(
                ErrorCode.WEIGHTS_BROKEN,
                name=card.name,
                reason="its labels, input or preprocessing are not those of this version",
            )
        self._session = session

    @classmethod
    def load(cls, threads: int = 1) -> SequenceNetwork:
        """The network shipped with moodmix; raises OperationError (WEIGHTS_BROKEN)."""
        return cls(*load_network(NETWORK, threads))

    @property
    def name(self) -> str:
        """The name in answers."""
        return "convlstm"

    def read(self, faces: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        """Probabilities of each window of three frames in a row, in the order of ``Emotion``.

        faces: one face over time, (height, width, 3) BGR or (height, width) grey, uint8, any size.
        Returns (n - 2, 7) float32 whose rows sum to 1, no row for fewer than three frames.
        """
        starts = range(len(faces) - WINDOW_FRAMES + 1)
        if not starts:
            return np.zeros((0, len(Emotion)), np.float32)
        frames = np.stack([grey_values(face) for face in faces])  # (n, 48, 48)
        windows = np.stack([frames[start : start + WINDOW_FRAMES] for start in starts])
        logits = self._session.run(None, {"faces": windows})[0]  # (n - 2, classes of CK+)
        ours = np.full((len(starts), len(Emotion)), -np.inf, np.float32)
        for column, emotion in enumerate(EXPRESSIONS.values()):
            if emotion is not None:
                ours[:, list(Emotion).index(emotion)] = logits[:, column]
        weights = np.exp(ours - ours.max(axis=1, keepdims=True))
        return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float32)
