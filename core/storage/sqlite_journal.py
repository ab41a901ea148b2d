"""Requests in hand, in the database that also holds what their answers leave behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from core.ports.journal import OpenRequest, RequestRef
from core.storage.columns import as_time, read_time
from core.storage.database import Database
from core.storage.vault import Vault

REMEMBERED_FOR = timedelta(days=3)
"""Platforms deliver nothing again that is older: Telegram keeps updates for a day."""

_SEALED_AS = "place"

SWEPT_EVERY = timedelta(hours=1)
"""How often requests that need not be remembered any more are dropped."""


class SqliteJournal:
    """The journal behind a running moodmix; see core.ports.journal for what each method promises.

    Every method raises OperationError (BUSY, TIMED_OUT, DATABASE_UNUSABLE) where SQLite cannot.
    """

    def __init__(self, database: Database, vault: Vault, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock
        self._in_hand: set[RequestRef] = set()
        self._swept_at: datetime | None = None

    async def take(self, platform: str, ref: RequestRef, place: str) -> bool:
        """Note a request before work on it begins; False where it is in hand or was finished."""
        if ref in self._in_hand:
            return False
        self._in_hand.add(ref)
        now = self._clock()
        is_open = False
        try:
            async with self._database.transaction() as run:
                if self._swept_at is None or now - self._swept_at >= SWEPT_EVERY:
                    old = as_time(now - REMEMBERED_FOR)
                    await run("DELETE FROM request WHERE received_at < ?", old)
                    self._swept_at = now
                rows = await run(
                    "INSERT INTO request (ref, platform, received_at, sealed) VALUES (?, ?, ?, ?)"
                    " ON CONFLICT (ref) DO UPDATE SET sealed = excluded.sealed"
                    " WHERE request.sealed IS NOT NULL RETURNING 1",
                    ref,
                    platform,
                    as_time(now),
                    self._vault.seal(_SEALED_AS, ref, place),
                )
                is_open = bool(rows)
        finally:
            if not is_open:
                self._in_hand.discard(ref)
        return is_open

    async def finish(self, ref: RequestRef) -> None:
        """The request was answered; its place is erased."""
        async with self._database.transaction() as run:
            await run("UPDATE request SET sealed = NULL WHERE ref = ?", ref)
        self._in_hand.discard(ref)

    async def give_up(self, ref: RequestRef) -> None:
        """Leave the request open for an apology."""
        self._in_hand.discard(ref)

    async def left_open(self, platform: str) -> Sequence[OpenRequest]:
        """What was taken, was not finished and is not in hand, oldest first."""
        rows = await self._database.read(
            "SELECT ref, sealed, received_at FROM request"
            " WHERE platform = ? AND sealed IS NOT NULL ORDER BY received_at",
            platform,
        )
        return [
            OpenRequest(
                RequestRef(ref), self._vault.open(_SEALED_AS, ref, sealed), read_time(received_at)
            )
            for ref, sealed, received_at in rows
            if ref not in self._in_hand
        ]
