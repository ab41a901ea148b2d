"""The key of music, from the pitches heard in it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from core.domain.music_reading import Key, Mode
from core.inference.music.tones import Tones

_HARMONICS, _HARMONIC_SHARE = 4, 0.6
_TONE_WIDTH = 0.2
_PROFILES: Mapping[Mode, NDArray[np.float64]] = MappingProxyType(
    {
        Mode.MAJOR: np.array(
            [
                [6.6, 2.0, 3.5, 2.3, 4.6, 4.0, 2.5, 5.2, 2.4, 3.8, 2.3, 3.4],
                [1.0, 0.0, 0.42, 0.0, 0.53, 0.37, 0.0, 0.77, 0.0, 0.38, 0.21, 0.3],
            ]
        ),
        Mode.MINOR: np.array(
            [
                [6.5, 2.7, 3.5, 5.4, 2.6, 3.5, 2.5, 5.2, 4.0, 2.7, 4.3, 3.2],
                [1.0, 0.0, 0.36, 0.39, 0.0, 0.38, 0.0, 0.74, 0.27, 0.0, 0.42, 0.23],
            ]
        ),
    }
)
"""How much each degree sounds from the tonic up, two opinions for each mode: Sha'ath, "Estimation
of key in digital music recordings" (2011), and Faraldo, "Tonality estimation in electronic dance
music" (2017), there called bgate."""

_LEAST_TONES = 24
_DOUBT_GAP, _DOUBT_SCALE = 0.08, 0.04


def find_key(tones: Tones) -> Key | None:
    """The best of 24 keys; None for sound with hardly a tone in it.

    Confidence rises with the lead over the second best key; it is a rank, not a fitted probability.
    """
    if tones.pitch.size < _LEAST_TONES:
        return None
    scores = _scores(_pitch_classes(tones))
    mode_of = [(tonic, mode) for mode in _PROFILES for tonic in range(12)]
    second, best = np.argsort(scores)[-2:]
    tonic, mode = mode_of[best]
    lead = float(scores[best] - scores[second])
    return Key(tonic, mode, float(1 / (1 + np.exp((_DOUBT_GAP - lead) / _DOUBT_SCALE))))


def _pitch_classes(tones: Tones) -> NDArray[np.float64]:
    """(12,) strength from C to B, tuned to what is played.

    Each tone counts for itself and, less and less, for what it may be a harmonic of (Gomez, "Tonal
    description of polyphonic audio", 2006). The root keeps loud tones from drowning the others.
    """
    strength = np.sqrt(tones.strength)
    tuning = np.angle(np.sum(strength * np.exp(2j * np.pi * tones.pitch))) / (2 * np.pi)
    classes = np.zeros(12)
    for harmonic in range(1, _HARMONICS + 1):
        pitch = tones.pitch - tuning - 12 * np.log2(harmonic)
        nearest = np.round(pitch)
        fit = np.exp(-0.5 * np.square((pitch - nearest) / _TONE_WIDTH))
        weights = strength * fit * _HARMONIC_SHARE ** (harmonic - 1)
        classes += np.bincount(nearest.astype(int) % 12, weights, 12)
    return classes


def _scores(classes: NDArray[np.float64]) -> NDArray[np.float64]:
    """(24,) mean correlation with the profiles: major from C to B, then minor."""
    profiles = np.stack([np.roll(_PROFILES[m], t, axis=1) for m in _PROFILES for t in range(12)])
    centred = profiles - profiles.mean(axis=2, keepdims=True)
    centred /= np.linalg.norm(centred, axis=2, keepdims=True)
    heard = classes - classes.mean()
    return np.asarray((centred @ (heard / max(np.linalg.norm(heard), 1e-9))).mean(axis=1))
