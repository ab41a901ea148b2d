"""Finding the same recording under two names, by the sound alone.

After Haitsma and Kalker, "A highly robust audio fingerprinting system", ISMIR 2002: a bit tells
whether the energy difference between neighbouring bands rises or falls. Two clips of one recording
agree in most bits once one of them is shifted; two recordings agree by chance.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from models.music.clips import Clips

SAME_FROM = 0.35
"""Agreement above which two clips are one recording: 1 is every bit, 0 is chance."""

_BANDS = 12
_POOLED_FRAMES = 4
_LEAST_OVERLAP = 1 / 3


def with_twins_together(clips: Clips, mel: NDArray[np.float16]) -> Clips:
    """The clips with one group for all that share a recording; mel: (n, bands, frames)."""
    groups = clips.groups.copy()
    for one, other in twins(mel):
        groups[groups == groups[other]] = groups[one]
    return replace(clips, groups=groups)


def twins(mel: NDArray[np.float16]) -> list[tuple[int, int]]:
    """Pairs of clips that are one recording, each pair once, the smaller index first."""
    bits = _bits(mel)
    length = bits.shape[2]
    size = 2 * length
    spectra = np.fft.rfft(bits, size, axis=2).astype(np.complex64)
    shifts = np.minimum(np.arange(size), size - np.arange(size))
    overlap = np.maximum(length - shifts, 1) * bits.shape[1]
    long_enough = length - shifts >= _LEAST_OVERLAP * length
    found = []
    for one in range(len(bits) - 1):
        products = np.einsum("bf,nbf->nf", spectra[one].conj(), spectra[one + 1 :])
        agreement = np.fft.irfft(products, size, axis=1) / overlap
        best = np.where(long_enough, agreement, 0.0).max(axis=1)
        found += [(one, one + 1 + int(other)) for other in np.flatnonzero(best > SAME_FROM)]
    return found


def _bits(mel: NDArray[np.float16]) -> NDArray[np.float32]:
    """(n, bands - 1, frames - 1) of -1, 0 and 1."""
    count, bands, frames = mel.shape
    kept = frames // _POOLED_FRAMES
    pooled = mel[:, :, : kept * _POOLED_FRAMES].astype(np.float32)
    pooled = pooled.reshape(count, _BANDS, bands // _BANDS, kept, _POOLED_FRAMES).mean(axis=(2, 4))
    return np.sign(np.diff(np.diff(pooled, axis=2), axis=1))
