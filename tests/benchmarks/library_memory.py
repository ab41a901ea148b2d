"""Peak memory of a library scan: python tests/benchmarks/library_memory.py [SONGS …].

Makes folders of so many short songs (default 100 and 10,000), scans each in a fresh process with
the real network, and prints songs per second and the largest memory of the scan and of a worker.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import resource
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from core.domain.library import ScanStage
from core.inference.content_hash import prepare_identifier
from core.inference.music.listener import LIMIT_S, network_version, prepare_listener
from core.inference.process_crew import ProcessCrew
from core.services.scan_library import LibraryScanner
from core.storage.library_index import SqliteLibraryIndex
from core.storage.song_folder import DiskFolder
from tests.fakes.song_files import write_song

SONGS = (100, 10_000)
SECONDS = 3.0


class Silent:
    """Progress that nobody watches."""

    def begin(self, stage: ScanStage, total: int | None) -> None:
        """Say nothing."""

    def advance(self, files: int) -> None:
        """Say nothing."""


async def scan(folder: Path, data: Path) -> None:
    """One scan with everything real."""

    def clock() -> datetime:
        return datetime.now(UTC)

    index = await SqliteLibraryIndex.open(data, clock)
    with (
        closing(ProcessCrew(prepare_identifier, LIMIT_S)) as identifiers,
        closing(ProcessCrew(prepare_listener, LIMIT_S)) as listeners,
    ):
        scanner = LibraryScanner(
            DiskFolder(), index, identifiers, listeners, network_version(), clock
        )
        await scanner.scan(folder, Silent())
    await index.close()


def measure(count: int) -> None:
    """Make, scan, print a line."""
    with tempfile.TemporaryDirectory() as name:
        music = Path(name) / "music"
        for number in range(count):
            write_song(music / f"{number // 100}" / f"{number}.flac", number, SECONDS)
        started = time.perf_counter()
        asyncio.run(scan(music, Path(name) / "library.sqlite3"))
        took_s = time.perf_counter() - started
    scanning, worker = (
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    speed = f"{count:6d} songs: {count / took_s:6.1f} a second"
    print(f"{speed}, {scanning:4.0f} MiB, worker {worker:4.0f} MiB")


if __name__ == "__main__":
    print("peak memory of the scanning process and of its largest worker")
    for songs in [int(number) for number in sys.argv[1:]] or SONGS:
        process = multiprocessing.get_context("spawn").Process(target=measure, args=(songs,))
        process.start()
        process.join()
