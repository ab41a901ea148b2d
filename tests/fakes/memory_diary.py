"""A diary kept in a MemoryStore's dictionaries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from core.domain.conversation import PersonId
from core.domain.mix import WHOLE_MIX
from core.domain.mood import MoodPoint
from core.domain.personal_data import PersonalData, StoredMix, StoredTrack
from core.domain.preferences import DEFAULT_PREFERENCES, Preferences

if TYPE_CHECKING:
    from tests.fakes.memory_store import MemoryStore


class MemoryDiary:
    def __init__(self, store: MemoryStore) -> None:
        self._store = store

    async def note_mood(self, person: PersonId, mood: MoodPoint) -> None:
        self._store.meet(person)
        self._store.moods.append((person, mood))

    async def correct_mood(self, person: PersonId, mood: MoodPoint) -> None:
        self._store.moods = [
            (owner, noted)
            for owner, noted in self._store.moods
            if (owner, noted.at) != (person, mood.at)
        ]
        await self.note_mood(person, mood)

    async def moods_of(self, person: PersonId, since: datetime) -> Sequence[MoodPoint]:
        return [mood for mood in self._moods(person) if mood.at >= since]

    async def preferences_of(self, person: PersonId) -> Preferences:
        return self._store.preferences.get(person, DEFAULT_PREFERENCES)

    async def set_preferences(self, person: PersonId, preferences: Preferences) -> None:
        self._store.meet(person)
        self._store.changed_at[person] = self._store.clock()
        self._store.preferences[person] = preferences

    async def all_of(self, person: PersonId) -> PersonalData:
        store = self._store
        rated = [mix_id for rater, mix_id, _ in store.ratings if rater == person]
        return PersonalData(
            met_at=store.met.get(person),
            consent=store.consents.get(person),
            preferences=await self.preferences_of(person),
            session=await store.session_of(person),
            moods=tuple(self._moods(person)),
            mixes=tuple(
                self._stored_mix(person, mix_id)
                for mix_id, (owner, _) in store.mixes.items()
                if owner == person
            ),
            wishes=await store.tastes.wishes_of(person),
            verdicts_elsewhere=sum(store.mixes[mix_id][0] != person for mix_id in rated),
        )

    def _moods(self, person: PersonId) -> list[MoodPoint]:
        own = [mood for owner, mood in self._store.moods if owner == person]
        return sorted(own, key=lambda mood: mood.at)

    def _stored_mix(self, person: PersonId, mix_id: int) -> StoredMix:
        _, mix = self._store.mixes[mix_id]
        ratings = self._store.ratings
        return StoredMix(
            mix_id=mix_id,
            made_at=self._store.mixes_made_at[mix_id],
            label=mix.face.emotion.label,
            affect=mix.face.affect,
            seed=mix.seed and (mix.seed.track.title, mix.seed.track.artists),
            intent=mix.decision.intent,
            target=mix.target,
            tracks=tuple(
                StoredTrack(
                    given.track.title, given.track.artists, ratings.get((person, mix_id, place))
                )
                for place, given in enumerate(mix.recommendations, start=1)
            ),
            verdict=ratings.get((person, mix_id, WHOLE_MIX)),
        )
