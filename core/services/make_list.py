"""Lists for one person: made from what stands open and what is known of them, and kept."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from core.domain.conversation import Answer, Aside, PersonId, Session
from core.domain.intent import Intent
from core.ports.store import Store
from core.services.know_listener import ListenerMemory
from core.services.make_mix import MixMaker


class ListMaker:
    """Answers sessions that hold all that a list is made from."""

    def __init__(self, store: Store, mixes: MixMaker, memory: ListenerMemory) -> None:
        self._store = store
        self._mixes = mixes
        self._memory = memory

    async def make(
        self,
        person: PersonId,
        session: Session,
        intent: Intent | None,
        asides: tuple[Aside, ...] = (),
        timings_ms: Mapping[str, float] = MappingProxyType({}),
    ) -> Answer:
        """A list of what is known; the mood is there.

        intent: what the person chose, None lets face and song decide.
        """
        if session.face is None:
            raise AssertionError("nobody is answered without a mood")
        listener = await self._memory.listener(person)
        mix = await self._mixes.answer(
            session.face, session.seed, intent, timings_ms, listener=listener
        )
        mix_id = await self._store.save_mix(person, mix)
        return Answer(mix_id, mix, session.moved, asides)

    async def make_again(self, person: PersonId, mix_id: int) -> Answer | None:
        """The list made anew, None where what it was made from is not there (any more)."""
        session = await self._store.session_of(person)
        if not session.answered:
            return None
        intent = await self._store.chosen_intent(mix_id)
        return await self.make(person, session.stayed(), intent)
