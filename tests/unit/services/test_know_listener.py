from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from core.domain.affect import Affect
from core.domain.conversation import PersonId
from core.domain.errors import ErrorCode, OperationError
from core.domain.judgement import Judgement, Vote
from core.domain.mix import Verdict
from core.domain.track import RatedTrack, Track
from core.services.crowd import PEOPLE
from core.services.know_listener import CROWD_AGE, ListenerMemory
from core.services.traits import TraitKind
from tests.fakes.memory_store import MemoryStore
from tests.fakes.memory_tastes import MemoryTastes

ADA = PersonId("ada")
MIDDLE = Affect(0, 0)
LIKED, ALSO_LIKED = (Track(title, ("Somebody",)) for title in ("Liked", "Also liked"))
AGREED = [Vote(rater, song, Verdict.UP) for rater in range(PEOPLE) for song in (LIKED, ALSO_LIKED)]


class ManyTastes(MemoryTastes):
    """Ada likes one song; what everybody thinks is told when it may be, or cannot be told."""

    def __init__(self) -> None:
        super().__init__(MemoryStore())
        self.votes_by_all: list[Vote] = []
        self.may_tell = asyncio.Event()
        self.may_tell.set()
        self.is_busy = False
        self.times_asked = 0

    async def judgements_of(self, person: PersonId, limit: int) -> Sequence[Judgement]:
        return [Judgement(RatedTrack(LIKED, MIDDLE), MIDDLE, Verdict.UP)]

    async def votes(self) -> Sequence[Vote]:
        self.times_asked += 1
        await self.may_tell.wait()
        if self.is_busy:
            raise OperationError(ErrorCode.BUSY)
        return self.votes_by_all


class World:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 12, tzinfo=UTC)
        self.tastes = ManyTastes()
        self.memory = ListenerMemory(self.tastes, MemoryStore().diary, lambda: self.now)

    async def heeds_others(self) -> bool:
        """Whether Ada's next list goes by what others like."""
        listener = await self.memory.listener(ADA)
        return bool(listener.preference.of_kind(TraitKind.CROWD))


@pytest.fixture
async def world() -> World:
    return World()


async def until_heeded(world: World) -> None:
    async with asyncio.timeout(20):
        while not await world.heeds_others():  # noqa: ASYNC110 - nothing tells when it is done
            await asyncio.sleep(0.01)


async def test_the_first_list_goes_by_what_others_like_already(world: World) -> None:
    world.tastes.votes_by_all = AGREED
    assert await world.heeds_others()


async def test_nobody_waits_while_verdicts_are_compared_anew(world: World) -> None:
    assert not await world.heeds_others()
    world.tastes.votes_by_all = AGREED
    world.tastes.may_tell.clear()
    world.now += CROWD_AGE
    assert not await world.heeds_others()
    world.tastes.may_tell.set()
    await until_heeded(world)


async def test_verdicts_are_compared_once_an_hour(world: World) -> None:
    for _ in range(3):
        await world.heeds_others()
        world.now += CROWD_AGE / 3
    assert world.tastes.times_asked == 1


async def test_without_others_verdicts_there_is_a_list_and_the_next_one_asks_again(
    world: World,
) -> None:
    world.tastes.votes_by_all = AGREED
    world.tastes.is_busy = True
    assert not await world.heeds_others()
    world.tastes.is_busy = False
    assert await world.heeds_others()
