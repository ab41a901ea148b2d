"""Our music network: from samples to a point on the circumplex."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from core.domain.affect import Affect
from core.domain.errors import ErrorCode, OperationError
from core.domain.music_reading import MusicMood
from core.inference.music.features import (
    FEATURE_VERSION,
    SAMPLE_RATE_HZ,
    hear_features,
    split_windows,
)
from core.inference.weights import NetworkCard, load_network

NETWORK = "moodnet-music"
_LABELS = ("valence", "arousal")
OUTPUTS = ("ratings", "spread", "moods", "quadrants", "clusters")
"""Of the network, by name: (batch, 2) in [-1, 1] and their expected error; shares summing to 1."""


@dataclass(frozen=True, slots=True)
class Heard:
    """spread: standard deviation of valence and of arousal expected of the network's own error;
    moods: shares that sum to 1.
    """  # noqa: D205 - one sentence

    affect: Affect
    spread: tuple[float, float]
    moods: Mapping[MusicMood, float]


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
        self._spread = (
            card.measured["valence_rmse_cross_validated"],
            card.measured["arousal_rmse_cross_validated"],
        )

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

    def hear(self, samples: NDArray[np.float32]) -> Heard:
        """Rate sound, as ``rate`` does, and tell how sure that is and what moods it comes to."""
        affect = self.rate(samples)
        return Heard(affect, self._spread, _moods(affect))


def _moods(affect: Affect) -> dict[MusicMood, float]:
    """The two moods between whose middles the point lies, by the angle to each; the nearer the
    point is to the middle of the plane, the more even all eight become.
    """  # noqa: D205 - one sentence
    moods = list(MusicMood)
    place = math.atan2(affect.arousal, affect.valence) / math.tau * len(moods) - 0.5
    certain = min(1.0, math.hypot(affect.valence, affect.arousal))
    shares = dict.fromkeys(moods, (1.0 - certain) / len(moods))
    before = math.floor(place)
    shares[moods[before % len(moods)]] += certain * (1.0 - (place - before))
    shares[moods[(before + 1) % len(moods)]] += certain * (place - before)
    return shares
