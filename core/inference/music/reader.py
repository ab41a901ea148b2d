"""The music reader behind ``core.ports.reading.MusicReader``."""

from __future__ import annotations

import io
import re
from pathlib import PurePath, PureWindowsPath

from core.domain.library import SongTags
from core.domain.media import Upload
from core.domain.music_reading import MusicReading
from core.domain.track import Track
from core.inference.media.audio import AUDIO_BOUNDS, AudioBounds
from core.inference.media.tags import read_tags
from core.inference.music.ear import MusicEar
from core.inference.music.regressor import MusicRegressor
from core.inference.workers import Workers

_UNNAMED = "your audio file"
_LONGEST_NAME = 200
_TRACK_NUMBER = re.compile(r"^\d{1,3}\s*[.\-)]\s+")
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{2,4}$")
_MACHINE_NAME = re.compile(r"(?i)^(?:audio|voice|file|track|recording|document|music)?[\W\d_]*$")


class MusicNetReader:
    """Listens to an upload in a worker thread, with our music network."""

    def __init__(
        self, workers: Workers, regressor: MusicRegressor, bounds: AudioBounds = AUDIO_BOUNDS
    ) -> None:
        self._workers = workers
        self._ear = MusicEar(regressor)
        self._bounds = bounds

    async def read_music(self, audio: Upload) -> MusicReading:
        """Listen to the music; raises MediaError or OperationError (busy, timed out)."""
        return await self._workers.run(self._ear.listen, audio.data, self._bounds)

    async def describe(self, audio: Upload) -> Track:
        """Title and artists from the file's own tags, else from its name.

        Raises OperationError (busy, timed out).
        """
        tags = await self._workers.run(read_tags, io.BytesIO(audio.data))
        return name_track(tags, audio.filename)

    async def warm_up(self) -> None:
        """Compile librosa's helpers now, in a worker, instead of at the first song."""
        await self._workers.run(self._ear.warm_up)


def name_track(tags: SongTags, filename: str | None) -> Track:
    """The best name for a file: its tags, else "artist - title" in its name, else its name."""
    if tags.title:
        return Track(tags.title, tags.artists)
    artist, title = _split_name(filename or "")
    return Track(title or _UNNAMED, tags.artists or ((artist,) if artist else ()))


def _split_name(filename: str) -> tuple[str, str]:
    """Artist and title told by a file name; empty where it tells nothing."""
    name = PurePath(PureWindowsPath(filename).name).name
    name = _EXTENSION.sub("", name).replace("_", " ")
    name = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    name = _TRACK_NUMBER.sub("", name)[:_LONGEST_NAME].strip()
    if _MACHINE_NAME.match(name):
        return "", ""
    artist, dash, title = name.partition(" - ")
    return (artist.strip(), title.strip()) if dash and title.strip() else ("", name)
