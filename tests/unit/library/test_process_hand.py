"""One process that does tasks for a service, whatever happens to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from core.inference.process_hand import HandFailedError, ProcessHand
from tests.fakes.crew_jobs import prepare, prepare_in_vain


@pytest.fixture
async def hand() -> AsyncIterator[ProcessHand[str, str]]:
    hand = ProcessHand(prepare, limit_s=60.0)
    await hand.start()
    yield hand
    await hand.close()


async def test_tasks_are_done_in_order_by_one_process_outside_this_one(hand) -> None:
    assert hand.is_ready
    first, *words = await asyncio.gather(hand.do("pid"), hand.do("one"), hand.do("two"))
    assert words == ["ONE", "TWO"]
    assert await hand.do("pid") == first


@pytest.mark.parametrize("trouble", ["die", "crash", "refuse", "stumble"])
async def test_a_task_that_fails_is_told_and_the_next_one_is_done(hand, trouble) -> None:
    with pytest.raises(HandFailedError):
        await hand.do(trouble)
    assert await hand.do("next") == "NEXT"


async def test_an_answer_nobody_waits_for_is_not_taken_for_the_next_one(hand) -> None:
    impatient = asyncio.create_task(hand.do("first"))
    await asyncio.sleep(0)
    impatient.cancel()
    await asyncio.wait({impatient})
    assert await hand.do("second") == "SECOND"


async def test_what_hangs_ends_with_the_hand() -> None:
    hand = ProcessHand(prepare, limit_s=60.0)
    await hand.start()
    hanging = asyncio.create_task(hand.do("hang"))
    await asyncio.sleep(0.1)
    await hand.close()
    await asyncio.wait({hanging})
    assert hanging.cancelled()
    await hand.close()


async def test_a_process_that_cannot_be_prepared_is_told() -> None:
    hand = ProcessHand(prepare_in_vain, limit_s=60.0)
    with pytest.raises(HandFailedError):
        await hand.start()
    assert not hand.is_ready
    await hand.close()
