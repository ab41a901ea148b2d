"""Work for processes that they can import: what a crew is given in tests."""

from __future__ import annotations

import importlib
import os
import signal
import time
from collections.abc import Callable

from threadpoolctl import threadpool_info

from core.domain.errors import ErrorCode, MediaError, OperationError


def prepare() -> Callable[[str], str]:
    """Does what the task is called; a name nobody knows comes back in capitals."""

    def do(task: str) -> str:
        special = _TASKS.get(task)
        return (special() if special else None) or task.upper()

    return do


def prepare_in_vain() -> Callable[[str], str]:
    """As where the weights are broken."""
    raise OperationError(ErrorCode.WEIGHTS_BROKEN, name="moodnet-music", reason="test")


def prepare_without_end() -> Callable[[str], str]:
    """As on a machine that is too busy."""
    time.sleep(600)
    return prepare()


def _refuse() -> None:
    raise MediaError(ErrorCode.AUDIO_TOO_SHORT, minimum_s=3.0)


def _stumble() -> None:
    raise ZeroDivisionError


def _spin() -> None:
    while True:
        pass


def _threads() -> str:
    """Of the library that has most of them."""
    importlib.import_module("numpy")
    return f"{max(pool['num_threads'] for pool in threadpool_info())}"


_TASKS: dict[str, Callable[[], str | None]] = {
    "die": lambda: os._exit(1),
    "crash": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "hang": lambda: time.sleep(600),
    "spin": _spin,
    "refuse": _refuse,
    "stumble": _stumble,
    "interrupt": lambda: os.kill(os.getpid(), signal.SIGINT),
    "terminate": lambda: os.kill(os.getpid(), signal.SIGTERM),
    "pid": lambda: f"{os.getpid()}",
    "threads": _threads,
}
