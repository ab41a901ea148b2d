"""Pictures from memory: JPEG, PNG, WebP, HEIC and the first frame of a GIF, upright and bounded.

The header is read before a single pixel is decoded; a large JPEG is decoded scaled down.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import cv2
import numpy as np
import pillow_heif
from numpy.typing import NDArray
from PIL import Image

from core.domain.errors import ErrorCode, MediaError
from core.inference.media.containers import iso_is_cut
from core.inference.media.shrink import shrink
from core.inference.media.sniff import MediaFormat

Transpose = Image.Transpose

_ORIENTATION_TAG = 0x0112
_UPRIGHT = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
"""What makes each EXIF orientation upright (CIPA DC-008, "Orientation")."""

_OPENERS = {
    MediaFormat.JPEG: "JPEG",
    MediaFormat.PNG: "PNG",
    MediaFormat.WEBP: "WEBP",
    MediaFormat.GIF: "GIF",
}
_DEEP_GREY_SCALE = {"I;16": 1 / 257, "I;16B": 1 / 257, "I;16L": 1 / 257, "I": 1 / 257, "F": 1.0}


@dataclass(frozen=True, slots=True)
class PictureBounds:
    """What is accepted, and the size it is brought to: no side longer than longest_side_px.

    1000 pixels let a phone's 12 megapixels be decoded at a quarter of their sides; a face of a
    twentieth of that still has what the network looks at.
    """

    max_bytes: int = 20_000_000
    max_pixels: int = 50_000_000
    longest_side_px: int = 1000


def decode_image(
    data: bytes, media_format: MediaFormat, bounds: PictureBounds = PictureBounds()
) -> NDArray[np.uint8]:
    """Decode a picture: EXIF orientation applied, transparency on white, scaled down to bounds.

    Returns (height, width, 3) uint8 BGR. Raises MediaError: MEDIA_TOO_LARGE, MEDIA_TOO_MANY_PIXELS
    (both before decoding), MEDIA_TRUNCATED, MEDIA_CORRUPT, or MEDIA_UNSUPPORTED for another format.
    """
    if len(data) > bounds.max_bytes:
        raise MediaError(ErrorCode.MEDIA_TOO_LARGE, limit_mb=bounds.max_bytes / 1e6)
    try:
        with _open(data, media_format, bounds) as image:
            return _to_pixels(image, bounds)
    except MediaError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels(bounds) from error
    except Exception as error:  # decoders fail on damaged bytes with whatever their C code meets
        cut = _ends_early(data, media_format)
        code = ErrorCode.MEDIA_TRUNCATED if cut else ErrorCode.MEDIA_CORRUPT
        raise MediaError(code) from error


def is_moving(data: bytes, media_format: MediaFormat) -> bool:
    """Whether a GIF holds more than one frame; False for all else and for a damaged one."""
    if media_format is not MediaFormat.GIF:
        return False
    try:
        with Image.open(io.BytesIO(data), formats=("GIF",)) as image:
            return bool(getattr(image, "is_animated", False))
    except Exception:  # noqa: BLE001 - as above; decoding it will say what is wrong
        return False


def _open(data: bytes, media_format: MediaFormat, bounds: PictureBounds) -> Image.Image:
    """Read the header, check the size, and leave the pixels for later where the format allows."""
    if media_format is MediaFormat.HEIC:
        heif = pillow_heif.open_heif(io.BytesIO(data))
        _check_pixels(heif.size, bounds)
        picture: Image.Image = heif.to_pillow()
        return picture
    opener = _OPENERS.get(media_format)
    if opener is None:
        raise MediaError(ErrorCode.MEDIA_UNSUPPORTED)
    image = Image.open(io.BytesIO(data), formats=(opener,))
    _check_pixels(image.size, bounds)
    if media_format is MediaFormat.PNG:
        # without this, damaged pixels come out black and nobody hears of it
        with Image.open(io.BytesIO(data), formats=(opener,)) as checked:
            checked.verify()
    if media_format is MediaFormat.JPEG:
        scale = bounds.longest_side_px / max(image.size)
        width, height = (max(1, round(side * scale)) for side in image.size)
        image.draft(None, (width, height))
    return image


def _check_pixels(size: tuple[int, int], bounds: PictureBounds) -> None:
    width, height = size
    if width * height > bounds.max_pixels:
        raise _too_many_pixels(bounds)


def _too_many_pixels(bounds: PictureBounds) -> MediaError:
    return MediaError(ErrorCode.MEDIA_TOO_MANY_PIXELS, limit_megapixels=bounds.max_pixels / 1e6)


def _to_pixels(image: Image.Image, bounds: PictureBounds) -> NDArray[np.uint8]:
    turn = _UPRIGHT.get(_orientation(image))
    image.load()
    rgb, _ = shrink(np.asarray(_flatten(image)), bounds.longest_side_px, quickly=True)
    if turn is not None:
        rgb = np.asarray(Image.fromarray(rgb).transpose(turn))
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR), np.uint8)


def _orientation(image: Image.Image) -> int:
    """EXIF orientation 1-8; 1 where there is none or the EXIF block is broken."""
    try:
        return int(image.getexif().get(_ORIENTATION_TAG, 1))
    except Exception:  # noqa: BLE001 - a broken block fails in any way, and the picture is still good
        return 1


def _flatten(image: Image.Image) -> Image.Image:
    """8-bit RGB of any mode, transparency laid on white."""
    if image.mode in _DEEP_GREY_SCALE:
        grey = np.asarray(image, np.float32) * _DEEP_GREY_SCALE[image.mode]
        return Image.fromarray(grey.clip(0, 255).astype(np.uint8)).convert("RGB")
    if not image.has_transparency_data:
        return image.convert("RGB")
    rgba = image.convert("RGBA")
    white = Image.new("RGBA", rgba.size, "white")
    return Image.alpha_composite(white, rgba).convert("RGB")


def _ends_early(data: bytes, media_format: MediaFormat) -> bool:
    """Whether a file that does not decode lacks its end, rather than being damaged inside."""
    match media_format:
        case MediaFormat.JPEG:
            # the last scan is not followed by the end mark; a thumbnail before it has its own
            return data.rfind(b"\xff\xd9") < max(data.rfind(b"\xff\xda"), 0)
        case MediaFormat.PNG:
            return b"IEND" not in data[-64:]
        case MediaFormat.WEBP:
            return len(data) < int.from_bytes(data[4:8], "little") + 8
        case MediaFormat.HEIC:
            return iso_is_cut(data)
        case MediaFormat.GIF:
            return data.rstrip(b"\x00")[-1:] != b";"
        case _:
            return False
