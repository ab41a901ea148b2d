"""What is a person's own to decide and to see: consent, settings, moods, all that is stored."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from weakref import WeakValueDictionary

from core.domain.conversation import CONSENT_VERSION, Consent, PersonId
from core.domain.mood import MoodPoint
from core.domain.personal_data import PersonalData
from core.domain.preferences import Preferences
from core.domain.week import Week
from core.ports.store import Store


class OwnData:
    """Everybody decides for themselves, also in a group."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        """clock: the present moment, with its time zone."""
        self._store = store
        self._clock = clock
        self._turns: WeakValueDictionary[PersonId, asyncio.Lock] = WeakValueDictionary()

    async def has_consented(self, person: PersonId) -> bool:
        """Whether the person agreed to the notice as it reads today."""
        consent = await self._store.consent_of(person)
        return consent is not None and consent.version == CONSENT_VERSION

    async def give_consent(self, person: PersonId) -> None:
        """Record that the person agreed to today's notice."""
        await self._store.give_consent(person, Consent(CONSENT_VERSION, self._clock()))

    async def withdraw_consent(self, person: PersonId) -> None:
        """Read no face of theirs any more, and drop the one that stands open.

        Everything else stays until they have it erased.
        """
        async with self._turn_of(person):
            await self._store.withdraw_consent(person)
            session = await self._store.session_of(person)
            if session.face and session.face.faces_found:
                await self._store.save_session(person, session.next_round())

    async def preferences(self, person: PersonId) -> Preferences:
        """What they set; the defaults where they set nothing."""
        return await self._store.diary.preferences_of(person)

    async def set_preferences(self, person: PersonId, preferences: Preferences) -> None:
        """Replace what they set; when the help line came is moodmix's own to note, and stays."""
        async with self._turn_of(person):
            diary = self._store.diary
            shown_at = (await diary.preferences_of(person)).help_shown_at
            await diary.set_preferences(person, replace(preferences, help_shown_at=shown_at))

    async def unwanted_artists(self, person: PersonId) -> tuple[str, ...]:
        """Whom they want to hear nothing by, oldest wish first."""
        return (await self._store.tastes.wishes_of(person)).not_artists

    async def want_without(self, person: PersonId, artist: str) -> None:
        """Nothing by this artist any more."""
        await self._store.tastes.want_without(person, artist)

    async def want_again(self, person: PersonId, artist: str) -> None:
        """Take that back for one artist, spelled as in ``unwanted_artists``."""
        await self._store.tastes.want_again(person, artist)

    async def history(self, person: PersonId, since: datetime) -> Sequence[MoodPoint]:
        """Their moods since then, oldest first."""
        return await self._store.diary.moods_of(person, since)

    async def week(self, person: PersonId) -> Week:
        """The seven days up to today (UTC)."""
        return Week.of(await self._store.diary.all_of(person), self._clock().date())

    async def export(self, person: PersonId) -> PersonalData:
        """Everything that is stored about them, to be handed to them and to nobody else."""
        return await self._store.diary.all_of(person)

    async def forget(self, person: PersonId) -> None:
        """Erase everything about a person at once."""
        async with self._turn_of(person):
            await self._store.forget(person)

    @asynccontextmanager
    async def _turn_of(self, person: PersonId) -> AsyncIterator[None]:
        lock = self._turns.setdefault(person, asyncio.Lock())
        async with lock:
            yield
