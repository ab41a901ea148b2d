"""What moodmix remembers, in SQLite."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from core.domain.conversation import Consent, MessageRef, PersonId, Session
from core.domain.errors import ConversationError, ErrorCode
from core.domain.intent import Intent, IntentCause
from core.domain.mix import WHOLE_MIX, Mix, Recommendation, Verdict
from core.domain.track import OwnFile, Track
from core.storage.columns import as_names, as_text, as_time, read_names, read_time
from core.storage.database import Database, Run
from core.storage.library_columns import read_path
from core.storage.migrations import migrate
from core.storage.people import meet
from core.storage.session_json import (
    doubt_as_json,
    face_as_json,
    read_doubt,
    read_face,
    read_seed,
    seed_as_json,
)
from core.storage.sqlite_tastes import SqliteTastes

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

    Every method raises OperationError (BUSY, TIMED_OUT, DATABASE_UNUSABLE) where SQLite cannot.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    @classmethod
    async def open(cls, path: Path, clock: Callable[[], datetime]) -> SqliteStore:
        """Bring the database up to date and connect; raises what ``migrate`` raises.

        clock: the present moment, with its time zone.
        """
        await migrate(path)
        return cls(await Database.open(path), clock)

    @property
    def tastes(self) -> SqliteTastes:
        """What people like and ask for, in the same database."""
        return SqliteTastes(self._database, self._clock)

    async def close(self) -> None:
        """Finish the transaction under way and close the file; twice is fine."""
        await self._database.close()

    async def ping(self) -> None:
        """Make sure that the database answers."""
        await self._database.read("SELECT 1")

    async def consent_of(self, person: PersonId) -> Consent | None:
        """The consent in force."""
        rows = await self._database.read(
            "SELECT version, given_at FROM consent WHERE person = ?", person
        )
        return Consent(rows[0][0], read_time(rows[0][1])) if rows else None

    async def give_consent(self, person: PersonId, consent: Consent) -> None:
        """Record an agreement in place of any earlier one."""
        async with self._database.transaction() as run:
            await meet(run, person, self._now())
            await run(
                "INSERT INTO consent (person, version, given_at) VALUES (?, ?, ?)"
                " ON CONFLICT (person) DO UPDATE"
                " SET version = excluded.version, given_at = excluded.given_at",
                person,
                consent.version,
                as_time(consent.given_at),
            )

    async def session_of(self, person: PersonId) -> Session:
        """What stands open; a half that an older moodmix wrote in another form counts as absent."""
        rows = await self._database.read("SELECT face, seed FROM session WHERE person = ?", person)
        if not rows:
            return Session()
        face, song = rows[0]
        return Session(read_face(face), read_seed(song), read_doubt(song))

    async def save_session(self, person: PersonId, session: Session) -> None:
        """Replace what stands open; an empty session leaves no row."""
        async with self._database.transaction() as run:
            if session == Session():
                await run("DELETE FROM session WHERE person = ?", person)
                return
            await meet(run, person, self._now())
            await run(
                "INSERT INTO session (person, face, seed, updated_at) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (person) DO UPDATE SET face = excluded.face,"
                " seed = excluded.seed, updated_at = excluded.updated_at",
                person,
                face_as_json(session.face) if session.face else None,
                _song_as_json(session),
                self._now(),
            )

    async def save_mix(self, person: PersonId, mix: Mix) -> int:
        """Store an answer with its recommendations; an id is never used twice."""
        async with self._database.transaction() as run:
            await meet(run, person, self._now())
            mix_id = await self._insert_mix(run, person, mix)
            for position, recommendation in enumerate(mix.recommendations, start=1):
                await _insert_recommendation(run, mix_id, position, recommendation)
        return mix_id

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
        if not _fits(mix_id, position):
            return None
        rows = await self._database.read(
            "SELECT recommendation.title, recommendation.artists, number,"
            " (SELECT min(path) FROM library_file AS file"
            " WHERE file.content_hash = song.content_hash AND failure IS NULL)"
            " FROM recommendation LEFT JOIN library_song AS song ON number = library_song"
            " WHERE mix_id = ? AND position = ?",
            mix_id,
            position,
        )
        if not rows:
            return None
        title, artists, number, path = rows[0]
        file = OwnFile(number, read_path(path)) if path else None
        return Track(title, read_names(artists), file=file)

    async def chosen_intent(self, mix_id: int) -> Intent | None:
        """The intent of a mix where a person chose it."""
        if not _fits(mix_id):
            return None
        rows = await self._database.read(
            "SELECT intent FROM mix WHERE id = ? AND cause = ?", mix_id, IntentCause.CHOSEN.value
        )
        return Intent(rows[0][0]) if rows else None

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
        await self._database.erase("DELETE FROM person WHERE id = ? RETURNING 1", person)

    async def statistics(self) -> Statistics:
        """How many people, mixes and verdicts are stored, all at one moment."""
        rows = await self._database.read(
            "SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM mix),"
            " (SELECT count(*) FROM feedback)"
        )
        return Statistics(*rows[0])

    def _now(self) -> str:
        return as_time(self._clock())

    async def _insert_mix(self, run: Run, person: PersonId, mix: Mix) -> int:
        face, seed = mix.face, mix.seed
        rows = await run(
            "INSERT INTO mix (person, created_at, label, confidence, face_valence, face_arousal,"
            " seed_title, seed_artists, seed_valence, seed_arousal, seed_identified_by,"
            " seed_rated_by, intent, cause, target_valence, target_arousal)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            person,
            self._now(),
            face.emotion.label.value,
            float(face.emotion.confidence),
            float(face.affect.valence),
            float(face.affect.arousal),
            as_text(seed.track.title),
            as_names(seed.track.artists),
            float(seed.affect.valence),
            float(seed.affect.arousal),
            seed.identified_by.value,
            seed.rated_by.value,
            mix.decision.intent.value,
            mix.decision.cause.value,
            float(mix.target.valence),
            float(mix.target.arousal),
        )
        return int(rows[0][0])


async def _insert_recommendation(
    run: Run, mix_id: int, position: int, recommendation: Recommendation
) -> None:
    track = recommendation.track
    await run(
        "INSERT INTO recommendation (mix_id, position, title, artists, valence, arousal, score,"
        " library_song, year, genre, language) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        mix_id,
        position,
        as_text(track.title),
        as_names(track.artists),
        float(recommendation.rated.affect.valence),
        float(recommendation.rated.affect.arousal),
        float(recommendation.score),
        track.file.number if track.file else None,
        track.year,
        as_text(track.genre) if track.genre else None,
        as_text(track.language) if track.language else None,
    )


async def _can_be_rated(run: Run, mix_id: int, position: int) -> bool:
    if not _fits(mix_id, position):
        return False
    if position == WHOLE_MIX:
        return bool(await run("SELECT 1 FROM mix WHERE id = ?", mix_id))
    return bool(
        await run(
            "SELECT 1 FROM recommendation WHERE mix_id = ? AND position = ?", mix_id, position
        )
    )


def _fits(*numbers: int) -> bool:
    return all(0 <= number <= _LARGEST_INTEGER for number in numbers)


def _song_as_json(session: Session) -> str | None:
    """The song as far as it is known: one column holds it, or those that were asked about."""
    if session.doubt:
        return doubt_as_json(session.doubt)
    return seed_as_json(session.seed) if session.seed else None
