"""Somebody's own music: where it is kept, who works on it, and how songs are drawn from it."""

from __future__ import annotations

from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Collection,
    Iterator,
    Sequence,
)
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from core.domain.affect import Affect
from core.domain.errors import MoodmixError
from core.domain.library import (
    Arrivals,
    Departures,
    HeardSong,
    LostPath,
    PlayableSong,
    ScanStage,
    SongFile,
    UnheardSong,
)
from core.domain.music_reading import MusicReading
from core.domain.track import RatedTrack

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Done(Generic[Task, Result]):
    """A task with what came of it."""

    task: Task
    result: Result | MoodmixError


class Crew(Protocol[Task, Result]):
    """Workers for independent tasks: processes here, or the machines of a distributed engine."""

    def work(self, tasks: AsyncIterable[Task]) -> AsyncGenerator[Done[Task, Result], None]:
        """What came of every task, in the order in which they finish.

        Tasks are drawn only as workers become free, so that any number of them needs no memory. A
        task whose worker fails, dies or takes too long comes back as a MoodmixError, and the others
        go on. Closing the iterator stops the work under way.
        """
        ...


class SongFolder(Protocol):
    """A folder with music."""

    def songs(self, folder: Path) -> Iterator[SongFile | LostPath]:
        """Every song file below ``folder``, one after another; raises OperationError without it."""
        ...


class Library(Protocol):
    """Songs of the library, for recommendations and to be played."""

    async def near(self, target: Affect, most: int) -> Sequence[RatedTrack]:
        """The ``most`` songs nearest to ``target``, nearest first, each with its file."""
        ...

    async def load(self, number: int, limit_bytes: int) -> PlayableSong:
        """The song of that number with its bytes, which are those that a scan heard.

        Raises ConversationError (SONG_FILE_GONE) and OperationError (SONG_FILE_TOO_LARGE,
        SONG_FILE_UNREADABLE, TIMED_OUT).
        """
        ...


class TitledSongs(Protocol):
    """Songs of the library, by what they are called."""

    async def titled(self, keys: Collection[str], most: int) -> Sequence[RatedTrack]:
        """At most ``most`` songs with one of these ``song_text.title_keys``, the oldest first.

        How they feel is what our network heard. Raises OperationError.
        """
        ...

    async def reading_of(self, number: int) -> MusicReading | None:
        """All that was heard in the song of that number; None where there is none (any more).

        Raises OperationError.
        """
        ...


class LibraryIndex(Protocol):
    """What is known about the files of the library. Every write is one transaction.

    scan: the moment a scan began; it tells what this scan came across from what only earlier ones
    did. network: the version of the network that listens.
    """

    async def note_files(self, files: Sequence[SongFile], scan: datetime) -> Arrivals:
        """Remember that these are there; what is known of unchanged ones stays."""
        ...

    async def note_lost(self, place: LostPath, scan: datetime) -> None:
        """Remember what cannot be looked at; all that is known below such a folder stays."""
        ...

    async def count_unidentified(self, scan: datetime) -> int:
        """How many files have a content that is not known."""
        ...

    def unidentified(self, scan: datetime) -> AsyncIterator[Path]:
        """Those files, without those that could not be read in this scan."""
        ...

    async def note_contents(self, contents: Sequence[tuple[Path, str | MoodmixError]]) -> None:
        """Remember the hashes of files, or why they cannot be read; that is tried again."""
        ...

    async def count_unheard(self, scan: datetime, network: str) -> int:
        """How many different songs this network has not listened to."""
        ...

    def unheard(self, scan: datetime, network: str) -> AsyncIterator[UnheardSong]:
        """Those songs, copies once."""
        ...

    async def note_heard(self, content_hash: str, heard: HeardSong, network: str) -> None:
        """Put a song into the library; its number stays where it is heard again."""
        ...

    async def note_failure(self, content_hash: str, error: MoodmixError, network: str) -> None:
        """Remember that this network cannot listen to that content: it does not try again."""
        ...

    async def sweep(self, folder: Path, scan: datetime) -> Departures:
        """Forget files below ``folder`` that this scan did not come across, and lone songs."""
        ...


class ScanProgress(Protocol):
    """Hears how far a scan has come."""

    def begin(self, stage: ScanStage, total: int | None) -> None:
        """A stage begins; total: how many files it will see, None where nobody knows."""
        ...

    def advance(self, files: int) -> None:
        """So many more are done."""
        ...
