"""Many people at once: ``python tests/benchmarks/load.py [--people 200] [--waves 2]``.

Starts the real bot as a process of its own with both platforms' local servers. Half of the people
come by Telegram, half by Discord, all at the same moment, each with a real photo, and go the whole
way (see tests/fakes/crowd.py); then as many new ones come, to see that memory does not grow. Prints
how long answers took, what the process used, and whatever was lost, doubled or out of order; exits
with 1 where there was any. The servers and the people share the machine with the bot.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import random
import statistics
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.fakes.bot_process import BotProcess
from tests.fakes.crowd import (
    STAGES,
    DiscordHall,
    DiscordVisitor,
    Findings,
    TelegramVisitor,
    Visitor,
    doubles,
    most_in_a_second,
    visit,
)
from tests.fakes.discord_server import DiscordServer
from tests.fakes.telegram_server import TOKEN, TelegramServer

FACES = Path(__file__).parents[3] / "shared" / "data" / "faces" / "single"
PATIENCE_S = 300.0
STARTED_WITHIN_S = 90.0
QUIET_S = 3.0
"""After the last answer, so long is listened for answers that nobody waits for."""

_TICKS = os.sysconf("SC_CLK_TCK")
_MB = 1024


class QuickTelegram(TelegramServer):
    """Takes photos as they are: scaling them would cost as much as what is to be measured."""

    def photo_sizes(self, data: bytes) -> list[dict[str, Any]]:
        """One size only."""
        file_id = self.store_file(data, "photos/file_x.jpg")
        size = {"width": 1280, "height": 960, "file_size": len(data)}
        return [{"file_id": file_id, "file_unique_id": f"u{file_id[-10:]}", **size}]


@dataclass(slots=True)
class Town:
    """Both platforms and the bot that answers there."""

    telegram: TelegramServer
    discord: DiscordServer
    hall: DiscordHall
    bot: BotProcess
    photos: list[bytes]
    sizes: list[list[dict[str, Any]]] = field(default_factory=list)

    async def wave(self, people: int, findings: Findings) -> list[str]:
        """Let so many people come at once; what they heard that nobody had asked for."""
        visitors = [self._visitor(number) for number in range(people)]
        results = await asyncio.gather(
            *(visit(visitor, findings) for visitor in visitors), return_exceptions=True
        )
        findings.faults += [f"lost: {error!r}" for error in results if error]
        await asyncio.sleep(QUIET_S)
        extra = [words for visitor in visitors for words in visitor.unheard()]
        findings.faults += [f"not asked for: {words}" for words in extra]
        return extra

    def faults(self) -> list[str]:
        """What the platforms and the journal have to say against the bot."""
        found = [f"press answered twice: {query}" for query in doubles(self.telegram)]
        found += [f"press not answered: {query}" for query in self.telegram.open_queries]
        found += [f"Discord: {fault}" for fault in self.discord.faults]
        ((still_open,),) = self.bot.stored("SELECT count(*) FROM request WHERE sealed IS NOT NULL")
        if still_open:
            found.append(f"{still_open} requests still open in the journal")
        log = self.bot.log.read_text(encoding="utf-8")
        found += [line for line in log.splitlines() if "incident" in line or "Traceback" in line]
        return found

    def _visitor(self, number: int) -> Visitor:
        # pairs of neighbours share a photo, so that both platforms get the same ones
        which = (number // 2) % len(self.photos)
        if number % 2:
            return DiscordVisitor(self.hall, self.photos[which], PATIENCE_S)
        return TelegramVisitor(self.telegram, self.sizes[which], PATIENCE_S)


async def open_town(stack: AsyncExitStack, folder: Path, photos: list[Path]) -> Town:
    """Both servers and a bot connected to them."""
    telegram = await stack.enter_async_context(QuickTelegram())
    discord = DiscordServer()
    await discord.start()
    stack.push_async_callback(discord.stop)
    hall = await stack.enter_async_context(DiscordHall(discord).open())
    bot = await BotProcess.start(
        folder,
        MOODMIX_TELEGRAM_TOKEN=TOKEN,
        MOODMIX_TELEGRAM_API_URL=telegram.url,
        MOODMIX_DISCORD_TOKEN=discord.token,
        MOODMIX_DISCORD_API_URL=discord.api_url,
        MOODMIX_DISCORD_GATEWAY_URL=discord.gateway_url,
    )
    stack.push_async_callback(bot.kill)
    await telegram.until(lambda: telegram.calls_of("getUpdates"), STARTED_WITHIN_S)
    await discord.until(lambda: "identified" in discord.gateway.log, STARTED_WITHIN_S)
    town = Town(telegram, discord, hall, bot, [photo.read_bytes() for photo in photos])
    town.sizes = [telegram.photo_sizes(photo) for photo in town.photos]
    return town


@dataclass(slots=True)
class Meter:
    """What a process and its children use: memory in MB, processor time in seconds."""

    pid: int
    peak_mb: float = 0.0

    @property
    def memory_mb(self) -> float:
        """In main memory now."""
        return sum(_resident_mb(pid) for pid in self._family)

    @property
    def cpu_s(self) -> float:
        """Since their starts."""
        return sum(_used_s(pid) for pid in self._family)

    @property
    def _family(self) -> list[int]:
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text(encoding="ascii")
        return [self.pid, *map(int, children.split())]

    async def watch(self) -> None:
        """Keep the peak up to date."""
        while True:
            self.peak_mb = max(self.peak_mb, self.memory_mb)
            await asyncio.sleep(0.2)


def _resident_mb(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    resident = next(line for line in lines if line.startswith("VmRSS"))
    return int(resident.split()[1]) / _MB


def _used_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1]
    return sum(map(int, fields.split()[11:13])) / _TICKS


async def measure(people: int, waves: int, photos: list[Path]) -> list[str]:
    """Run the waves, print a table of each, and return all faults."""
    faults: list[str] = []
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        town = await open_town(stack, Path(folder), photos)
        meter = Meter(town.bot.process.pid)
        watching = asyncio.create_task(meter.watch())
        stack.callback(watching.cancel)
        print(f"memory before {meter.memory_mb:.0f} MB")
        for wave in range(1, waves + 1):
            findings = Findings()
            began_s, used_s, meter.peak_mb = time.monotonic(), meter.cpu_s, 0.0
            await town.wave(people, findings)
            wall_s = time.monotonic() - began_s - QUIET_S
            print(f"\nwave {wave}: {people} people in {wall_s:.1f} s")
            print_table(findings)
            print(
                f"processor {meter.cpu_s - used_s:.1f} s"
                f" ({(meter.cpu_s - used_s) / people:.2f} s a person),"
                f" memory at most {meter.peak_mb:.0f} MB, after it {meter.memory_mb:.0f} MB,"
                f" at most {most_in_a_second(town.telegram)} Telegram messages in a second"
            )
            faults += findings.faults
        faults += town.faults()
    return faults


def print_table(findings: Findings) -> None:
    """How long people waited, stage by stage."""
    print(f"{'seconds until':<16}{'answers':>8}{'p50':>8}{'p95':>8}{'max':>8}")
    for stage in STAGES:
        waits = findings.waits_s[stage]
        if len(waits) > 1:
            p95 = statistics.quantiles(waits, n=20, method="inclusive")[-1]
            print(
                f"{stage:<16}{len(waits):>8}{statistics.median(waits):>8.2f}"
                f"{p95:>8.2f}{max(waits):>8.2f}"
            )


def main() -> None:
    """Print the tables and what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faces", type=Path, default=FACES)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--waves", type=int, default=2)
    options = parser.parse_args()
    photos = sorted(options.faces.iterdir())
    random.Random(6).shuffle(photos)
    faults = asyncio.run(measure(options.people, options.waves, photos))
    print(f"\n{len(faults)} faults")
    for fault in itertools.islice(faults, 20):
        print(f"  {fault[:200]}")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
