"""Opening sound: which containers may be, and what is wrong with what does not open.

Only the demuxers named here may run, so that a playlist dressed up as a song can never make ffmpeg
open other files or addresses.
"""

from __future__ import annotations

import io
from typing import Any

import av

from core.domain.errors import ErrorCode, MediaError
from core.inference.media.containers import Content, iso_is_encrypted, matroska_is_encrypted

_DEMUXERS = "mp3,aac,ogg,flac,wav,aiff,mov,mp4,m4a,3gp,matroska,webm"
_MATROSKA = b"\x1aE\xdf\xa3"
_SIGNATURES = (b"ID3", b"OggS", b"fLaC", b"RIFF", b"FORM", _MATROSKA, b"\xff\xfb", b"\xff\xf1")
_STREAMED_WAV_BYTES = 0x7FFF_0000
"""A length at or above this is a placeholder of recorders that could not know it."""


def open_sound(data: Content, max_bytes: int) -> Any:
    """A PyAV container over the bytes, to be closed by the caller.

    Raises MediaError: MEDIA_EMPTY, MEDIA_TOO_LARGE, MEDIA_ENCRYPTED, MEDIA_TRUNCATED,
    MEDIA_CORRUPT or MEDIA_UNSUPPORTED.
    """
    if not data:
        raise MediaError(ErrorCode.MEDIA_EMPTY)
    if len(data) > max_bytes:
        raise MediaError(ErrorCode.MEDIA_TOO_LARGE, limit_mb=max_bytes / 1e6)
    if _wav_is_cut(data):
        raise MediaError(ErrorCode.MEDIA_TRUNCATED)
    # ffmpeg decodes what it has no key for all the same, as noise
    if _is_encrypted(data):
        raise MediaError(ErrorCode.MEDIA_ENCRYPTED)
    source = io.BytesIO(data) if isinstance(data, bytes) else data
    options = {"format_whitelist": _DEMUXERS, "protocol_whitelist": ""}
    try:
        return av.open(source, metadata_errors="replace", options=options)
    except (av.error.FFmpegError, ValueError) as error:
        raise MediaError(_unopened(data)) from error


def _is_encrypted(data: Content) -> bool:
    if data[:4] == _MATROSKA:
        return matroska_is_encrypted(data)
    return data[4:8] == b"ftyp" and iso_is_encrypted(data)


def _unopened(data: Content) -> ErrorCode:
    """Why a file does not open: cut before its index, damaged, or nothing we know."""
    if data[4:8] == b"ftyp":
        return ErrorCode.MEDIA_CORRUPT if data.find(b"moov") >= 0 else ErrorCode.MEDIA_TRUNCATED
    known = data[:4].startswith(_SIGNATURES)
    return ErrorCode.MEDIA_CORRUPT if known else ErrorCode.MEDIA_UNSUPPORTED


def _wav_is_cut(data: Content) -> bool:
    """Whether a WAV promises more bytes than came."""
    promised = int.from_bytes(data[4:8], "little")
    return data[:4] == b"RIFF" and len(data) - 8 < promised < _STREAMED_WAV_BYTES
