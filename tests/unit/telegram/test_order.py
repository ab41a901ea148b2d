from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from datetime import UTC, datetime

import pytest
from telegram import Chat as TelegramChat
from telegram import Message as TelegramMessage
from telegram import ReactionTypeCustomEmoji, ReactionTypeEmoji, ReactionTypePaid, Update, User

from bot.presenters.language import speaking, spoken
from bot.telegram.order import PerPersonOrder
from bot.telegram.reactions import verdict_of
from bot.telegram.recent import Once, Recent
from core.domain.mix import Verdict


def update_of(user_id: int) -> Update:
    user = User(user_id, "A", is_bot=False)
    message = TelegramMessage(
        1, datetime.now(UTC), TelegramChat(user_id, "private"), from_user=user
    )
    return Update(1, message=message)


async def nothing(_update: object) -> None:
    """What is told of an update at its end, where nobody cares."""


def speechless(_user: User) -> AbstractAsyncContextManager[None]:
    """How the language is set, where nothing is said."""
    return nullcontext()


async def nobody(_update: Update) -> None:
    raise AssertionError("nobody should be turned away")


async def test_one_persons_updates_run_in_order_and_never_together():
    order, seen = PerPersonOrder(nobody, close=nothing, speaking=speechless), []

    async def work(number: int) -> None:
        seen.append(("begin", number))
        await asyncio.sleep(0)
        seen.append(("end", number))

    await asyncio.gather(*(order.process_update(update_of(1), work(n)) for n in range(5)))
    assert seen == [(what, n) for n in range(5) for what in ("begin", "end")]


async def test_people_run_side_by_side():
    order, met = PerPersonOrder(nobody, close=nothing, speaking=speechless), asyncio.Barrier(3)
    async with asyncio.timeout(5):
        await asyncio.gather(*(order.process_update(update_of(n), met.wait()) for n in (1, 2, 3)))


async def test_nothing_is_kept_of_people_who_are_done_also_after_a_failure():
    order = PerPersonOrder(nobody, close=nothing, speaking=speechless)

    async def fail() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await order.process_update(update_of(1), fail())
    assert order.people_in_hand == 0


async def test_what_exceeds_the_limit_is_turned_away_once_and_never_run():
    turned_away, release, ran = [], asyncio.Event(), []

    async def turn_away(update: Update) -> None:
        turned_away.append(update)

    async def work(number: int) -> None:
        ran.append(number)
        await release.wait()

    order = PerPersonOrder(turn_away, close=nothing, speaking=speechless, waiting_limit=3)
    tasks = [asyncio.create_task(order.process_update(update_of(1), work(n))) for n in range(6)]
    await asyncio.wait(tasks[3:])
    release.set()
    await asyncio.gather(*tasks)
    assert ran == [0, 1, 2]
    assert len(turned_away) == 1


async def test_an_update_is_dealt_with_and_turned_away_in_its_persons_language():
    heard, release = [], asyncio.Event()

    async def work() -> None:
        await release.wait()
        heard.append(("answered", spoken()))

    async def turn_away(_update: Update) -> None:
        heard.append(("turned away", spoken()))

    @asynccontextmanager
    async def speak(user: User) -> AsyncIterator[None]:
        with speaking({1: "fa", 2: "vi"}[user.id]):
            yield

    order = PerPersonOrder(turn_away, close=nothing, speaking=speak, waiting_limit=1)
    tasks = [
        asyncio.create_task(order.process_update(update_of(person), work())) for person in (1, 2, 2)
    ]
    await tasks[-1]
    release.set()
    await asyncio.gather(*tasks)
    assert heard == [("turned away", "vi"), ("answered", "fa"), ("answered", "vi")]
    assert spoken() == "en"


async def test_updates_of_nobody_run_as_they_come():
    order, ran = PerPersonOrder(nobody, close=nothing, speaking=speechless), []

    async def work() -> None:
        ran.append(1)

    await order.process_update(object(), work())
    assert ran == [1]


async def test_cancelling_all_ends_what_runs_and_what_waits():
    order = PerPersonOrder(nobody, close=nothing, speaking=speechless)
    tasks = [
        asyncio.create_task(order.process_update(update_of(1), asyncio.sleep(60))) for _ in range(3)
    ]
    await asyncio.sleep(0)
    order.cancel_all()
    await asyncio.wait(tasks)
    assert all(task.cancelled() for task in tasks)
    assert order.people_in_hand == 0


def test_a_short_memory_drops_the_oldest():
    recent: Recent[int, str] = Recent(2)
    for number in (1, 2, 3):
        recent.put(number, str(number))
    assert [recent.get(number) for number in (1, 2, 3)] == [None, "2", "3"]


def test_something_is_met_once_until_it_did_not_come_about():
    once: Once[str] = Once()
    assert [once.first("a"), once.first("a"), once.first("b")] == [True, False, True]
    once.again("a")
    assert once.first("a")


@pytest.mark.parametrize(
    ("emoji", "verdict"),
    [
        (["👍"], Verdict.UP),
        (["❤️"], Verdict.UP),
        (["❤", "🔥"], Verdict.UP),
        (["👎"], Verdict.DOWN),
        (["👎", "💔"], Verdict.DOWN),
        (["👍", "👎"], None),
        (["🤔"], None),
        (["🤔", "👍"], Verdict.UP),
        ([], None),
    ],
)
def test_emoji_agree_on_a_verdict_or_on_none(emoji, verdict):
    assert verdict_of([ReactionTypeEmoji(one) for one in emoji]) is verdict


def test_a_star_is_praise_and_a_custom_emoji_says_nothing():
    assert verdict_of([ReactionTypePaid()]) is Verdict.UP
    assert verdict_of([ReactionTypeCustomEmoji("5")]) is None


async def test_every_update_is_closed_at_its_end_but_for_a_cancelled_one():
    closed = []

    async def close(update: object) -> None:
        closed.append(update)

    async def turn_away(_update: Update) -> None:
        return None

    order, gate = (
        PerPersonOrder(turn_away, close=close, speaking=speechless, waiting_limit=2),
        asyncio.Event(),
    )
    updates = [update_of(1) for _ in range(4)]
    done, cancelled, *away = (
        asyncio.create_task(order.process_update(update, gate.wait())) for update in updates
    )
    await asyncio.wait(away)
    assert closed == updates[2:]
    cancelled.cancel()
    gate.set()
    await asyncio.wait({done, cancelled})
    assert closed == [*updates[2:], updates[0]]


async def test_a_waiting_update_that_is_cancelled_lets_nobody_pass():
    order = PerPersonOrder(nobody, close=nothing, speaking=speechless)
    gate, ran = asyncio.Event(), []

    async def work(number: int) -> None:
        ran.append(number)
        await gate.wait()

    first, second, third = (
        asyncio.create_task(order.process_update(update_of(1), work(number))) for number in range(3)
    )
    await asyncio.sleep(0)
    second.cancel()
    await asyncio.wait({second})
    await asyncio.sleep(0.01)
    assert ran == [0]
    gate.set()
    await asyncio.gather(first, third)
    assert ran == [0, 2]
