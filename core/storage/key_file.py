"""Keys in files beside the database, readable by their owner only."""

from __future__ import annotations

import os
import secrets
import stat
import tempfile
from pathlib import Path

from core.domain.errors import ErrorCode, OperationError
from core.storage.flush import flush

KEY_BYTES = 32


def load_or_create_key(path: Path) -> bytes:
    """Read the 32-byte key behind pseudonyms, or make one with mode 0600.

    Raises OperationError (DATABASE_UNUSABLE) when it cannot be read or written or is damaged:
    with another key nobody would be recognised again, so it is never replaced silently.
    """
    try:
        if not path.exists():
            create_private_file(path, secrets.token_bytes(KEY_BYTES).hex() + "\n")
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise _unusable(path, error.__class__.__name__) from error
    if len(key) != KEY_BYTES:
        raise _unusable(path, f"it holds {len(key)} bytes instead of {KEY_BYTES}")
    return key


def create_private_file(path: Path, content: str) -> None:
    """Write a file with mode 0600 where there is none; one that is there stays as it is.

    It appears with its whole content, and survives a power cut from then on. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = _written_beside(path, content)
    try:
        os.link(whole, path)
    except FileExistsError:
        pass
    finally:
        whole.unlink()
    flush(path.parent)


def replace_private_file(path: Path, content: str) -> None:
    """Write a file with mode 0600 in place of another, wholly or not at all; raises OSError."""
    _written_beside(path, content).replace(path)
    flush(path.parent)


def is_private(path: Path) -> bool:
    """Whether nobody but its owner may read or write a file; raises OSError."""
    others = stat.S_IRWXG | stat.S_IRWXO
    return os.name == "nt" or not path.stat().st_mode & others  # no such modes on Windows


def _written_beside(path: Path, content: str) -> Path:
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mode 0600
    with os.fdopen(descriptor, "w", encoding="ascii") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())
    return Path(name)


def _unusable(path: Path, reason: str) -> OperationError:
    return OperationError(
        ErrorCode.DATABASE_UNUSABLE, reason=f"the key file {path} is not readable ({reason})"
    )
