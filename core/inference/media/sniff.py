"""What the bytes are, told from the bytes alone; names and content types are only claims."""

from __future__ import annotations

import mimetypes
from enum import Enum

from core.domain.errors import ErrorCode, MediaError
from core.domain.media import MediaKind, Upload
from core.inference.media.containers import TrackType, iso_tracks, matroska_tracks


class MediaFormat(Enum):
    """A file format that can be opened."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    HEIC = "heic"
    GIF = "gif"
    MP4 = "mp4"
    WEBM = "webm"
    MP3 = "mp3"
    AAC = "aac"
    M4A = "m4a"
    OGG = "ogg"
    FLAC = "flac"
    WAV = "wav"
    AIFF = "aiff"
    WEBM_AUDIO = "webm_audio"

    @property
    def kind(self) -> MediaKind:
        """Picture, video or sound; a moving GIF counts as a picture."""
        if self in _PICTURES:
            return MediaKind.IMAGE
        return MediaKind.VIDEO if self in _VIDEOS else MediaKind.AUDIO


_PICTURES = frozenset(
    {MediaFormat.JPEG, MediaFormat.PNG, MediaFormat.WEBP, MediaFormat.HEIC, MediaFormat.GIF}
)
_VIDEOS = frozenset({MediaFormat.MP4, MediaFormat.WEBM})

_PREFIXES = (
    (b"\xff\xd8\xff", MediaFormat.JPEG),
    (b"\x89PNG\r\n\x1a\n", MediaFormat.PNG),
    (b"GIF87a", MediaFormat.GIF),
    (b"GIF89a", MediaFormat.GIF),
    (b"fLaC", MediaFormat.FLAC),
    (b"ID3", MediaFormat.MP3),
)

_UNSUPPORTED_PREFIXES = (b"BM", b"II*\x00", b"MM\x00*", b"#!AMR", b"FLV\x01", b"\x30\x26\xb2\x75")
"""Windows bitmap, TIFF, AMR, Flash and Windows Media: real pictures and sound we do not open."""

_HEIC_BRANDS = frozenset(
    {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}
)
_AVIF_BRANDS = frozenset({b"avif", b"avis"})
_AUDIO_BRANDS = frozenset({b"M4A ", b"M4B ", b"M4P ", b"F4A "})
_OLD_QUICKTIME = frozenset({b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"})

_MEDIA = frozenset({"image", "video", "audio"})
_NOT_BY_MIMETYPES = {".heic": "image", ".heif": "image", ".webp": "image", ".opus": "audio"}


def sniff(upload: Upload) -> MediaKind:
    """Whether an upload is a picture, a video or sound.

    Raises MediaError: MEDIA_EMPTY; MEDIA_MISLABELLED where name or type claim media and the bytes
    are nothing of the kind; MEDIA_UNSUPPORTED for other formats.
    """
    return sniff_format(upload).kind


def sniff_format(upload: Upload) -> MediaFormat:
    """The file format of an upload; raises MediaError as ``sniff`` does."""
    data = upload.data
    if not data:
        raise MediaError(ErrorCode.MEDIA_EMPTY)
    known = _format_of(data)
    if known is not None:
        return known
    claimed = _claim(upload)
    if claimed is None or _is_other_media(data):
        raise MediaError(ErrorCode.MEDIA_UNSUPPORTED)
    raise MediaError(ErrorCode.MEDIA_MISLABELLED, claimed=claimed)


def _format_of(data: bytes) -> MediaFormat | None:
    for prefix, media_format in _PREFIXES:
        if data.startswith(prefix):
            return media_format
    if data[4:8] == b"ftyp":
        return _iso_format(data)
    if data[4:8] in _OLD_QUICKTIME:
        return MediaFormat.MP4
    if data.startswith(b"\x1a\x45\xdf\xa3"):
        only_sound = matroska_tracks(data) == {TrackType.AUDIO}
        return MediaFormat.WEBM_AUDIO if only_sound else MediaFormat.WEBM
    if data.startswith(b"OggS"):
        return None if b"\x80theora" in data[:4096] else MediaFormat.OGG
    return _form_type(data) or _mpeg_audio(data)


def _iso_format(data: bytes) -> MediaFormat | None:
    size = min(int.from_bytes(data[:4], "big"), 256)
    major, compatible = data[8:12], {data[at : at + 4] for at in range(16, size, 4)}
    if major in _AVIF_BRANDS or (compatible & _AVIF_BRANDS and not compatible & _HEIC_BRANDS):
        return None
    if major in _HEIC_BRANDS:
        return None if compatible & _AVIF_BRANDS else MediaFormat.HEIC
    if major in _AUDIO_BRANDS or iso_tracks(data) == {TrackType.AUDIO}:
        return MediaFormat.M4A
    return MediaFormat.MP4


def _form_type(data: bytes) -> MediaFormat | None:
    """RIFF and IFF carry their real type at byte 8."""
    if data[:4] == b"RIFF":
        return {b"WEBP": MediaFormat.WEBP, b"WAVE": MediaFormat.WAV}.get(data[8:12])
    if data[:4] == b"FORM" and data[8:12] in {b"AIFF", b"AIFC"}:
        return MediaFormat.AIFF
    return None


def _mpeg_audio(data: bytes) -> MediaFormat | None:
    """MP3 or AAC without a tag, told by a whole frame header, not its eleven sync bits alone."""
    if len(data) < 4 or data[0] != 0xFF or data[1] & 0xE0 != 0xE0:  # noqa: PLR2004 - header bits
        return None
    version, layer = data[1] >> 3 & 3, data[1] >> 1 & 3
    rate, bits = data[2] >> 2 & 3, data[2] >> 4
    if data[1] & 0xF0 == 0xF0 and layer == 0:  # noqa: PLR2004 - ADTS: twelve sync bits, layer 0
        return MediaFormat.AAC
    is_header = version != 1 and layer != 0 and rate != 3 and bits not in {0, 15}  # noqa: PLR2004 - reserved
    return MediaFormat.MP3 if is_header else None


def _is_other_media(data: bytes) -> bool:
    return (
        data.startswith((*_UNSUPPORTED_PREFIXES, b"OggS"))
        or data[4:8] == b"ftyp"
        or data[:4] in {b"RIFF", b"FORM"}
    )


def _claim(upload: Upload) -> str | None:
    """What name or content type say it is: image, video or audio; None where neither does."""
    by_type = (upload.content_type or "").partition("/")[0].strip().lower()
    if by_type in _MEDIA:
        return by_type
    name = (upload.filename or "").lower()
    by_name = mimetypes.guess_type(f"x{name[name.rfind('.') :]}")[0] if "." in name else None
    top = (by_name or "").partition("/")[0] or next(
        (kind for ending, kind in _NOT_BY_MIMETYPES.items() if name.endswith(ending)), ""
    )
    return top if top in _MEDIA else None
