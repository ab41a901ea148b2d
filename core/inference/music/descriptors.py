"""What a musician would say about a recording, all of it from one short-time Fourier transform."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from librosa import filters  # type: ignore[attr-defined] # loaded lazily, unlike its stubs
from numpy.typing import NDArray

from core.domain.music_reading import Sound
from core.inference.music.key import find_key
from core.inference.music.tempo import find_tempo
from core.inference.music.tones import HIGHEST_HZ, find_tones, pitch_range_hz

Floats = NDArray[np.float32]

_WINDOW_S, _HOPS_A_WINDOW = 0.186, 8
_BLOCK = 32
_BANDS = 40
_FLOOR_DB = 60.0
_LOUDNESS_BLOCK_S = 0.4
_ABSOLUTE_GATE_DB, _RELATIVE_GATE_DB = -70.0, -10.0


@dataclass(frozen=True, slots=True)
class _Spectrum:
    """bands: (frames, bands) mel power; power: (frames,) K-weighted mean square; magnitude: (bins,)
    mean over time; tones: (frames / 2, bins up to ``HIGHEST_HZ``) magnitude of every other frame.
    """  # noqa: D205 - one sentence

    frames_per_s: float
    hz: NDArray[np.float64]
    bands: Floats
    power: NDArray[np.float64]
    magnitude: NDArray[np.float64]
    tones: Floats


def describe_sound(samples: Floats, sample_rate_hz: int) -> Sound:
    """Describe a recording.

    samples: (n,) float32 mono, full scale 1, a second or more. The longer, the surer tempo and key.

    Loudness is that of ITU-R BS.1770-4, gated, of the one channel. Energy runs from 0, soft and
    still, to 1, loud and restless: the mean of three parts, each clipped to [0, 1] - loudness from
    -40 to -8 dB, the mean rise of forty mel bands from 0 to 2 dB a frame of 23 ms, and the centre
    of the spectrum from 500 to 4,000 Hz on a logarithmic scale. It leans on what listeners call
    arousal.
    """
    spectrum = _analyse(samples, sample_rate_hz)
    tones = find_tones(spectrum.tones, float(spectrum.hz[1]))
    onset = _onset_strength(spectrum.bands)
    loudness_db = _loudness_db(spectrum)
    total = float(spectrum.magnitude.sum())
    brightness_hz = float(spectrum.hz @ spectrum.magnitude) / total if total > 0 else 0.0
    pitches = pitch_range_hz(tones)
    return Sound(
        tempo_bpm=find_tempo(onset, spectrum.frames_per_s),
        key=find_key(tones),
        loudness_db=loudness_db,
        energy=_energy(loudness_db, float(onset.mean()), brightness_hz),
        low_hz=pitches[0] if pitches else None,
        high_hz=pitches[1] if pitches else None,
        brightness_hz=brightness_hz,
    )


def _analyse(samples: Floats, sample_rate_hz: int) -> _Spectrum:
    """Transform in blocks, keeping only what is asked for later: a minute stays below 30 MB."""
    size = 2 ** round(np.log2(_WINDOW_S * sample_rate_hz))
    frames = np.lib.stride_tricks.sliding_window_view(np.pad(samples, size // 2), size)
    frames = frames[:: size // _HOPS_A_WINDOW]
    window = np.hanning(size + 1)[:-1].astype(np.float32)
    hz = np.asarray(np.fft.rfftfreq(size, 1 / sample_rate_hz), np.float64)
    mel = _mel_filters(size, sample_rate_hz)
    weight = (_k_weight(hz) * 2 / (size * np.square(window).sum())).astype(np.float32)
    top = int(np.searchsorted(hz, HIGHEST_HZ))
    bands, power, tones, total = [], [], [], np.zeros(hz.size)
    for start in range(0, len(frames), _BLOCK):
        magnitude = np.abs(np.fft.rfft(frames[start : start + _BLOCK] * window))
        squares = np.square(magnitude)
        bands.append(squares @ mel)
        power.append(squares @ weight)
        tones.append(magnitude[::2, :top])
        total += magnitude.sum(axis=0)
    return _Spectrum(
        frames_per_s=sample_rate_hz * _HOPS_A_WINDOW / size,
        hz=hz,
        bands=np.concatenate(bands),
        power=np.concatenate(power).astype(np.float64),
        magnitude=total / len(frames),
        tones=np.concatenate(tones),
    )


@functools.cache
def _mel_filters(size: int, sample_rate_hz: int) -> Floats:
    """(bins, bands), Slaney's."""
    bank = filters.mel(sr=sample_rate_hz, n_fft=size, n_mels=_BANDS)
    return np.ascontiguousarray(bank.T, np.float32)


def _k_weight(hz: NDArray[np.float64]) -> NDArray[np.float64]:
    """Power response of the filters of ITU-R BS.1770-4, tables 1 and 2: the head, then the ear."""
    turn = np.exp(-2j * np.pi * hz / 48_000)
    head = np.polyval([1.19839281085285, -2.69169618940638, 1.53512485958697], turn)
    head /= np.polyval([0.73248077421585, -1.69065929318241, 1.0], turn)
    ear = np.polyval([1.0, -2.0, 1.0], turn)
    ear /= np.polyval([0.99007225036621, -1.99004745483398, 1.0], turn)
    return np.asarray(np.square(np.abs(head * ear)))


def _loudness_db(spectrum: _Spectrum) -> float:
    """Mean over the blocks of 400 ms that are above both gates; -70 where none is."""
    width = min(round(_LOUDNESS_BLOCK_S * spectrum.frames_per_s), spectrum.power.size)
    blocks = np.convolve(spectrum.power, np.full(width, 1 / width), "valid")
    loud = blocks[_decibel(blocks) > _ABSOLUTE_GATE_DB]
    if not loud.size:
        return _ABSOLUTE_GATE_DB
    kept = loud[_decibel(loud) > _decibel(loud.mean()) + _RELATIVE_GATE_DB]
    return min(float(_decibel(kept.mean())), 0.0)


def _decibel(mean_square: NDArray[np.float64] | np.float64) -> NDArray[np.float64]:
    return np.asarray(-0.691 + 10 * np.log10(np.maximum(mean_square, 1e-12)))


def _onset_strength(bands: Floats) -> NDArray[np.float64]:
    """(frames - 1,) mean rise of the bands in decibel."""
    floor = max(float(bands.max()), 1e-9) * 10 ** (-_FLOOR_DB / 10)
    level = 10 * np.log10(np.maximum(bands, floor))
    return np.asarray(np.maximum(np.diff(level, axis=0), 0.0).mean(axis=1), np.float64)


def _energy(loudness_db: float, rise_db: float, brightness_hz: float) -> float:
    parts = (
        (loudness_db + 40) / 32,
        rise_db / 2,
        np.log2(max(brightness_hz, 1.0) / 500) / 3,
    )
    return float(np.mean(np.clip(parts, 0, 1)))
