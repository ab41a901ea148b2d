"""Telling somebody who only talks from music, by six cues and a logistic regression on them.

The cues are old friends: pauses and the share of weak frames (Saunders, ICASSP 1996; Scheirer and
Slaney, ICASSP 1997), held tones (Seyerlehner et al., DAFx 2007: continuous frequency activation),
pulse, bass, and what is left in the pauses. ``models/music/speech.py`` fits the weights.
"""

from __future__ import annotations

import functools

import librosa
import numpy as np
from librosa import filters  # type: ignore[attr-defined] # loaded lazily, unlike its stubs
from numpy.typing import NDArray

CUES = ("weak_frames", "pauses", "held_tones", "bass", "pulse", "noise_in_pauses")

_FFT_SIZE = 2048
_HOP = 512
_VOICE_HZ = (80.0, 4000.0)
_TONES_HZ = (100.0, 5000.0)
_BELOW_VOICE_HZ = 90.0
_PAUSE_DB = 15.0
_TINY = 1e-9

_STANDING_OUT_DB = 4.0
"""A bin belongs to a tone where it is so much louder than the 21 round it."""

_HELD_S, _HELD_SHARE = 1.2, 0.8
"""A tone is held that stands out for this share of this time."""

_BANDS = 24
_BEATS_S = (0.25, 1.5)

_WEIGHTS = (14.179, 4.285, -2.298, -1.581, -12.262, 1.429)
_BIAS = -6.498
"""Of the cues in their order. Talking is only believed where hardly any music sounds like it."""


def speech_score(samples: NDArray[np.float32], sample_rate_hz: int) -> float:
    """How much a window sounds like somebody talking without music: above 0 it does.

    samples: (n,) mono of at least a second, at about 22 kHz; the level does not matter. Averaged
    over the windows of a file, it tells a spoken beginning from a spoken file.
    """
    return float(hear_cues(samples, sample_rate_hz) @ np.array(_WEIGHTS) + _BIAS)


def hear_cues(samples: NDArray[np.float32], sample_rate_hz: int) -> NDArray[np.float64]:
    """(len(CUES),) what speaks for and against talking, each in a unit of its own."""
    level = max(float(np.sqrt(np.mean(np.square(samples)))), _TINY)
    spectrum = librosa.stft(samples / level, n_fft=_FFT_SIZE, hop_length=_HOP)
    power = np.square(np.abs(spectrum))
    hz = np.asarray(np.fft.rfftfreq(_FFT_SIZE, 1 / sample_rate_hz), np.float64)
    frames_per_s = sample_rate_hz / _HOP
    voice = power[_within(hz, _VOICE_HZ)]
    energy = voice.sum(axis=0) + _TINY
    amplitude, energy_db = np.sqrt(energy), 10 * np.log10(energy)
    second = round(frames_per_s)
    around = np.convolve(amplitude, np.full(second, 1 / second), "same")
    quiet, loud = np.percentile(energy_db, (10, 90))
    bass = power[hz < _BELOW_VOICE_HZ].sum() + 1e-6
    cues = (
        np.mean(amplitude < 0.5 * around),
        np.mean(energy_db < loud - _PAUSE_DB),
        _held_tones(power[_within(hz, _TONES_HZ)], frames_per_s),
        np.log10(bass / (power.sum() + _TINY)),
        _pulse(power, sample_rate_hz),
        _flatness(voice[:, energy_db <= quiet].mean(axis=1)),
    )
    return np.array(cues, np.float64)


def _within(hz: NDArray[np.float64], bounds: tuple[float, float]) -> NDArray[np.bool_]:
    return (hz >= bounds[0]) & (hz <= bounds[1])


def _held_tones(power: NDArray[np.float32], frames_per_s: float) -> float:
    """Logarithm of how many bins hold a tone at a time."""
    level = 10 * np.log10(power + 1e-6)
    reach = 10
    padded = np.pad(level, ((reach + 1, reach), (0, 0)), mode="edge")
    padded[0] = 0
    below = np.cumsum(padded, axis=0, dtype=np.float64)
    around = (below[2 * reach + 1 :] - below[: -2 * reach - 1]) / (2 * reach + 1)
    stands_out = (level - around > _STANDING_OUT_DB) & (level > level.max() - 60)
    length = min(round(_HELD_S * frames_per_s), level.shape[1])
    count = np.cumsum(np.pad(stands_out, ((0, 0), (1, 0))), axis=1)
    held = count[:, length:] - count[:, :-length] >= _HELD_SHARE * length
    return float(np.log1p(held.sum(axis=0).mean()))


def _pulse(power: NDArray[np.float32], sample_rate_hz: int) -> float:
    """Largest autocorrelation of the onsets at a beat's distance, up to 1."""
    mel = _mel_filters(sample_rate_hz) @ power
    level = 10 * np.log10(mel + 1e-4 * mel.max() + _TINY)
    onset = np.maximum(np.diff(level, axis=1), 0).mean(axis=0)
    onset = onset - onset.mean()
    alike = np.correlate(onset, onset, "full")[onset.size - 1 :]
    first, last = (int(lag_s * sample_rate_hz / _HOP) for lag_s in _BEATS_S)
    return float(alike[first : min(last, onset.size - 1)].max() / (alike[0] + _TINY))


@functools.cache
def _mel_filters(sample_rate_hz: int) -> NDArray[np.float32]:
    low, high = _VOICE_HZ
    return np.asarray(
        filters.mel(sr=sample_rate_hz, n_fft=_FFT_SIZE, n_mels=_BANDS, fmin=low, fmax=high),
        np.float32,
    )


def _flatness(power: NDArray[np.float32]) -> float:
    """Logarithm of the geometric over the arithmetic mean: 0 for noise, less for tones."""
    return float(np.mean(np.log(power + _TINY)) - np.log(power.mean() + _TINY))
