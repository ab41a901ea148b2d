"""Listening to the songs of a library: what a process of a crew does with one file."""

from __future__ import annotations

import hashlib
import json
import mmap
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from io import BufferedReader
from pathlib import Path

from core.domain.errors import ErrorCode, MediaError, OperationError
from core.domain.library import HeardSong, UnheardSong
from core.inference.media.audio import AUDIO_BOUNDS
from core.inference.media.tags import read_tags
from core.inference.music.ear import EAR_VERSION, MusicEar
from core.inference.music.encoder import ENCODER
from core.inference.music.reader import name_track
from core.inference.music.regressor import NETWORK, MusicRegressor
from core.inference.weights import NetworkCard, read_manifest

NETWORKS = (NETWORK, ENCODER)
"""All that listening loads, by name."""

LIMIT_S = 120.0
"""Longest time that listening to one song may take."""

_BOUNDS = replace(AUDIO_BOUNDS, max_bytes=2**40)
"""Whole albums in one file, too: only the passages that are heard come into memory."""


def network_version() -> str:
    """What a reading depends on; where it changes, songs have to be heard again.

    The networks with all that the manifest says of how they are used, and what the ear does beside
    them. Raises OperationError (WEIGHTS_BROKEN).
    """
    cards = read_manifest()
    for name in NETWORKS:
        if name not in cards:
            reason = "the manifest does not name it"
            raise OperationError(ErrorCode.WEIGHTS_BROKEN, name=name, reason=reason)
    return version_of([cards[name] for name in NETWORKS])


def version_of(cards: Sequence[NetworkCard]) -> str:
    """As ``network_version`` for networks of those cards."""
    used = [[card.sha256, card.preprocessing, card.calibration] for card in cards]
    digest = hashlib.sha256(json.dumps(used, sort_keys=True).encode()).hexdigest()
    return f"{digest[:16]}.{EAR_VERSION}"


def prepare_listener() -> Callable[[UnheardSong], HeardSong]:
    """What the processes of a crew do, ready at once; raises OperationError (WEIGHTS_BROKEN)."""
    ear = MusicEar(MusicRegressor.load())
    ear.warm_up()
    return SongListener(ear).listen


class SongListener:
    """Reads the tags and the emotion of files."""

    def __init__(self, ear: MusicEar) -> None:
        self._ear = ear

    def listen(self, song: UnheardSong) -> HeardSong:
        """Hear one song; raises MediaError, or OperationError (FILE_NOT_READABLE)."""
        with _opened(song.path) as file:
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                reading = self._ear.listen(content, _BOUNDS)
            tags = read_tags(file)
        named = name_track(tags, song.path.name)
        return HeardSong(replace(tags, title=named.title, artists=named.artists), reading)


@contextmanager
def _opened(path: Path) -> Iterator[BufferedReader]:
    """A file with something in it, at its start."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise OperationError(
            ErrorCode.FILE_NOT_READABLE, path=str(path), reason=error.strerror or "unknown"
        ) from error
    with file:
        if not file.peek(1):
            raise MediaError(ErrorCode.MEDIA_EMPTY)
        yield file
