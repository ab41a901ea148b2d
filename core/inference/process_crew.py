"""Workers as processes of this machine: one core each, and one file cannot take the others down.

Each worker is an executor of one process, so that when a process dies or has to be killed it is
certain which task it was given.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import Any, Generic, TypeVar

import structlog

from core.domain.errors import ErrorCode, MediaError, MoodmixError
from core.ports.library import Done

Task = TypeVar("Task")
Result = TypeVar("Result")
Prepare = Callable[[], Callable[[Task], Result]]

_log = structlog.get_logger()


class ProcessCrew(Generic[Task, Result]):
    """A crew of processes, started as they are needed.

    prepare: a function of a module, called once in every process; it returns what does a task.
    limit_s: longest time for one task.
    """

    def __init__(
        self, prepare: Prepare[Task, Result], limit_s: float, processes: int | None = None
    ) -> None:
        self._workers = [_Worker(prepare, limit_s) for _ in range(processes or _cores())]

    async def work(self, tasks: AsyncIterable[Task]) -> AsyncGenerator[Done[Task, Result], None]:
        """What came of every task; see ``core.ports.library.Crew``.

        Raises MoodmixError where a process cannot be prepared.
        """
        coming = aiter(tasks)
        idle, busy = list(self._workers), dict[asyncio.Task[Done[Task, Result]], Any]()
        more = True
        try:
            while more or busy:
                while more and idle:
                    try:
                        task = await anext(coming)
                    except StopAsyncIteration:
                        more = False
                    else:
                        worker = idle.pop()
                        busy[asyncio.create_task(worker.do(task))] = worker
                if busy:
                    finished, _ = await asyncio.wait(busy, return_when=asyncio.FIRST_COMPLETED)
                    for future in finished:
                        idle.append(busy.pop(future))
                        yield future.result()
        finally:
            for future in busy:
                future.cancel()
            await asyncio.gather(*busy, return_exceptions=True)

    def close(self) -> None:
        """End every process, whatever it is doing."""
        for worker in self._workers:
            worker.kill()


class _Worker(Generic[Task, Result]):
    """One process at a time; after a crash or a hang the next task gets a new one."""

    def __init__(self, prepare: Prepare[Task, Result], limit_s: float) -> None:
        self._prepare = prepare
        self._limit_s = limit_s
        self._executor: ProcessPoolExecutor | None = None
        self._pid: int | None = None

    async def do(self, task: Task) -> Done[Task, Result]:
        """Do one task; a MoodmixError in place of its result where that fails."""
        executor = self._executor or await self._start()
        try:
            async with asyncio.timeout(self._limit_s):
                result = await asyncio.wrap_future(executor.submit(_perform, self._prepare, task))
        except TimeoutError:
            self.kill()
            error = MediaError(ErrorCode.LISTENING_TOO_SLOW, limit_s=self._limit_s)
            return Done(task, error)
        except BrokenProcessPool:
            self.kill()
            return Done(task, MediaError(ErrorCode.LISTENING_BROKE))
        except asyncio.CancelledError:
            self.kill()
            raise
        except MoodmixError as error:
            return Done(task, error)
        except Exception as error:  # noqa: BLE001 - a file nobody foresaw must not end the others
            _log.error("listening_broke", exc_info=error)
            return Done(task, MediaError(ErrorCode.LISTENING_BROKE))
        return Done(task, result)

    def kill(self) -> None:
        """End the process at once."""
        if self._pid is not None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = self._pid = None

    async def _start(self) -> ProcessPoolExecutor:
        self._executor = executor = ProcessPoolExecutor(
            1, multiprocessing.get_context("spawn"), initializer=_end_with_parent
        )
        with _calm_start():
            first: Future[int] = executor.submit(os.getpid)
        try:
            self._pid = await asyncio.wrap_future(first)
            await asyncio.wrap_future(executor.submit(_ready, self._prepare))
        except BaseException:
            self.kill()
            raise
        return executor


def _cores() -> int:
    """How many we may use; not every system tells more than how many there are."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


@contextmanager
def _calm_start() -> Iterator[None]:
    """What a process started in here inherits: no Ctrl-C, which is ours to handle; one thread."""
    before = os.environ.get("OMP_NUM_THREADS")
    os.environ["OMP_NUM_THREADS"] = "1"
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        if before is None:
            del os.environ["OMP_NUM_THREADS"]
        else:
            os.environ["OMP_NUM_THREADS"] = before


def _end_with_parent() -> None:
    """In the process: end when the one that started it was killed."""

    def wait() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


@lru_cache(maxsize=1)
def _prepared(prepare: Prepare[Task, Result]) -> Callable[[Task], Result]:
    return prepare()


def _ready(prepare: Prepare[Task, Result]) -> None:
    _prepared(prepare)


def _perform(prepare: Prepare[Task, Result], task: Task) -> Result:
    do: Callable[[Task], Result] = _prepared(prepare)
    return do(task)
