"""Videos and moving GIFs from memory: a few upright frames per second, bounded before decoding.

PyAV reads the bytes in place. Only the demuxers named here may run, so that no file can make
ffmpeg open other files or addresses. What the container claims is checked before decoding and
what comes out is counted while decoding, so that false claims end in an error, not in a hang.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from core.domain.errors import ErrorCode, MediaError
from core.inference.media.containers import iso_is_cut, matroska_is_cut
from core.inference.media.packets import whole_frames
from core.inference.media.sniff import MediaFormat

_DEMUXERS = {
    MediaFormat.MP4: "mov,mp4,m4a,3gp,3g2,mj2",
    MediaFormat.WEBM: "matroska,webm",
    MediaFormat.GIF: "gif",
}
_MOST_STREAMS = 8
_QUARTER_TURN_DEG = 90
_UNTIMED_RATE_HZ = 25.0
_DURATION_SLACK_S = 1.0
_EARLY_S = 1e-3
"""Time stamps are rounded: a frame this much too early is the one that is due."""

_DECODING_THREADS = 2
"""The next frames are decoded while the one before is looked at."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of a film, (height, width, 3) uint8 BGR, and its time from the first one."""

    time_s: float
    pixels: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class VideoBounds:
    """What is accepted, and how densely it is read.

    A film is sampled every sample_interval_s, or less often where that would be more than
    max_samples frames. Decoding ends quietly after max_decoded_frames or max_decoded_pixels.
    """

    max_bytes: int = 20_000_000
    max_duration_s: float = 60.0
    max_frame_pixels: int = 10_000_000
    longest_side_px: int = 960
    sample_interval_s: float = 0.25
    max_samples: int = 150
    max_decoded_frames: int = 14_400
    max_decoded_pixels: int = 4_000_000_000


def read_frames(
    data: bytes, media_format: MediaFormat, bounds: VideoBounds = VideoBounds()
) -> Iterator[Frame]:
    """Yield sampled frames, turned as the display matrix says and scaled down to bounds.

    Raises MediaError: MEDIA_TOO_LARGE, MEDIA_TOO_LONG, MEDIA_TOO_MANY_PIXELS, MEDIA_TRUNCATED,
    MEDIA_CORRUPT, or MEDIA_UNSUPPORTED for a format or codec we do not open or a file without
    pictures.
    """
    if len(data) > bounds.max_bytes:
        raise MediaError(ErrorCode.MEDIA_TOO_LARGE, limit_mb=bounds.max_bytes / 1e6)
    if media_format not in _DEMUXERS:
        raise MediaError(ErrorCode.MEDIA_UNSUPPORTED)
    if _is_cut(data, media_format):
        raise MediaError(ErrorCode.MEDIA_TRUNCATED)
    try:
        with closing(_open(data, media_format, bounds)) as container:
            stream = _pick_stream(container)
            interval_s = _check_claims(container, stream, bounds)
            for time_s, frame in _sample(container, stream, interval_s, bounds):
                yield Frame(time_s, _to_pixels(frame, bounds))
    except (av.error.FFmpegError, ValueError, OverflowError, MemoryError) as error:
        raise MediaError(ErrorCode.MEDIA_CORRUPT) from error


def _is_cut(data: bytes, media_format: MediaFormat) -> bool:
    if media_format is MediaFormat.MP4:
        return iso_is_cut(data)
    if media_format is MediaFormat.WEBM:
        return matroska_is_cut(data)
    return data.rstrip(b"\x00")[-1:] != b";"


def _open(data: bytes, media_format: MediaFormat, bounds: VideoBounds) -> Any:
    return av.open(
        io.BytesIO(data),
        options={"format_whitelist": _DEMUXERS[media_format], "protocol_whitelist": ""},
        stream_options=[{"max_pixels": str(bounds.max_frame_pixels)}] * _MOST_STREAMS,
    )


