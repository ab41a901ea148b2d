"""Workers as processes of this machine: one core each, and one file cannot take the others down.

A process gets one task at a time over a pipe of its own, so that it is certain which task it had
when it died or had to be killed.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

import structlog

from core.domain.errors import ErrorCode, MediaError, MoodmixError
from core.ports.library import Done

Task = TypeVar("Task")
Result = TypeVar("Result")
Prepare = Callable[[], Callable[[Task], Result]]

_ONE_THREAD = dict.fromkeys(
    (
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "VECLIB_MAXIMUM_THREADS",
        "NUMBA_NUM_THREADS",
    ),
    "1",
)
"""Libraries look at these while they load, and each process has one core to itself."""

_OURS_TO_HANDLE = {signal.SIGINT, signal.SIGTERM}
"""Signals that a terminal or a service manager sends to all processes at once."""

_log = structlog.get_logger()


class ProcessCrew(Generic[Task, Result]):
    """A crew of processes, started as they are needed and ended with the work.

    prepare: a function of a module, called once in every process; it returns what does a task.
    limit_s: longest time for one task.
    """

    def __init__(
        self, prepare: Prepare[Task, Result], limit_s: float, processes: int | None = None
    ) -> None:
        self._prepare = prepare
        self._limit_s = limit_s
        self._processes = processes or _cores()

    async def work(self, tasks: AsyncIterable[Task]) -> AsyncGenerator[Done[Task, Result], None]:
        """What came of every task; see ``core.ports.library.Crew``.

        Raises MoodmixError where a process cannot be prepared.
        """
        coming = aiter(tasks)
        workers = [Worker(self._prepare, self._limit_s) for _ in range(self._processes)]
        idle, busy = [*workers], dict[asyncio.Task[Done[Task, Result]], Any]()
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
            for worker in workers:
                worker.kill()
            for worker in workers:
                worker.bury()
            await asyncio.gather(*busy, return_exceptions=True)


class Worker(Generic[Task, Result]):
    """One process at a time; after a crash or a hang the next task gets a new one."""

    def __init__(self, prepare: Prepare[Task, Result], limit_s: float) -> None:
        self._prepare = prepare
        self._limit_s = limit_s
        self._process: Any = None
        self._pipe: Any = None

    async def do(self, task: Task) -> Done[Task, Result]:
        """Do one task; a MoodmixError in place of its result where that fails."""
        if self._process is None:
            await self.start()
        try:
            self._pipe.send(task)
            async with asyncio.timeout(self._limit_s):
                result = await self._answer()
        except TimeoutError:
            self.bury()
            error = MediaError(ErrorCode.LISTENING_TOO_SLOW, limit_s=self._limit_s)
            return Done(task, error)
        except (EOFError, OSError):
            self.bury()
            return Done(task, MediaError(ErrorCode.LISTENING_BROKE))
        if isinstance(result, _Stumble):
            _log.error("task_broke", details=result.details)
            return Done(task, MediaError(ErrorCode.LISTENING_BROKE))
        return Done(task, result)

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is not None:
            self._process.kill()

    def bury(self) -> None:
        """End the process and wait until it is gone; without one nothing happens."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._process = self._pipe = None

    async def start(self) -> None:
        """Start it; raises MoodmixError, RuntimeError, EOFError or OSError where that fails."""
        spawning = multiprocessing.get_context("spawn")
        self._pipe, theirs = spawning.Pipe()
        process = spawning.Process(target=_serve, args=(theirs, self._prepare), daemon=True)
        with _calm_start():
            process.start()
        self._process = process
        # with no end of it open here, the pipe tells when the process dies
        theirs.close()
        match await self._answer():
            case MoodmixError() as error:
                raise error
            case _Stumble(details):
                raise RuntimeError(details)

    async def _answer(self) -> Any:
        """The next thing the process says; raises EOFError or OSError where it dies instead.

        The thread that waits for it ends with the process, and only then is the pipe closed.
        """
        return await asyncio.to_thread(self._pipe.recv)


@dataclass(frozen=True, slots=True)
class _Stumble:
    """An error nobody foresaw. details: the traceback as text, which any process can read."""

    details: str


def _cores() -> int:
    """How many we may use; not every system tells more than how many there are."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


@contextmanager
def _calm_start() -> Iterator[None]:
    """What a process started in here inherits: one thread, and no signals that are ours."""
    # starting with the first process, it would let the signals through again
    resource_tracker.ensure_running()
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(_ONE_THREAD)
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, _OURS_TO_HANDLE)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _serve(pipe: Connection, prepare: Prepare[Any, Any]) -> None:
    """In the process: say whether it is ready, then answer every task."""
    threading.Thread(target=_end_with_parent, daemon=True).start()

    def attempt(function: Callable[..., Any], *given: Any) -> Any:
        try:
            return function(*given)
        except MoodmixError as error:
            return error
        except Exception:  # noqa: BLE001 - a file nobody foresaw must not end the others
            return _Stumble(traceback.format_exc())

    # where the other end of the pipe is gone, nobody waits for an answer
    with suppress(EOFError, OSError):
        do = attempt(prepare)
        failed = isinstance(do, MoodmixError | _Stumble)
        pipe.send(do if failed else None)
        while not failed:
            pipe.send(attempt(do, pipe.recv()))


def _end_with_parent() -> None:
    """End when the process that started this one is gone, even if it was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
