"""A look into ISO base media and Matroska files without decoding: tracks, whole or cut, locked.

ISO/IEC 14496-12 (boxes of size, type, body) for MP4, MOV, M4A and HEIC, with ISO/IEC 23001-7 for
encrypted ones; RFC 9559 and RFC 8794 for Matroska and WebM. Sizes come from the file and are never
trusted: every step stays inside the bytes, and the number of steps is bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from mmap import mmap

_MAX_STEPS = 4096

_ISO_PARENTS = {b"moov": 0, b"trak": 0, b"mdia": 0, b"minf": 0, b"stbl": 0, b"stsd": 8}
"""Boxes that hold boxes, and how many bytes of their own come before those."""

_ISO_CONTENT = frozenset({b"mdat", b"moov", b"moof", b"meta"})
_ISO_LOCKED = frozenset({b"enca", b"encv", b"drms", b"drmi", b"aavd"})
"""Sample entries of encrypted sound and pictures: common encryption, FairPlay and Audible."""

_SEGMENT = 0x18538067
_TRACKS = 0x1654AE6B
_TRACK_ENTRY = 0xAE
_TRACK_TYPE = 0x83
_ENCODINGS = 0x6D80
_ENCODING = 0x6240
_ENCRYPTION = 0x5035
_MATROSKA_PARENTS = frozenset({_SEGMENT, _TRACKS, _TRACK_ENTRY, _ENCODINGS, _ENCODING})

Content = bytes | mmap
"""A file in memory, or one on disk of which only what is looked at comes into memory."""


class TrackType(Enum):
    """What a track in a container holds."""

    VIDEO = "video"
    AUDIO = "audio"


_ISO_HANDLERS = {b"vide": TrackType.VIDEO, b"soun": TrackType.AUDIO}
_MATROSKA_TYPES = {1: TrackType.VIDEO, 2: TrackType.AUDIO}


def iso_tracks(data: bytes) -> frozenset[TrackType]:
    """Track types of an MP4 or MOV; empty where its index is missing or unreadable."""
    found = set()
    for kind, start, end in _iso_boxes(data):
        if kind == b"hdlr" and end - start >= 12:  # noqa: PLR2004 - flags, a reserved word, the type
            found.add(_ISO_HANDLERS.get(data[start + 8 : start + 12]))
    return frozenset(kind for kind in found if kind)


def iso_is_cut(data: bytes) -> bool:
    """Whether a box promises more bytes than there are, or the index of a film never came."""
    kinds = set()
    for kind, _, end in _iso_boxes(data):
        if end > len(data) and kind in _ISO_CONTENT:
            return True
        kinds.add(kind)
    return b"mdat" in kinds and not kinds & {b"moov", b"meta"}


def iso_is_encrypted(data: Content) -> bool:
    """Whether any track is declared as encrypted."""
    return any(kind in _ISO_LOCKED for kind, _, _ in _iso_boxes(data))


def matroska_tracks(data: bytes) -> frozenset[TrackType]:
    """Track types of a Matroska or WebM file; empty where none are declared."""
    found = set()
    for element, start, end in _matroska_elements(data):
        if element == _TRACK_TYPE and start < end <= len(data):
            found.add(_MATROSKA_TYPES.get(data[end - 1]))
    return frozenset(kind for kind in found if kind)


def matroska_is_cut(data: bytes) -> bool:
    """Whether the segment promises more bytes than there are; live recordings promise nothing."""
    return any(
        element == _SEGMENT and end > len(data) for element, _, end in _matroska_elements(data)
    )


def matroska_is_encrypted(data: Content) -> bool:
    """Whether any track is declared as encrypted."""
    return any(element == _ENCRYPTION for element, _, _ in _matroska_elements(data))


def _iso_boxes(data: Content) -> Iterator[tuple[bytes, int, int]]:
    """(type, body start, end) of every box on the way to the handlers and sample entries."""
    at = 0
    for _ in range(_MAX_STEPS):
        if at + 8 > len(data):
            return
        size, kind, body = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], at + 8
        if size == 1:
            size, body = int.from_bytes(data[at + 8 : at + 16], "big"), at + 16
        end = len(data) if size == 0 else at + size
        if end < body:
            return
        yield kind, body, end
        at = body + _ISO_PARENTS[kind] if kind in _ISO_PARENTS else end


def _matroska_elements(data: Content) -> Iterator[tuple[int, int, int]]:
    """(id, body start, end) of every element on the way to the types and encryption."""
    at = 0
    for _ in range(_MAX_STEPS):
        identity, at = _variable_integer(data, at, keep_marker=True)
        size, body = _variable_integer(data, at, keep_marker=False)
        if identity is None or size is None:
            return
        unknown = size == (1 << 7 * (body - at)) - 1
        end = len(data) if unknown else body + size
        yield identity, body, end
        at = body if identity in _MATROSKA_PARENTS else end


def _variable_integer(data: Content, at: int, *, keep_marker: bool) -> tuple[int | None, int]:
    """The EBML integer at ``at`` and where it ends; None beyond the data or where there is none."""
    if at >= len(data) or data[at] == 0:
        return None, at
    length = 9 - data[at].bit_length()
    if at + length > len(data):
        return None, at
    value = int.from_bytes(data[at : at + length], "big")
    return value if keep_marker else value & ((1 << 7 * length) - 1), at + length
