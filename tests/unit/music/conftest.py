"""Sound made and encoded in memory."""

import io
from collections.abc import Callable

import av
import numpy as np
import pytest
import soundfile

RATE_HZ = 44_100
CODECS = {
    "mp3": ("mp3", "libmp3lame"),
    "m4a": ("ipod", "aac"),
    "mp4": ("mp4", "aac"),
    "aac": ("adts", "aac"),
    "opus": ("ogg", "libopus"),
    "flac": ("flac", "flac"),
    "wav": ("wav", "pcm_s16le"),
    "webm": ("webm", "libopus"),
}

Encode = Callable[..., bytes]


@pytest.fixture
def encode() -> Encode:
    """(n,) or (channels, n) float samples → bytes of one of ``CODECS`` or "ogg" (Vorbis)."""

    def encode_samples(samples, kind, rate_hz=RATE_HZ, tags=None):
        if kind == "ogg":
            return vorbis(np.atleast_2d(samples), rate_hz, tags or {})
        container_name, codec = CODECS[kind]
        if codec == "libopus":
            rate_hz = 48_000
        planes = np.atleast_2d(samples)
        layout = "mono" if len(planes) == 1 else "stereo"
        pcm = (np.clip(planes, -1, 1) * 32767).astype(np.int16).T.reshape(1, -1)
        buffer = io.BytesIO()
        with av.open(buffer, "w", format=container_name) as container:
            container.metadata.update(tags or {})
            stream = container.add_stream(codec, rate=rate_hz, layout=layout)
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(pcm), "s16", layout)
            frame.sample_rate = rate_hz
            resampler = av.AudioResampler(
                format=stream.format, layout=layout, rate=rate_hz, frame_size=1024
            )
            for part in (*resampler.resample(frame), *resampler.resample(None)):
                container.mux(stream.encode(part))
            container.mux(stream.encode(None))
        return buffer.getvalue()

    return encode_samples


def vorbis(planes: np.ndarray, rate_hz: int, tags: dict[str, str]) -> bytes:
    """PyAV's ffmpeg reads Vorbis but does not write it; libsndfile does both."""
    buffer = io.BytesIO()
    with soundfile.SoundFile(
        buffer, "w", rate_hz, len(planes), format="OGG", subtype="VORBIS"
    ) as song:
        for name, value in tags.items():
            setattr(song, name, value)
        for start in range(0, planes.shape[1], 4096):
            song.write(planes[:, start : start + 4096].T)
    return buffer.getvalue()


@pytest.fixture
def tone() -> Callable[..., np.ndarray]:
    """A sine of so many seconds."""

    def make(seconds=5.0, hz=440.0, rate_hz=RATE_HZ, level=0.5):
        time = np.arange(round(seconds * rate_hz)) / rate_hz
        return (level * np.sin(2 * np.pi * hz * time)).astype(np.float32)

    return make
