"""What is remembered between messages and restarts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.domain.conversation import Consent, MessageRef, PersonId, Session
from core.domain.intent import Intent
from core.domain.mix import Mix, Verdict
from core.domain.track import Track
from core.ports.diary import Diary
from core.ports.tastes import Tastes


@dataclass(frozen=True, slots=True)
class Expired:
    """How much was erased for its age; sessions: those that were put away unfinished."""

    sessions: int = 0
    moods: int = 0
    mixes: int = 0
    verdicts: int = 0
    people: int = 0


class Store(Protocol):
    """Consent, sessions, recommendations and feedback. Every write is one transaction."""

    @property
    def tastes(self) -> Tastes:
        """What people like and ask for."""
        ...

    @property
    def diary(self) -> Diary:
        """Their moods and settings."""
        ...

    async def consent_of(self, person: PersonId) -> Consent | None:
        """The consent in force, None where never given or withdrawn."""
        ...

    async def give_consent(self, person: PersonId, consent: Consent) -> None:
        """Record an agreement; any earlier one is replaced."""
        ...

    async def withdraw_consent(self, person: PersonId) -> None:
        """End the consent in force; that and when it was given stays, as everything else does."""
        ...

    async def session_of(self, person: PersonId) -> Session:
        """What stands open; an empty session where nothing does."""
        ...

    async def session_since(self, person: PersonId) -> datetime | None:
        """When what stands open was last saved (UTC), None where nothing does."""
        ...

    async def save_session(self, person: PersonId, session: Session) -> None:
        """Replace what stands open."""
        ...

    async def save_mix(self, person: PersonId, mix: Mix) -> int:
        """Store an answer with its recommendations; returns its id, which is never used again."""
        ...

    async def latest_mix(self, person: PersonId) -> int | None:
        """The id of the last answer to a person, None where there is none (any more)."""
        ...

    async def link_message(self, message: MessageRef, mix_id: int) -> None:
        """Remember which chat message carries a mix, for reactions; ignored where it is gone."""
        ...

    async def mix_of_message(self, message: MessageRef) -> int | None:
        """The mix a chat message carries, if any."""
        ...

    async def track_of(self, mix_id: int, position: int) -> Track | None:
        """Title, artists and own file at ``position`` (1-based) of a mix, if it exists."""
        ...

    async def chosen_intent(self, mix_id: int) -> Intent | None:
        """The intent of a mix where a person chose it, None where face and song decided."""
        ...

    async def rate(
        self, person: PersonId, mix_id: int, position: int, verdict: Verdict | None
    ) -> None:
        """Set a verdict on one track (position from 1) or the whole mix (0); None takes it back.

        Anybody may rate any mix. Raises ConversationError (NOTHING_TO_RATE) where it is not there.
        """
        ...

    async def forget(self, person: PersonId) -> None:
        """Erase everything about a person: consent, session, mixes, and every verdict they gave."""
        ...

    async def expire(self, before: datetime | None, sessions_before: datetime) -> Expired:
        """Erase what is older than ``before``; None keeps everything until it is forgotten.

        Moods, mixes with their messages, verdicts and sessions go one by one, and with the last of
        them a person with consent, wishes and settings. Unfinished sessions that nobody touched
        since ``sessions_before`` are put away (``Session.put_away``).
        """
        ...
