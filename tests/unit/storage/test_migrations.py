from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from core.domain.affect import Affect
from core.domain.conversation import Consent, PersonId, Session
from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, OperationError
from core.domain.mix import Verdict
from core.domain.mood import MoodPoint
from core.storage.migrations import MigrationReport, migrate
from core.storage.sqlite_store import SqliteStore
from tests.fakes.answers import mix_of
from tests.fakes.vaults import VAULT
from tests.unit.storage.conftest import NOW, Folder, Query

SONGS = "CREATE TABLE song (id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;"
FILL = "INSERT INTO song (title) VALUES ('one; not the end'), ('two');"
LISTENERS = (
    "CREATE TABLE listener (song INTEGER NOT NULL REFERENCES song (id)) STRICT;"
    "INSERT INTO listener VALUES (1);"
)

NOBODY = 65534


def contents(path: Path) -> tuple[int, list[str]]:
    """Version, schema and rows: everything the database says."""
    with closing(sqlite3.connect(path)) as database:
        ((version,),) = database.execute("PRAGMA user_version")
        return version, list(database.iterdump())


def bytes_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)


@pytest.fixture
def folder_in_the_way(path: Path) -> Path:
    path.mkdir(parents=True)
    return path


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder where we are not the administrator, who may write everything."""
    with tempfile.TemporaryDirectory() as name:
        if os.geteuid() != 0:
            yield Path(name)
            return
        Path(name).chmod(0o777)
        os.seteuid(NOBODY)
        try:
            yield Path(name)
        finally:
            os.seteuid(0)


async def refusal(path: Path, folder: Path | None = None) -> OperationError:
    with pytest.raises(OperationError) as caught:
        await migrate(path, VAULT, folder)
    return caught.value


class TestApplying:
    async def test_a_new_database_gets_every_file_in_order(
        self, path: Path, folder: Folder, query: Query
    ) -> None:
        files = folder(_0002_fill=FILL, _0001_songs=SONGS)
        report = await migrate(path, VAULT, files)
        assert report == MigrationReport(0, 2, ("0001_songs.sql", "0002_fill.sql"))
        assert query("SELECT title FROM song ORDER BY id") == [("one; not the end",), ("two",)]

    async def test_a_second_time_does_nothing(self, path: Path, folder: Folder) -> None:
        files = folder(_0001_songs=SONGS, _0002_fill=FILL)
        await migrate(path, VAULT, files)
        before = contents(path)
        assert await migrate(path, VAULT, files) == MigrationReport(2, 2, ())
        assert contents(path) == before

    async def test_an_older_database_gets_what_is_missing(self, path: Path, folder: Folder) -> None:
        await migrate(path, VAULT, folder(_0001_songs=SONGS))
        report = await migrate(path, VAULT, folder(_0002_fill=FILL))
        assert report == MigrationReport(1, 2, ("0002_fill.sql",))

    async def test_upgraded_step_by_step_equals_made_fresh(
        self, path: Path, folder: Folder
    ) -> None:
        await migrate(path, VAULT, folder(_0001_songs=SONGS))
        await migrate(path, VAULT, folder(_0002_fill=FILL))
        await migrate(path, VAULT, folder(_0003_listeners=LISTENERS))
        fresh = path.with_name("fresh.sqlite3")
        await migrate(fresh, VAULT, folder())
        assert contents(path) == contents(fresh)

    async def test_triggers_and_comments_are_understood(
        self, path: Path, folder: Folder, query: Query
    ) -> None:
        script = f"""
            -- a comment; with a semicolon
            {SONGS}
            /* another;
               over two lines */
            CREATE TRIGGER shout AFTER INSERT ON song BEGIN
                UPDATE song SET title = upper(title) WHERE id = new.id;
            END;
            ;
            INSERT INTO song (title) VALUES ('quiet'); -- the end
        """
        await migrate(path, VAULT, folder(_0001_songs=script))
        assert query("SELECT title FROM song") == [("QUIET",)]

    async def test_the_file_is_for_its_owner_alone(self, path: Path) -> None:
        store = await SqliteStore.open(path, VAULT, lambda: NOW)
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
        await store.close()
        assert "moodmix.sqlite3-wal" in modes
        assert set(modes.values()) == {0o600}


class TestFailing:
    @pytest.mark.parametrize(
        ("script", "reason"),
        [
            (FILL + "INSERT INTO nowhere VALUES (1);", "no such table: nowhere"),
            (FILL + "CREATE TABLE more (a TEXT) STRICT; DROP TABLE song; SELEKT 1;", "SELEKT"),
            (FILL + "INSERT INTO song (title) VALUES (NULL);", "NOT NULL"),
            (FILL + "INSERT OR ROLLBACK INTO song (title) VALUES (NULL);", "NOT NULL"),
            (LISTENERS.replace("(1)", "(77)"), "listener"),
        ],
    )
    async def test_a_failing_file_leaves_the_database_as_it_was(
        self, path: Path, folder: Folder, script: str, reason: str
    ) -> None:
        await migrate(
            path, VAULT, folder(_0001_songs=SONGS + "INSERT INTO song VALUES (1, 'kept');")
        )
        before = contents(path)
        error = await refusal(path, folder(_0002_broken=script))
        assert error.code is ErrorCode.MIGRATION_FAILED
        assert error.params["file"] == "0002_broken.sql"
        assert reason in str(error.params["reason"])
        assert contents(path) == before

    async def test_files_before_the_failing_one_stay_and_a_mended_one_applies(
        self, path: Path, folder: Folder, query: Query
    ) -> None:
        await refusal(path, folder(_0001_songs=SONGS, _0002_fill="INSERT INTO nowhere VALUES (1);"))
        assert query("PRAGMA user_version") == [(1,)]
        report = await migrate(path, VAULT, folder(_0002_fill=FILL))
        assert report == MigrationReport(1, 2, ("0002_fill.sql",))

    @pytest.mark.parametrize(
        ("files", "file", "reason"),
        [
            ({"_0001_a": SONGS, "_0003_c": FILL}, "0003_c.sql", "0002 is missing"),
            ({"_0002_b": SONGS}, "0002_b.sql", "0001 is missing"),
            ({"_0001_a": SONGS, "_0001_b": FILL}, "0001_b.sql", "twice"),
            ({"_0000_a": SONGS}, "0000_a.sql", "too low"),
            ({"_0001_a": SONGS, "_2_b": FILL}, "2_b.sql", "form"),
            ({"_0001_a": SONGS, "_0002_b": "BEGIN; SELECT 1; COMMIT;"}, "0002_b.sql", "BEGIN"),
            ({"_0001_a": f"{SONGS} /* x */ commit;"}, "0001_a.sql", "COMMIT"),
            ({"_0001_a": "PRAGMA user_version = 9;"}, "0001_a.sql", "PRAGMA"),
            ({"_0001_a": "-- x\nROLLBACK;"}, "0001_a.sql", "ROLLBACK"),
            ({"_0001_a": "ATTACH 'other.db' AS other;"}, "0001_a.sql", "ATTACH"),
            ({"_0001_a": SONGS + "INSERT INTO song VALUES (1, 'cut"}, "0001_a.sql", "middle"),
            ({"_0001_a": SONGS + "/* cut"}, "0001_a.sql", "middle"),
            ({}, "migrations", "no SQL files"),
        ],
    )
    async def test_unsound_files_are_refused_before_the_database_is_touched(
        self, path: Path, folder: Folder, files: dict[str, str], file: str, reason: str
    ) -> None:
        error = await refusal(path, folder(**files))
        assert (error.code, error.params["file"]) == (ErrorCode.MIGRATION_FAILED, file)
        assert reason in str(error.params["reason"])
        assert bytes_of(path) is None

    async def test_a_file_that_is_no_text_is_refused(self, path: Path, folder: Folder) -> None:
        files = folder()
        (files / "0001_bytes.sql").write_bytes(b"\xff\xfe\x00")
        assert (await refusal(path, files)).params["file"] == "0001_bytes.sql"

    async def test_a_missing_folder_is_refused(self, path: Path, tmp_path: Path) -> None:
        assert (await refusal(path, tmp_path / "nowhere")).code is ErrorCode.MIGRATION_FAILED


class TestRefusingDatabases:
    @pytest.mark.parametrize("version", [3, 2**31 - 1, -1])
    async def test_a_version_we_do_not_know_is_left_alone(
        self, path: Path, folder: Folder, query: Query, version: int
    ) -> None:
        files = folder(_0001_songs=SONGS, _0002_fill=FILL)
        await migrate(path, VAULT, files)
        query(f"PRAGMA user_version = {version}")
        before = bytes_of(path)
        error = await refusal(path, files)
        assert error.code is ErrorCode.DATABASE_TOO_NEW
        assert error.params == {"found": version, "known": 2}
        assert bytes_of(path) == before

    async def test_the_store_refuses_a_newer_database(self, path: Path, query: Query) -> None:
        await migrate(path, VAULT)
        query("PRAGMA user_version = 9999")
        with pytest.raises(OperationError) as caught:
            await SqliteStore.open(path, VAULT, lambda: NOW)
        assert caught.value.code is ErrorCode.DATABASE_TOO_NEW

    async def test_a_file_of_another_kind_is_left_alone(self, path: Path) -> None:
        put(path, b"this is no database" * 100)
        assert (await refusal(path)).code is ErrorCode.DATABASE_UNUSABLE
        assert bytes_of(path) == b"this is no database" * 100

    async def test_a_half_written_database_is_left_alone(self, path: Path) -> None:
        await migrate(path, VAULT)
        whole = bytes_of(path)
        assert whole is not None
        half = whole[: len(whole) // 2]
        put(path, half)
        error = await refusal(path)
        assert error.code is ErrorCode.DATABASE_UNUSABLE
        assert "malformed" in str(error.params["reason"])
        assert bytes_of(path) == half

    async def test_a_folder_in_the_way(self, folder_in_the_way: Path) -> None:
        error = await refusal(folder_in_the_way)
        assert error.code is ErrorCode.DATABASE_UNUSABLE
        assert str(folder_in_the_way) in str(error.params["reason"])

    async def test_a_file_where_the_data_folder_belongs(self, path: Path) -> None:
        path.parent.write_text("in the way", encoding="utf-8")
        assert (await refusal(path)).code is ErrorCode.DATABASE_UNUSABLE

    async def test_a_place_where_nothing_can_be_written(self) -> None:
        place = Path("/proc/self/moodmix.sqlite3")
        if not place.parent.is_dir():
            pytest.skip("this system has no /proc")
        assert (await refusal(place)).code is ErrorCode.DATABASE_UNUSABLE

    @pytest.mark.parametrize("mode", ["delete", "wal"])
    def test_a_file_that_may_not_be_written(self, open_folder: Path, mode: str) -> None:
        # the files are our own: the tests' folder may be closed to us here
        (open_folder / "0001_songs.sql").write_text(SONGS, encoding="utf-8")
        path = open_folder / "moodmix.sqlite3"
        asyncio.run(migrate(path, VAULT, open_folder))
        with closing(sqlite3.connect(path)) as database:
            database.execute(f"PRAGMA journal_mode = {mode}")
        path.chmod(0o400)
        error = asyncio.run(refusal(path, open_folder))
        assert error.code is ErrorCode.DATABASE_UNUSABLE
        assert "readonly" in str(error.params["reason"])

    async def test_an_empty_file_is_a_new_database(self, path: Path) -> None:
        put(path, b"")
        assert (await migrate(path, VAULT)).before == 0


class TestStartingAtOnce:
    async def test_tasks_apply_every_file_once(
        self, path: Path, folder: Folder, query: Query
    ) -> None:
        files = folder(_0001_songs=SONGS, _0002_fill=FILL, _0003_listeners=LISTENERS)
        reports = await asyncio.gather(*(migrate(path, VAULT, files) for _ in range(6)))
        applied = [name for report in reports for name in report.applied]
        assert sorted(applied) == ["0001_songs.sql", "0002_fill.sql", "0003_listeners.sql"]
        assert {report.after for report in reports} == {3}
        assert query("SELECT count(*) FROM song") == [(2,)]

    def test_processes_open_the_same_new_database(self, path: Path, query: Query) -> None:
        script = (
            "import asyncio, sys\n"
            "from datetime import UTC, datetime\n"
            "from pathlib import Path\n"
            "from core.storage.sqlite_store import SqliteStore\n"
            "from tests.fakes.vaults import VAULT\n"
            "async def main():\n"
            "    print('ready', flush=True)\n"
            "    sys.stdin.readline()\n"
            "    path = Path(sys.argv[1])\n"
            "    store = await SqliteStore.open(path, VAULT, lambda: datetime.now(UTC))\n"
            "    await store.close()\n"
            "asyncio.run(main())\n"
        )
        command = [sys.executable, "-c", script, str(path)]
        pipe = subprocess.PIPE
        processes = [subprocess.Popen(command, stdin=pipe, stdout=pipe) for _ in range(4)]
        for process in processes:
            process.stdout.readline()
        for process in processes:
            process.stdin.write(b"go\n")
            process.stdin.flush()
        for process in processes:
            process.communicate(timeout=60)
        assert [process.returncode for process in processes] == [0, 0, 0, 0]
        assert query("PRAGMA integrity_check") == [("ok",)]

    async def test_cancelling_leaves_no_half(self, path: Path, folder: Folder) -> None:
        files = folder(_0001_songs=SONGS, _0002_fill=FILL)
        for turns in range(1, 40):
            path = path.with_name(f"{turns}.sqlite3")
            task = asyncio.create_task(migrate(path, VAULT, files))
            for _ in range(turns):
                await asyncio.sleep(0.0005)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            if bytes_of(path) is not None:
                version, dump = contents(path)
                assert ("song" in str(dump), "INSERT" in str(dump)) == (version > 0, version > 1)


class TestOurSchema:
    async def test_every_reference_is_found_through_an_index(self, path: Path) -> None:
        await migrate(path, VAULT)
        with closing(sqlite3.connect(path)) as database:
            tables = [
                name
                for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type='table'")
            ]
            for table in tables:
                columns = [row[3] for row in database.execute(f"PRAGMA foreign_key_list({table})")]
                indexes = [row[1] for row in database.execute(f"PRAGMA index_list({table})")]
                leading = {
                    row[2]
                    for index in indexes
                    for row in database.execute(f"PRAGMA index_info({index})")
                    if row[0] == 0
                }
                assert set(columns) <= leading, table

    async def test_every_table_is_strict_and_hangs_on_a_person_but_the_library(
        self, path: Path
    ) -> None:
        await migrate(path, VAULT)
        with closing(sqlite3.connect(path)) as database:
            tables = {
                row[1]: row[5]
                for row in database.execute("PRAGMA table_list")
                if not row[1].startswith("sqlite_")
            }
            referring = {
                (table, reference[6])
                for table in tables
                for reference in database.execute(f"PRAGMA foreign_key_list({table})")
            }
        assert set(tables.values()) == {1}
        library = {"library_song", "library_file"}
        rooted = set(tables) - {"person", "unfinished_erasure", "sealing_key", "request"} - library
        assert referring == {(table, "CASCADE") for table in rooted}

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE mix SET created_at = '2026-11-21 12:00'",
            "UPDATE mix SET tracks = -1",
            "UPDATE mix SET sealed = NULL",
            "UPDATE mix SET sealed = 'open'",
            "UPDATE consent SET withdrawn_at = 'yesterday'",
            "UPDATE mood SET at = '2026'",
            "UPDATE sealing_key SET fingerprint = 'short'",
            "UPDATE feedback SET verdict = 'meh'",
            "UPDATE feedback SET position = -1",
            "UPDATE session SET sealed = '{}'",
            "UPDATE session SET updated_at = NULL",
        ],
    )
    async def test_values_out_of_range_are_refused(
        self, store: SqliteStore, query: Query, statement: str
    ) -> None:
        person, mix = PersonId("a" * 64), mix_of("Hello")
        await store.give_consent(person, Consent(1, NOW))
        await store.diary.note_mood(person, MoodPoint(NOW, Emotion.SAD, Affect(-0.5, -0.5)))
        await store.save_session(person, Session(face=mix.face))
        await store.rate(person, await store.save_mix(person, mix), 1, Verdict.UP)
        with pytest.raises(sqlite3.IntegrityError):
            query(statement)
