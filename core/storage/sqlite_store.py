"""What moodmix remembers, in SQLite."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from core.domain.conversation import Consent, MessageRef, PersonId, Session
from core.domain.errors import ConversationError, ErrorCode
from core.domain.intent import Intent, IntentCause
from core.domain.mix import Mix, Verdict
from core.domain.track import OwnFile, Track
from core.ports.store import Expired
from core.storage.columns import as_time, read_time
from core.storage.data_keys import use_key
from core.storage.database import Database, Run
from core.storage.expiry import erase_old
from core.storage.library_columns import read_path
from core.storage.migrations import migrate
from core.storage.mix_json import StoredAnswer
from core.storage.people import meet
from core.storage.sealed_rows import (
    open_mixes,
    open_session,
    read_consent,
    seal_mix,
    seal_session,
)
from core.storage.sqlite_diary import SqliteDiary
from core.storage.sqlite_journal import SqliteJournal
from core.storage.sqlite_tastes import SqliteTastes
from core.storage.vault import Vault

_LARGEST_INTEGER = 2**63 - 1
"""Nothing above it fits a column; numbers come from buttons that anybody can forge."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """How much is stored."""

    people: int
    mixes: int
    feedback: int


class SqliteStore:
    """The store behind a running moodmix; see core.ports.store for what each method promises.

    What people told is sealed by the vault before it is written. Every method raises OperationError
    (BUSY, TIMED_OUT, DATABASE_UNUSABLE) where SQLite cannot.
    """

    def __init__(self, database: Database, vault: Vault, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock
        self._journal = SqliteJournal(database, vault, clock)

    @classmethod
    async def open(cls, path: Path, vault: Vault, clock: Callable[[], datetime]) -> SqliteStore:
        """Bring the database up to date and connect; raises what ``migrate`` raises.

        vault: with the keys that ``find_keys`` finds for it; clock: the present moment, with its
        time zone.
        """
        await migrate(path, vault)
        database = await Database.open(path)
        try:
            async with database.transaction() as run:
                await use_key(run, vault)
        except BaseException:
            await database.close()
            raise
        return cls(database, vault, clock)

    @property
    def tastes(self) -> SqliteTastes:
        """What people like and ask for, in the same database."""
        return SqliteTastes(self._database, self._vault, self._clock)

    @property
    def diary(self) -> SqliteDiary:
        """What is remembered of people over weeks, in the same database."""
        return SqliteDiary(self._database, self._vault, self._clock)

    @property
    def journal(self) -> SqliteJournal:
        """Which requests are in hand, in the same database."""
        return self._journal

    async def close(self) -> None:
        """Finish the transaction under way and close the file; twice is fine."""
        await self._database.close()

    async def ping(self) -> None:
        """Make sure that the database answers."""
        await self._database.read("SELECT 1")

    async def consent_of(self, person: PersonId) -> Consent | None:
        """The consent in force."""
        consent = await read_consent(self._database.read, person)
        return consent if consent and consent.withdrawn_at is None else None

    async def give_consent(self, person: PersonId, consent: Consent) -> None:
        """Record an agreement in place of any earlier one."""
        async with self._database.transaction() as run:
            await meet(run, person, self._now())
            await run(
                "INSERT OR REPLACE INTO consent (person, version, given_at) VALUES (?, ?, ?)",
                person,
                consent.version,
                as_time(consent.given_at),
            )

    async def withdraw_consent(self, person: PersonId) -> None:
        """End the consent in force; what was agreed to, and when, stays known."""
        async with self._database.transaction() as run:
            await run(
                "UPDATE consent SET withdrawn_at = ? WHERE person = ? AND withdrawn_at IS NULL",
                self._now(),
                person,
            )

    async def session_of(self, person: PersonId) -> Session:
        """What stands open; a part that an older moodmix wrote in another form counts as absent."""
        rows = await self._database.read("SELECT sealed FROM session WHERE person = ?", person)
        return open_session(self._vault, person, rows[0][0]) if rows else Session()

    async def session_since(self, person: PersonId) -> datetime | None:
        """When what stands open was last saved."""
        rows = await self._database.read("SELECT updated_at FROM session WHERE person = ?", person)
        return read_time(rows[0][0]) if rows else None

    async def save_session(self, person: PersonId, session: Session) -> None:
        """Replace what stands open; an empty session leaves no row."""
        async with self._database.transaction() as run:
            if session == Session():
                await run("DELETE FROM session WHERE person = ?", person)
                return
            await meet(run, person, self._now())
            await run(
                "INSERT INTO session (person, sealed, updated_at) VALUES (?, ?, ?)"
                " ON CONFLICT (person) DO UPDATE"
                " SET sealed = excluded.sealed, updated_at = excluded.updated_at",
                person,
                seal_session(self._vault, person, session),
                self._now(),
            )

    async def save_mix(self, person: PersonId, mix: Mix) -> int:
        """Store an answer with its recommendations; an id is never used twice."""
        async with self._database.transaction() as run:
            await meet(run, person, self._now())
            rows = await run(
                "INSERT INTO mix (person, created_at, tracks, sealed)"
                " VALUES (?, ?, ?, ?) RETURNING id",
                person,
                self._now(),
                len(mix.recommendations),
                seal_mix(self._vault, person, mix),
            )
        return int(rows[0][0])

    async def latest_mix(self, person: PersonId) -> int | None:
        """The id of the last answer to a person."""
        rows = await self._database.read("SELECT max(id) FROM mix WHERE person = ?", person)
        return None if rows[0][0] is None else int(rows[0][0])

    async def link_message(self, message: MessageRef, mix_id: int) -> None:
        """Remember which chat message carries a mix; nothing happens where the mix is gone."""
        if not _fits(mix_id):
            return
        async with self._database.transaction() as run:
            await run(
                "INSERT INTO message (ref, mix_id) SELECT ?, id FROM mix WHERE id = ?"
                " ON CONFLICT (ref) DO UPDATE SET mix_id = excluded.mix_id",
                message,
                mix_id,
            )

    async def mix_of_message(self, message: MessageRef) -> int | None:
        """The mix a chat message carries, if any."""
        rows = await self._database.read("SELECT mix_id FROM message WHERE ref = ?", message)
        return int(rows[0][0]) if rows else None

    async def track_of(self, mix_id: int, position: int) -> Track | None:
        """Title and artists at ``position`` (1-based) of a mix, and its file in the library."""
        answer = await self._answer(mix_id)
        if answer is None or not 1 <= position <= len(answer.tracks):
            return None
        track = answer.tracks[position - 1]
        file = await self._file_of(track.library_song) if track.library_song else None
        return replace(track.name, file=file)

    async def chosen_intent(self, mix_id: int) -> Intent | None:
        """The intent of a mix where a person chose it."""
        answer = await self._answer(mix_id)
        return answer.intent if answer and answer.cause is IntentCause.CHOSEN else None

    async def rate(
        self, person: PersonId, mix_id: int, position: int, verdict: Verdict | None
    ) -> None:
        """Set or take back a verdict; the last one counts.

        Raises ConversationError (NOTHING_TO_RATE) where mix or position do not exist.
        """
        async with self._database.transaction() as run:
            if not await _can_be_rated(run, mix_id, position):
                raise ConversationError(ErrorCode.NOTHING_TO_RATE)
            if verdict is None:
                await run(
                    "DELETE FROM feedback WHERE mix_id = ? AND position = ? AND person = ?",
                    mix_id,
                    position,
                    person,
                )
                return
            await meet(run, person, self._now())
            await run(
                "INSERT INTO feedback (mix_id, position, person, verdict, created_at)"
                " VALUES (?, ?, ?, ?, ?) ON CONFLICT (mix_id, position, person) DO UPDATE"
                " SET verdict = excluded.verdict, created_at = excluded.created_at",
                mix_id,
                position,
                person,
                verdict.value,
                self._now(),
            )

    async def forget(self, person: PersonId) -> None:
        """Erase a person with everything that hangs on them, down to the last byte in the files."""
        async with self._database.erasure() as run:
            await run("DELETE FROM person WHERE id = ?", person)

    async def expire(self, before: datetime | None, sessions_before: datetime) -> Expired:
        """Erase what is old, down to the last byte in the files."""
        async with self._database.erasure() as run:
            return await erase_old(run, self._vault, before, sessions_before)

    async def statistics(self) -> Statistics:
        """How many people, mixes and verdicts are stored, all at one moment."""
        rows = await self._database.read(
            "SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM mix),"
            " (SELECT count(*) FROM feedback)"
        )
        return Statistics(*rows[0])

    async def _answer(self, mix_id: int) -> StoredAnswer | None:
        if not _fits(mix_id):
            return None
        rows = await self._database.read("SELECT id, person, sealed FROM mix WHERE id = ?", mix_id)
        return open_mixes(self._vault, rows).get(mix_id)

    async def _file_of(self, song: int) -> OwnFile | None:
        rows = await self._database.read(
            "SELECT min(path) FROM library_file AS file JOIN library_song AS song"
            " ON file.content_hash = song.content_hash WHERE number = ? AND failure IS NULL",
            song,
        )
        path = rows[0][0]
        return OwnFile(song, read_path(path)) if path else None

    def _now(self) -> str:
        return as_time(self._clock())


async def _can_be_rated(run: Run, mix_id: int, position: int) -> bool:
    return _fits(mix_id, position) and bool(
        await run("SELECT 1 FROM mix WHERE id = ? AND tracks >= ?", mix_id, position)
    )


def _fits(*numbers: int) -> bool:
    return all(0 <= number <= _LARGEST_INTEGER for number in numbers)
