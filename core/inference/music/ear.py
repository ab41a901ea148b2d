"""Listening to a file: its emotion and how that moves, its moods, and what it sounds like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from core.domain.affect import Affect
from core.domain.errors import ErrorCode, MediaError
from core.domain.music_reading import MusicMood, MusicReading, SongMoment
from core.inference.media.audio import (
    AUDIO_BOUNDS,
    AudioBounds,
    Passage,
    decode_passages,
    is_silent,
)
from core.inference.media.containers import Content
from core.inference.music.descriptors import describe_sound
from core.inference.music.features import SAMPLE_RATE_HZ, split_windows
from core.inference.music.regressor import Heard, MusicRegressor
from core.inference.music.speech import speech_score

EAR_VERSION = 1
"""Raised where the same file sounds otherwise: passages, windows, talking, tempo, key and so on."""

_WARM_UP_S = 3


class MusicEar:
    """Hears with our music network, window by window."""

    def __init__(self, regressor: MusicRegressor) -> None:
        self._regressor = regressor

    def listen(self, data: Content, bounds: AudioBounds = AUDIO_BOUNDS) -> MusicReading:
        """Hear a file in windows spread over it, leaving out silent ones.

        Raises MediaError as ``decode_passages`` does, AUDIO_SILENT also where all that sounds lies
        between the windows, or AUDIO_SPEECH_ONLY.
        """
        passages = decode_passages(data, SAMPLE_RATE_HZ, bounds)
        windows = [
            window
            for passage in passages
            for window in _windows(passage)
            if not is_silent(window.samples, SAMPLE_RATE_HZ)
        ]
        if not windows:
            raise MediaError(ErrorCode.AUDIO_SILENT)
        # on average, for spoken beginnings and interludes are part of many songs
        if _mean([speech_score(window.samples, SAMPLE_RATE_HZ) for window in windows]) > 0:
            raise MediaError(ErrorCode.AUDIO_SPEECH_ONLY)
        heard = [self._regressor.hear(window.samples) for window in windows]
        whole = np.concatenate([passage.samples for passage in passages])
        return MusicReading(
            affect=_mean_affect(heard),
            spread=_mean_spread(heard),
            moods={mood: _mean([each.moods[mood] for each in heard]) for mood in MusicMood},
            sound=describe_sound(whole, SAMPLE_RATE_HZ),
            moments=tuple(
                SongMoment(window.start_s, each.affect)
                for window, each in zip(windows, heard, strict=True)
            ),
        )

    def warm_up(self) -> None:
        """Compile librosa's helpers now instead of at the first song."""
        noise = _noise()
        self._regressor.hear(noise)
        describe_sound(noise, SAMPLE_RATE_HZ)


def _windows(passage: Passage) -> Iterator[Passage]:
    """Cut a passage as the network was trained, each window with the time it starts at."""
    windows = split_windows(passage.samples)
    slack = passage.samples.size - windows[0].size
    for number, window in enumerate(windows):
        share = number / (len(windows) - 1) if len(windows) > 1 else 0.5
        yield Passage(passage.start_s + share * slack / SAMPLE_RATE_HZ, window)


def _mean_affect(heard: Sequence[Heard]) -> Affect:
    return Affect.clipped(
        _mean([each.affect.valence for each in heard]),
        _mean([each.affect.arousal for each in heard]),
    )


def _mean_spread(heard: Sequence[Heard]) -> tuple[float, float]:
    return _mean([each.spread[0] for each in heard]), _mean([each.spread[1] for each in heard])


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values))


def _noise() -> NDArray[np.float32]:
    rng = np.random.default_rng(0)
    return rng.normal(size=SAMPLE_RATE_HZ * _WARM_UP_S).astype(np.float32)
