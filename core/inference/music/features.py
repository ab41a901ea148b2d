"""What a window of music sounds like, as one vector of fixed length.

Timbre (mel bands, cepstrum, contrast, spectral shape), harmony (chroma turned to the best key, key
and mode correlations, tonal centroid), rhythm (onset strength, tempogram, band modulation) and the
share of percussive sound, each reduced to statistics over time. The level is taken out first and
given back as one value, ``loudness``: played softer, a recording differs in that value alone.
"""

from __future__ import annotations

import functools
import itertools

import librosa
import numpy as np
from librosa import filters  # type: ignore[attr-defined] # loaded lazily, unlike its stubs
from numpy.typing import NDArray

FEATURE_VERSION = 1
"""Raise it when any value changes; a network only accepts the version it was trained on."""

SAMPLE_RATE_HZ = 22_050
WINDOW_S = 10.0

_FFT_SIZE = 2048
_HOP = 512
_FRAMES_PER_S = SAMPLE_RATE_HZ / _HOP
_MEL_BANDS = 128
_TIMBRE_BANDS = 32
_CEPSTRUM = 20
_FLOOR_DB = 80.0
_TINY = 1e-9
_TEMPO_FRAMES = 384
_BLOCK = 32
_LAGS = np.unique(np.round(np.geomspace(8, 172, 20)).astype(int))
"""Tempogram lags in frames: 0.19 s (323 beats a minute) to 4 s (a slow bar)."""

_MODULATION_EDGES_HZ = (0.4, 1.0, 2.0, 4.0, 8.0, 16.0)
_MAJOR_KEY = np.array([6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88])
_MINOR_KEY = np.array([6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17])
"""Probe tone profiles: Krumhansl, "Cognitive Foundations of Musical Pitch" (1990), table 2.1."""

Floats = NDArray[np.float32]


