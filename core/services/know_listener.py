"""What is known of a person when a list is made for them: wishes, recent songs, preference."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from core.domain.conversation import PersonId
from core.domain.wishes import Wishes
from core.ports.diary import Diary
from core.ports.tastes import Tastes
from core.services.crowd import Crowd
from core.services.make_mix import Listener
from core.services.preference import REMEMBERED, Preference

RECENT_TRACKS = 50
"""So many tracks of a person's last answers are not given again: ten answers."""

CROWD_AGE = timedelta(hours=1)
"""How old the comparison of everybody's verdicts may grow before it is made anew."""


class ListenerMemory:
    """Reads what is stored of a person, and learns from it, for each answer anew."""

    def __init__(self, tastes: Tastes, diary: Diary, clock: Callable[[], datetime]) -> None:
        self._tastes = tastes
        self._diary = diary
        self._clock = clock
        self._crowd = Crowd({})
        self._crowd_since: datetime | None = None
        self._comparing = asyncio.Lock()

    async def listener(self, person: PersonId) -> Listener:
        """Who the next list is for. The same stored facts give the same listener."""
        judgements = await self._tastes.judgements_of(person, REMEMBERED)
        others = (await self._everybody()).expected(judgements) if judgements else {}
        seed = (int.from_bytes(person.encode()), await self._tastes.mixes_made(person))
        return Listener(
            wishes=await self._wishes(person),
            recent=tuple(await self._tastes.given_lately(person, RECENT_TRACKS)),
            preference=Preference.learned(judgements, seed, others),
        )

    async def _wishes(self, person: PersonId) -> Wishes:
        """What they asked for under their lists, and what they set for all of them."""
        settings = await self._diary.preferences_of(person)
        return replace(
            await self._tastes.wishes_of(person),
            languages=settings.song_languages,
            contexts=(settings.occasion,) if settings.occasion else (),
        )

    async def _everybody(self) -> Crowd:
        async with self._comparing:
            now = self._clock()
            if self._crowd_since is None or now - self._crowd_since >= CROWD_AGE:
                votes = await self._tastes.votes()
                self._crowd = await asyncio.to_thread(Crowd.learned, votes)
                self._crowd_since = now
        return self._crowd
