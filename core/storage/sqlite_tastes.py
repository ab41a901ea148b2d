"""What people like and ask for, in SQLite."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from itertools import islice

from core.domain.conversation import PersonId
from core.domain.judgement import Judgement, Vote
from core.domain.mix import WHOLE_MIX, Verdict
from core.domain.track import Track
from core.domain.wishes import Wishes
from core.storage.columns import as_time
from core.storage.database import Database, Rows
from core.storage.diary_json import StoredWishes
from core.storage.mix_json import StoredAnswer
from core.storage.people import meet
from core.storage.sealed_rows import open_mixes, open_names, read_wishes, seal_wishes
from core.storage.vault import Vault

MIXES_AT_ONCE = 1000
"""So many answers are read and opened together where everybody's are needed."""


class SqliteTastes:
    """See core.ports.tastes for what each method promises.

    Every method raises OperationError (BUSY, TIMED_OUT, DATABASE_UNUSABLE) where SQLite cannot.
    """

    def __init__(self, database: Database, vault: Vault, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock

    async def judgements_of(self, person: PersonId, limit: int) -> Sequence[Judgement]:
        """The latest verdicts; one on a whole mix counts where a track has none of its own."""
        verdicts = await self._database.read(
            "SELECT mix_id, position, verdict, tracks FROM feedback JOIN mix ON id = mix_id"
            " WHERE feedback.person = ?"
            " ORDER BY feedback.created_at DESC, mix_id DESC, position",
            person,
        )
        own = {(mix_id, position) for mix_id, position, *_ in verdicts}
        judged = list(
            islice(
                (
                    (mix_id, place, Verdict(verdict), position == WHOLE_MIX)
                    for mix_id, position, verdict, tracks in verdicts
                    for place in _places(mix_id, position, tracks, own)
                ),
                limit,
            )
        )
        answers = await self._opened(await self._sealed({mix_id for mix_id, *_ in judged}))
        return [
            Judgement(
                answers[mix_id].tracks[place - 1].rated,
                answers[mix_id].target,
                verdict,
                of_mix=of_mix,
            )
            for mix_id, place, verdict, of_mix in judged
            if mix_id in answers  # erased just now
        ]

    async def given_lately(self, person: PersonId, limit: int) -> Sequence[Track]:
        """The last tracks of their mixes, newest first."""
        rows = await self._database.read(
            "SELECT id, person, sealed FROM (SELECT id, person, sealed,"
            " sum(tracks) OVER (ORDER BY id DESC) - tracks AS later FROM mix WHERE person = ?)"
            " WHERE later < ? ORDER BY id DESC",
            person,
            limit,
        )
        answers = await self._opened(rows)
        return [track.name for answer in answers.values() for track in answer.tracks][:limit]

    async def mixes_made(self, person: PersonId) -> int:
        """How many answers they have had."""
        rows = await self._database.read("SELECT count(*) FROM mix WHERE person = ?", person)
        return int(rows[0][0])

    async def votes(self) -> Sequence[Vote]:
        """All verdicts on single tracks; raters are numbered anew in each call."""
        rows = await self._database.read(
            "SELECT dense_rank() OVER (ORDER BY person), mix_id, position, verdict"
            " FROM feedback WHERE position <> ? ORDER BY person, mix_id, position",
            WHOLE_MIX,
        )
        mixes = sorted({mix_id for _, mix_id, _, _ in rows})
        names: dict[int, tuple[Track, ...]] = {}
        for start in range(0, len(mixes), MIXES_AT_ONCE):
            sealed = await self._sealed(mixes[start : start + MIXES_AT_ONCE])
            names |= await asyncio.to_thread(open_names, self._vault, sealed)
        return await asyncio.to_thread(_votes, rows, names)

    async def wishes_of(self, person: PersonId) -> Wishes:
        """What they asked for, oldest first."""
        return (await read_wishes(self._database.read, self._vault, person)).read()

    async def want_without(self, person: PersonId, artist: str) -> None:
        """No track by this artist any more."""
        await self._change(
            person, lambda known: StoredWishes.of((*known.not_artists, artist), known.like)
        )

    async def want_again(self, person: PersonId, artist: str) -> None:
        """Tracks by this artist may come again."""
        await self._change(
            person,
            lambda known: StoredWishes.of(
                (name for name in known.not_artists if name != artist), known.like
            ),
        )

    async def want_more_like(self, person: PersonId, track: Track) -> None:
        """More like this track, until a new round begins."""
        await self._change(
            person, lambda known: StoredWishes.of(known.not_artists, (*known.like, track))
        )

    async def end_round(self, person: PersonId) -> None:
        """Drop the tracks they wanted more like."""
        await self._change(person, lambda known: StoredWishes.of(known.not_artists, ()))

    async def drop_wishes(self, person: PersonId) -> None:
        """Take back everything they asked for."""
        await self._change(person, lambda _: StoredWishes())

    async def _change(self, person: PersonId, change: Callable[[Wishes], StoredWishes]) -> None:
        async with self._database.transaction() as run:
            known = await read_wishes(run, self._vault, person)
            wishes = change(known.read())
            if wishes == known:
                return
            if wishes == StoredWishes():
                await run("DELETE FROM wishes WHERE person = ?", person)
                return
            now = as_time(self._clock())
            await meet(run, person, now)
            await run(
                "INSERT INTO wishes (person, sealed, updated_at) VALUES (?, ?, ?)"
                " ON CONFLICT (person) DO UPDATE"
                " SET sealed = excluded.sealed, updated_at = excluded.updated_at",
                person,
                seal_wishes(self._vault, person, wishes),
                now,
            )

    async def _sealed(self, mixes: Collection[int]) -> Rows:
        return await self._database.read(
            "SELECT id, person, sealed FROM mix WHERE id IN (SELECT value FROM json_each(?))",
            json.dumps(list(mixes)),
        )

    async def _opened(self, rows: Rows) -> dict[int, StoredAnswer]:
        return await asyncio.to_thread(open_mixes, self._vault, rows)


def _votes(rows: Rows, names: Mapping[int, Sequence[Track]]) -> list[Vote]:
    return [
        Vote(rater, names[mix_id][position - 1], Verdict(verdict))
        for rater, mix_id, position, verdict in rows
        if mix_id in names  # not erased just now
    ]


def _places(mix_id: int, position: int, tracks: int, own: set[tuple[int, int]]) -> Sequence[int]:
    """The tracks that a verdict speaks of."""
    if position != WHOLE_MIX:
        return [position]
    return [place for place in range(1, tracks + 1) if (mix_id, place) not in own]
