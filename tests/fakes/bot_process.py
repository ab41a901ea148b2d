"""The real bot as a process of its own, in a folder of its own, without a network."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parents[2]
STOPPED_WITHIN_S = 30.0
LOOK_EVERY_S = 0.1
KEPT_DAYS = 365
"""How long things are kept where no setting says otherwise."""


def environment_for(folder: Path, **settings: str) -> dict[str, str]:
    """Nothing of the developer's settings, no music service, everything kept below ``folder``."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "OMP_NUM_THREADS": "1",
        "MOODMIX_DATA_DIR": str(folder / "data"),
        "MOODMIX_ONLINE": "false",
        "MOODMIX_WEB_PORT": "0",
        "PYTHONPATH": str(REPOSITORY),  # the tree these tests belong to, whatever is installed
        **settings,
    }


def run_command(
    folder: Path, *arguments: str | Path, **settings: str
) -> subprocess.CompletedProcess[str]:
    """One ``moodmix`` command from start to end."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *map(str, arguments)],
        cwd=folder,
        env=environment_for(folder, **settings),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@dataclass(slots=True)
class BotProcess:
    """A running ``moodmix``, its database and what it wrote."""

    process: asyncio.subprocess.Process
    data_dir: Path
    log: Path

    @classmethod
    async def start(cls, folder: Path, **settings: str) -> BotProcess:
        """Start ``python -m bot``; a second start in the same folder adds to the same log."""
        log = folder / "output.txt"
        with log.open("ab") as output:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot"),
                cwd=folder,
                env=environment_for(folder, MOODMIX_LOG_LEVEL="debug", **settings),
                stdout=output,
                stderr=output,
            )
        return cls(process, folder / "data", log)

    @property
    def is_over(self) -> bool:
        return self.process.returncode is not None

    async def until_it_says(self, words: str, within_s: float = 60.0) -> None:
        """Wait for words among what it wrote."""
        for _ in range(int(within_s / LOOK_EVERY_S)):
            if words in self.log.read_text(encoding="utf-8"):
                return
            await asyncio.sleep(LOOK_EVERY_S)
        raise AssertionError(self.log.read_text(encoding="utf-8"))

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop and wait for its exit status."""
        self.process.send_signal(number)
        return await asyncio.wait_for(self.process.wait(), STOPPED_WITHIN_S)

    async def kill(self) -> None:
        if not self.is_over:
            self.process.kill()
        await self.process.wait()

    def stored(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of the bot's database."""
        connection = sqlite3.connect(self.data_dir / "moodmix.sqlite3", timeout=5)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()
