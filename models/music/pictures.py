"""What the literature's music networks look at: one picture of each clip."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.fft import dct
from tqdm import tqdm

from core.inference.music.descriptors import describe_sound
from core.inference.music.features import SAMPLE_RATE_HZ, split_windows
from models.music.hearing import FRAMES, Heard, read_samples
from models.music.mel import BANDS, FFT_SIZE, hear_bands

COEFFICIENTS = 20
_TYPICAL_BPM = 120.0

Pictures = NDArray[np.float32]


class Picture(StrEnum):
    """mel and spectrogram: energy over ``BANDS`` bands and time, those of the latter equally wide;
    mfcc: cepstrum over time, and a row that starts with tempo and pitch range.
    """  # noqa: D205 - one sentence

    MEL = "mel"
    SPECTROGRAM = "spectrogram"
    MFCC = "mfcc"


def hear_pictures(
    picture: Picture, folder: Path, files: Sequence[str], heard: Heard, cache: Path
) -> Pictures:
    """(n, rows, frames) of every file below ``folder``; what was heard again is kept in ``cache``.

    Two frames of our mel become one, 16 a second. Raises OperationError as
    ``hearing.read_samples``.
    """
    if picture is Picture.MEL:
        return _halve(heard.mel.astype(np.float32))
    key = hashlib.sha256("\n".join(files).encode()).hexdigest()[:16]
    kept = cache / f"{picture}_{key}.npy"
    if not kept.exists():
        hear = _spectrogram if picture is Picture.SPECTROGRAM else _tempo_and_range
        clips = tqdm(files, "hearing", disable=None)
        np.save(kept, np.stack([hear(read_samples(folder / name)) for name in clips]))
    own: Pictures = np.load(kept)
    if picture is Picture.SPECTROGRAM:
        return _halve(own)
    mel = _halve(heard.mel.astype(np.float32))
    cepstrum = dct(mel, axis=1, norm="ortho")[:, :COEFFICIENTS]
    side = np.zeros_like(cepstrum[:, :1])
    side[:, 0, : own.shape[1]] = own
    return np.concatenate([cepstrum, side], axis=1).astype(np.float32)


def _halve(pictures: Pictures) -> Pictures:
    """(n, bands, frames) → half as many frames."""
    return (pictures[:, :, ::2] + pictures[:, :, 1::2]) / 2


def _spectrogram(samples: Pictures) -> Pictures:
    bins = FFT_SIZE // 2 + 1
    bands = (np.arange(bins) * BANDS // bins)[None] == np.arange(BANDS)[:, None]
    filters = (bands / bands.sum(axis=1, keepdims=True)).astype(np.float32)
    heard = hear_bands(split_windows(samples, most=1)[0], filters)
    return np.resize(heard.T, (FRAMES, BANDS)).T


def _tempo_and_range(samples: Pictures) -> Pictures:
    """(2,) octaves from 120 beats a minute, and octaves from the lowest pitch to the highest.

    0 where there is no pulse or no pitch.
    """
    sound = describe_sound(samples, SAMPLE_RATE_HZ)
    tempo = np.log2(sound.tempo_bpm / _TYPICAL_BPM) if sound.tempo_bpm else 0.0
    octaves = np.log2(sound.high_hz / sound.low_hz) if sound.high_hz and sound.low_hz else 0.0
    return np.array([tempo, octaves], np.float32)