def split_windows(samples: Floats, window_s: float = WINDOW_S, most: int = 6) -> list[Floats]:
    """Cut sound into at most ``most`` windows of ``window_s``, evenly spread over its length.

    samples: (n,) float32 at ``SAMPLE_RATE_HZ``; shorter sound is one window of its own length.
    """
    length = round(window_s * SAMPLE_RATE_HZ)
    if samples.size <= length:
        return [samples]
    count = min(most, max(1, round(samples.size / length)))
    slack = samples.size - length
    starts = [slack // 2] if count == 1 else [slack * n // (count - 1) for n in range(count)]
    return [samples[start : start + length] for start in starts]


def hear_features(samples: Floats) -> Floats:
    """Describe one window.

    samples: (n,) float32 mono at ``SAMPLE_RATE_HZ``, at least one second. Returns
    (len(feature_names()),) float32, finite whatever the sound; of its values only ``loudness``
    depends on the level.
    """
    groups = _groups(samples)
    vector = np.concatenate([np.ravel(values) for _, values in groups])
    finite = np.nan_to_num(vector, nan=0.0, posinf=0.0, neginf=0.0)
    return np.asarray(finite, np.float32)


def feature_names() -> tuple[str, ...]:
    """A name for every value of the vector, in its order."""
    tone = np.sin(np.arange(SAMPLE_RATE_HZ * 2) * 0.1).astype(np.float32)
    return tuple(
        f"{name}_{index}" if values.size > 1 else name
        for name, values in _groups(tone)
        for index in range(values.size)
    )


def _groups(samples: Floats) -> list[tuple[str, NDArray[np.float64]]]:
    level = max(float(np.sqrt(np.mean(np.square(samples)))), _TINY)
    samples = samples / level
    magnitude = np.abs(librosa.stft(samples, n_fft=_FFT_SIZE, hop_length=_HOP))
    power = np.square(magnitude)
    mel = _mel_filters() @ power
    mel_db = _decibel(mel)
    return [
        *_timbre(mel, mel_db),
        *_spectral_shape(samples, magnitude, power),
        *_dynamics(power),
        *_harmony(power),
        *_percussion(mel),
        *_rhythm(mel_db),
        *_modulation(mel_db),
        *_amplitude(samples),
        ("loudness", np.array([max(20 * np.log10(level), -_FLOOR_DB)])),
    ]


def _decibel(power: Floats) -> NDArray[np.float64]:
    """Decibel above a floor 80 dB under the loudest value; 0 and up."""
    top = max(float(power.max(initial=0.0)), 1e-12)
    values = 10 * np.log10(np.maximum(power, top * 10 ** (-_FLOOR_DB / 10)) / top) + _FLOOR_DB
    return np.asarray(values, np.float64)


def _timbre(mel: Floats, mel_db: NDArray[np.float64]) -> list[tuple[str, NDArray[np.float64]]]:
    coarse = _decibel(mel.reshape(_TIMBRE_BANDS, -1, mel.shape[1]).mean(axis=1))
    cepstrum = librosa.feature.mfcc(S=mel_db, n_mfcc=_CEPSTRUM)
    change = np.diff(cepstrum, axis=1)
    return [
        ("mel_mean", coarse.mean(axis=1)),
        ("mel_deviation", coarse.std(axis=1)),
        ("mel_change", np.abs(np.diff(coarse, axis=1)).mean(axis=1)),
        ("cepstrum_mean", cepstrum.mean(axis=1)),
        ("cepstrum_deviation", cepstrum.std(axis=1)),
        ("cepstrum_change", change.std(axis=1)),
    ]


def _spectral_shape(
    samples: Floats, magnitude: Floats, power: Floats
) -> list[tuple[str, NDArray[np.float64]]]:
    """Equal to librosa's functions of these names, which take several times as long one by one."""
    contrast = librosa.feature.spectral_contrast(S=magnitude, sr=SAMPLE_RATE_HZ)
    shapes = [
        _shape_of_frames(magnitude[:, block], power[:, block])
        for block in _blocks(magnitude.shape[1])
    ]
    rows = {name: np.concatenate([shape[name] for shape in shapes]) for name in shapes[0]}
    rows["crossings"] = _zero_crossings(samples)
    return [
        ("contrast_mean", contrast.mean(axis=1)),
        ("contrast_deviation", contrast.std(axis=1)),
        *((name, _summary(row)) for name, row in rows.items()),
    ]


def _blocks(frames: int) -> list[slice]:
    """Fresh memory for all frames at once would cost more time than the sums."""
    return [slice(start, start + _BLOCK) for start in range(0, frames, _BLOCK)]


def _shape_of_frames(magnitude: Floats, power: Floats) -> dict[str, NDArray[np.float64]]:
    hz = np.fft.rfftfreq(_FFT_SIZE, 1 / SAMPLE_RATE_HZ)
    total, first, second = np.stack([hz**0, hz, hz**2]) @ magnitude.astype(np.float64)
    total = np.maximum(total, _TINY)
    centroid = first / total
    bandwidth = np.sqrt(np.maximum(second / total - np.square(centroid), 0.0))
    below = np.cumsum(magnitude, axis=0)
    low, high = (hz[np.argmax(below >= share * below[-1], axis=0)] for share in (0.25, 0.85))
    # of the squared power, as librosa.feature.spectral_flatness(S=power) has it
    floored = np.maximum(power, 1e-5)
    flatness = 2 * np.log(floored).mean(axis=0) - np.log(np.square(floored).mean(axis=0))
    return {
        "centroid": np.log1p(centroid),
        "bandwidth": np.log1p(bandwidth),
        "rolloff_85": np.log1p(high),
        "rolloff_25": np.log1p(low),
        "flatness": flatness,
    }


def _zero_crossings(samples: Floats) -> NDArray[np.float64]:
    """Share of the samples of each frame whose sign differs from that of the one before."""
    below = np.pad(samples < -1e-10, _FFT_SIZE // 2, mode="edge")  # noqa: PLR2004 - librosa's zero
    count = np.concatenate([[0], np.cumsum(below[1:] != below[:-1], dtype=np.int32)])
    starts = np.arange(0, below.size - _FFT_SIZE + 1, _HOP)
    return np.asarray((count[starts + _FFT_SIZE - 1] - count[starts]) / _FFT_SIZE)


def _dynamics(power: Floats) -> list[tuple[str, NDArray[np.float64]]]:
    level = _decibel(power.sum(axis=0))
    linear = np.sqrt(power.sum(axis=0))
    quiet_share = float(np.mean(linear < linear.mean()))
    crest = float(np.log((linear.max() + _TINY) / (linear.mean() + _TINY)))
    return [
        ("level", _summary(level)),
        ("level_range", np.array([np.ptp(np.percentile(level, (5, 95)))])),
        ("level_change", np.array([np.abs(np.diff(level)).mean()])),
        ("quiet_share", np.array([quiet_share])),
        ("crest", np.array([crest])),
    ]


def _harmony(power: Floats) -> list[tuple[str, NDArray[np.float64]]]:
    chroma = _chroma_filters() @ power
    chroma /= np.maximum(chroma.max(axis=0), np.finfo(np.float32).tiny)
    profile = chroma.mean(axis=1)
    major, minor = _key_correlations(profile, _MAJOR_KEY), _key_correlations(profile, _MINOR_KEY)
    tonic = int(np.argmax(np.maximum(major, minor)))
    distribution = chroma / np.maximum(chroma.sum(axis=0), _TINY)
    entropy = -(distribution * np.log(distribution + _TINY)).sum(axis=0)
    best = np.sort(np.concatenate([major, minor]))[::-1]
    tonnetz = librosa.feature.tonnetz(chroma=chroma, sr=SAMPLE_RATE_HZ)
    return [
        ("chroma_from_tonic", np.roll(profile, -tonic)),
        ("chroma_deviation", np.roll(chroma.std(axis=1), -tonic)),
        ("chroma_entropy", _summary(entropy)),
        ("chroma_change", np.array([np.abs(np.diff(chroma, axis=1)).mean()])),
        ("major", np.array([major.max()])),
        ("minor", np.array([minor.max()])),
        ("major_over_minor", np.array([major.max() - minor.max()])),
        ("key_clarity", np.array([best[0] - best[1:6].mean()])),
        ("tonnetz_deviation", tonnetz.std(axis=1)),
        ("tonnetz_size", np.hypot(*tonnetz.mean(axis=1).reshape(3, 2).T)),
    ]


def _key_correlations(
    profile: NDArray[np.float64], key: NDArray[np.float64]
) -> NDArray[np.float64]:
    """(12,) correlation of a chroma profile with a key profile on each tonic."""
    if float(profile.std()) < _TINY:
        return np.zeros(12)
    turned = np.stack([np.roll(key, tonic) for tonic in range(12)])
    return np.corrcoef(np.vstack([profile, turned]))[0, 1:]


def _percussion(mel: Floats) -> list[tuple[str, NDArray[np.float64]]]:
    """Median filtering along time and frequency, on mel bands where it is cheap.

    Fitzgerald, "Harmonic/percussive separation using median filtering", DAFx 2010.
    """
    magnitude = np.sqrt(mel)
    held = _median_of_neighbours(magnitude.T, 17).T
    struck = _median_of_neighbours(magnitude, 13)
    loudest = np.maximum(held, struck)
    silent = loudest < np.finfo(np.float32).tiny
    loudest[silent] = 1
    mask = np.square(struck / loudest)
    mask /= np.maximum(mask + np.square(held / loudest), _TINY)
    mask[silent] = 0.5
    percussive = mask * mel
    bands = percussive.reshape(4, -1, mel.shape[1]).sum(axis=(1, 2))
    totals = mel.reshape(4, -1, mel.shape[1]).sum(axis=(1, 2))
    over_time = percussive.sum(axis=0) / np.maximum(mel.sum(axis=0), _TINY)
    return [
        ("percussive_share", bands / np.maximum(totals, _TINY)),
        ("percussive_over_time", _summary(over_time)),
    ]


def _median_of_neighbours(values: Floats, width: int) -> Floats:
    """Median along the first axis over an odd width, reflected at the ends.

    Of half the values and two more neither the least nor the greatest can be the median: both
    make room for one not yet seen. A tenth of the time of ``scipy.ndimage.median_filter``.
    """
    reach, length = width // 2, len(values)
    padded = np.pad(values, ((reach, reach), (0, 0)), mode="symmetric")
    unseen = [padded[start : start + length] for start in range(width)]
    pool = [unseen.pop() for _ in range(reach + 2)]
    while len(pool) > 1:
        for place in range(1, len(pool)):
            pool[0], pool[place] = _in_order(pool[0], pool[place])
        for place in range(1, len(pool) - 1):
            pool[place], pool[-1] = _in_order(pool[place], pool[-1])
        pool = pool[1:-1]
        if unseen:
            pool.append(unseen.pop())
    return pool[0]


def _in_order(one: Floats, other: Floats) -> tuple[Floats, Floats]:
    return np.minimum(one, other), np.maximum(one, other)


def _rhythm(mel_db: NDArray[np.float64]) -> list[tuple[str, NDArray[np.float64]]]:
    rises = np.maximum(np.diff(mel_db, axis=1), 0.0)
    bands = rises.reshape(4, -1, rises.shape[1]).mean(axis=1)
    onset = rises.mean(axis=0)
    peaks = _peaks(onset)
    frames = _tempogram_frames(onset)
    spectra = [
        np.square(np.abs(np.fft.rfft(frames[block], 2 * _TEMPO_FRAMES))).sum(axis=0)
        for block in _blocks(len(frames))
    ]
    pulse = np.fft.irfft(np.sum(spectra, axis=0) / len(frames))
    beats = pulse[13:130]
    strongest = int(np.argmax(beats)) + 13
    steady = np.einsum("tn,tn->t", frames[:, strongest:], frames[:, :-strongest])
    spread = max(float(onset.std()), _TINY)
    return [
        ("onset", _summary(onset)),
        ("onset_skew", np.array([np.mean(((onset - onset.mean()) / spread) ** 3)])),
        ("onset_bands_mean", bands.mean(axis=1)),
        ("onset_bands_deviation", bands.std(axis=1)),
        ("onsets_per_s", np.array([len(peaks) * _FRAMES_PER_S / onset.size])),
        ("onset_peak_height", np.array([onset[peaks].mean() if len(peaks) else 0.0])),
        ("pulse_at_lag", pulse[_LAGS]),
        ("pulse_clarity", np.array([beats.max() - beats.mean()])),
        ("pulse_rate", np.array([np.log2(_FRAMES_PER_S / strongest)])),
        ("pulse_steadiness", np.array([steady.std()])),
    ]


def _tempogram_frames(onset: NDArray[np.float64]) -> Floats:
    """(frames, lags) windows whose autocorrelations are ``librosa.feature.tempogram``'s columns.

    Each has length 1, so that the mean of the autocorrelations is the transform of a mean.
    """
    padded = np.pad(onset, _TEMPO_FRAMES // 2, mode="linear_ramp")
    frames = np.lib.stride_tricks.sliding_window_view(padded, _TEMPO_FRAMES)[: onset.size]
    frames = frames * np.hanning(_TEMPO_FRAMES + 1)[:-1]
    length = np.sqrt(np.square(frames).sum(axis=1, keepdims=True))
    return np.asarray(frames / np.where(length > 0, length, 1), np.float32)


def _peaks(onset: NDArray[np.float64]) -> NDArray[np.intp]:
    """Frames that stand out: the largest within 70 ms and well above the half second round them."""
    near = np.lib.stride_tricks.sliding_window_view(np.pad(onset, 3, mode="edge"), 7).max(axis=1)
    wide = np.lib.stride_tricks.sliding_window_view(np.pad(onset, 10, mode="edge"), 21).mean(axis=1)
    return np.flatnonzero((onset >= near) & (onset > wide + 0.5 * onset.std()))


def _modulation(mel_db: NDArray[np.float64]) -> list[tuple[str, NDArray[np.float64]]]:
    """How fast eight broad bands rise and fall: log energy in five modulation bands each."""
    bands = mel_db.reshape(8, -1, mel_db.shape[1]).mean(axis=1)
    bands = (bands - bands.mean(axis=1, keepdims=True)) * np.hanning(bands.shape[1])
    spectrum = np.square(np.abs(np.fft.rfft(bands, axis=1))) / bands.shape[1]
    rates = np.fft.rfftfreq(bands.shape[1], 1 / _FRAMES_PER_S)
    energies = [
        spectrum[:, (rates >= low) & (rates < high)].sum(axis=1)
        for low, high in itertools.pairwise(_MODULATION_EDGES_HZ)
    ]
    return [("modulation", np.log(np.stack(energies, axis=1) / bands.shape[1] + 1e-3))]


def _amplitude(samples: Floats) -> list[tuple[str, NDArray[np.float64]]]:
    """How compressed the sound is: log of amplitude quantiles over the root mean square."""
    ordered = np.sort(np.abs(samples))
    places = np.array([0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1.0]) * (ordered.size - 1)
    lower, upper = ordered[np.floor(places).astype(int)], ordered[np.ceil(places).astype(int)]
    quantiles = lower + (upper - lower) * (places % 1)
    return [("amplitude", np.log(quantiles + 1e-6))]


def _summary(row: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mean, deviation, and the 10th, 50th and 90th percentile over time."""
    return np.array([row.mean(), row.std(), *np.percentile(row, (10, 50, 90))])


@functools.cache
def _mel_filters() -> Floats:
    """(mel bands, bins), Slaney's."""
    bank = filters.mel(sr=SAMPLE_RATE_HZ, n_fft=_FFT_SIZE, n_mels=_MEL_BANDS)
    return np.asarray(bank, np.float32)


@functools.cache
def _chroma_filters() -> Floats:
    """(12, bins), from C, at 440 Hz."""
    bank = filters.chroma(sr=SAMPLE_RATE_HZ, n_fft=_FFT_SIZE, tuning=0.0)
    return np.asarray(bank, np.float32)
