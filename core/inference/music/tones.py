"""The tones in a spectrum: peaks that stand out, with their pitch between the bins."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LOWEST_HZ, HIGHEST_HZ = 60.0, 4_200.0
_KEPT = 0.05
_PROMINENCE = 6.0
_LOWEST_NOTE, _NOTES = 34, 76
_HARMONICS_ABOVE = np.round(12 * np.log2(np.arange(2, 13))).astype(int)
"""How many semitones the second to twelfth harmonic lies above its tone."""

_OWN_SHARE, _OWN_FLOOR = 1.5, 0.3
_LEAST_FRAMES_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Tones:
    """Each tone of each frame. frame: its index out of ``frames``; pitch: in semitones, 69 for
    440 Hz, with fractions; strength: share of the strongest of its frame, (0, 1].
    """  # noqa: D205 - one sentence

    frames: int
    frame: NDArray[np.intp]
    pitch: NDArray[np.float64]
    strength: NDArray[np.float64]


def find_tones(magnitude: NDArray[np.float32], bin_hz: float) -> Tones:
    """Pick the peaks of (frames, bins) magnitude, from ``LOWEST_HZ`` to the last bin."""
    low = round(LOWEST_HZ / bin_hz)
    centre, left, right = magnitude[:, low:-1], magnitude[:, low - 1 : -2], magnitude[:, low + 1 :]
    strongest = centre.max(axis=1, keepdims=True)
    floor = np.maximum(_KEPT * strongest, _PROMINENCE * np.median(centre, axis=1, keepdims=True))
    frame, place = np.nonzero((centre > left) & (centre >= right) & (centre > floor))
    before, here, after = (
        np.log(np.maximum(part[frame, place], 1e-9)) for part in (left, centre, right)
    )
    shift = 0.5 * (before - after) / (before - 2 * here + after)
    pitch = 69 + 12 * np.log2((place + low + shift) * bin_hz / 440)
    strength = centre[frame, place] / strongest[frame, 0]
    return Tones(len(magnitude), frame, pitch.astype(np.float64), strength.astype(np.float64))


def pitch_range_hz(tones: Tones) -> tuple[float, float] | None:
    """The lowest and highest pitch sounded, the outermost twentieth of the moments left out.

    A peak counts as a pitch of its own where it is half again as strong as every tone it could be
    a harmonic of, and where the frames beside it have it too. None where pitches sound in less
    than a tenth of the frames.
    """
    note = np.clip(np.round(tones.pitch).astype(int) - _LOWEST_NOTE, 0, _NOTES - 1)
    strength = np.zeros((tones.frames, _NOTES))
    np.maximum.at(strength, (tones.frame, note), tones.strength)
    own = strength >= _OWN_FLOOR
    for semitones in _HARMONICS_ABOVE:
        own[:, semitones:] &= strength[:, semitones:] >= _OWN_SHARE * strength[:, :-semitones]
    held = own[1:-1] & own[:-2] & own[2:]
    sounding = held[held.any(axis=1)]
    if len(sounding) < _LEAST_FRAMES_SHARE * tones.frames or not len(sounding):
        return None
    low = np.percentile(sounding.argmax(axis=1), 5)
    high = np.percentile(_NOTES - 1 - sounding[:, ::-1].argmax(axis=1), 95)
    lowest, highest = (440 * 2 ** ((_LOWEST_NOTE + each - 69) / 12) for each in (low, high))
    return float(lowest), float(highest)
