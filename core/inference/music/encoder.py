"""The part of our music network that others trained: what a song's sound has in common with tags.

musicnn is a convolutional network that learned to tell which of fifty words listeners of Last.fm
gave to a song: genres, instruments, voices, moods (Pons and Serra, "musicnn: Pre-trained
convolutional neural networks for music audio tagging", late-breaking demo at ISMIR 2019). Its
weights stay as they are; our network learns from what its last layers say.
"""

from __future__ import annotations

import functools

import librosa
import numpy as np
import onnxruntime as ort
from librosa import filters  # type: ignore[attr-defined] # loaded lazily, unlike its stubs
from numpy.typing import NDArray

from core.domain.errors import ErrorCode, OperationError
from core.inference.music.features import SAMPLE_RATE_HZ
from core.inference.weights import NetworkCard, load_network

ENCODER = "musicnn-encoder"
PATCH_VERSION = 1
"""Raise it when any value of a patch changes; a network only accepts the version it learned on."""

BANDS = 96
FRAMES = 187
"""Of one patch: three seconds, taken from the middle of a window."""

ENCODING = 250
"""Values that come out: 200 of the last hidden layer, then the logits of the fifty words."""

_RATE_HZ = 16_000
_FFT_SIZE, _HOP = 512, 256
_LEVEL = 0.17
"""Root mean square that every window is brought to, the median of the songs we learn from: the
encoder would take soft recordings for soft music, and loudness is a feature of its own."""
_TINY = 1e-9

Floats = NDArray[np.float32]


def hear_patch(samples: Floats) -> Floats:
    """(n,) float32 mono at ``SAMPLE_RATE_HZ`` → (``FRAMES``, ``BANDS``) as musicnn takes it.

    Sound of less than three seconds is repeated.
    """
    level = max(float(np.sqrt(np.mean(np.square(samples)))), _TINY)
    needed = (FRAMES + 1) * _HOP * SAMPLE_RATE_HZ // _RATE_HZ
    start = max(0, (samples.size - needed) // 2)
    middle = np.resize(samples[start : start + needed], needed) * np.float32(_LEVEL / level)
    heard = librosa.resample(middle, orig_sr=SAMPLE_RATE_HZ, target_sr=_RATE_HZ)
    spectrum = librosa.stft(heard, n_fft=_FFT_SIZE, hop_length=_HOP)[:, :FRAMES]
    mel = _mel_filters() @ np.square(np.abs(spectrum))
    return np.ascontiguousarray(np.log10(10_000 * mel + 1).T, np.float32)


class MusicEncoder:
    """Runs the encoder on the CPU."""

    def __init__(self, session: ort.InferenceSession, card: NetworkCard) -> None:
        """Raises OperationError (WEIGHTS_BROKEN) for a network that takes other patches."""
        if card.preprocessing.get("patch_version") != PATCH_VERSION:
            raise OperationError(
                ErrorCode.WEIGHTS_BROKEN,
                name=card.name,
                reason=f"it takes other patches than version {PATCH_VERSION}",
            )
        self._session = session
        self._input = session.get_inputs()[0].name
        self.sha256 = card.sha256

    @classmethod
    def load(cls) -> MusicEncoder:
        """Load the encoder we ship; raises OperationError (WEIGHTS_BROKEN)."""
        return cls(*load_network(ENCODER))

    def encode(self, samples: Floats) -> Floats:
        """(n,) float32 mono at ``SAMPLE_RATE_HZ`` → (``ENCODING``,) float32."""
        told = self._session.run(None, {self._input: hear_patch(samples)[None]})
        return np.asarray(told[0][0], np.float32)


@functools.cache
def _mel_filters() -> Floats:
    bank = filters.mel(sr=_RATE_HZ, n_fft=_FFT_SIZE, n_mels=BANDS)
    return np.asarray(bank, np.float32)
