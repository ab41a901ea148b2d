"""Our music network: from samples to a point on the circumplex."""

from __future__ import annotations

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from core.domain.affect import Affect
from core.domain.errors import ErrorCode, OperationError
from core.inference.music.features import (
    FEATURE_VERSION,
    SAMPLE_RATE_HZ,
    hear_features,
    split_windows,
)
from core.inference.weights import NetworkCard, load_network

NETWORK = "moodnet-music"
_LABELS = ("valence", "arousal")


class MusicRegressor:
    """Valence and arousal of sound, averaged over windows as long as those it was trained on."""

    def __init__(self, session: ort.InferenceSession, card: NetworkCard) -> None:
        expected = {"sample_rate_hz": SAMPLE_RATE_HZ, "feature_version": FEATURE_VERSION}
        found = {name: card.preprocessing.get(name) for name in expected}
        if found != expected or card.labels != _LABELS:
            raise OperationError(
                ErrorCode.WEIGHTS_BROKEN,
                name=card.name,
                reason=f"it was trained on {found} for {card.labels}, moodmix hears {expected}",
            )
        self._session = session
        self._input = session.get_inputs()[0].name
        self._window_s = float(card.preprocessing["window_s"])
        self._most_windows = int(card.preprocessing["most_windows"])

    @classmethod
    def load(cls) -> MusicRegressor:
        """Load the network we ship; raises OperationError (WEIGHTS_BROKEN)."""
        return cls(*load_network(NETWORK))

    def rate(self, samples: NDArray[np.float32]) -> Affect:
        """Rate sound: (n,) float32 mono, full scale 1, at ``SAMPLE_RATE_HZ``, at least a second."""
        windows = split_windows(samples, self._window_s, self._most_windows)
        features = np.stack([hear_features(window) for window in windows])
        (ratings,) = self._session.run(None, {self._input: features})
        valence, arousal = np.asarray(ratings, np.float64).mean(axis=0)
        return Affect.clipped(float(valence), float(arousal))
