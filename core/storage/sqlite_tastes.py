"""What people like and ask for, in SQLite."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from core.domain.affect import Affect
from core.domain.conversation import PersonId
from core.domain.judgement import Judgement, Vote
from core.domain.mix import WHOLE_MIX, Verdict
from core.domain.track import RatedTrack, Track
from core.domain.wishes import Wishes
from core.storage.columns import as_names, as_text, as_time, read_names
from core.storage.database import Database
from core.storage.people import meet

_NOT_ARTIST, _MORE_LIKE = "not_artist", "more_like"


class SqliteTastes:
    """See core.ports.tastes for what each method promises.

    Every method raises OperationError (BUSY, TIMED_OUT, DATABASE_UNUSABLE) where SQLite cannot.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    async def judgements_of(self, person: PersonId, limit: int) -> Sequence[Judgement]:
        """The latest verdicts; one on a whole mix counts where a track has none of its own."""
        rows = await self._database.read(
            "SELECT title, artists, year, genre, language, valence, arousal,"
            " target_valence, target_arousal, verdict, feedback.position"
            " FROM feedback JOIN mix ON mix.id = feedback.mix_id"
            " JOIN recommendation AS track ON track.mix_id = feedback.mix_id"
            " AND feedback.position IN (track.position, ?)"
            " WHERE feedback.person = ? AND (feedback.position <> ? OR NOT EXISTS ("
            "SELECT 1 FROM feedback AS own WHERE own.mix_id = track.mix_id"
            " AND own.position = track.position AND own.person = feedback.person))"
            " ORDER BY feedback.created_at DESC, track.mix_id DESC, track.position LIMIT ?",
            WHOLE_MIX,
            person,
            WHOLE_MIX,
            limit,
        )
        return [_judgement(row) for row in rows]

    async def given_lately(self, person: PersonId, limit: int) -> Sequence[Track]:
        """The last tracks of their mixes, newest first."""
        rows = await self._database.read(
            "SELECT title, artists FROM recommendation JOIN mix ON mix.id = mix_id"
            " WHERE person = ? ORDER BY mix_id DESC, position LIMIT ?",
            person,
            limit,
        )
        return [Track(title, read_names(artists)) for title, artists in rows]

    async def mixes_made(self, person: PersonId) -> int:
        """How many answers they have had."""
        rows = await self._database.read("SELECT count(*) FROM mix WHERE person = ?", person)
        return int(rows[0][0])

    async def votes(self) -> Sequence[Vote]:
        """All verdicts on single tracks; raters are numbered anew in each call."""
        rows = await self._database.read(
            "SELECT dense_rank() OVER (ORDER BY person), title, artists, verdict"
            " FROM feedback JOIN recommendation USING (mix_id, position)"
            " ORDER BY person, mix_id, position"
        )
        return [
            Vote(rater, Track(title, read_names(artists)), Verdict(verdict))
            for rater, title, artists, verdict in rows
        ]

    async def wishes_of(self, person: PersonId) -> Wishes:
        """What they asked for, oldest first."""
        rows = await self._database.read(
            "SELECT kind, title, artists FROM wish WHERE person = ? ORDER BY created_at", person
        )
        return Wishes(
            not_artists=tuple(
                name for kind, _, names in rows if kind == _NOT_ARTIST for name in read_names(names)
            ),
            like=tuple(
                Track(title, read_names(names)) for kind, title, names in rows if kind == _MORE_LIKE
            ),
        )

    async def want_without(self, person: PersonId, artist: str) -> None:
        """No track by this artist any more."""
        await self._want(person, _NOT_ARTIST, "", (artist,))

    async def want_more_like(self, person: PersonId, track: Track) -> None:
        """More like this track, until a new round begins."""
        await self._want(person, _MORE_LIKE, track.title, track.artists)

    async def end_round(self, person: PersonId) -> None:
        """Drop the tracks they wanted more like."""
        async with self._database.transaction() as run:
            await run("DELETE FROM wish WHERE person = ? AND kind = ?", person, _MORE_LIKE)

    async def drop_wishes(self, person: PersonId) -> None:
        """Take back everything they asked for."""
        async with self._database.transaction() as run:
            await run("DELETE FROM wish WHERE person = ?", person)

    async def _want(self, person: PersonId, kind: str, title: str, artists: Sequence[str]) -> None:
        now = as_time(self._clock())
        async with self._database.transaction() as run:
            await meet(run, person, now)
            await run(
                "INSERT INTO wish (person, kind, title, artists, created_at)"
                " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                person,
                kind,
                as_text(title),
                as_names(artists),
                now,
            )


def _judgement(row: tuple[Any, ...]) -> Judgement:
    title, artists, year, genre, language, *numbers, verdict, position = row
    valence, arousal, target_valence, target_arousal = numbers
    return Judgement(
        RatedTrack(
            Track(title, read_names(artists), year, genre, language), Affect(valence, arousal)
        ),
        Affect(target_valence, target_arousal),
        Verdict(verdict),
        of_mix=position == WHOLE_MIX,
    )
