"""Work for processes that they can import: what a crew is given in tests."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

from core.domain.errors import ErrorCode, MediaError, OperationError


def prepare() -> Callable[[str], str]:
    """Counts how often it was called, by a file per process that the tests can count."""
    prepared = f"{os.getpid()}"

    def do(task: str) -> str:
        match task.split():
            case ["die"]:
                os._exit(1)
            case ["crash"]:
                os.kill(os.getpid(), signal.SIGSEGV)
            case ["hang"]:
                time.sleep(600)
            case ["refuse"]:
                raise MediaError(ErrorCode.AUDIO_TOO_SHORT, minimum_s=3.0)
            case ["stumble"]:
                raise ZeroDivisionError
            case ["interrupt"]:
                os.kill(os.getpid(), signal.SIGINT)
            case ["prepared"]:
                return prepared
            case ["threads"]:
                return os.environ["OMP_NUM_THREADS"]
        return task.upper()

    return do


def prepare_in_vain() -> Callable[[str], str]:
    """As where the weights are broken."""
    raise OperationError(ErrorCode.WEIGHTS_BROKEN, name="moodnet-music", reason="test")
