"""``moodmix library``: the music on this machine, for recommendations."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections import deque
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import click

from bot.logs import log_to_file
from bot.presenters.library import (
    EMPTY,
    SCAN_STOPPED,
    STAGE_WORDS,
    present_losses,
    present_pace,
    present_scan,
    present_size,
    present_song,
)
from bot.settings import load_settings
from core.domain.errors import ErrorCode, OperationError
from core.domain.library import ScanStage

_STOPPED_BY = 128
"""Plus the number of the signal: the exit status that shells expect."""


_PACE_OVER = 100
"""Files over which the pace is told; it goes with the length of songs."""


@click.group()
def library() -> None:
    """Keep the music on this machine at hand: recommendations come from it too."""


@library.command()
@click.argument("folder", type=click.Path(path_type=Path))
def scan(folder: Path) -> None:
    """Listen to every song in FOLDER, or to what is new there since the last time.

    It may be interrupted at any time and goes on where it stopped. Nothing in FOLDER is changed.
    """

    async def bring_up_to_date() -> None:
        from bot.wiring.library import open_library, open_scanner

        task: Any = asyncio.current_task()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
        started_s = time.monotonic()
        async with open_scanner(settings) as scanner:
            with closing(_Bars()) as bars:
                report = await scanner.scan(place, bars)
        click.echo(present_scan(report, time.monotonic() - started_s))
        async with open_library(settings) as kept:
            lost = await kept.lost(place)
            if lost:
                click.echo(present_losses(lost))
            click.echo(present_size(await kept.size()))

    settings = load_settings()
    log_to_file(settings.data_dir / "moodmix.log")
    place = _real(folder)
    try:
        asyncio.run(bring_up_to_date())
    except (KeyboardInterrupt, asyncio.CancelledError) as stop:
        click.echo(SCAN_STOPPED, err=True)
        number = signal.SIGINT if isinstance(stop, KeyboardInterrupt) else signal.SIGTERM
        sys.exit(_STOPPED_BY + number)


@library.command(name="list")
def list_songs() -> None:
    """Show every song with its mood and its file."""

    async def show() -> None:
        from bot.wiring.library import open_library

        async with open_library(settings) as kept:
            number = 0
            async for rated in kept.songs():
                click.echo(present_song(rated))
                number += 1
        if not number:
            click.echo(EMPTY)

    settings = load_settings()
    log_to_file(settings.data_dir / "moodmix.log")
    asyncio.run(show())


@library.command()
def stats() -> None:
    """Show how much there is."""

    async def show() -> None:
        from bot.wiring.library import open_library

        async with open_library(settings) as kept:
            click.echo(present_size(await kept.size()))

    settings = load_settings()
    log_to_file(settings.data_dir / "moodmix.log")
    asyncio.run(show())


@library.command()
@click.argument("place", type=click.Path(path_type=Path))
def forget(place: Path) -> None:
    """Take a file, or everything in a folder, out of the library; the files themselves stay."""

    async def drop() -> None:
        from bot.wiring.library import open_library

        async with open_library(settings) as kept:
            gone = await kept.forget(_real(place))
        if not gone:
            raise OperationError(ErrorCode.NOT_IN_LIBRARY, path=str(place))
        click.echo(f"Forgotten: {gone}. The files themselves are untouched.")

    settings = load_settings()
    log_to_file(settings.data_dir / "moodmix.log")
    asyncio.run(drop())


class _Bars:
    """A bar for each stage of a scan, with the songs done in a second and the time left."""

    def __init__(self) -> None:
        self._shown = ExitStack()
        self._bar: Any = None
        self._total = self._done = 0
        self._latest_s: deque[float] = deque(maxlen=_PACE_OVER)

    def begin(self, stage: ScanStage, total: int | None) -> None:
        """End the bar of the last stage and begin one where there is something to count."""
        self.close()
        self._bar, self._total, self._done = None, total or 0, 0
        self._latest_s.clear()
        if total:
            bar: Any = click.progressbar(
                length=total,
                label=STAGE_WORDS[stage],
                show_pos=True,
                show_percent=False,
                show_eta=False,
                item_show_func=lambda _: self._pace(),
                width=0,
                file=sys.stderr,
            )
            self._bar = self._shown.enter_context(bar)
        elif total is None:
            click.echo(f"{STAGE_WORDS[stage]} …", err=True)

    def advance(self, files: int) -> None:
        """So many more are done."""
        self._done += files
        self._latest_s.append(time.monotonic())
        if self._bar:
            self._bar.update(files, self._done)

    def close(self) -> None:
        """Leave the bar as it stands."""
        self._shown.close()

    def _pace(self) -> str:
        """Between the latest files, without the time that the processes take to start."""
        took_s = self._latest_s[-1] - self._latest_s[0] if self._latest_s else 0.0
        left = self._total - self._done
        return present_pace((len(self._latest_s) - 1) / took_s, left) if took_s and left else ""


def _real(place: Path) -> Path:
    """The same place under the one name it is stored by, whether it exists or not."""
    return Path(os.path.realpath(place))
