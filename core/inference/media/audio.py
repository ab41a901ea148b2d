"""Audio from memory: any common container to mono samples, bounded before and while decoding.

PyAV reads the bytes in place. A long file is not decoded as a whole: passages spread over its
length are sought out, and only they are decoded.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from core.domain.errors import ErrorCode, MediaError
from core.inference.media.containers import Content
from core.inference.media.open_sound import open_sound
from core.inference.media.packets import whole_frames

_EXACT_DURATION = frozenset({"wav", "flac", "aiff", "mov"})
"""Demuxers whose duration is written in the file; the others may estimate it from the bit rate."""

_LOWEST_RATE_HZ, _HIGHEST_RATE_HZ = 4_000, 384_000
_SILENCE_RMS = 1e-3
"""-60 dB of full scale; music stays well above it in its loudest second."""

_HIGHEST_PEAK = 4.0
"""Mixing and lossy codecs overshoot 1 a little; beyond this the file has another unit."""

_TRUNCATION_SLACK_S = 1.0
_LONGEST_STREAM_S = 24 * 3600.0
_LONGEST_SKIP_S = 30.0
"""Where seeking lands farther ahead of a passage than this, the passage is taken from there."""

_SHORTEST_PASSAGE_S = 1.0


@dataclass(frozen=True, slots=True)
class AudioBounds:
    """What is accepted: at most max_bytes, at least minimum_s of sound. Of what is longer than
    max_s, so many passages are decoded that last max_s together.
    """  # noqa: D205 - one sentence a bound

    max_bytes: int = 20_000_000
    max_s: float = 60.0
    minimum_s: float = 3.0
    passages: int = 6


AUDIO_BOUNDS = AudioBounds()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of sound. start_s: from the start of the file; samples: (n,) float32 mono."""

    start_s: float
    samples: NDArray[np.float32]


def decode_audio(
    data: bytes, sample_rate_hz: int, bounds: AudioBounds = AUDIO_BOUNDS
) -> NDArray[np.float32]:
    """The passages that ``decode_passages`` finds, joined: the whole file where it is short."""
    passages = decode_passages(data, sample_rate_hz, bounds)
    return np.concatenate([passage.samples for passage in passages])


def decode_passages(
    data: Content, sample_rate_hz: int, bounds: AudioBounds = AUDIO_BOUNDS
) -> tuple[Passage, ...]:
    """Decode the sound of a file: as one passage, or, where it is longer than ``bounds.max_s``,
    as the middle of each of ``bounds.passages`` equal parts.

    Samples are at ``sample_rate_hz``, full scale 1, overshoots to 4 at most; stereo channels are
    added at 1/√2 each. A file that tells no length, or in which nothing can be sought, is heard
    from its start. Raises MediaError: MEDIA_EMPTY, MEDIA_TOO_LARGE, MEDIA_ENCRYPTED,
    MEDIA_UNSUPPORTED (unknown format or no sound in it), MEDIA_CORRUPT, MEDIA_TRUNCATED,
    AUDIO_TOO_SHORT or AUDIO_SILENT.
    """  # noqa: D205 - one sentence
    with closing(open_sound(data, bounds.max_bytes)) as container:
        if not container.streams.audio:
            raise MediaError(ErrorCode.MEDIA_UNSUPPORTED)
        stream = container.streams.audio[0]
        duration_s = _duration_s(container, stream)
        try:
            passages = _passages(container, stream, sample_rate_hz, duration_s, bounds)
        except (av.error.FFmpegError, ValueError) as error:
            raise MediaError(ErrorCode.MEDIA_CORRUPT) from error
        exact = container.format.name.split(",")[0] in _EXACT_DURATION
    heard_s = sum(passage.samples.size for passage in passages) / sample_rate_hz
    if exact and duration_s is not None:
        wanted_s = min(duration_s, bounds.max_s)
        if heard_s < 0.9 * wanted_s - _TRUNCATION_SLACK_S:
            raise MediaError(ErrorCode.MEDIA_TRUNCATED)
    if heard_s == 0:
        raise MediaError(ErrorCode.MEDIA_CORRUPT)
    if heard_s < bounds.minimum_s:
        raise MediaError(ErrorCode.AUDIO_TOO_SHORT, minimum_s=bounds.minimum_s)
    if all(is_silent(passage.samples, sample_rate_hz) for passage in passages):
        raise MediaError(ErrorCode.AUDIO_SILENT)
    return _tamed(passages)


