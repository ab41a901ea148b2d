"""A store that forgets when the process ends; it keeps the same promises as the real one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from core.domain.conversation import Consent, MessageRef, PersonId, Session
from core.domain.errors import ConversationError, ErrorCode
from core.domain.intent import Intent, IntentCause
from core.domain.mix import Mix, Verdict
from core.domain.mood import MoodPoint
from core.domain.preferences import Preferences
from core.domain.track import Track
from core.ports.store import Expired
from tests.fakes.memory_diary import MemoryDiary
from tests.fakes.memory_tastes import MemoryTastes


class MemoryStore:
    """Dictionaries that tests may look into; ``ratings`` holds (person, mix id, position)."""

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.clock = clock
        self.met: dict[PersonId, datetime] = {}
        self.consents: dict[PersonId, Consent] = {}
        self.sessions: dict[PersonId, tuple[Session, datetime]] = {}
        self.mixes: dict[int, tuple[PersonId, Mix]] = {}
        self.mixes_made_at: dict[int, datetime] = {}
        self.messages: dict[MessageRef, int] = {}
        self.ratings: dict[tuple[PersonId, int, int], Verdict] = {}
        self.rated_at: dict[tuple[PersonId, int, int], datetime] = {}
        self.wishes: list[tuple[PersonId, str | Track]] = []
        self.moods: list[tuple[PersonId, MoodPoint]] = []
        self.preferences: dict[PersonId, Preferences] = {}
        self.changed_at: dict[PersonId, datetime] = {}
        self._last_mix_id = 0

    @property
    def tastes(self) -> MemoryTastes:
        return MemoryTastes(self)

    @property
    def diary(self) -> MemoryDiary:
        return MemoryDiary(self)

    async def close(self) -> None:
        """Nothing to release."""

    async def consent_of(self, person: PersonId) -> Consent | None:
        consent = self.consents.get(person)
        return consent if consent and consent.withdrawn_at is None else None

    async def give_consent(self, person: PersonId, consent: Consent) -> None:
        self.meet(person)
        self.consents[person] = consent

    async def withdraw_consent(self, person: PersonId) -> None:
        if await self.consent_of(person):
            self.consents[person] = replace(self.consents[person], withdrawn_at=self.clock())

    async def session_of(self, person: PersonId) -> Session:
        return self.sessions[person][0] if person in self.sessions else Session()

    async def session_since(self, person: PersonId) -> datetime | None:
        return self.sessions[person][1] if person in self.sessions else None

    async def save_session(self, person: PersonId, session: Session) -> None:
        if session == Session():
            self.sessions.pop(person, None)
        else:
            self.meet(person)
            self.sessions[person] = (session, self.clock())

    async def save_mix(self, person: PersonId, mix: Mix) -> int:
        self.meet(person)
        self._last_mix_id += 1
        self.mixes[self._last_mix_id] = (person, mix)
        self.mixes_made_at[self._last_mix_id] = self.clock()
        return self._last_mix_id

    async def latest_mix(self, person: PersonId) -> int | None:
        return max((key for key, (owner, _) in self.mixes.items() if owner == person), default=None)

    async def link_message(self, message: MessageRef, mix_id: int) -> None:
        if mix_id in self.mixes:
            self.messages[message] = mix_id

    async def mix_of_message(self, message: MessageRef) -> int | None:
        return self.messages.get(message)

    async def track_of(self, mix_id: int, position: int) -> Track | None:
        if mix_id not in self.mixes or position < 1:
            return None
        _, mix = self.mixes[mix_id]
        found = mix.recommendations[position - 1 : position]
        if not found:
            return None
        track = found[0].track
        return Track(track.title, track.artists, file=track.file)

    async def chosen_intent(self, mix_id: int) -> Intent | None:
        decision = self.mixes[mix_id][1].decision if mix_id in self.mixes else None
        return decision.intent if decision and decision.cause is IntentCause.CHOSEN else None

    async def rate(
        self, person: PersonId, mix_id: int, position: int, verdict: Verdict | None
    ) -> None:
        whole_mix = position == 0 and mix_id in self.mixes
        if not whole_mix and await self.track_of(mix_id, position) is None:
            raise ConversationError(ErrorCode.NOTHING_TO_RATE)
        self.meet(person)
        self.ratings.pop((person, mix_id, position), None)
        if verdict is not None:  # the last in the dictionary is the latest
            self.ratings[person, mix_id, position] = verdict
            self.rated_at[person, mix_id, position] = self.clock()

    async def forget(self, person: PersonId) -> None:
        for known in (
            self.met,
            self.consents,
            self.sessions,
            self.preferences,
            self.changed_at,
        ):
            known.pop(person, None)
        self.moods = [mood for mood in self.moods if mood[0] != person]
        self.wishes = [wish for wish in self.wishes if wish[0] != person]
        self._drop_mixes({key for key, (owner, _) in self.mixes.items() if owner == person})
        self.ratings = {key: value for key, value in self.ratings.items() if key[0] != person}

    async def expire(self, before: datetime | None, sessions_before: datetime) -> Expired:
        put_away = [
            person
            for person, (session, saved_at) in self.sessions.items()
            if saved_at < sessions_before and session.unfinished
        ]
        for person in put_away:
            session, saved_at = self.sessions[person]
            self.sessions[person] = (session.put_away(), saved_at)
        if before is None:
            return Expired(sessions=len(put_away))
        old_verdicts = {key for key in self.ratings if self.rated_at[key] < before}
        old_mixes = {key for key in self.mixes if self.mixes_made_at[key] < before}
        old_moods = [mood for mood in self.moods if mood[1].at < before]
        self.ratings = {key: v for key, v in self.ratings.items() if key not in old_verdicts}
        self._drop_mixes(old_mixes)
        self.moods = [mood for mood in self.moods if mood not in old_moods]
        self.sessions = {key: s for key, s in self.sessions.items() if s[1] >= before}
        gone = [person for person in self.met if not self._is_recent(person, before)]
        for person in gone:
            await self.forget(person)
        return Expired(len(put_away), len(old_moods), len(old_mixes), len(old_verdicts), len(gone))

    def _drop_mixes(self, gone: set[int]) -> None:
        self.mixes = {key: value for key, value in self.mixes.items() if key not in gone}
        self.messages = {key: value for key, value in self.messages.items() if value not in gone}
        self.ratings = {key: value for key, value in self.ratings.items() if key[1] not in gone}

    def _is_recent(self, person: PersonId, before: datetime) -> bool:
        consent = self.consents.get(person)
        agreed = [consent.given_at, consent.withdrawn_at] if consent else []
        moments = [self.met[person], self.changed_at.get(person), *agreed]
        return (
            any(moment is not None and moment >= before for moment in moments)
            or any(owner == person for owner, _ in [*self.moods, *self.mixes.values()])
            or any(rater == person for rater, *_ in self.ratings)
            or person in self.sessions
        )

    def meet(self, person: PersonId) -> None:
        """Remember when the first of a person was stored."""
        self.met.setdefault(person, self.clock())
