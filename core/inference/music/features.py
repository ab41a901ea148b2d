"""What a window of music sounds like, as one vector of fixed length.

Timbre (mel bands, cepstrum, contrast, spectral shape), harmony (chroma turned to the best key, key
and mode correlations, tonal centroid), rhythm (onset strength, tempogram, band modulation) and the
share of percussive sound, each reduced to statistics over time. The level is taken out first and
given back as one value, ``loudness``: played softer, a recording differs in that value alone.
"""

from __future__ import annotations

import itertools

import librosa
import numpy as np
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
    mel = librosa.feature.melspectrogram(S=power, sr=SAMPLE_RATE_HZ, n_mels=_MEL_BANDS)
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
    rate = {"sr": SAMPLE_RATE_HZ}
    contrast = librosa.feature.spectral_contrast(S=magnitude, **rate)
    centroid = librosa.feature.spectral_centroid(S=magnitude, **rate)
    rows = {
        "centroid": np.log1p(centroid[0]),
        "bandwidth": np.log1p(
            librosa.feature.spectral_bandwidth(S=magnitude, centroid=centroid, **rate)[0]
        ),
        "rolloff_85": np.log1p(librosa.feature.spectral_rolloff(S=magnitude, **rate)[0]),
        "rolloff_25": np.log1p(
            librosa.feature.spectral_rolloff(S=magnitude, roll_percent=0.25, **rate)[0]
        ),
        "flatness": np.log(librosa.feature.spectral_flatness(S=power)[0]),
        "crossings": librosa.feature.zero_crossing_rate(
            samples, frame_length=_FFT_SIZE, hop_length=_HOP
        )[0],
    }
    return [
        ("contrast_mean", contrast.mean(axis=1)),
        ("contrast_deviation", contrast.std(axis=1)),
        *((name, _summary(row)) for name, row in rows.items()),
    ]


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
    chroma = librosa.feature.chroma_stft(S=power, sr=SAMPLE_RATE_HZ, tuning=0.0)
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
    # librosa loads this module only when it is first named, which its stubs do not say
    hpss = librosa.decompose.hpss  # type: ignore[attr-defined] # loaded lazily
    mask = hpss(np.sqrt(mel), kernel_size=(17, 13), mask=True)[1]
    percussive = mask * mel
    bands = percussive.reshape(4, -1, mel.shape[1]).sum(axis=(1, 2))
    totals = mel.reshape(4, -1, mel.shape[1]).sum(axis=(1, 2))
    over_time = percussive.sum(axis=0) / np.maximum(mel.sum(axis=0), _TINY)
    return [
        ("percussive_share", bands / np.maximum(totals, _TINY)),
        ("percussive_over_time", _summary(over_time)),
    ]


def _rhythm(mel_db: NDArray[np.float64]) -> list[tuple[str, NDArray[np.float64]]]:
    rises = np.maximum(np.diff(mel_db, axis=1), 0.0)
    bands = rises.reshape(4, -1, rises.shape[1]).mean(axis=1)
    onset = rises.mean(axis=0)
    peaks = _peaks(onset)
    tempogram = librosa.feature.tempogram(
        onset_envelope=onset, sr=SAMPLE_RATE_HZ, hop_length=_HOP, win_length=384
    )
    pulse = tempogram.mean(axis=1)
    beats = pulse[13:130]
    strongest = int(np.argmax(beats)) + 13
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
        ("pulse_steadiness", np.array([tempogram[strongest].std()])),
    ]


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
    quantiles = np.quantile(np.abs(samples), (0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1.0))
    return [("amplitude", np.log(quantiles + 1e-6))]


def _summary(row: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mean, deviation, and the 10th, 50th and 90th percentile over time."""
    return np.array([row.mean(), row.std(), *np.percentile(row, (10, 50, 90))])
