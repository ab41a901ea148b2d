"""Walking a folder of music: every song file, and every place that cannot be looked at."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePath

from core.domain.errors import ErrorCode, OperationError
from core.domain.library import SONG_TYPES, LostPath, SongFile


class DiskFolder:
    """The folder on this machine's disk; nothing in it is opened or changed.

    Links are followed, each folder is visited once, and hidden files and folders are left out.
    """

    def songs(self, folder: Path) -> Iterator[SongFile | LostPath]:
        """Every song file below ``folder``, folder by folder.

        Raises OperationError (FILE_NOT_READABLE) where ``folder`` itself cannot be listed.
        """
        visited: set[tuple[int, int]] = set()
        waiting = [folder]
        while waiting:
            place = waiting.pop()
            try:
                found = place.stat()
                if (found.st_dev, found.st_ino) in visited:
                    continue
                visited.add((found.st_dev, found.st_ino))
                with os.scandir(place) as entries:
                    for entry in entries:
                        if entry.name.startswith("."):
                            continue
                        if _is_folder(entry):
                            waiting.append(Path(entry.path))
                        elif _is_named_like_a_song(entry.name):
                            yield _look_at(Path(entry.path))
            except OSError as error:
                if place == folder:
                    raise _unreadable(place, error) from error
                yield LostPath(place, _unreadable(place, error))


def _is_named_like_a_song(name: str) -> bool:
    return PurePath(name).suffix.lower() in SONG_TYPES


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads back to itself
        return False


def _look_at(path: Path) -> SongFile | LostPath:
    try:
        found = path.stat()
    except OSError as error:
        return LostPath(path, _unreadable(path, error))
    if not stat.S_ISREG(found.st_mode):
        reason = "it is no ordinary file"
        return LostPath(
            path, OperationError(ErrorCode.FILE_NOT_READABLE, path=str(path), reason=reason)
        )
    return SongFile(path, found.st_size, found.st_mtime_ns)


def _unreadable(path: Path, error: OSError) -> OperationError:
    return OperationError(
        ErrorCode.FILE_NOT_READABLE, path=str(path), reason=error.strerror or "unknown"
    )
