import contextlib
import io

import numpy as np
import pillow_heif
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from core.domain.errors import ErrorCode, MediaError
from core.inference.media.images import PictureBounds, decode_image, is_moving
from core.inference.media.sniff import MediaFormat
from tests.fakes.media_files import (
    UPRIGHT,
    corner_names,
    encode,
    four_colours,
    huge_png_header,
    noise,
    with_orientation,
)

FORMATS = {
    "JPEG": MediaFormat.JPEG,
    "PNG": MediaFormat.PNG,
    "WEBP": MediaFormat.WEBP,
    "GIF": MediaFormat.GIF,
}
TURNED_BY = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def heic(image):
    buffer = io.BytesIO()
    pillow_heif.from_pillow(image).save(buffer, quality=90)
    return buffer.getvalue()


def code_of(data, media_format, **bounds):
    with pytest.raises(MediaError) as caught:
        decode_image(data, media_format, PictureBounds(**bounds))
    return caught.value.code


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_decodes_to_bgr_of_the_same_size(name):
    pixels = decode_image(encode(four_colours(), name), FORMATS[name])
    assert (pixels.shape, pixels.dtype) == ((48, 64, 3), np.uint8)
    assert corner_names(pixels) == UPRIGHT


def test_heic_decodes_from_memory():
    pixels = decode_image(heic(four_colours(128, 96)), MediaFormat.HEIC)
    assert pixels.shape == (96, 128, 3)
    assert corner_names(pixels) == UPRIGHT


@pytest.mark.parametrize("orientation", TURNED_BY)
@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP"])
def test_every_exif_orientation_comes_out_upright(name, orientation):
    turn = TURNED_BY[orientation]
    stored = four_colours(64, 48).transpose(turn) if turn is not None else four_colours(64, 48)
    pixels = decode_image(with_orientation(stored, orientation, name), FORMATS[name])
    assert pixels.shape == (48, 64, 3)
    assert corner_names(pixels) == UPRIGHT


def test_broken_exif_leaves_the_picture_as_it_is():
    data = with_orientation(four_colours(), 6)
    at = data.index(b"Exif\x00\x00") + 6
    broken = data[:at] + b"\xff" * 12 + data[at + 12 :]
    assert corner_names(decode_image(broken, MediaFormat.JPEG)) == UPRIGHT


def test_an_orientation_beyond_the_standard_is_ignored():
    assert corner_names(decode_image(with_orientation(four_colours(), 99), MediaFormat.JPEG)) == (
        UPRIGHT
    )


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA"])
def test_transparency_is_laid_on_white(mode):
    clear = Image.new("RGBA", (8, 8), (10, 20, 30, 0))
    data = encode(clear.convert(mode) if mode != "PA" else clear.quantize(), "PNG")
    assert decode_image(data, MediaFormat.PNG).min() == 255


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "YCbCr"])
def test_other_colour_modes_become_three_channels(mode):
    name = "JPEG" if mode in {"CMYK", "YCbCr"} else "PNG"
    data = encode(Image.new("L", (8, 8), 255).convert("RGB").convert(mode), name)
    pixels = decode_image(data, FORMATS[name])
    assert pixels.shape == (8, 8, 3)
    assert pixels.mean() > 250


def test_sixteen_bit_grey_keeps_its_brightness():
    grey = Image.fromarray(np.full((8, 8), 128 * 257, np.uint16))
    assert decode_image(encode(grey, "PNG"), MediaFormat.PNG).mean() == pytest.approx(128, abs=1)


def test_a_large_photo_is_scaled_to_the_longest_side():
    data = encode(four_colours(4000, 3000), "JPEG")
    assert decode_image(data, MediaFormat.JPEG).shape == (750, 1000, 3)


@pytest.mark.parametrize("name", ["JPEG", "PNG"])
def test_a_narrow_strip_keeps_at_least_one_pixel(name):
    assert decode_image(encode(noise(3000, 1), name), FORMATS[name]).shape == (1, 1000, 3)


