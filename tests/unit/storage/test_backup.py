"""Backups of real databases and files, and what becomes of them in good and in bad hands."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import tarfile
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.domain.errors import ErrorCode, OperationError
from core.storage.backup import make_backup
from core.storage.backup_contents import KEY_NAMES, MANIFEST_NAME, Manifest
from core.storage.migrations import migrate
from core.storage.restore import Restored, restore_backup
from core.storage.sole_use import sole_use
from tests.fakes.vaults import VAULT

NOW = datetime(2026, 11, 21, 22, 0, tzinfo=UTC)
ADD_PERSON = "INSERT INTO person (id, created_at) VALUES (?, '2026-11-21T00:00:00.000000+00:00')"
SONGS = "catalogue/versions/1/titles.letters.npy"


def people(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return [name for (name,) in connection.execute("SELECT id FROM person ORDER BY id")]


def add_person(database: Path, name: str) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(ADD_PERSON, (name,))


def contents(folder: Path) -> dict[str, bytes]:
    """Everything below a folder but the lock."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "running.lock"
    }


@pytest.fixture
async def data_dir(tmp_path: Path) -> Path:
    """A data folder with people, keys, imports and things that belong into no backup."""
    folder = tmp_path / "data"
    await migrate(folder / "moodmix.sqlite3", VAULT)
    add_person(folder / "moodmix.sqlite3", "ann")
    for name in KEY_NAMES:
        (folder / name).write_text(f"the secret of {name}\n", encoding="ascii")
    for name in (SONGS, "own-faces/happy/0001.png", "weights/personal.onnx"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes(name.encode() * 1000)
    (folder / "discord-commands.stamp").write_text("of this machine", encoding="ascii")
    return folder


Backup = Callable[..., Manifest]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "backup.tar.gz"


@pytest.fixture
def backup(data_dir: Path, archive: Path) -> Backup:
    def make(target: Path = archive, *, with_keys: bool = False) -> Manifest:
        return make_backup(data_dir, target, with_keys=with_keys, version="0.1.0", now=NOW)

    return make


def restore(archive: Path, folder: Path, *, force: bool = False) -> Restored:
    return restore_backup(archive, folder, force=force, stamp="now")


def refusal(archive: Path, folder: Path, *, force: bool = False) -> OperationError:
    """The error of a restoration that leaves everything as it was."""
    before = contents(folder) if folder.exists() else {}
    with pytest.raises(OperationError) as failure:
        restore(archive, folder, force=force)
    assert contents(folder) == before
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []
    return failure.value


def rewritten(archive: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The same backup with other contents, in a new file."""
    with tarfile.open(archive) as packed:
        members = {each.name: packed.extractfile(each).read() for each in packed}
    change(members)
    changed = archive.with_name("changed.tar.gz")
    with tarfile.open(changed, "w:gz") as packed:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            packed.addfile(member, io.BytesIO(content))
    return changed


def test_what_was_backed_up_comes_back_in_another_place(
    backup: Backup, archive: Path, data_dir: Path, tmp_path: Path
) -> None:
    manifest = backup(with_keys=True)
    elsewhere = tmp_path / "elsewhere"
    restored = restore(archive, elsewhere)
    assert restored == Restored(manifest, None, (), ())
    assert people(elsewhere / "moodmix.sqlite3") == ["ann"]
    before, after = contents(data_dir), contents(elsewhere)
    assert set(after) == set(before) - {"discord-commands.stamp"}
    assert all(after[name] == before[name] for name in after if name != "moodmix.sqlite3")
    assert (elsewhere / "moodmix.sqlite3").stat().st_mode & 0o777 == 0o600


def test_keys_stay_apart_unless_they_are_asked_for(
    backup: Backup, archive: Path, tmp_path: Path
) -> None:
    manifest = backup()
    assert not set(KEY_NAMES) & set(manifest.files)
    assert b"the secret" not in b"".join(part.read() for part in _parts(archive))
    restored = restore(archive, tmp_path / "elsewhere")
    assert restored.lacking == KEY_NAMES


def _parts(archive: Path) -> list[io.BytesIO]:
    with tarfile.open(archive) as packed:
        return [io.BytesIO(packed.extractfile(member).read()) for member in packed]


def test_another_key_than_that_of_the_backup_is_named(
    backup: Backup, archive: Path, tmp_path: Path, data_dir: Path
) -> None:
    backup()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "pseudonym.key").write_text("that of somebody else", encoding="ascii")
    (elsewhere / "data.key").write_bytes((data_dir / "data.key").read_bytes())
    restored = restore(archive, elsewhere)
    assert (restored.lacking, restored.other) == ((), ("pseudonym.key",))


def test_a_backup_is_for_its_owner_alone(backup: Backup, archive: Path, tmp_path: Path) -> None:
    backup()
    assert archive.stat().st_mode & 0o777 == 0o600
    assert {path.name for path in tmp_path.iterdir()} == {"data", archive.name}


def test_what_only_stands_in_the_log_of_a_running_database_is_in_it(
    backup: Backup, archive: Path, data_dir: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(data_dir / "moodmix.sqlite3")) as running:
        running.execute("PRAGMA journal_mode = WAL")
        running.execute("PRAGMA wal_autocheckpoint = 0")
        with running:
            running.execute(ADD_PERSON, ("ben",))
        backup()
    restore(archive, tmp_path / "elsewhere")
    assert people(tmp_path / "elsewhere" / "moodmix.sqlite3") == ["ann", "ben"]


def test_a_backup_in_the_middle_of_writing_holds_whole_transactions(
    backup: Backup, archive: Path, data_dir: Path, tmp_path: Path
) -> None:
    database = data_dir / "moodmix.sqlite3"
    began, enough = threading.Event(), threading.Event()

    def write_pairs() -> None:
        with closing(sqlite3.connect(database, timeout=30)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            for number in range(100_000):
                with connection:
                    for half in ("a", "b"):
                        connection.execute(ADD_PERSON, (f"{number}{half}",))
                began.set()
                if enough.is_set():
                    return

    writer = threading.Thread(target=write_pairs)
    writer.start()
    try:
        assert began.wait(30)
        backup()
    finally:
        enough.set()
        writer.join()
    restore(archive, tmp_path / "elsewhere")
    halves = people(tmp_path / "elsewhere" / "moodmix.sqlite3")
    assert len(halves) >= 3
    assert sum(name.endswith("a") for name in halves) == sum(n.endswith("b") for n in halves)


def test_a_file_that_is_there_already_is_never_replaced_by_a_backup(
    backup: Backup, data_dir: Path
) -> None:
    before = contents(data_dir)
    with pytest.raises(OperationError) as failure:
        backup(data_dir / "moodmix.sqlite3")
    assert failure.value.code is ErrorCode.FILE_NOT_WRITABLE
    assert contents(data_dir) == before


def test_where_nothing_can_be_written_it_is_told(backup: Backup, tmp_path: Path) -> None:
    with pytest.raises(OperationError) as failure:
        backup(tmp_path / "nowhere" / "backup.tar.gz")
    assert failure.value.code is ErrorCode.FILE_NOT_WRITABLE
    assert failure.value.params["reason"] == "No such file or directory"


def test_without_a_database_there_is_nothing_to_back_up(tmp_path: Path, archive: Path) -> None:
    with pytest.raises(OperationError) as failure:
        make_backup(tmp_path / "data", archive, with_keys=False, version="0.1.0", now=NOW)
    assert failure.value.code is ErrorCode.NOTHING_TO_BACK_UP
    assert not archive.exists()


def test_a_damaged_database_is_not_backed_up_as_if_it_were_whole(
    backup: Backup, archive: Path, data_dir: Path
) -> None:
    database = data_dir / "moodmix.sqlite3"
    content = bytearray(database.read_bytes())
    content[4096:8192] = os.urandom(4096)
    database.write_bytes(content)
    with pytest.raises(OperationError) as failure:
        backup()
    assert failure.value.code is ErrorCode.DATABASE_UNUSABLE
    assert not archive.exists()


def test_what_is_there_is_replaced_only_by_force_and_kept_aside(
    backup: Backup, archive: Path, data_dir: Path
) -> None:
    backup()
    add_person(data_dir / "moodmix.sqlite3", "ben")
    (data_dir / SONGS).write_bytes(b"imported later")
    error = refusal(archive, data_dir)
    assert error.code is ErrorCode.RESTORE_WOULD_OVERWRITE
    restored = restore(archive, data_dir, force=True)
    assert restored.aside == data_dir / "before-restore-now"
    assert people(data_dir / "moodmix.sqlite3") == ["ann"]
    assert people(restored.aside / "moodmix.sqlite3") == ["ann", "ben"]
    assert (restored.aside / SONGS).read_bytes() == b"imported later"
    assert (data_dir / SONGS).read_bytes() != b"imported later"
    assert (data_dir / "pseudonym.key").exists()
    assert restored.aside.stat().st_mode & 0o777 == 0o700


def test_nothing_is_restored_under_a_running_moodmix(
    backup: Backup, archive: Path, data_dir: Path
) -> None:
    backup()
    with sole_use(data_dir):
        assert refusal(archive, data_dir, force=True).code is ErrorCode.ALREADY_RUNNING


def test_nothing_is_restored_under_another_command(
    backup: Backup, archive: Path, data_dir: Path
) -> None:
    backup()
    with closing(sqlite3.connect(data_dir / "moodmix.sqlite3")) as scan:
        scan.execute("PRAGMA journal_mode = WAL")
        scan.execute("SELECT count(*) FROM person").fetchall()
        with pytest.raises(OperationError) as failure:
            restore(archive, data_dir, force=True)
        assert failure.value.code is ErrorCode.DATABASE_UNUSABLE
    assert people(data_dir / "moodmix.sqlite3") == ["ann"]


def test_a_damaged_database_can_be_replaced(backup: Backup, archive: Path, data_dir: Path) -> None:
    backup()
    (data_dir / "moodmix.sqlite3").write_bytes(b"no database any more" * 1000)
    restore(archive, data_dir, force=True)
    assert people(data_dir / "moodmix.sqlite3") == ["ann"]


def test_a_change_that_fails_half_way_is_undone(
    backup: Backup, archive: Path, data_dir: Path
) -> None:
    backup()
    (data_dir / "before-restore-now").mkdir()
    assert refusal(archive, data_dir, force=True).code is ErrorCode.FILE_NOT_WRITABLE
    assert people(data_dir / "moodmix.sqlite3") == ["ann"]


@pytest.mark.parametrize("share", [0.0, 0.5, 0.99])
def test_a_backup_that_breaks_off_is_refused(
    backup: Backup, archive: Path, tmp_path: Path, share: float
) -> None:
    backup()
    content = archive.read_bytes()
    archive.write_bytes(content[: int(len(content) * share)])
    assert refusal(archive, tmp_path / "elsewhere").code is ErrorCode.BACKUP_UNUSABLE


def test_a_flipped_byte_anywhere_is_seen(backup: Backup, archive: Path, tmp_path: Path) -> None:
    backup()
    content = archive.read_bytes()
    for place in range(20, len(content), max(len(content) // 12, 1)):
        archive.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        assert refusal(archive, tmp_path / "elsewhere").code is ErrorCode.BACKUP_UNUSABLE


def _exchange_a_song(members: dict[str, bytes]) -> None:
    members[SONGS] = b"of the same length"[:1] * len(members[SONGS])


def _lose_a_file(members: dict[str, bytes]) -> None:
    del members[SONGS]


def _lose_the_list(members: dict[str, bytes]) -> None:
    del members[MANIFEST_NAME]


def _break_the_list(members: dict[str, bytes]) -> None:
    members[MANIFEST_NAME] = b"{}"


def _come_from_the_future(members: dict[str, bytes]) -> None:
    told = json.loads(members[MANIFEST_NAME]) | {"layout": 2}
    members[MANIFEST_NAME] = json.dumps(told).encode()


def _climb_out(members: dict[str, bytes]) -> None:
    members["catalogue/../../outside"] = b"x"


def _bring_a_stranger(members: dict[str, bytes]) -> None:
    members[".env"] = b"x"


@pytest.mark.parametrize(
    "change",
    [
        _exchange_a_song,
        _lose_a_file,
        _lose_the_list,
        _break_the_list,
        _come_from_the_future,
        _climb_out,
        _bring_a_stranger,
    ],
)
def test_a_backup_somebody_changed_is_refused(
    backup: Backup, archive: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    backup()
    changed = rewritten(archive, change)
    assert refusal(changed, tmp_path / "elsewhere").code is ErrorCode.BACKUP_UNUSABLE
    assert not (tmp_path / "outside").exists()


def test_a_link_in_a_backup_is_refused(backup: Backup, archive: Path, tmp_path: Path) -> None:
    backup()
    linked = tmp_path / "linked.tar.gz"
    with tarfile.open(linked, "w:gz") as packed:
        member = tarfile.TarInfo("catalogue/link")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        packed.addfile(member)
    assert refusal(linked, tmp_path / "elsewhere").code is ErrorCode.BACKUP_UNUSABLE


def test_a_database_of_a_newer_moodmix_is_refused(
    backup: Backup, archive: Path, data_dir: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(data_dir / "moodmix.sqlite3")) as newer:
        newer.execute("PRAGMA user_version = 9999")
    backup()
    error = refusal(archive, tmp_path / "elsewhere")
    assert error.code is ErrorCode.DATABASE_TOO_NEW
    assert error.params["found"] == 9999


def test_a_backup_that_is_not_there_is_named(tmp_path: Path) -> None:
    error = refusal(tmp_path / "nothing.tar.gz", tmp_path / "elsewhere")
    assert error.code is ErrorCode.FILE_NOT_READABLE
