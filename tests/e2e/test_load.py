"""Twenty people at once on both platforms: everything is answered, once, and in order."""

from __future__ import annotations

from contextlib import AsyncExitStack
from pathlib import Path

from tests.benchmarks.load import open_town
from tests.fakes.crowd import STAGES, Findings

PEOPLE = 20


async def test_twenty_people_at_once_are_all_answered_once_and_in_order(
    tmp_path: Path, shared_data: Path
) -> None:
    photos = sorted((shared_data / "faces" / "single").glob("posed_*.jpg"))
    async with AsyncExitStack() as stack:
        town = await open_town(stack, tmp_path, photos)
        findings = Findings()
        await town.wave(PEOPLE, findings)
        assert findings.faults == []
        assert town.faults() == []
        assert {stage: len(findings.waits_s[stage]) for stage in STAGES} == dict.fromkeys(
            STAGES, PEOPLE
        )
        assert town.bot.stored("SELECT count(*) FROM person") == [(PEOPLE,)]
        assert town.bot.stored("SELECT count(*) FROM mix") == [(2 * PEOPLE,)]
        assert town.bot.stored("SELECT count(*) FROM feedback") == [(PEOPLE,)]
        assert await town.bot.stop() == 0
