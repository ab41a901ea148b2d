"""The bytes of a song's file, where it still is the file that a scan heard."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

from core.domain.errors import ConversationError, ErrorCode, OperationError


def read_song_file(path: Path, content_hash: str, limit_bytes: int) -> bytes:
    """The file's whole content, whose SHA-256 in hexadecimal has to be ``content_hash``.

    Raises ConversationError (SONG_FILE_GONE) where there is no such file any more, and
    OperationError: SONG_FILE_TOO_LARGE before a byte is read, SONG_FILE_UNREADABLE.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe would be waited for
            raise ConversationError(ErrorCode.SONG_FILE_GONE)
        if found.st_size > limit_bytes:
            limit_mb = limit_bytes // 1_000_000
            raise OperationError(ErrorCode.SONG_FILE_TOO_LARGE, limit_mb=limit_mb)
        with path.open("rb") as file:
            data = file.read(limit_bytes)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ConversationError(ErrorCode.SONG_FILE_GONE) from error
    except OSError as error:
        reason = error.strerror or "unknown"
        raise OperationError(ErrorCode.SONG_FILE_UNREADABLE, reason=reason) from error
    if hashlib.sha256(data).hexdigest() != content_hash:
        raise ConversationError(ErrorCode.SONG_FILE_GONE)
    return data
