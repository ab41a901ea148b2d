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
"""Of one patch: three seconds."""

PATCHES = 3
"""Of a window, evenly spread: they cover ten seconds nearly."""

ENCODING = 250
"""Values that come out: 200 of the last hidden layer, then the logits of the fifty words."""

_RATE_HZ = 16_000
_FFT_SIZE, _HOP = 512, 256
_LEVEL = 0.17
"""Root mean square that every window is brought to, the median of the songs we learn from: the
encoder would take soft recordings for soft music, and loudness is a feature of its own."""
_TINY = 1e-9

Floats = NDArray[np.float32]


def hear_patches(samples: Floats) -> Floats:
    """(n,) float32 mono at ``SAMPLE_RATE_HZ`` → (k, ``FRAMES``, ``BANDS``) as musicnn takes them.

    k is ``PATCHES``, or 1 for less than two patches' worth of sound; less than one is repeated.
    """
    level = max(float(np.sqrt(np.mean(np.square(samples)))), _TINY)
    heard = librosa.resample(
        samples * np.float32(_LEVEL / level), orig_sr=SAMPLE_RATE_HZ, target_sr=_RATE_HZ
    )
    needed = (FRAMES - 1) * _HOP
    heard = np.resize(heard, needed) if heard.size < needed else heard
    spectrum = librosa.stft(heard, n_fft=_FFT_SIZE, hop_length=_HOP)
    mel = np.log10(10_000 * (_mel_filters() @ np.square(np.abs(spectrum))) + 1).T
    slack = len(mel) - FRAMES
    count = PATCHES if slack >= FRAMES else 1
    starts = np.linspace(0, slack, count).astype(int) if count > 1 else [slack // 2]
    return np.stack([mel[start : start + FRAMES] for start in starts]).astype(np.float32)


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
        """(n,) float32 mono at ``SAMPLE_RATE_HZ`` → (``ENCODING``,) float32, mean of patches."""
        told = self._session.run(None, {self._input: hear_patches(samples)})
        return np.asarray(told[0].mean(axis=0), np.float32)


@functools.cache
def _mel_filters() -> Floats:
    bank = filters.mel(sr=_RATE_HZ, n_fft=_FFT_SIZE, n_mels=BANDS)
    return np.asarray(bank, np.float32)