@pytest.mark.parametrize("side", [1400, 2800, 3464])
def test_a_photo_scaled_down_keeps_its_colours_where_they_were(side):
    pixels = decode_image(encode(four_colours(side, side), "JPEG"), MediaFormat.JPEG)
    stretched = four_colours(1000, 1000)
    off = pixels[:, :, ::-1].astype(int) - np.asarray(stretched)
    assert np.abs(off).mean() < 1


def test_bytes_are_bounded_before_anything_is_read():
    data = encode(four_colours(), "PNG")
    assert code_of(data, MediaFormat.PNG, max_bytes=len(data) - 1) is ErrorCode.MEDIA_TOO_LARGE
    assert decode_image(data, MediaFormat.PNG, PictureBounds(max_bytes=len(data))) is not None


@pytest.mark.parametrize("side", [8_000, 12_000, 60_000])
def test_pixels_are_bounded_by_the_header_alone(side):
    error = code_of(huge_png_header(side, side), MediaFormat.PNG)
    assert error is ErrorCode.MEDIA_TOO_MANY_PIXELS


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_picture_that_breaks_off_is_called_truncated(name, share):
    data = encode(noise(200, 150), name)
    cut = data[: int(len(data) * share)]
    assert code_of(cut, FORMATS[name]) is ErrorCode.MEDIA_TRUNCATED


def test_a_heic_that_breaks_off_is_called_truncated():
    data = heic(noise(200, 150))
    assert code_of(data[: len(data) // 2], MediaFormat.HEIC) is ErrorCode.MEDIA_TRUNCATED


def test_a_thumbnail_does_not_hide_that_a_photo_breaks_off():
    thumbnail = encode(noise(16, 16), "JPEG")
    exif = Image.Exif()
    exif[0x010E] = thumbnail.decode("latin-1")
    data = encode(noise(200, 150), "JPEG", exif=exif.tobytes() + thumbnail)
    assert code_of(data[: len(data) - 5000], MediaFormat.JPEG) is ErrorCode.MEDIA_TRUNCATED


def test_a_png_damaged_inside_is_called_corrupt():
    data = bytearray(encode(four_colours(200, 150), "PNG"))
    at = data.index(b"IDAT") + 4
    data[at + 40 : at + 60] = b"\xff" * 20
    assert code_of(bytes(data), MediaFormat.PNG) is ErrorCode.MEDIA_CORRUPT


@pytest.mark.parametrize(
    ("data", "media_format"),
    [
        (b"\xff\xd8\xff\xe0nothing more\xff\xd9", MediaFormat.JPEG),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 90 + b"IEND\xae\x42\x60\x82", MediaFormat.PNG),
        (b"RIFF\x0c\x00\x00\x00WEBPVP8 \x00\x00\x00\x00", MediaFormat.WEBP),
        (b"GIF89a;", MediaFormat.GIF),
    ],
    ids=["jpeg", "png", "webp", "gif"],
)
def test_a_signature_with_nothing_behind_it_is_corrupt(data, media_format):
    assert code_of(data, media_format) is ErrorCode.MEDIA_CORRUPT


def test_a_format_that_is_no_picture_is_unsupported():
    assert code_of(b"\x00" * 20, MediaFormat.MP3) is ErrorCode.MEDIA_UNSUPPORTED


@settings(max_examples=60, deadline=None)
@given(data=st.data(), name=st.sampled_from(sorted(FORMATS)))
def test_damage_anywhere_gives_a_picture_or_a_media_error(data, name):
    whole = bytearray(encode(four_colours(40, 30), name))
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(1, len(whole)))
    with contextlib.suppress(MediaError):
        assert max(decode_image(bytes(whole[:end]), FORMATS[name]).shape[:2]) <= 1000


def test_only_a_gif_of_several_frames_moves():
    frames = [four_colours(), noise(64, 48)]
    moving = encode(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert is_moving(moving, MediaFormat.GIF)
    assert not is_moving(encode(frames[0], "GIF"), MediaFormat.GIF)
    assert not is_moving(b"GIF89a;", MediaFormat.GIF)
    assert not is_moving(encode(frames[0], "PNG"), MediaFormat.PNG)
