"""The tempo of music: how often its onsets come back, counted as listeners do."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_SLOWEST_BPM, _FASTEST_BPM, _STEPS = 45.0, 210.0, 400
_SURROUNDINGS_S = 1.0
_SHORTEST_S = 3.0
_BEATS = (1, 2, 3, 4)
_SPECTRUM_POWER, _OFFBEAT_SHARE = 0.7, 0.6
_PREFERRED_BPM, _PREFERENCE_OCTAVES = 110.0, 0.6
_LEAST_RETURN = 0.16

Onset = NDArray[np.float64]


def find_tempo(onset: Onset, frames_per_s: float) -> float | None:
    """Beats a minute, within [45, 210]; None where no pulse is steady, or under three seconds.

    onset: (n,) onset strength, at least 0. The autocorrelation answers to a beat and its multiples,
    the Fourier transform to a beat and its parts, so their product tells a beat from both (Peeters,
    "Template-based estimation of time-varying tempo", 2007). What stays open between half and
    double is settled by the rate at which people tap (Moelants, "Preferred tempo reconsidered",
    2002). Exponents, preference and the least return were tuned on music made with known tempo.
    """
    if onset.size < _SHORTEST_S * frames_per_s:
        return None
    pulses = _stand_out(onset, round(_SURROUNDINGS_S * frames_per_s))
    if not pulses.any():
        return None
    rates_bpm = np.geomspace(_SLOWEST_BPM, _FASTEST_BPM, _STEPS)
    returns = _returns(pulses, 60 * frames_per_s / rates_bpm)
    on_beat, off_beat = _strength(pulses, frames_per_s, np.stack([rates_bpm, 2 * rates_bpm]))
    shares = on_beat + _OFFBEAT_SHARE * off_beat
    strays = np.log2(rates_bpm / _PREFERRED_BPM) / _PREFERENCE_OCTAVES
    salience = np.maximum(returns, 0) * shares**_SPECTRUM_POWER * np.exp(-0.5 * strays**2)
    best = int(np.argmax(salience))
    return float(rates_bpm[best]) if returns[best] >= _LEAST_RETURN else None


def _stand_out(onset: Onset, width: int) -> Onset:
    """How far each onset rises above the mean of the ``width`` frames round it."""
    padded = np.pad(onset, (width // 2, width - width // 2 - 1), mode="reflect")
    return np.maximum(onset - np.convolve(padded, np.full(width, 1 / width), "valid"), 0.0)


def _returns(pulses: Onset, lags: Onset) -> Onset:
    """Mean correlation, at most 1, of the pulses with themselves one to four lags later."""
    centred = pulses - pulses.mean()
    products = np.fft.irfft(np.square(np.abs(np.fft.rfft(centred, 2 * centred.size))))
    heard = centred.size * 9 // 10
    correlation = products[:heard] / products[0] / (1 - np.arange(heard) / centred.size)
    beats = np.multiply.outer(np.array(_BEATS), lags)
    return np.asarray(np.interp(beats, np.arange(heard), correlation, right=0.0).mean(axis=0))


def _strength(pulses: Onset, frames_per_s: float, rates_bpm: Onset) -> Onset:
    """Fourier magnitude of the pulses at each rate, 1 for the strongest rate there is."""
    size = 8 * pulses.size
    spectrum = np.abs(np.fft.rfft((pulses - pulses.mean()) * np.hanning(pulses.size), size))
    rates_hz = np.fft.rfftfreq(size, 1 / frames_per_s)
    return np.asarray(np.interp(rates_bpm / 60, rates_hz, spectrum / spectrum.max()))
