"""moodmix and its peers among music readers: each takes an MP3 apart in its own usual way.

What a stage works out is handed to the next; peers without a network have no such stage.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import librosa
import numpy as np
from numpy.typing import NDArray

from core.domain.errors import ErrorCode, OperationError
from core.inference.media.audio import decode_audio
from core.inference.music.descriptors import describe_sound
from core.inference.music.ear import MusicEar
from core.inference.music.features import SAMPLE_RATE_HZ, split_windows
from core.inference.music.regressor import MusicRegressor

FULL_RATE_HZ = 44_100

Stages = Mapping[str, Callable[[], Any]]
"""Actions by column. ``total`` is the contender's whole way from the file to its answer."""


def _moodmix(clip: Path) -> Stages:
    """Ours, as the bots use it."""
    regressor = MusicRegressor.load()
    ear = MusicEar(regressor)
    data = clip.read_bytes()
    samples = decode_audio(data, SAMPLE_RATE_HZ)
    windows = split_windows(samples)
    return {
        "decode": lambda: decode_audio(data, SAMPLE_RATE_HZ),
        "features": lambda: [regressor.take_in(window) for window in windows],
        "descriptors": lambda: describe_sound(samples, SAMPLE_RATE_HZ),
        "features and network": lambda: [regressor.hear(window) for window in windows],
        "total": lambda: ear.listen(data),
    }


def _librosa(clip: Path) -> Stages:
    """``librosa.load`` and the functions of the same names, one by one, at the full rate."""
    samples, _ = librosa.load(clip, sr=FULL_RATE_HZ)

    def whole() -> None:
        loaded, _ = librosa.load(clip, sr=FULL_RATE_HZ)
        _librosa_features(loaded)
        _librosa_descriptors(loaded)

    return {
        "decode": lambda: librosa.load(clip, sr=FULL_RATE_HZ),
        "features": lambda: _librosa_features(samples),
        "descriptors": lambda: _librosa_descriptors(samples),
        "total": whole,
    }


def _librosa_features(samples: NDArray[np.float32]) -> None:
    feature = librosa.feature
    for measure in (
        feature.melspectrogram,
        feature.mfcc,
        feature.chroma_stft,
        feature.spectral_contrast,
        feature.spectral_centroid,
        feature.spectral_bandwidth,
        feature.spectral_rolloff,
        feature.tonnetz,
        feature.tempogram,
    ):
        measure(y=samples, sr=FULL_RATE_HZ)
    feature.spectral_flatness(y=samples)
    feature.zero_crossing_rate(samples)
    librosa.effects.hpss(samples)


def _librosa_descriptors(samples: NDArray[np.float32]) -> None:
    librosa.beat.beat_track(y=samples, sr=FULL_RATE_HZ)
    librosa.feature.chroma_cqt(y=samples, sr=FULL_RATE_HZ)
    librosa.feature.rms(y=samples)


def _essentia(clip: Path) -> Stages:
    """``MusicExtractor``, which works out several hundred features and descriptors at once."""
    try:
        import essentia  # noqa: PLC0415 - a peer that may be missing
        import essentia.standard as essentia_standard  # noqa: PLC0415 - as above
    except ImportError as error:
        raise OperationError(
            ErrorCode.NETWORK_UNAVAILABLE,
            name="essentia",
            reason="it is not installed",
            mend="pip install essentia",
        ) from error
    essentia.log.infoActive = False
    essentia.log.warningActive = False
    extract = essentia_standard.MusicExtractor()
    return {
        "decode": essentia_standard.MonoLoader(filename=str(clip)),
        "total": lambda: extract(str(clip)),
    }


LISTENERS: Mapping[str, Callable[[Path], Stages]] = MappingProxyType(
    {"moodmix": _moodmix, "librosa": _librosa, "essentia": _essentia}
)
"""Builders by name: an MP3 in, its stages out. Raises OperationError where one cannot be had."""
