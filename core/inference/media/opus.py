"""Songs as Opus packets of 20 ms, encoded while they are read.

A file is decoded twice: once to measure how loud it is, and again while it plays, with one gain for
all of it, so that songs follow each other at one loudness and keep their own ups and downs. No more
than a few frames are ever held decoded. ffmpeg's libraries, libopus among them, come with PyAV.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from typing import Any

import av
import numpy as np

from core.domain.errors import ErrorCode, MediaError
from core.inference.media.filters import filtered
from core.inference.media.loudness import SILENCE_LUFS, loudness_lufs
from core.inference.media.open_sound import open_sound
from core.inference.media.packets import whole_frames
from core.inference.workers import Workers
from core.ports.sound import PACKET_S

RATE_HZ = 48_000
SAMPLES = round(RATE_HZ * PACKET_S)
"""Of each channel in a packet."""

TARGET_LUFS = -18.0
"""The reference of ReplayGain 2: people can still talk over it."""

_GAINS_DB = (-30.0, 15.0)
_PEAK = 0.89
"""-1 dB of full scale, which the limiter holds where a quiet song is raised."""

_BIT_RATE = 128_000
_RATES_HZ = range(4_000, 384_001)


class OpusSound:
    """One song; see ``SongSound`` of core.ports.sound."""

    def __init__(self, data: bytes, gain_db: float) -> None:
        self._packets = _packets(data, gain_db)

    def read(self) -> bytes:
        """The next packet; empty at the end. Raises MediaError."""
        return next(self._packets, b"")

    def close(self) -> None:
        """Let go of the file."""
        self._packets.close()


class OpusSounds:
    """Opens songs in worker threads; see ``SoundOpener`` of core.ports.sound."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    async def open(self, data: bytes) -> OpusSound:
        """Measure a song and make it ready; raises MediaError and OperationError."""
        gain_db = await self._workers.run(gain_of, data)
        return OpusSound(data, gain_db)


def gain_of(data: bytes) -> float:
    """By how many decibels a song is raised or lowered to be as loud as the others.

    Raises MediaError: what ``open_sound`` raises, MEDIA_CORRUPT, MEDIA_UNSUPPORTED, AUDIO_SILENT.
    """
    try:
        with closing(open_sound(data, len(data))) as container:
            measured = loudness_lufs(_frames(container))
    except (av.error.FFmpegError, ValueError) as error:
        raise MediaError(ErrorCode.MEDIA_CORRUPT) from error
    if measured <= SILENCE_LUFS:
        raise MediaError(ErrorCode.AUDIO_SILENT)
    lowest, highest = _GAINS_DB
    return min(max(TARGET_LUFS - measured, lowest), highest)


def _packets(data: bytes, gain_db: float) -> Generator[bytes]:
    encoder = av.CodecContext.create("libopus", "w")
    encoder.sample_rate, encoder.format, encoder.layout = RATE_HZ, "s16", "stereo"
    encoder.bit_rate = _BIT_RATE
    encoder.options = {"application": "audio", "frame_duration": "20"}
    waiting = av.AudioFifo()
    try:
        with closing(open_sound(data, len(data))) as container:
            for frame in filtered(
                _frames(container),
                ("volume", f"{gain_db}dB"),
                ("alimiter", f"limit={_PEAK}:level=0"),
                ("aformat", f"sample_fmts=s16:sample_rates={RATE_HZ}:channel_layouts=stereo"),
            ):
                frame.pts = None
                waiting.write(frame)
                while block := waiting.read(SAMPLES):
                    yield from _encoded(encoder, block)
    except (av.error.FFmpegError, ValueError) as error:
        raise MediaError(ErrorCode.MEDIA_CORRUPT) from error
    if waiting.samples:
        yield from _encoded(encoder, _padded(waiting.read(partial=True)))


def _frames(container: Any) -> Iterator[Any]:
    if not container.streams.audio:
        raise MediaError(ErrorCode.MEDIA_UNSUPPORTED)
    for frame in whole_frames(container, container.streams.audio[0]):
        # a low rate would stretch one small frame to hours of sound
        if frame.sample_rate not in _RATES_HZ:
            raise MediaError(ErrorCode.MEDIA_UNSUPPORTED)
        yield frame


def _encoded(encoder: Any, block: Any) -> Iterator[bytes]:
    return (bytes(packet) for packet in encoder.encode(block))


def _padded(block: Any) -> Any:
    """The last samples with silence after them, as packets are of one length."""
    samples = block.to_ndarray()
    whole = np.zeros((1, 2 * SAMPLES), samples.dtype)
    whole[:, : samples.shape[1]] = samples
    padded = av.AudioFrame.from_ndarray(whole, format="s16", layout="stereo")
    padded.sample_rate = RATE_HZ
    return padded
