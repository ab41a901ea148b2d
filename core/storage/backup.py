"""Everything that moodmix keeps, copied into one file while it may be running.

The copy of the database is SQLite's own, of one moment; the other files never change once they are
written. A backup appears under its name only when it is complete.
"""

from __future__ import annotations

import os
import sqlite3
import tarfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from core.domain.errors import ErrorCode, OperationError
from core.storage.backup_contents import (
    DATABASE_NAME,
    FOLDER_NAMES,
    KEY_NAMES,
    MANIFEST_NAME,
    DigestingReader,
    Entry,
    Manifest,
    digest_of,
)
from core.storage.failures import explained, unusable
from core.storage.flush import flush

_ATTEMPTS = 3
"""An import that ends meanwhile takes files of the one before away."""

_FILE_MODE = 0o600

_COMPRESSION = 6
"""Of 9; beyond it takes far longer for little."""


def make_backup(
    data_dir: Path, target: Path, *, with_keys: bool, version: str, now: datetime
) -> Manifest:
    """Write a backup to a file that is not there yet, for its owner alone to read.

    with_keys: put the keys in as well, which belong apart; version: of moodmix. Raises
    OperationError: NOTHING_TO_BACK_UP, FILE_NOT_WRITABLE, DATABASE_UNUSABLE.
    """
    database = data_dir / DATABASE_NAME
    if not database.is_file():
        raise OperationError(ErrorCode.NOTHING_TO_BACK_UP, folder=str(data_dir))
    with (
        _explained(target),
        TemporaryDirectory(prefix=".moodmix-backup-", dir=target.absolute().parent) as stage,
    ):
        if target.exists():
            raise _not_writable(target, "there is something of that name already")
        copy, part = Path(stage) / DATABASE_NAME, Path(stage) / "part"
        schema = _copy_database(database, copy)
        keys = {name: digest_of(path) for name, path in _keys_of(data_dir)}
        about = partial(Manifest, now.isoformat(timespec="seconds"), version, schema, keys=keys)
        for attempts_left in reversed(range(_ATTEMPTS)):
            files = {DATABASE_NAME: copy, **dict(_files_of(data_dir, with_keys=with_keys))}
            try:
                manifest = _write(part, files, about)
                break
            except FileNotFoundError:
                if not attempts_left:
                    raise
        part.rename(target)
        flush(target.absolute().parent)
    return manifest


def _copy_database(database: Path, copy: Path) -> int:
    """Copy what is in it at one moment into one file; returns the version of its schema."""
    with explained(database), closing(sqlite3.connect(database, timeout=30)) as source:
        os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE_MODE))
        with closing(sqlite3.connect(copy)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
            ((found,), *_) = target.execute("PRAGMA integrity_check").fetchall()
            if found != "ok":
                raise unusable(f"it is damaged ({found})", database)
            ((schema,),) = target.execute("PRAGMA user_version").fetchall()
    return int(schema)


def _files_of(data_dir: Path, *, with_keys: bool) -> Iterator[tuple[str, Path]]:
    """Name in the backup and place of everything but the database."""
    if with_keys:
        yield from _keys_of(data_dir)
    for folder in FOLDER_NAMES:
        for path in sorted((data_dir / folder).rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(data_dir).as_posix(), path


def _keys_of(data_dir: Path) -> list[tuple[str, Path]]:
    return [(name, data_dir / name) for name in KEY_NAMES if (data_dir / name).is_file()]


def _write(
    part: Path, files: Mapping[str, Path], about: Callable[[Mapping[str, Entry]], Manifest]
) -> Manifest:
    """Write a backup of these files from its beginning; raises FileNotFoundError and OSError."""
    packed: dict[str, Entry] = {}
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _FILE_MODE)
    with os.fdopen(descriptor, "wb") as whole:
        with tarfile.open(fileobj=whole, mode="w:gz", compresslevel=_COMPRESSION) as archive:
            for name, path in files.items():
                with path.open("rb") as file:
                    size_bytes = os.fstat(file.fileno()).st_size
                    reader = DigestingReader(file)
                    archive.addfile(_member(name, size_bytes), reader)
                packed[name] = Entry(size_bytes, reader.digest)
            manifest = about(packed)
            told = manifest.as_json()
            archive.addfile(_member(MANIFEST_NAME, len(told)), BytesIO(told))
        whole.flush()
        os.fsync(whole.fileno())
    return manifest


def _member(name: str, size_bytes: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mode, member.mtime = size_bytes, _FILE_MODE, int(time.time())
    return member


@contextmanager
def _explained(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _not_writable(target, error.strerror or str(error)) from error


def _not_writable(target: Path, reason: str) -> OperationError:
    return OperationError(ErrorCode.FILE_NOT_WRITABLE, path=str(target), reason=reason)