def is_silent(samples: NDArray[np.float32], sample_rate_hz: int) -> bool:
    """Whether even the loudest whole second of (n,) samples lies below hearing."""
    seconds = samples.size // sample_rate_hz
    if seconds == 0:
        return float(np.sqrt(np.mean(np.square(samples)))) < _SILENCE_RMS
    power = np.square(samples[: seconds * sample_rate_hz]).reshape(seconds, -1).mean(axis=1)
    return float(np.sqrt(power.max())) < _SILENCE_RMS


def _duration_s(container: Any, stream: Any) -> float | None:
    if stream.duration and stream.time_base:
        duration_s = float(stream.duration * stream.time_base)
    elif container.duration:
        duration_s = container.duration / av.time_base
    else:
        return None
    return duration_s if 0 < duration_s < _LONGEST_STREAM_S else None


def _passages(
    container: Any, stream: Any, rate_hz: int, duration_s: float | None, bounds: AudioBounds
) -> list[Passage]:
    if duration_s is None or duration_s <= bounds.max_s:
        return [_decode(container, stream, rate_hz, 0.0, bounds.max_s)]
    length_s = bounds.max_s / bounds.passages
    passages = []
    for number in range(bounds.passages):
        start_s = (number + 0.5) * duration_s / bounds.passages - length_s / 2
        try:
            container.seek(int(start_s * av.time_base))
        except av.error.FFmpegError:
            # no index to seek by: the beginning serves as well
            container.seek(0)
            return [_decode(container, stream, rate_hz, 0.0, bounds.max_s)]
        passages.append(_decode(container, stream, rate_hz, start_s, length_s))
    # where the duration was guessed from the bit rate, the last ones may lie beyond the end
    return [part for part in passages if part.samples.size >= _SHORTEST_PASSAGE_S * rate_hz]


def _decode(container: Any, stream: Any, rate_hz: int, start_s: float, length_s: float) -> Passage:
    """From where the container stands, at most ``length_s``, without what comes before start_s."""
    resampler = av.AudioResampler(format="fltp", layout="mono", rate=rate_hz)
    limit = round(length_s * rate_hz)
    parts: list[NDArray[np.float32]] = []
    count = 0
    began_s = start_s
    for frame in _from(start_s, whole_frames(container, stream)):
        if not parts and frame.time is not None:
            began_s = max(0.0, frame.time)
        # time stamps with gaps would be filled with silence
        frame.pts = None
        for resampled in resampler.resample(frame):
            parts.append(resampled.to_ndarray()[0])
            count += parts[-1].size
        if count >= limit:
            break
    else:
        if parts:
            parts.extend(rest.to_ndarray()[0] for rest in resampler.resample(None))
    samples = np.concatenate(parts)[:limit] if parts else np.zeros(0, np.float32)
    return Passage(began_s, np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0))


def _from(start_s: float, frames: Iterator[Any]) -> Iterator[Any]:
    """Frames from ``start_s`` on: seeking lands on what comes before it."""
    skipped_s = 0.0
    for frame in frames:
        # a low rate would stretch one small frame to hours of sound
        if not _LOWEST_RATE_HZ <= frame.sample_rate <= _HIGHEST_RATE_HZ:
            raise MediaError(ErrorCode.MEDIA_UNSUPPORTED)
        lasts_s = frame.samples / frame.sample_rate
        early = frame.time is not None and frame.time + lasts_s <= start_s
        if early and skipped_s < _LONGEST_SKIP_S:
            skipped_s += lasts_s
        else:
            yield frame


def _tamed(passages: list[Passage]) -> tuple[Passage, ...]:
    peak = max(float(np.abs(passage.samples).max(initial=0.0)) for passage in passages)
    if peak <= _HIGHEST_PEAK:
        return tuple(passages)
    return tuple(replace(passage, samples=passage.samples / peak) for passage in passages)
