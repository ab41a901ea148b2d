"""Telegram's limits: who waits for whom."""

from __future__ import annotations

import asyncio

import pytest
from telegram.error import RetryAfter

from bot.telegram.flood import BURST, GROUP_PER_MINUTE, OVERALL_PER_S, FloodLimits

# the library's warning about an attribute that only it reads
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after")


class Chats:
    """What reached Telegram, in order; chats that ask for patience do so once or for ever."""

    def __init__(self, limits: FloodLimits) -> None:
        self._limits = limits
        self.sent: list[tuple[int | None, str]] = []
        self.refusals: dict[int | None, list[float]] = {}

    async def send(self, chat: int | None, endpoint: str = "sendMessage", **options: int) -> object:
        async def request() -> bool:
            if self.refusals.get(chat):
                raise RetryAfter(self.refusals[chat].pop())
            self.sent.append((chat, endpoint))
            return True

        data = {} if chat is None else {"chat_id": chat}
        retries = options.get("retries")
        return await self._limits.process_request(request, (), {}, endpoint, data, retries)


@pytest.fixture
def chats() -> Chats:
    return Chats(FloodLimits())


async def test_a_chat_that_asks_for_patience_stops_no_other(chats: Chats) -> None:
    chats.refusals[1] = [1]
    patient = asyncio.create_task(chats.send(1))
    await asyncio.sleep(0)
    await chats.send(2)
    assert chats.sent == [(2, "sendMessage")]
    await patient
    assert chats.sent == [(2, "sendMessage"), (1, "sendMessage")]


async def test_what_follows_to_a_resting_chat_waits_as_well(chats: Chats) -> None:
    chats.refusals[1] = [1]
    first = asyncio.create_task(chats.send(1))
    await asyncio.sleep(0)
    second = asyncio.create_task(chats.send(1, "sendPhoto"))
    await asyncio.sleep(0.1)
    assert chats.sent == []
    await asyncio.gather(first, second)
    assert len(chats.sent) == 2


async def test_a_chat_that_never_takes_messages_is_given_up(chats: Chats) -> None:
    chats.refusals[1] = [0.01] * 5
    with pytest.raises(RetryAfter):
        await chats.send(1)
    assert len(chats.refusals[1]) == 1
    chats.refusals[1] = [3600]
    with pytest.raises(RetryAfter):
        await chats.send(1)


async def test_signs_of_activity_are_left_out_where_messages_wait(chats: Chats) -> None:
    waiting = [asyncio.create_task(chats.send(number)) for number in range(BURST + 5)]
    await asyncio.sleep(0)
    assert await chats.send(99, "sendChatAction") is True
    await asyncio.gather(*waiting)
    assert (99, "sendChatAction") not in chats.sent
    assert len(chats.sent) == BURST + 5


async def test_in_any_second_no_more_goes_out_than_telegram_takes(chats: Chats) -> None:
    loop = asyncio.get_running_loop()
    times: list[float] = []

    async def send(chat: int) -> None:
        await chats.send(chat)
        times.append(loop.time())

    await asyncio.gather(*(send(number) for number in range(1, 46)))
    for start in times:
        assert sum(start <= time < start + 1.0 for time in times) <= OVERALL_PER_S + BURST + 1


async def test_a_group_gets_no_more_than_its_share_and_holds_up_nobody(chats: Chats) -> None:
    to_group = [asyncio.create_task(chats.send(-5)) for _ in range(GROUP_PER_MINUTE + 2)]
    while len(chats.sent) < GROUP_PER_MINUTE:  # noqa: ASYNC110 - only time brings them
        await asyncio.sleep(0.01)
    await chats.send(7)
    assert sum(task.done() for task in to_group) == GROUP_PER_MINUTE
    for task in to_group:
        task.cancel()
    await asyncio.wait(to_group)


async def test_what_belongs_to_no_chat_is_not_counted(chats: Chats) -> None:
    await asyncio.gather(*(chats.send(None, "answerCallbackQuery") for _ in range(200)))
    assert len(chats.sent) == 200
