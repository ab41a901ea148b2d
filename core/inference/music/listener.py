"""Listening to the songs of a library: what a process of a crew does with one file."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from core.domain.errors import ErrorCode, OperationError
from core.domain.library import HeardSong, UnheardSong
from core.domain.music_reading import MusicReading, Sound
from core.inference.media.audio import AudioBounds, AudioTags, decode_audio
from core.inference.media.tags import read_tags
from core.inference.music.features import FEATURE_VERSION, SAMPLE_RATE_HZ
from core.inference.music.reader import name_track
from core.inference.music.regressor import NETWORK, MusicRegressor
from core.inference.weights import read_manifest

LIMIT_S = 120.0
"""Longest time that listening to one song may take."""


def network_version() -> str:
    """What a reading depends on; where it changes, songs have to be heard again.

    Raises OperationError (WEIGHTS_BROKEN).
    """
    return f"{read_manifest()[NETWORK].sha256[:16]}.{FEATURE_VERSION}"


def prepare_listener() -> Callable[[UnheardSong], HeardSong]:
    """What the processes of a crew do; raises OperationError (WEIGHTS_BROKEN)."""
    return SongListener(MusicRegressor.load()).listen


class SongListener:
    """Reads the tags and the emotion of files."""

    def __init__(self, regressor: MusicRegressor) -> None:
        self._regressor = regressor

    def listen(self, song: UnheardSong) -> HeardSong:
        """Hear one song; raises MediaError, or OperationError (FILE_NOT_READABLE)."""
        reading = self._hear(song)
        tags = read_tags(song.path)
        named = name_track(AudioTags(tags.title, tags.artists), song.path.name)
        return HeardSong(replace(tags, title=named.title, artists=named.artists), reading)

    def _hear(self, song: UnheardSong) -> MusicReading:
        try:
            data = song.path.read_bytes()
        except OSError as error:
            raise OperationError(
                ErrorCode.FILE_NOT_READABLE,
                path=str(song.path),
                reason=error.strerror or "unknown",
            ) from error
        samples = decode_audio(data, SAMPLE_RATE_HZ, AudioBounds(max_bytes=2**31))
        affect = self._regressor.rate(samples)
        sound = Sound(None, None, -math.inf, 0.0, None, None, 0.0)
        return MusicReading(affect, (0.0, 0.0), {}, sound, ())
