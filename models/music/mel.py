"""What a convolutional network sees of music: log energy over mel bands and time."""

from __future__ import annotations

from functools import cache

import librosa
import numpy as np
from numpy.typing import NDArray

from core.inference.music.features import SAMPLE_RATE_HZ

MEL_VERSION = 1
"""Raise it when any value changes; a network only accepts the version it was trained on."""

BANDS = 96
FRAMES_PER_S = 32
HIGHEST_HZ = 10_000.0

FFT_SIZE = 1024
_HOP = SAMPLE_RATE_HZ // FRAMES_PER_S
_FLOOR_DB = 80.0
_SPAN_DB = 40.0
_TINY = 1e-9


def hear_mel(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """(n,) float32 mono at ``SAMPLE_RATE_HZ`` → (``BANDS``, frames) float32 of about -1 to 2.

    The level is taken out first, so playing softer changes nothing; 1 is 40 dB, 0 is 40 dB below
    the mean energy of the whole spectrum, and nothing lies lower than another 40 dB.
    """
    return hear_bands(samples, _filters())


def hear_bands(samples: NDArray[np.float32], filters: NDArray[np.float32]) -> NDArray[np.float32]:
    """As ``hear_mel``, with (bands, ``FFT_SIZE`` / 2 + 1) filters of one's own."""
    level = max(float(np.sqrt(np.mean(np.square(samples)))), _TINY)
    spectrum = librosa.stft(samples / level, n_fft=FFT_SIZE, hop_length=_HOP)
    power = filters @ np.square(np.abs(spectrum))
    over_mean = power / max(float(power.sum(axis=0).mean()), _TINY)
    decibel = 10 * np.log10(np.maximum(over_mean, 10 ** (-_FLOOR_DB / 10)))
    return np.asarray(decibel / _SPAN_DB + 1, np.float32)


@cache
def _filters() -> NDArray[np.float32]:
    filters = librosa.filters.mel(
        sr=SAMPLE_RATE_HZ, n_fft=FFT_SIZE, n_mels=BANDS, fmax=HIGHEST_HZ, htk=True
    )
    return np.asarray(filters, np.float32)
