"""Audio from memory: any common container to mono samples, bounded before and while decoding.

PyAV reads the bytes in place. Only the demuxers named here may run, so that a playlist dressed up
as a song can never make ffmpeg open other files or addresses.
"""

from __future__ import annotations

import io
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from core.domain.errors import ErrorCode, MediaError
from core.inference.media.packets import whole_frames

_DEMUXERS = "mp3,aac,ogg,flac,wav,aiff,mov,mp4,m4a,3gp,matroska,webm"
_EXACT_DURATION = frozenset({"wav", "flac", "aiff", "mov"})
"""Demuxers whose duration is written in the file; the others may estimate it from the bit rate."""

_SIGNATURES = (
    b"ID3",
    b"OggS",
    b"fLaC",
    b"RIFF",
    b"FORM",
    b"\x1aE\xdf\xa3",
    b"\xff\xfb",
    b"\xff\xf1",
)
_STREAMED_WAV_BYTES = 0x7FFF_0000
"""A length at or above this is a placeholder of recorders that could not know it."""

_LOWEST_RATE_HZ, _HIGHEST_RATE_HZ = 4_000, 384_000
_SILENCE_RMS = 1e-3
"""-60 dB of full scale; music stays well above it in its loudest second."""

_HIGHEST_PEAK = 4.0
"""Mixing and lossy codecs overshoot 1 a little; beyond this the file has another unit."""

_TRUNCATION_SLACK_S = 1.0
_LONGEST_STREAM_S = 24 * 3600.0
_MAX_TAG_LENGTH = 200


@dataclass(frozen=True, slots=True)
class AudioBounds:
    """What is accepted: at most max_bytes, at least minimum_s of sound; max_s of it are decoded."""

    max_bytes: int = 20_000_000
    max_s: float = 60.0
    minimum_s: float = 3.0


AUDIO_BOUNDS = AudioBounds()


@dataclass(frozen=True, slots=True)
class AudioTags:
    """What the container says about itself; empty where it says nothing."""

    title: str = ""
    artists: tuple[str, ...] = ()


def decode_audio(
    data: bytes, sample_rate_hz: int, bounds: AudioBounds = AUDIO_BOUNDS
) -> NDArray[np.float32]:
    """Decode the sound of a file: its middle ``bounds.max_s`` seconds where it is longer.

    Returns (n,) float32 mono at ``sample_rate_hz``, full scale 1, overshoots to 4 at most; stereo
    channels are added at 1/√2 each. Raises MediaError: MEDIA_EMPTY,
    MEDIA_TOO_LARGE, MEDIA_UNSUPPORTED (unknown format or no sound in it), MEDIA_CORRUPT,
    MEDIA_TRUNCATED, AUDIO_TOO_SHORT or AUDIO_SILENT.
    """
    with closing(_open(data, bounds)) as container:
        if not container.streams.audio:
            raise MediaError(ErrorCode.MEDIA_UNSUPPORTED)
        stream = container.streams.audio[0]
        duration_s = _duration_s(container, stream)
        wanted_s = bounds.max_s if duration_s is None else min(duration_s, bounds.max_s)
        if duration_s is not None and duration_s > bounds.max_s:
            _seek(container, (duration_s - bounds.max_s) / 2)
        try:
            samples = _decode(container, stream, sample_rate_hz, bounds.max_s)
        except (av.error.FFmpegError, ValueError) as error:
            raise MediaError(ErrorCode.MEDIA_CORRUPT) from error
        exact = container.format.name.split(",")[0] in _EXACT_DURATION
    heard_s = samples.size / sample_rate_hz
    if duration_s is not None and exact and heard_s < 0.9 * wanted_s - _TRUNCATION_SLACK_S:
        raise MediaError(ErrorCode.MEDIA_TRUNCATED)
    if heard_s == 0:
        raise MediaError(ErrorCode.MEDIA_CORRUPT)
    if heard_s < bounds.minimum_s:
        raise MediaError(ErrorCode.AUDIO_TOO_SHORT, minimum_s=bounds.minimum_s)
    if _loudest_second(samples, sample_rate_hz) < _SILENCE_RMS:
        raise MediaError(ErrorCode.AUDIO_SILENT)
    return samples