def _pick_stream(container: Any) -> Any:
    """The first moving picture; cover art is none. Raises MEDIA_UNSUPPORTED."""
    cover = av.stream.Disposition.attached_pic
    for stream in container.streams.video:
        if stream.codec_context is not None and not stream.disposition & cover:
            return stream
    raise MediaError(ErrorCode.MEDIA_UNSUPPORTED)


def _check_claims(container: Any, stream: Any, bounds: VideoBounds) -> float:
    """Hold size and duration against the bounds; returns the sampling interval in seconds."""
    _check_size(stream.codec_context, bounds)
    duration_s = _duration_s(container, stream)
    if duration_s > bounds.max_duration_s + _DURATION_SLACK_S:
        raise MediaError(ErrorCode.MEDIA_TOO_LONG, limit_s=bounds.max_duration_s)
    rate_hz = float(stream.average_rate or 0)
    interval_s = max(bounds.sample_interval_s, duration_s / bounds.max_samples)
    if rate_hz * interval_s >= 3:  # noqa: PLR2004 - only where enough other frames are left
        stream.codec_context.skip_frame = "NONREF"
    stream.codec_context.options = {"max_pixels": str(bounds.max_frame_pixels)}
    stream.codec_context.thread_type = "FRAME"
    stream.codec_context.thread_count = _DECODING_THREADS
    return interval_s


def _check_size(picture: Any, bounds: VideoBounds) -> None:
    if picture.width * picture.height > bounds.max_frame_pixels:
        raise MediaError(
            ErrorCode.MEDIA_TOO_MANY_PIXELS, limit_megapixels=bounds.max_frame_pixels / 1e6
        )


def _duration_s(container: Any, stream: Any) -> float:
    """What the file claims, in seconds; 0 where it claims nothing."""
    if stream.duration and stream.time_base:
        return max(0.0, float(stream.duration * stream.time_base))
    return max(0.0, float((container.duration or 0) / av.time_base))


def _sample(
    container: Any, stream: Any, interval_s: float, bounds: VideoBounds
) -> Iterator[tuple[float, Any]]:
    """Every frame that is due, with its time from the first; raises MediaError while decoding."""
    decoded_pixels = taken = 0
    start_s, due_s = None, 0.0
    for index, frame in enumerate(whole_frames(container, stream)):
        _check_size(frame, bounds)
        stamp_s = index / _UNTIMED_RATE_HZ if frame.time is None else float(frame.time)
        start_s = stamp_s if start_s is None else start_s
        time_s = stamp_s - start_s
        if time_s > bounds.max_duration_s + _DURATION_SLACK_S:
            raise MediaError(ErrorCode.MEDIA_TOO_LONG, limit_s=bounds.max_duration_s)
        if time_s >= due_s:
            yield time_s, frame
            taken += 1
            # from the grid, not from this frame: lateness must not add up
            due_s = interval_s * ((time_s + _EARLY_S) // interval_s + 1) - _EARLY_S
            if taken >= bounds.max_samples:
                # a film that kept its length to itself: the samples lie closer, not more
                return
        decoded_pixels += frame.width * frame.height
        if index >= bounds.max_decoded_frames or decoded_pixels >= bounds.max_decoded_pixels:
            return
    if not taken:
        raise MediaError(ErrorCode.MEDIA_CORRUPT)


def _to_pixels(frame: Any, bounds: VideoBounds) -> NDArray[np.uint8]:
    scale = min(1.0, bounds.longest_side_px / max(frame.width, frame.height))
    width, height = max(1, round(frame.width * scale)), max(1, round(frame.height * scale))
    pixels: NDArray[np.uint8] = frame.reformat(width, height, format="bgr24").to_ndarray()
    # the matrix turns counterclockwise, as rot90 does
    turns = round(frame.rotation / _QUARTER_TURN_DEG) % 4
    return np.ascontiguousarray(np.rot90(pixels, turns)) if turns else pixels
