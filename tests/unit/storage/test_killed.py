"""A process killed in the middle of writing loses nothing that it acknowledged."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from core.storage.sealed_rows import open_mixes
from core.storage.sqlite_store import SqliteStore
from tests.fakes.vaults import VAULT
from tests.unit.storage.conftest import NOW, Query

WRITER = """
import asyncio, sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from core.domain.conversation import PersonId
from core.domain.mix import Verdict
from core.storage.sqlite_store import SqliteStore
from tests.fakes.answers import mix_of
from tests.fakes.vaults import VAULT

async def main():
    store = await SqliteStore.open(Path(sys.argv[1]), VAULT, lambda: datetime.now(UTC))
    for number in count():
        person = PersonId(f"person {number}")
        mix_id = await store.save_mix(person, mix_of("1", "2", "3", "4", "5"))
        await store.rate(person, mix_id, 3, Verdict.UP)
        print(number, flush=True)

asyncio.run(main())
"""


def write_until_killed(path: Path, repository: Path) -> set[str]:
    """The people whose verdict was acknowledged before the process died."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True, cwd=repository
    )
    lines = [process.stdout.readline() for _ in range(25)]
    process.kill()
    rest, _ = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    return {f"person {int(line)}" for line in [*lines, *rest.splitlines()]}


async def test_every_acknowledged_verdict_survives_a_kill(
    path: Path, query: Query, repository: Path
) -> None:
    acknowledged = write_until_killed(path, repository)
    assert len(acknowledged) >= 25

    store = await SqliteStore.open(path, VAULT, lambda: NOW)
    await store.close()

    assert query("PRAGMA integrity_check") == [("ok",)]
    rows = query("SELECT person FROM feedback WHERE position = 3 AND verdict = 'up'")
    assert acknowledged <= {person for (person,) in rows}
    mixes = open_mixes(VAULT, query("SELECT id, person, sealed FROM mix"))
    assert {len(mix.tracks) for mix in mixes.values()} == {5}
