"""Real processes that die, hang and stumble."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import aclosing
from pathlib import Path

import pytest

from core.domain.errors import ErrorCode, MoodmixError, OperationError
from core.inference.process_crew import ProcessCrew
from tests.fakes import crew_jobs

LIMIT_S = 60.0
"""Far more than any task here takes on a busy machine."""

SHORT_LIMIT_S = 3.0


class Tasks:
    """Counts how many were drawn."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = names
        self.drawn = 0

    async def __aiter__(self) -> AsyncIterator[str]:
        for name in self._names:
            self.drawn += 1
            yield name


async def results_of(
    *names: str, processes: int = 1, limit_s: float = LIMIT_S
) -> list[tuple[str, str]]:
    """Each task with its result, or with the code of its failure."""
    return [
        (
            done.task,
            done.result.code.value if isinstance(done.result, MoodmixError) else done.result,
        )
        async for done in ProcessCrew(crew_jobs.prepare, limit_s, processes).work(Tasks(names))
    ]


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text("utf-8").rpartition(")")[2].split()[0] != "Z"


async def test_every_task_is_done_once() -> None:
    names = [f"task {number}" for number in range(7)]
    done = await results_of(*names, processes=2)
    assert sorted(done) == [(name, name.upper()) for name in names]


async def test_a_process_is_prepared_once() -> None:
    first, _, last = await results_of("pid", "other", "pid")
    assert first == last


async def test_libraries_in_a_process_have_one_thread_each(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        monkeypatch.setenv(name, "3")
    assert await results_of("threads") == [("threads", "1")]
    assert os.environ["OPENBLAS_NUM_THREADS"] == "3"


async def test_nothing_to_do_starts_nothing() -> None:
    crew = ProcessCrew(crew_jobs.prepare_in_vain, LIMIT_S, 2)
    assert [done async for done in crew.work(Tasks(()))] == []


@pytest.mark.parametrize("fatal", ["die", "crash"])
async def test_a_task_that_kills_its_process_is_named_and_the_others_go_on(fatal: str) -> None:
    assert await results_of("before", fatal, "after") == [
        ("before", "BEFORE"),
        (fatal, "listening_broke"),
        ("after", "AFTER"),
    ]


async def test_a_task_that_hangs_is_named_and_the_others_go_on() -> None:
    assert await results_of("hang", "after", limit_s=SHORT_LIMIT_S) == [
        ("hang", "listening_too_slow"),
        ("after", "AFTER"),
    ]


async def test_a_refusal_comes_back_with_its_parameters() -> None:
    crew = ProcessCrew(crew_jobs.prepare, LIMIT_S, 1)
    (done,) = [done async for done in crew.work(Tasks(["refuse"]))]
    assert isinstance(done.result, MoodmixError)
    assert (done.result.code, done.result.params) == (
        ErrorCode.AUDIO_TOO_SHORT,
        {"minimum_s": 3.0},
    )


async def test_an_error_nobody_foresaw_is_a_failure_of_that_task(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert await results_of("stumble", "after") == [
        ("stumble", "listening_broke"),
        ("after", "AFTER"),
    ]
    assert "ZeroDivisionError" in capsys.readouterr().out  # structlog's unconfigured log


async def test_a_process_that_cannot_be_prepared_ends_the_work() -> None:
    crew = ProcessCrew(crew_jobs.prepare_in_vain, LIMIT_S, 1)
    with pytest.raises(OperationError) as caught:
        await anext(crew.work(Tasks(["a"])))
    assert caught.value.code is ErrorCode.WEIGHTS_BROKEN


@pytest.mark.parametrize("task", ["interrupt", "terminate"])
async def test_what_stops_a_scan_reaches_its_processes_through_it(task: str) -> None:
    assert await results_of(task) == [(task, task.upper())]


async def test_tasks_are_drawn_only_as_workers_become_free() -> None:
    tasks = Tasks(f"task {number}" for number in range(10_000))
    async with aclosing(ProcessCrew(crew_jobs.prepare, LIMIT_S, 1).work(tasks)) as results:
        for finished in range(1, 4):
            await anext(results)
            assert tasks.drawn <= finished + 1


@pytest.mark.parametrize("tasks", [["pid"], ["pid", "hang"]])
async def test_a_process_ends_with_the_work(tasks: list[str]) -> None:
    crew = ProcessCrew(crew_jobs.prepare, LIMIT_S, 1)
    async with aclosing(crew.work(Tasks(tasks))) as results:
        pid = int((await anext(results)).result)
        assert is_running(pid)
    assert not is_running(pid)


async def test_stopping_in_the_middle_of_a_task_ends_its_process() -> None:
    crew = ProcessCrew(crew_jobs.prepare, LIMIT_S, 1)
    async with aclosing(crew.work(Tasks(["pid", "hang"]))) as results:
        pid = int((await anext(results)).result)
        waiting = asyncio.create_task(anext(results))
        await asyncio.sleep(0.1)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
    assert not is_running(pid)


async def test_stopping_while_processes_are_prepared_ends_them_at_once() -> None:
    before = set(multiprocessing.active_children())
    crew = ProcessCrew(crew_jobs.prepare_without_end, LIMIT_S, 2)
    async with aclosing(crew.work(Tasks(["a", "b"]))) as results:
        waiting = asyncio.create_task(anext(results))
        while len(set(multiprocessing.active_children()) - before) < 2:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
    assert set(multiprocessing.active_children()) <= before


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_processes_end_with_the_one_that_started_them(
    repository: Path, number: signal.Signals
) -> None:
    script = (
        "import asyncio\n"
        "from core.inference.process_crew import ProcessCrew\n"
        "from tests.fakes import crew_jobs\n"
        "async def tasks():\n"
        "    for name in ('pid', 'hang', 'pid', 'spin'):\n"
        "        yield name\n"
        "async def main():\n"
        "    async for done in ProcessCrew(crew_jobs.prepare, 600, 2).work(tasks()):\n"
        "        print(done.result, flush=True)\n"
        "if __name__ == '__main__':\n"
        "    asyncio.run(main())\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=repository,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    pids = [int(process.stdout.readline()) for _ in range(2)]
    assert any(map(is_running, pids))
    process.send_signal(number)
    # the end of output comes when the last process that could write has gone
    assert process.communicate(timeout=60) == ("", "")
    assert not any(map(is_running, pids))
