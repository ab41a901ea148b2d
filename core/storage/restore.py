"""Putting a backup back, checked as a whole before anything of it replaces what is there."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from core.domain.errors import ErrorCode, OperationError
from core.storage.backup_contents import (
    DATABASE_NAME,
    KEY_NAMES,
    MANIFEST_NAME,
    DigestingReader,
    Entry,
    Manifest,
    digest_of,
    may_hold,
    read_manifest,
)
from core.storage.failures import is_occupied, unusable
from core.storage.flush import flush
from core.storage.migration_files import read_migrations
from core.storage.sole_use import sole_use

_COMPANIONS = tuple(f"{DATABASE_NAME}{suffix}" for suffix in ("-wal", "-shm", "-journal"))
"""What SQLite may leave beside a database; beside another one they would ruin it."""

_MANIFEST_LIMIT_BYTES = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restoration did. aside: where what was there before lies now, None where nothing was.

    lacking: names of keys that the backup needs and that are neither in it nor here; other: names
    of keys here that are not those which were there when the backup was made.
    """

    manifest: Manifest
    aside: Path | None
    lacking: tuple[str, ...]
    other: tuple[str, ...]


def restore_backup(archive: Path, data_dir: Path, *, force: bool, stamp: str) -> Restored:
    """Put a backup in the place of what is in ``data_dir``, which need not exist yet.

    force: where something would be replaced, keep it in a folder ``before-restore-<stamp>``.
    Raises OperationError: ALREADY_RUNNING, RESTORE_WOULD_OVERWRITE, FILE_NOT_READABLE,
    BACKUP_UNUSABLE, DATABASE_TOO_NEW, DATABASE_UNUSABLE, FILE_NOT_WRITABLE; everything is then as
    it was.
    """
    with sole_use(data_dir), _explained(data_dir):
        _refuse_to_replace([DATABASE_NAME], data_dir, force=force)
        with TemporaryDirectory(prefix=".restoring-", dir=data_dir) as name:
            stage = Path(name)
            manifest = _unpack(archive, stage)
            _check_database(archive, stage / DATABASE_NAME, manifest)
            coming = sorted(path.name for path in stage.iterdir())
            there = _refuse_to_replace(coming, data_dir, force=force)
            if DATABASE_NAME in there:
                _settle(data_dir / DATABASE_NAME)
            aside = data_dir / f"before-restore-{stamp}" if there else None
            _exchange(stage, coming, data_dir, aside)
        flush(data_dir)
        known = {
            name: digest_of(data_dir / name) for name in KEY_NAMES if (data_dir / name).is_file()
        }
        wanted = manifest.keys
        return Restored(
            manifest,
            aside,
            tuple(name for name in wanted if name not in known),
            tuple(name for name in wanted if name in known and known[name] != wanted[name]),
        )


def _refuse_to_replace(names: list[str], data_dir: Path, *, force: bool) -> list[str]:
    """Which of these are there already; raises OperationError (RESTORE_WOULD_OVERWRITE)."""
    there = [name for name in names if (data_dir / name).exists()]
    if there and not force:
        raise OperationError(
            ErrorCode.RESTORE_WOULD_OVERWRITE, folder=str(data_dir), what=", ".join(there)
        )
    return there


def _unpack(archive: Path, stage: Path) -> Manifest:
    """Write the files of a backup below ``stage``, each checked against the backup's own list."""
    found: dict[str, Entry] = {}
    told = b""
    with _reading(archive), tarfile.open(archive, "r:gz") as packed:
        for member in packed:
            content = packed.extractfile(member) if member.isfile() else None
            if content is None:
                raise _unfit(archive, "it holds something else than files")
            if member.name == MANIFEST_NAME:
                told = content.read(_MANIFEST_LIMIT_BYTES)
            elif not may_hold(member.name) or member.name in found:
                raise _unfit(archive, "it holds files that are not moodmix's")
            else:
                found[member.name] = _write(content, stage / member.name)
    if not told:
        raise _unfit(archive, "it breaks off before its end, or is no backup of moodmix")
    try:
        manifest = read_manifest(told)
    except ValueError as error:
        raise _unfit(archive, str(error)) from error
    if found != manifest.files or DATABASE_NAME not in found:
        raise _unfit(archive, "its files are not those of its list of contents")
    return manifest


def _write(content: IO[bytes], path: Path) -> Entry:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    reader = DigestingReader(content)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        shutil.copyfileobj(reader, file)
        file.flush()
        os.fsync(file.fileno())
    return Entry(path.stat().st_size, reader.digest)


def _check_database(archive: Path, database: Path, manifest: Manifest) -> None:
    known = len(read_migrations(files("migrations")))
    try:
        with closing(sqlite3.connect(database)) as connection:
            ((schema,),) = connection.execute("PRAGMA user_version").fetchall()
            ((state,), *_) = connection.execute("PRAGMA quick_check").fetchall()
    except sqlite3.DatabaseError as error:
        raise _unfit(archive, f"its database cannot be read ({error})") from error
    if state != "ok":
        raise _unfit(archive, f"its database is damaged ({state})")
    if schema != manifest.schema:
        raise _unfit(archive, "its database is of another version than it says")
    if schema > known:
        raise OperationError(ErrorCode.DATABASE_TOO_NEW, found=schema, known=known)


def _settle(database: Path) -> None:
    """Bring the write-ahead log into the database's own file; nobody else may have it open.

    One that is damaged is left as it is: that is what backups are for.
    """
    try:
        with closing(sqlite3.connect(database, timeout=1)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    except sqlite3.DatabaseError as error:
        if is_occupied(error):
            raise unusable("another command of moodmix is using it", database) from error


def _exchange(stage: Path, coming: list[str], data_dir: Path, aside: Path | None) -> None:
    """Move what is there aside and what comes in; all of it, or nothing."""
    moved: list[tuple[Path, Path]] = []

    def move(source: Path, target: Path) -> None:
        source.rename(target)
        moved.append((source, target))

    try:
        if aside:
            aside.mkdir(mode=0o700)
            for name in (*coming, *_COMPANIONS):
                if (data_dir / name).exists():
                    move(data_dir / name, aside / name)
        for name in coming:
            move(stage / name, data_dir / name)
    except OSError:
        for source, target in reversed(moved):
            target.rename(source)
        if aside and aside.is_dir():
            aside.rmdir()
        raise


@contextmanager
def _reading(archive: Path) -> Iterator[None]:
    """Failures of the backup itself, which are told apart from those of the place it goes to."""
    try:
        archive.open("rb").close()
    except OSError as error:
        raise OperationError(
            ErrorCode.FILE_NOT_READABLE, path=str(archive), reason=error.strerror or "unknown"
        ) from error
    try:
        yield
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise _unfit(archive, "it is damaged, or no backup of moodmix") from error
    except OSError as error:
        if error.errno is None:  # gzip's own complaints
            raise _unfit(archive, "it is damaged, or no backup of moodmix") from error
        raise


@contextmanager
def _explained(data_dir: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OperationError(
            ErrorCode.FILE_NOT_WRITABLE, path=str(data_dir), reason=error.strerror or str(error)
        ) from error


def _unfit(archive: Path, reason: str) -> OperationError:
    return OperationError(ErrorCode.BACKUP_UNUSABLE, path=str(archive), reason=reason)