def read_tags(data: bytes, bounds: AudioBounds = AUDIO_BOUNDS) -> AudioTags:
    """Title and artists from the container's metadata; raises MediaError as ``decode_audio``."""
    with closing(_open(data, bounds)) as container:
        found: dict[str, str] = {}
        # ogg keeps its comments on the stream, everything else on the container
        for metadata in (container.metadata, *(s.metadata for s in container.streams.audio)):
            for name, value in metadata.items():
                found.setdefault(name.lower(), _clean(value))
    artist = found.get("artist") or found.get("album_artist") or ""
    artists = tuple(name for name in map(_clean, artist.split(";")) if name)
    return AudioTags(found.get("title", ""), artists)


def _clean(text: str) -> str:
    printable = "".join(c if c.isprintable() else " " for c in text.replace("�", ""))
    return " ".join(printable.split())[:_MAX_TAG_LENGTH]


def _open(data: bytes, bounds: AudioBounds) -> Any:
    if not data:
        raise MediaError(ErrorCode.MEDIA_EMPTY)
    if len(data) > bounds.max_bytes:
        raise MediaError(ErrorCode.MEDIA_TOO_LARGE, limit_mb=bounds.max_bytes / 1e6)
    if _wav_is_cut(data):
        raise MediaError(ErrorCode.MEDIA_TRUNCATED)
    options = {"format_whitelist": _DEMUXERS, "protocol_whitelist": ""}
    try:
        return av.open(io.BytesIO(data), metadata_errors="replace", options=options)
    except (av.error.FFmpegError, ValueError) as error:
        raise MediaError(_unopened(data)) from error


def _unopened(data: bytes) -> ErrorCode:
    """Why a file does not open: cut before its index, damaged, or nothing we know."""
    if data[4:8] == b"ftyp":
        return ErrorCode.MEDIA_CORRUPT if b"moov" in data else ErrorCode.MEDIA_TRUNCATED
    known = data.startswith(_SIGNATURES)
    return ErrorCode.MEDIA_CORRUPT if known else ErrorCode.MEDIA_UNSUPPORTED


def _wav_is_cut(data: bytes) -> bool:
    """Whether a WAV promises more bytes than came."""
    promised = int.from_bytes(data[4:8], "little")
    return data.startswith(b"RIFF") and len(data) - 8 < promised < _STREAMED_WAV_BYTES


def _duration_s(container: Any, stream: Any) -> float | None:
    if stream.duration and stream.time_base:
        duration_s = float(stream.duration * stream.time_base)
    elif container.duration:
        duration_s = container.duration / av.time_base
    else:
        return None
    return duration_s if 0 < duration_s < _LONGEST_STREAM_S else None


def _seek(container: Any, start_s: float) -> None:
    try:
        container.seek(int(start_s * av.time_base))
    except av.error.FFmpegError:
        # no index to seek by: the beginning serves as well
        container.seek(0)


def _decode(container: Any, stream: Any, sample_rate_hz: int, max_s: float) -> NDArray[np.float32]:
    """(n,) float32 from where the container stands, at most ``max_s`` seconds."""
    resampler = av.AudioResampler(format="fltp", layout="mono", rate=sample_rate_hz)
    limit = round(max_s * sample_rate_hz)
    parts: list[NDArray[np.float32]] = []
    count = 0
    for frame in whole_frames(container, stream):
        # a low rate would stretch one small frame to hours of sound
        if not _LOWEST_RATE_HZ <= frame.sample_rate <= _HIGHEST_RATE_HZ:
            raise MediaError(ErrorCode.MEDIA_UNSUPPORTED)
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
    samples = np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0)
    peak = float(np.abs(samples).max(initial=0.0))
    return np.asarray(samples / peak if peak > _HIGHEST_PEAK else samples, np.float32)


def _loudest_second(samples: NDArray[np.float32], sample_rate_hz: int) -> float:
    """Root mean square of the loudest whole second, linear, 0 for silence."""
    seconds = samples.size // sample_rate_hz
    if seconds == 0:
        return float(np.sqrt(np.mean(np.square(samples))))
    power = np.square(samples[: seconds * sample_rate_hz]).reshape(seconds, -1).mean(axis=1)
    return float(np.sqrt(power.max()))
