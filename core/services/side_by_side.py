"""Asking several sources at once within one time budget; nobody is waited for beyond it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def side_by_side(
    *questions: Awaitable[T | None], budget_s: float, grace_s: float | None = None
) -> list[T | None]:
    """The answers in the order of the questions; None for those that did not come in time.

    budget_s: seconds for all of them together; grace_s: seconds the others get once the first has
    an answer, as long as the budget where None. What is still under way then is cancelled. Raises
    whatever a question raises.
    """
    tasks = [asyncio.ensure_future(question) for question in questions]
    clock = asyncio.get_running_loop().time
    deadline_s = clock() + budget_s
    waiting = set(tasks)
    try:
        while waiting and clock() < deadline_s:
            done, waiting = await asyncio.wait(
                waiting, timeout=deadline_s - clock(), return_when=asyncio.FIRST_COMPLETED
            )
            if grace_s is not None and any(task.result() for task in done):
                deadline_s = min(deadline_s, clock() + grace_s)
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
    return [None if task in waiting else task.result() for task in tasks]
