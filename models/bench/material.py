"""What the contenders are timed on: one 12-megapixel photo and a 15 s film made from it."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from pathlib import Path

import av
import cv2
import cv2.data
import numpy as np
from PIL import Image, ImageOps

from core.domain.errors import ErrorCode, OperationError

PHOTO_PIXELS = 12_000_000
FILM_SECONDS = 15
FILM_RATE_HZ = 30
FILM_SIDE_PX = 640
_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
_LOOK_SIDE_PX = 960


@dataclass(frozen=True, slots=True)
class Material:
    """Files that every contender reads."""

    photo: Path
    film: Path


def make_material(photos: Path, folder: Path) -> Material:
    """Write photo and film into ``folder``, made from the first picture with a face in ``photos``.

    The face is looked for with OpenCV's default cascade, which the peers use. Raises OperationError
    (FILE_NOT_READABLE) where no picture shows it one.
    """
    picture = _first_with_face(photos)
    scale = math.sqrt(PHOTO_PIXELS / (picture.width * picture.height))
    size = (round(picture.width * scale), round(picture.height * scale))
    material = Material(folder / "photo.jpg", folder / "film.mp4")
    picture.resize(size, Image.Resampling.BICUBIC).save(material.photo, quality=90)
    _write_film(picture, material.film)
    return material


def _first_with_face(photos: Path) -> Image.Image:
    cascade = cv2.CascadeClassifier(
        str(Path(cv2.data.haarcascades) / "haarcascade_frontalface_default.xml")
    )
    candidates = [photos] if photos.is_file() else sorted(photos.rglob("*"))
    for path in candidates:
        if path.suffix.lower() not in _SUFFIXES:
            continue
        try:
            with Image.open(io.BytesIO(path.read_bytes())) as opened:
                picture = ImageOps.exif_transpose(opened).convert("RGB")
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            continue
        small = picture.copy()
        small.thumbnail((_LOOK_SIDE_PX, _LOOK_SIDE_PX))
        if len(cascade.detectMultiScale(np.asarray(small.convert("L")), 1.1, 5, minSize=(80, 80))):
            return picture
    raise OperationError(
        ErrorCode.FILE_NOT_READABLE, path=str(photos), reason="no photo with a face in it"
    )


def _write_film(picture: Image.Image, path: Path) -> None:
    """The picture in a square, swaying a little, as somebody does who holds a phone."""
    whole = ImageOps.pad(picture, (FILM_SIDE_PX, FILM_SIDE_PX))
    pixels = np.asarray(whole)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=FILM_RATE_HZ)
        stream.width = stream.height = FILM_SIDE_PX
        stream.pix_fmt = "yuv420p"
        stream.options = {"preset": "veryfast"}
        for number in range(FILM_SECONDS * FILM_RATE_HZ):
            angle = 2 * math.pi * number / (3 * FILM_RATE_HZ)
            shift = np.array([[1, 0, 8 * math.cos(angle)], [0, 1, 5 * math.sin(angle)]])
            moved = cv2.warpAffine(pixels, shift, (FILM_SIDE_PX, FILM_SIDE_PX))
            container.mux(stream.encode(av.VideoFrame.from_ndarray(moved, format="rgb24")))
        container.mux(stream.encode())
