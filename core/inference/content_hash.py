"""What makes two files the same song file: their content. It imports little, so it starts fast."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from core.domain.errors import ErrorCode, OperationError


def prepare_identifier() -> Callable[[Path], str]:
    """What the processes of a crew do; see ``core.inference.process_crew``."""
    return content_hash


def content_hash(path: Path) -> str:
    """SHA-256 of a file in hexadecimal, read piece by piece.

    Raises OperationError (FILE_NOT_READABLE).
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise OperationError(
            ErrorCode.FILE_NOT_READABLE, path=str(path), reason=error.strerror or "unknown"
        ) from error
