"""The key behind pseudonyms: a file beside the database, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from core.domain.errors import ErrorCode, OperationError

KEY_BYTES = 32


def load_or_create_key(path: Path) -> bytes:
    """Read the 32-byte key, or make one with mode 0600.

    Raises OperationError (DATABASE_UNUSABLE) when it cannot be read or written or is damaged:
    with another key nobody would be recognised again, so it is never replaced silently.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            key = bytes.fromhex(path.read_text(encoding="ascii").strip())
        else:
            key = secrets.token_bytes(KEY_BYTES)
            with os.fdopen(descriptor, "w", encoding="ascii") as handle:
                handle.write(key.hex() + "\n")
    except (OSError, ValueError) as error:
        raise _unusable(path, error.__class__.__name__) from error
    if len(key) != KEY_BYTES:
        raise _unusable(path, f"it holds {len(key)} bytes instead of {KEY_BYTES}")
    return key


def _unusable(path: Path, reason: str) -> OperationError:
    return OperationError(
        ErrorCode.DATABASE_UNUSABLE, reason=f"the key file {path} is not readable ({reason})"
    )
