"""What is old is erased."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from core.domain.conversation import PersonId
from core.domain.errors import OperationError
from core.ports.store import Expired
from core.storage.columns import as_time
from core.storage.database import Rows, Run
from core.storage.sealed_rows import open_session, seal_session
from core.storage.vault import Vault

_OLD_PEOPLE = (
    "DELETE FROM person WHERE created_at < ?1"
    " AND NOT EXISTS (SELECT 1 FROM mood WHERE person = person.id)"
    " AND NOT EXISTS (SELECT 1 FROM mix WHERE person = person.id)"
    " AND NOT EXISTS (SELECT 1 FROM feedback WHERE person = person.id)"
    " AND NOT EXISTS (SELECT 1 FROM session WHERE person = person.id)"
    " AND NOT EXISTS (SELECT 1 FROM wishes WHERE person = person.id AND updated_at >= ?1)"
    " AND NOT EXISTS (SELECT 1 FROM preferences WHERE person = person.id AND updated_at >= ?1)"
    " AND NOT EXISTS (SELECT 1 FROM consent WHERE person = person.id"
    " AND max(given_at, coalesce(withdrawn_at, given_at)) >= ?1)"
    " RETURNING 1"
)
"""People of whom nothing is left that is not old; what they set and wished goes with them."""


async def erase_old(
    run: Run, vault: Vault, before: datetime | None, sessions_before: datetime
) -> Expired:
    """Do in an erasure what ``Store.expire`` promises."""
    put_away = await _put_away(run, vault, as_time(sessions_before))
    if before is None:
        return Expired(sessions=put_away)
    old = as_time(before)
    verdicts = await run("DELETE FROM feedback WHERE created_at < ? RETURNING 1", old)
    mixes = await run("DELETE FROM mix WHERE created_at < ? RETURNING 1", old)
    moods = await run("DELETE FROM mood WHERE at < ? RETURNING 1", old)
    await run("DELETE FROM session WHERE updated_at < ?", old)
    people = await run(_OLD_PEOPLE, old)
    return Expired(put_away, len(moods), len(mixes), len(verdicts), len(people))


async def _put_away(run: Run, vault: Vault, old: str) -> int:
    rows = await run("SELECT person, sealed FROM session WHERE updated_at < ?", old)
    lapsed = await asyncio.to_thread(_lapsed, vault, rows)
    for person, sealed in lapsed:
        await run("UPDATE session SET sealed = ? WHERE person = ?", sealed, person)
    return len(lapsed)


def _lapsed(vault: Vault, rows: Rows) -> Sequence[tuple[PersonId, bytes]]:
    """The sessions among these that are unfinished, as they look when they are put away."""
    lapsed = []
    for person, sealed in rows:
        # one that is damaged must not keep what is old of everybody else
        with suppress(OperationError):
            session = open_session(vault, person, sealed)
            if session.unfinished:
                lapsed.append((person, seal_session(vault, person, session.put_away())))
    return lapsed
