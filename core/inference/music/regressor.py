"""Our music network: from samples to a point on the circumplex, moods and classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from core.domain.affect import Affect
from core.domain.errors import ErrorCode, OperationError
from core.domain.music_reading import MusicMood
from core.inference.music.encoder import ENCODING, PATCH_VERSION, MusicEncoder
from core.inference.music.features import (
    FEATURE_VERSION,
    SAMPLE_RATE_HZ,
    feature_names,
    hear_features,
    split_windows,
)
from core.inference.weights import NetworkCard, load_network

NETWORK = "moodnet-music"
OUTPUTS = ("ratings", "spread", "moods", "quadrants", "clusters")
"""Of the network, by name, in the order of ``Readings``."""

_LABELS = ("valence", "arousal")


@dataclass(frozen=True, slots=True)
class Readings:
    """What the network says about n windows, as float64.

    ratings: (n, 2) valence and arousal in [-1, 1]; spread: (n, 2) standard deviation expected of
    their error; moods: (n, 8) in the order of ``MusicMood``, quadrants: (n, 4) of Russell's plane,
    clusters: (n, 5) of MIREX, each row of shares that sum to 1.
    """

    ratings: NDArray[np.float64]
    spread: NDArray[np.float64]
    moods: NDArray[np.float64]
    quadrants: NDArray[np.float64]
    clusters: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Heard:
    """spread: standard deviation of valence and of arousal expected of the network's own error;
    moods: shares that sum to 1.
    """  # noqa: D205 - one sentence

    affect: Affect
    spread: tuple[float, float]
    moods: Mapping[MusicMood, float]


def input_names() -> tuple[str, ...]:
    """A name for every value that ``take_in`` gives, in its order."""
    return (*feature_names(), *(f"encoding_{place}" for place in range(ENCODING)))


def take_in(window: NDArray[np.float32], encoder: MusicEncoder) -> NDArray[np.float32]:
    """What the network takes of a window (n,) at ``SAMPLE_RATE_HZ``: features, then encoding."""
    return np.concatenate([hear_features(window), encoder.encode(window)])


class MusicRegressor:
    """Reads sound, averaged over windows as long as those the network was trained on."""

    def __init__(
        self, session: ort.InferenceSession, card: NetworkCard, encoder: MusicEncoder
    ) -> None:
        expected = {
            "sample_rate_hz": SAMPLE_RATE_HZ,
            "feature_version": FEATURE_VERSION,
            "patch_version": PATCH_VERSION,
            "encoder": encoder.sha256,
        }
        found = {name: card.preprocessing.get(name) for name in expected}
        told = tuple(output.name for output in session.get_outputs())
        if found != expected or card.labels != _LABELS or told != OUTPUTS:
            raise OperationError(
                ErrorCode.WEIGHTS_BROKEN,
                name=card.name,
                reason=f"it was trained on {found} for {card.labels}, moodmix hears {expected}",
            )
        self._session, self._encoder = session, encoder
        self._input = session.get_inputs()[0].name
        self._window_s = float(card.preprocessing["window_s"])
        self._most_windows = int(card.preprocessing["most_windows"])

    @classmethod
    def load(cls) -> MusicRegressor:
        """Load the network we ship; raises OperationError (WEIGHTS_BROKEN)."""
        return cls(*load_network(NETWORK), MusicEncoder.load())

    def read(self, taken: NDArray[np.float32]) -> Readings:
        """Read what was taken in of n windows, (n, f)."""
        told = self._session.run(list(OUTPUTS), {self._input: taken})
        return Readings(*(np.asarray(each, np.float64) for each in told))

    def take_in(self, window: NDArray[np.float32]) -> NDArray[np.float32]:
        """(f,) of a window (n,) float32 at ``SAMPLE_RATE_HZ``, for ``read``."""
        return take_in(window, self._encoder)

    def rate(self, samples: NDArray[np.float32]) -> Affect:
        """Rate sound: (n,) float32 mono, full scale 1, at ``SAMPLE_RATE_HZ``, at least a second."""
        return self.hear(samples).affect

    def hear(self, samples: NDArray[np.float32]) -> Heard:
        """Rate sound, as ``rate`` does, and tell how sure that is and what moods it comes to."""
        windows = split_windows(samples, self._window_s, self._most_windows)
        read = self.read(np.stack([self.take_in(window) for window in windows]))
        valence, arousal = (float(each) for each in read.ratings.mean(axis=0))
        of_valence, of_arousal = (float(each) for each in read.spread.mean(axis=0))
        shares = read.moods.mean(axis=0)
        moods = {mood: float(share) for mood, share in zip(MusicMood, shares, strict=True)}
        return Heard(Affect.clipped(valence, arousal), (of_valence, of_arousal), moods)
