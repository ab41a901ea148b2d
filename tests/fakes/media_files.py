"""Pictures and videos made in memory, whole and damaged."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from fractions import Fraction

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image

CORNERS = {"red": (255, 0, 0), "green": (0, 255, 0), "blue": (0, 0, 255), "white": (255,) * 3}


def four_colours(width: int = 64, height: int = 48) -> Image.Image:
    """Red top left, green top right, blue bottom left, white bottom right."""
    pixels = np.zeros((height, width, 3), np.uint8)
    top, left = height // 2, width // 2
    pixels[:top, :left], pixels[:top, left:] = CORNERS["red"], CORNERS["green"]
    pixels[top:, :left], pixels[top:, left:] = CORNERS["blue"], CORNERS["white"]
    return Image.fromarray(pixels)


def corner_names(bgr: NDArray[np.uint8]) -> tuple[str, str, str, str]:
    """Nearest colour name in the top left, top right, bottom left and bottom right quarter."""
    height, width = bgr.shape[:2]
    places = [(height // 4, width // 4), (height // 4, 3 * width // 4)]
    places += [(3 * height // 4, width // 4), (3 * height // 4, 3 * width // 4)]

    def name(at: tuple[int, int]) -> str:
        rgb = bgr[at][::-1].astype(int)
        return min(CORNERS, key=lambda colour: np.abs(rgb - CORNERS[colour]).sum())

    first, second, third, fourth = (name(at) for at in places)
    return first, second, third, fourth


UPRIGHT = ("red", "green", "blue", "white")


def encode(image: Image.Image, name: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, name, **options)
    return buffer.getvalue()


def noise(width: int, height: int, seed: int = 0) -> Image.Image:
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)
    return Image.fromarray(pixels)


def with_orientation(image: Image.Image, orientation: int, name: str = "JPEG") -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return encode(image, name, exif=exif, **({"quality": 95} if name == "JPEG" else {}))


def huge_png_header(width: int, height: int) -> bytes:
    """A whole PNG of a few bytes whose header claims a size."""
    png = bytearray(encode(Image.new("RGB", (1, 1)), "PNG"))
    png[16:24] = struct.pack(">II", width, height)
    import zlib

    png[29:33] = struct.pack(">I", zlib.crc32(png[12:29]))
    return bytes(png)


def video(
    frames: int = 30,
    rate: int = 15,
    size: tuple[int, int] = (64, 48),
    name: str = "mp4",
    codec: str = "mpeg4",
    image: Image.Image | None = None,
    gap: int = 1,
) -> bytes:
    """A film of one picture; ``gap`` stretches the time between frames."""
    picture = (image or four_colours()).resize(size, Image.Resampling.NEAREST)
    return film([picture] * frames, rate, name, codec, gap)


def film(
    pictures: Sequence[Image.Image],
    rate: int = 15,
    name: str = "mp4",
    codec: str = "mpeg4",
    gap: int = 1,
) -> bytes:
    """A film of pictures of one size, a frame each; ``gap`` stretches the time between frames."""
    buffer = io.BytesIO()
    with av.open(buffer, "w", format=name) as container:
        stream = container.add_stream(codec, rate=rate)
        stream.width, stream.height = pictures[0].size
        stream.pix_fmt = "rgb8" if name == "gif" else "yuv420p"
        stream.codec_context.time_base = Fraction(1, rate)
        for index, picture in enumerate(pictures):
            frame = av.VideoFrame.from_image(picture)
            frame.pts = index * gap
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return buffer.getvalue()


def turned_by_matrix(mp4: bytes, clockwise_deg: int) -> bytes:
    """The film with a display matrix in its track header, as phones write it."""
    a, b = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[clockwise_deg]
    matrix = struct.pack(">9i", a << 16, b << 16, 0, -b << 16, a << 16, 0, 0, 0, 1 << 30)
    header = mp4.index(b"tkhd") + 4
    long_times = mp4[header] == 1
    at = header + (52 if long_times else 40)
    return mp4[:at] + matrix + mp4[at + 36 :]


def sound(name: str = "mp4", codec: str = "aac", seconds: float = 1.0) -> bytes:
    """A tone alone, in a container that could hold a film."""
    buffer = io.BytesIO()
    with av.open(buffer, "w", format=name) as container:
        stream = container.add_stream(codec, rate=48000, layout="mono")
        tone = np.sin(np.arange(int(48000 * seconds)) / 20).astype(np.float32)
        for start in range(0, tone.size - 959, 960):
            samples = tone[None, start : start + 960]
            frame = av.AudioFrame.from_ndarray(samples, format="fltp", layout="mono")
            frame.sample_rate, frame.pts = 48000, start
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return buffer.getvalue()
