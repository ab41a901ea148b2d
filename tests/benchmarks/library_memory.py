"""Memory and speed of library scans: ``python tests/benchmarks/library_memory.py [SONGS …]``.

Makes folders of so many songs (default 100 and 10,000) from real clips, each with tags of its own
so that no two contents are the same, scans each in a fresh process with the real network on all
cores, and prints the peak memory of the scanning process and of its largest worker.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import multiprocessing
import resource
import shutil
import tempfile
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import mutagen

from bot.settings import Settings
from bot.wiring.library import open_library, open_scanner
from core.domain.library import LibrarySize, ScanStage

CLIPS = Path(__file__).parents[3] / "shared" / "data" / "music" / "deam"
SONGS = (100, 10_000)
FOLDER_SIZE = 100


class Silent:
    """Progress that nobody watches."""

    def begin(self, stage: ScanStage, total: int | None) -> None:
        """Say nothing."""

    def advance(self, files: int) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one scan; memory in MiB, cpu_s of all processes together."""

    size: LibrarySize
    wall_s: float
    cpu_s: float
    scan_mb: float
    worker_mb: float


def make_songs(clips: list[Path], folder: Path, count: int) -> None:
    """Copies of clips, told apart by their titles."""
    for number, clip in zip(range(count), itertools.cycle(clips)):
        song = folder / f"{number // FOLDER_SIZE}" / f"{number}{clip.suffix}"
        song.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(clip, song)
        file = mutagen.File(song, easy=True)
        file["title"] = [f"Song {number}"]
        file.save()


def measure(music: Path, settings: Settings, answer: Connection) -> None:
    """Scan once; to be run in a process of its own."""

    async def scan() -> LibrarySize:
        async with open_scanner(settings) as scanner:
            await scanner.scan(music, Silent())
        async with open_library(settings) as library:
            return await library.size()

    started_s = time.perf_counter()
    size = asyncio.run(scan())
    wall_s = time.perf_counter() - started_s
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu_s = sum(used.ru_utime + used.ru_stime for used in both)
    answer.send(Figures(size, wall_s, cpu_s, *(used.ru_maxrss / 1024 for used in both)))


def scan_of(clips: list[Path], count: int) -> Figures:
    """Make so many songs and scan them."""
    processes = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as name:
        music = Path(name) / "music"
        make_songs(clips, music, count)
        ours, theirs = processes.Pipe()
        settings = Settings(data_dir=Path(name) / "data", online=False)
        process = processes.Process(target=measure, args=(music, settings, theirs))
        process.start()
        theirs.close()
        figures: Figures = ours.recv()
        process.join()
    return figures


def main() -> None:
    """Print a line for each number of songs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("songs", type=int, nargs="*", default=SONGS)
    parser.add_argument("--clips", type=Path, default=CLIPS, help="songs to make the folders from")
    options = parser.parse_args()
    clips = sorted(path for path in options.clips.iterdir() if path.is_file())
    print(
        f"{'songs':>7}{'heard':>8}{'wall s':>9}{'CPU ms a song':>15}"
        f"{'scan, peak MiB':>16}{'worker, peak MiB':>18}"
    )
    for count in options.songs:
        figures = scan_of(clips, count)
        print(
            f"{count:>7}{figures.size.songs:>8}{figures.wall_s:>9.1f}"
            f"{1000 * figures.cpu_s / count:>15.0f}"
            f"{figures.scan_mb:>16.0f}{figures.worker_mb:>18.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
