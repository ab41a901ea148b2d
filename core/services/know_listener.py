"""What is known of a person when a list is made for them: wishes, recent songs, preference."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from core.domain.conversation import PersonId
from core.domain.errors import MoodmixError
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

_log = structlog.get_logger()


class ListenerMemory:
    """Reads what is stored of a person, and learns from it, for each answer anew."""

    def __init__(self, tastes: Tastes, diary: Diary, clock: Callable[[], datetime]) -> None:
        self._tastes = tastes
        self._diary = diary
        self._clock = clock
        self._crowd: Crowd | None = None
        self._compared_at: datetime | None = None
        self._comparing: asyncio.Task[None] | None = None

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
        """What everybody thinks; the first list after a start waits for it, and none after that."""
        if self._comparing is None and self._is_old():
            self._comparing = asyncio.create_task(self._compare())
        if self._crowd is None and self._comparing:
            await asyncio.shield(self._comparing)
        return self._crowd or Crowd({})

    def _is_old(self) -> bool:
        return self._compared_at is None or self._clock() - self._compared_at >= CROWD_AGE

    async def _compare(self) -> None:
        began_at = self._clock()
        try:
            votes = await self._tastes.votes()
            self._crowd = await asyncio.to_thread(Crowd.learned, votes)
            self._compared_at = began_at
        except MoodmixError as error:
            # a list can do without, and the next one tries again
            _log.warning("crowd_not_compared", code=error.code.value)
        finally:
            self._comparing = None
