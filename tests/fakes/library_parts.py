"""Stand-ins for what scans a library: a crew in this process, a network that hears by size."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Callable
from pathlib import Path
from typing import Generic, TypeVar

from core.domain.affect import Affect
from core.domain.errors import ErrorCode, MediaError, MoodmixError
from core.domain.library import HeardSong, ScanStage, SongTags, UnheardSong
from core.domain.music_reading import Key, Mode, MusicMood, MusicReading, Sound
from core.ports.library import Done

Task = TypeVar("Task")
Result = TypeVar("Result")


class InlineCrew(Generic[Task, Result]):
    """Does one task after another; ``stop_after`` tasks it is interrupted, as by Ctrl-C."""

    def __init__(self, do: Callable[[Task], Result]) -> None:
        self._do = do
        self.stop_after: int | None = None
        self.tasks: list[Task] = []

    async def work(self, tasks: AsyncIterable[Task]) -> AsyncGenerator[Done[Task, Result], None]:
        async for task in tasks:
            if self.stop_after == len(self.tasks):
                raise asyncio.CancelledError
            self.tasks.append(task)
            try:
                yield Done(task, self._do(task))
            except MoodmixError as error:
                yield Done(task, error)


class Listener:
    """Hears ``affect`` in everything but files whose content says ``noise``."""

    def __init__(self) -> None:
        self.affect = Affect(0.25, -0.5)

    def __call__(self, song: UnheardSong) -> HeardSong:
        content = song.path.read_bytes()
        if content.startswith(b"noise"):
            raise MediaError(ErrorCode.MEDIA_CORRUPT)
        return heard_song(song.path.stem, self.affect)


def heard_song(title: str, affect: Affect, *artists: str) -> HeardSong:
    key = Key(9, Mode.MINOR, 0.5)
    sound = Sound(120.0, key, -12.0, 0.5, 80.0, 1200.0, 1500.0)
    moods = {MusicMood.CALM: 0.75, MusicMood.TIRED: 0.25}
    reading = MusicReading(affect, (0.2, 0.2), moods, sound, ())
    return HeardSong(SongTags(title, artists, duration_s=60.0), reading)


class NoProgress:
    """Remembers the stages and how many files each was told to expect."""

    def __init__(self) -> None:
        self.stages: list[tuple[ScanStage, int | None]] = []
        self.advanced = 0

    def begin(self, stage: ScanStage, total: int | None) -> None:
        self.stages.append((stage, total))
        self.advanced = 0

    def advance(self, files: int) -> None:
        self.advanced += files


def write(path: Path, content: str) -> Path:
    """A file that is a song by its name only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path
