"""The line in front of a few places."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from bot.line import Line
from core.domain.errors import ErrorCode, OperationError


class Person:
    """Holds a place until told to leave."""

    def __init__(self, line: Line, name: str, served: list[str]) -> None:
        self.number: Callable[[], int] = lambda: -1
        self._line, self._name, self._served = line, name, served
        self._leave = asyncio.Event()
        self.visit = asyncio.create_task(self._come())

    async def _come(self) -> None:
        async with self._line.place(self._show):
            self._served.append(self._name)
            await self._leave.wait()

    def _show(self, number: Callable[[], int]) -> None:
        self.number = number

    async def leave(self) -> None:
        self._leave.set()
        await self.visit
        await asyncio.sleep(0)


async def test_people_are_served_as_they_came_and_see_their_number_fall() -> None:
    line, served = Line(places=2), []
    people = [Person(line, name, served) for name in "abcd"]
    await asyncio.sleep(0.01)
    assert served == ["a", "b"]
    assert [person.number() for person in people] == [0, 0, 1, 2]
    await people[1].leave()
    await asyncio.sleep(0.01)
    assert served == ["a", "b", "c"]
    assert [person.number() for person in people] == [0, 0, 0, 1]
    for person in (people[0], people[2], people[3]):
        await person.leave()
    assert served == ["a", "b", "c", "d"]


async def test_who_finds_the_line_full_or_waits_too_long_is_asked_to_come_again() -> None:
    line, served = Line(places=1, waiting_limit=1, patience_s=0.05), []
    inside = Person(line, "inside", served)
    await asyncio.sleep(0)
    waiting, late = Person(line, "waiting", served), Person(line, "late", served)
    for person in (late, waiting):
        with pytest.raises(OperationError) as caught:
            await person.visit
        assert caught.value.code is ErrorCode.BUSY
    await inside.leave()
    after = Person(line, "after", served)
    await asyncio.sleep(0)
    await after.leave()
    assert served == ["inside", "after"]


async def test_whoever_gives_up_waiting_leaves_no_gap() -> None:
    line, served = Line(places=1), []
    people = [Person(line, name, served) for name in "abc"]
    await asyncio.sleep(0)
    people[1].visit.cancel()
    await asyncio.wait({people[1].visit})
    assert people[2].number() == 1
    await people[0].leave()
    await people[2].leave()
    assert served == ["a", "c"]
