"""The row that everything about a person hangs on."""

from __future__ import annotations

from core.domain.conversation import PersonId
from core.storage.database import Run


async def meet(run: Run, person: PersonId, now: str) -> None:
    """Make sure that a person has a row; now: the time, for one who is new."""
    await run(
        "INSERT INTO person (id, created_at) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
        person,
        now,
    )
