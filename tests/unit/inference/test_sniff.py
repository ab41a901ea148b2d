import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.errors import ErrorCode, MediaError
from core.domain.media import MediaKind, Upload
from core.inference.media.sniff import MediaFormat, sniff, sniff_format
from tests.fakes.media_files import encode, four_colours, sound, video


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("JPEG", MediaFormat.JPEG),
        ("PNG", MediaFormat.PNG),
        ("WEBP", MediaFormat.WEBP),
        ("GIF", MediaFormat.GIF),
    ],
)
def test_pictures_are_told_from_their_bytes_whatever_their_name(name, expected):
    upload = Upload(encode(four_colours(), name), "song.mp3", "audio/mpeg")
    assert sniff_format(upload) is expected
    assert sniff(upload) is MediaKind.IMAGE


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (video(frames=3), MediaFormat.MP4),
        (video(frames=3, name="mov"), MediaFormat.MP4),
        (video(frames=3, name="webm", codec="libvpx"), MediaFormat.WEBM),
        (sound(), MediaFormat.M4A),
        (sound(name="ipod"), MediaFormat.M4A),
        (sound(name="webm", codec="libopus"), MediaFormat.WEBM_AUDIO),
        (sound(name="ogg", codec="libopus"), MediaFormat.OGG),
        (sound(name="adts"), MediaFormat.AAC),
        (sound(name="mp3", codec="mp3"), MediaFormat.MP3),
        (b"fLaC\x00\x00\x00\x22", MediaFormat.FLAC),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", MediaFormat.WAV),
        (b"FORM\x00\x00\x00\x20AIFFCOMM", MediaFormat.AIFF),
        (b"\xff\xfb\x90\x64" + b"\x00" * 100, MediaFormat.MP3),
    ],
    ids=lambda value: value.value if isinstance(value, MediaFormat) else f"{len(value)} bytes",
)
def test_containers_are_told_by_what_their_tracks_hold(data, expected):
    assert sniff_format(Upload(data)) is expected


def test_an_empty_file_is_called_empty_even_under_a_good_name():
    with pytest.raises(MediaError) as caught:
        sniff(Upload(b"", "selfie.jpg", "image/jpeg"))
    assert caught.value.code is ErrorCode.MEDIA_EMPTY


@pytest.mark.parametrize(
    ("filename", "content_type", "claimed"),
    [
        ("selfie.jpg", None, "image"),
        ("SELFIE.HEIC", None, "image"),
        (None, "image/png", "image"),
        ("clip.mov", None, "video"),
        ("x", "video/mp4", "video"),
        ("song.mp3", None, "audio"),
        ("song.opus", "application/octet-stream", "audio"),
    ],
)
def test_text_under_a_media_name_is_mislabelled(filename, content_type, claimed):
    with pytest.raises(MediaError) as caught:
        sniff(Upload(b"just some words, no picture", filename, content_type))
    assert caught.value.code is ErrorCode.MEDIA_MISLABELLED
    assert caught.value.params == {"claimed": claimed}


@pytest.mark.parametrize(
    "upload",
    [
        Upload(b"%PDF-1.7 and so on", "form.pdf"),
        Upload(b"no name at all"),
        Upload(encode(four_colours(), "BMP"), "old.bmp"),
        Upload(encode(four_colours(), "TIFF"), "scan.tiff"),
        Upload(b"RIFF\x00\x00\x00\x00AVI LIST", "film.avi"),
        Upload(b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00avifmif1miaf", "photo.avif"),
        Upload(b"OggS" + b"\x00" * 24 + b"\x80theora", "film.ogv"),
    ],
    ids=["pdf", "nameless", "bmp", "tiff", "avi", "avif", "theora"],
)
def test_real_files_of_other_formats_are_unsupported(upload):
    with pytest.raises(MediaError) as caught:
        sniff(upload)
    assert caught.value.code is ErrorCode.MEDIA_UNSUPPORTED


@given(
    start=st.sampled_from(
        [b"", b"\x00\x00\x00\x20ftypisom", b"\x1a\x45\xdf\xa3", b"RIFF", b"\xff\xfb", b"OggS"]
    ),
    rest=st.binary(max_size=300),
    filename=st.sampled_from([None, "a.jpg", "a.", ".", "b.mp4"]),
)
def test_any_bytes_get_a_kind_or_a_media_error(start, rest, filename):
    with contextlib.suppress(MediaError):
        assert sniff(Upload(start + rest, filename)) in MediaKind


@given(cut=st.integers(1, 4000))
def test_a_film_cut_anywhere_is_still_a_film(cut):
    data = WEBM[:cut]
    if data.startswith(b"\x1a\x45\xdf\xa3"):
        assert sniff(Upload(data)) is MediaKind.VIDEO


WEBM = video(frames=3, name="webm", codec="libvpx")
