"""What is remembered of people over weeks, in SQLite."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from core.domain.conversation import PersonId, Session
from core.domain.mix import WHOLE_MIX, Verdict
from core.domain.mood import MoodPoint
from core.domain.personal_data import PersonalData, StoredMix, StoredTrack
from core.domain.preferences import DEFAULT_PREFERENCES, Preferences
from core.storage.columns import as_time, read_time
from core.storage.database import Database, Rows, Run
from core.storage.mix_json import StoredAnswer
from core.storage.people import meet
from core.storage.sealed_rows import (
    open_mixes,
    open_moods,
    open_session,
    read_consent,
    read_preferences,
    read_wishes,
    seal_mood,
    seal_preferences,
)
from core.storage.vault import Vault


class SqliteDiary:
    """See core.ports.diary for what each method promises.

    Every method raises OperationError (BUSY, TIMED_OUT, DATABASE_UNUSABLE) where SQLite cannot.
    """

    def __init__(self, database: Database, vault: Vault, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock

    async def note_mood(self, person: PersonId, mood: MoodPoint) -> None:
        """Add a mood."""
        async with self._database.transaction() as run:
            await self._add_mood(run, person, mood)

    async def correct_mood(self, person: PersonId, mood: MoodPoint) -> None:
        """Put a mood in the place of the one of the same moment."""
        async with self._database.transaction() as run:
            await run("DELETE FROM mood WHERE person = ? AND at = ?", person, as_time(mood.at))
            await self._add_mood(run, person, mood)

    async def moods_of(self, person: PersonId, since: datetime) -> Sequence[MoodPoint]:
        """The moods since then, oldest first."""
        rows = await self._database.read(
            "SELECT sealed FROM mood WHERE person = ? AND at >= ? ORDER BY at, id",
            person,
            as_time(since),
        )
        return await asyncio.to_thread(open_moods, self._vault, person, rows)

    async def preferences_of(self, person: PersonId) -> Preferences:
        """What they set, or the defaults."""
        return await read_preferences(self._database.read, self._vault, person)

    async def set_preferences(self, person: PersonId, preferences: Preferences) -> None:
        """Replace what they set; the defaults leave no row."""
        async with self._database.transaction() as run:
            if preferences == DEFAULT_PREFERENCES:
                await run("DELETE FROM preferences WHERE person = ?", person)
                return
            await meet(run, person, self._now())
            await run(
                "INSERT INTO preferences (person, sealed, updated_at) VALUES (?, ?, ?)"
                " ON CONFLICT (person) DO UPDATE"
                " SET sealed = excluded.sealed, updated_at = excluded.updated_at",
                person,
                seal_preferences(self._vault, person, preferences),
                self._now(),
            )

    async def all_of(self, person: PersonId) -> PersonalData:
        """Everything about them, all at one moment."""
        async with self._database.transaction() as run:
            met = await run("SELECT created_at FROM person WHERE id = ?", person)
            consent = await read_consent(run, person)
            preferences = await read_preferences(run, self._vault, person)
            session = await run("SELECT sealed FROM session WHERE person = ?", person)
            moods = await run("SELECT sealed FROM mood WHERE person = ? ORDER BY at, id", person)
            mixes = await run(
                "SELECT id, person, sealed, created_at FROM mix WHERE person = ? ORDER BY id",
                person,
            )
            wishes = await read_wishes(run, self._vault, person)
            verdicts = await run(
                "SELECT mix_id, position, verdict FROM feedback WHERE person = ?", person
            )
        answers = await asyncio.to_thread(open_mixes, self._vault, [row[:3] for row in mixes])
        by_mix = _by_mix(verdicts)
        return PersonalData(
            met_at=read_time(met[0][0]) if met else None,
            consent=consent,
            preferences=preferences,
            session=(open_session(self._vault, person, session[0][0]) if session else Session()),
            moods=await asyncio.to_thread(open_moods, self._vault, person, moods),
            mixes=tuple(
                _stored_mix(mix_id, created_at, answers[mix_id], by_mix.pop(mix_id, {}))
                for mix_id, *_, created_at in mixes
            ),
            wishes=wishes.read(),
            verdicts_elsewhere=sum(map(len, by_mix.values())),
        )

    async def _add_mood(self, run: Run, person: PersonId, mood: MoodPoint) -> None:
        await meet(run, person, self._now())
        await run(
            "INSERT INTO mood (person, at, sealed) VALUES (?, ?, ?)",
            person,
            as_time(mood.at),
            seal_mood(self._vault, person, mood),
        )

    def _now(self) -> str:
        return as_time(self._clock())


def _by_mix(verdicts: Rows) -> dict[int, dict[int, Verdict]]:
    """By mix and position."""
    given: defaultdict[int, dict[int, Verdict]] = defaultdict(dict)
    for mix_id, position, verdict in verdicts:
        given[mix_id][position] = Verdict(verdict)
    return given


def _stored_mix(
    mix_id: int, created_at: str, answer: StoredAnswer, verdicts: Mapping[int, Verdict]
) -> StoredMix:
    seed = answer.seed
    return StoredMix(
        mix_id=mix_id,
        made_at=read_time(created_at),
        label=answer.label,
        affect=answer.affect,
        seed=None if seed is None else (seed.title, seed.artists),
        intent=answer.intent,
        target=answer.target,
        tracks=tuple(
            StoredTrack(track.title, track.artists, verdicts.get(position))
            for position, track in enumerate(answer.tracks, start=1)
        ),
        verdict=verdicts.get(WHOLE_MIX),
    )
