"""What a song file says about itself: ID3, MP4, Vorbis and the like, by mutagen."""

from __future__ import annotations

import functools
import re
import struct
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import mutagen
from mutagen.aac import AAC
from mutagen.aiff import AIFF
from mutagen.easymp4 import EasyMP4
from mutagen.flac import FLAC
from mutagen.id3 import Frame, Frames, Frames_2_2, ID3JunkFrameError
from mutagen.mp3 import MP3
from mutagen.oggflac import OggFLAC
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis
from mutagen.wave import WAVE

from core.domain.library import SongTags

_LONGEST = 200
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_ID3_NAMES = {
    "title": "TIT2",
    "artist": "TPE1",
    "albumartist": "TPE2",
    "album": "TALB",
    "genre": "TCON",
    "date": "TDRC",
}
"""ID3 frames by the names of other formats."""

_MALFORMED = (mutagen.MutagenError, ValueError, LookupError, EOFError, struct.error)
"""mutagen promises its own error only, but damaged files bring others out of it."""


def read_tags(file: BinaryIO) -> SongTags:
    """The tags of a file from its start; empty, the title too, where none can be read."""
    try:
        file.seek(0)
        song = mutagen.File(file, options=_KINDS)
        if song is None:
            return SongTags()
        tags = song.tags if song.tags is not None else {}
        artists = (*_values(tags, "artist"),) or (*_values(tags, "albumartist"),)
        return SongTags(
            title=next(_values(tags, "title"), ""),
            artists=tuple(dict.fromkeys(artists)),
            album=next(_values(tags, "album"), None),
            year=next((int(year) for year in _YEAR.findall(" ".join(_values(tags, "date")))), None),
            genre=next((genre.lower() for genre in _values(tags, "genre")), None),
            duration_s=_duration_s(song.info),
        )
    except _MALFORMED:
        return SongTags()


class _Id3Kind:
    """A kind of file with ID3 tags, of which compressed frames are left out.

    A few bytes of those unpack to more than fits into memory, and mutagen sets no limit.
    """

    def load(self, filething: Any, **options: Any) -> None:
        """Load as mutagen does, with frames of ours."""
        super().load(filething, known_frames=_frames(), **options)  # type: ignore[misc]


class _Mp3(_Id3Kind, MP3):
    pass


class _Wave(_Id3Kind, WAVE):
    pass


class _Aiff(_Id3Kind, AIFF):
    pass


_KINDS = (_Mp3, _Wave, _Aiff, EasyMP4, AAC, FLAC, OggFLAC, OggOpus, OggVorbis)


@functools.cache
def _frames() -> Mapping[str, type[Frame]]:
    """All frames by name; those of ID3 2.2, whose names have three letters, know no compression."""
    return {name: _uncompressed(kind) for name, kind in Frames.items()} | Frames_2_2


def _uncompressed(kind: Any) -> type[Frame]:
    """The same kind of frame, as long as it is not compressed."""

    def from_data(_: type[Frame], header: Any, flags: int, data: bytes) -> Any:
        is_newest = header.version >= (2, 4, 0)
        if flags & (Frame.FLAG24_COMPRESS if is_newest else Frame.FLAG23_COMPRESS):
            raise ID3JunkFrameError
        return kind._fromData.__func__(ours, header, flags, data)  # noqa: SLF001 - no public hook

    ours: type[Frame] = type(kind.__name__, (kind,), {"_fromData": classmethod(from_data)})
    return ours


def _values(tags: Any, name: str) -> Iterator[str]:
    """Printable texts under a name; several in one are told apart by semicolons."""
    found = tags.get(name) or getattr(tags.get(_ID3_NAMES[name]), "text", ())
    for value in found:
        for text in str(value).replace("\ufffd", "").split(";"):
            printable = "".join(c if c.isprintable() else " " for c in text)
            short = " ".join(printable.split())[:_LONGEST].strip()
            if short:
                yield short


def _duration_s(info: Any) -> float | None:
    length_s = float(getattr(info, "length", 0.0))
    return length_s if length_s > 0 else None
