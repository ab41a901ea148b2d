"""One process at a time where two would get in each other's way: a lock beside the database.

The system drops the lock with the process, however it ends.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.domain.errors import ErrorCode, OperationError
from core.storage.failures import unusable

LOCK_NAME = "running.lock"

_LONGEST_NUMBER = 20


@contextmanager
def sole_use(folder: Path) -> Iterator[None]:
    """Have the data in a folder, which is made where needed, to oneself.

    Raises OperationError: ALREADY_RUNNING where another process has it, DATABASE_UNUSABLE where
    the folder or the lock cannot be made.
    """
    path = folder / LOCK_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise unusable(error.strerror or "cannot be made", path) from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.read(descriptor, _LONGEST_NUMBER).decode("ascii", "replace")
            raise OperationError(
                ErrorCode.ALREADY_RUNNING, folder=str(folder), process=holder or "unknown"
            ) from error
        os.truncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode("ascii"))
        yield
    finally:
        os.close(descriptor)
