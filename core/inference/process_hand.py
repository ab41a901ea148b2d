"""One process beside this one, for work in Python that would hold up all other threads here."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.reduction import ForkingPickler
from pickle import PicklingError
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from core.domain.errors import MoodmixError
from core.inference.process_crew import Prepare, Worker

Task = TypeVar("Task")
Result = TypeVar("Result")


class HandFailedError(Exception):
    """The process could not do a task, was too slow or ended; the log says which."""


class ProcessHand(Generic[Task, Result]):
    """Does tasks one after another for as long as it is needed.

    prepare: a function of a module, called once in the process; it returns what does a task.
    limit_s: longest time for one task.
    """

    def __init__(self, prepare: Prepare[Task, Result], limit_s: float) -> None:
        self._worker: Worker[Task, Result] = Worker(prepare, limit_s)
        self._turn = asyncio.Lock()
        self._under_way: set[asyncio.Task[Any]] = set()
        self._is_ready = False

    @property
    def is_ready(self) -> bool:
        """Whether a task is begun without waiting for the process to start."""
        return self._is_ready

    async def start(self) -> None:
        """Start the process; raises HandFailedError."""
        # values of ours hold read-only views, which do not travel between processes by themselves
        ForkingPickler.register(MappingProxyType, _copied)
        async with self._turn:
            with _explained():
                await self._worker.start()
            self._is_ready = True

    async def do(self, task: Task) -> Result:
        """Do one task when those before it are done.

        Raises HandFailedError; a process that ended is started anew with the next task. A task is
        done to its end also where nobody waits any more: its answer would be taken for the next.
        """
        doing = asyncio.create_task(self._do(task))
        self._under_way.add(doing)
        doing.add_done_callback(self._under_way.discard)
        return await asyncio.shield(doing)

    async def close(self) -> None:
        """End the process, whatever it is doing; twice is fine."""
        self._is_ready = False
        for doing in self._under_way:
            doing.cancel()
        self._worker.kill()
        await asyncio.gather(*self._under_way, return_exceptions=True)
        self._worker.bury()

    async def _do(self, task: Task) -> Result:
        async with self._turn:
            with _explained():
                done = await self._worker.do(task)
        if isinstance(done.result, MoodmixError):
            raise HandFailedError from done.result
        return done.result


def _copied(view: Mapping[Any, Any]) -> tuple[Callable[..., Any], tuple[dict[Any, Any]]]:
    return _view_of, (dict(view),)


def _view_of(content: dict[Any, Any]) -> Mapping[Any, Any]:
    return MappingProxyType(content)


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except (MoodmixError, RuntimeError, EOFError, OSError, TypeError, PicklingError) as error:
        raise HandFailedError from error
