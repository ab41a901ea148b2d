"""Where keys are found, and that losing one is never silent."""

from __future__ import annotations

import asyncio
import stat
from pathlib import Path

import pytest

from core.domain.conversation import PersonId, Session
from core.domain.errors import ErrorCode, OperationError
from core.ports.journal import RequestRef
from core.storage.data_keys import DataKeys, find_keys, given_keys, keep_keys, kept_keys, new_key
from core.storage.database import Database
from core.storage.migrations import migrate
from core.storage.rotation import rotate_key
from core.storage.sqlite_store import SqliteStore
from core.storage.vault import Vault
from tests.fakes.answers import mix_of
from tests.fakes.songs import face_reading
from tests.unit.storage.conftest import NOW, Query

ANN, REQUEST = PersonId("a" * 64), RequestRef("1" * 64)


@pytest.fixture
def key_file(path: Path) -> Path:
    return path.with_name("data.key")


def content_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def set_mode(path: Path, mode: int) -> None:
    path.chmod(mode)


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.touch(0o600)
    path.write_bytes(content)


def drop(path: Path) -> None:
    path.unlink()


async def opened(path: Path, keys: DataKeys) -> SqliteStore:
    return await SqliteStore.open(path, Vault(keys.keys), lambda: NOW)


async def live(path: Path, keys: DataKeys) -> None:
    """Something sealed lies in the database from here on."""
    store = await opened(path, keys)
    await store.save_session(ANN, Session(face=face_reading()))
    await store.save_mix(ANN, mix_of("Hello"))
    await store.journal.take("telegram", REQUEST, "a place")
    await store.close()


async def session_is_there(path: Path, keys: DataKeys) -> bool:
    store = await opened(path, keys)
    try:
        (request,) = await store.journal.left_open("telegram")
        assert request.place == "a place"
        return await store.session_of(ANN) == Session(face=face_reading())
    finally:
        await store.close()


async def refusal(path: Path, file: Path, given: DataKeys | None = None) -> OperationError:
    with pytest.raises(OperationError) as caught:
        await find_keys(path, file, given)
    return caught.value


class TestFinding:
    async def test_the_first_start_makes_a_key_for_its_owner_alone(
        self, path: Path, key_file: Path
    ) -> None:
        made = await find_keys(path, key_file, None)
        assert len(made.keys) == 1
        assert mode_of(key_file) == 0o600
        assert [file.name for file in key_file.parent.iterdir()] == ["data.key"]
        assert await find_keys(path, key_file, None) == made
        assert made.keys[0] not in repr(made)

    async def test_starting_at_once_makes_one_key(self, path: Path, key_file: Path) -> None:
        found = await asyncio.gather(*(find_keys(path, key_file, None) for _ in range(8)))
        assert len({keys.keys for keys in found}) == 1

    async def test_a_given_key_needs_no_file(self, path: Path, key_file: Path) -> None:
        given = given_keys(f"{new_key()}, {new_key()}", "MOODMIX_DATA_KEY")
        assert await find_keys(path, key_file, given) == given
        assert len(given.keys) == 2
        assert content_of(key_file) is None

    async def test_a_lost_key_is_told_and_not_replaced(self, path: Path, key_file: Path) -> None:
        await live(path, await find_keys(path, key_file, None))
        drop(key_file)
        error = await refusal(path, key_file)
        assert error.code is ErrorCode.DATA_KEY_LOST
        assert error.params == {"place": str(key_file), "database": str(path)}
        assert content_of(key_file) is None

    async def test_a_wrong_key_is_told_before_anything_is_written(
        self, path: Path, key_file: Path
    ) -> None:
        right = await find_keys(path, key_file, None)
        await live(path, right)
        before = content_of(path)
        wrong = given_keys(new_key(), "the setting")
        error = await refusal(path, key_file, wrong)
        assert (error.code, error.params["place"]) == (ErrorCode.DATA_KEY_LOST, "the setting")
        keep_keys(key_file, wrong.keys)
        assert (await refusal(path, key_file)).code is ErrorCode.DATA_KEY_LOST
        assert content_of(path) == before
        keep_keys(key_file, right.keys)
        assert await session_is_there(path, await find_keys(path, key_file, None))

    async def test_the_store_itself_takes_no_wrong_key(self, path: Path, key_file: Path) -> None:
        await live(path, await find_keys(path, key_file, None))
        with pytest.raises(OperationError) as caught:
            await opened(path, given_keys(new_key(), "the setting"))
        assert caught.value.code is ErrorCode.DATABASE_UNUSABLE

    async def test_where_nothing_is_sealed_any_key_will_do(
        self, path: Path, key_file: Path
    ) -> None:
        store = await opened(path, await find_keys(path, key_file, None))
        await store.close()
        drop(key_file)
        await live(path, await find_keys(path, key_file, None))
        assert await session_is_there(path, await find_keys(path, key_file, None))

    async def test_a_key_that_only_the_migration_used_is_missed_too(
        self, path: Path, key_file: Path, query: Query
    ) -> None:
        found = await find_keys(path, key_file, None)
        await migrate(path, Vault(found.keys))
        query("INSERT INTO person VALUES (?, '2026-05-01T08:30:00.000000+00:00')", ANN)
        query("INSERT INTO session VALUES (?, x'00', '2026-05-01T08:30:00.000000+00:00')", ANN)
        drop(key_file)
        assert (await refusal(path, key_file)).code is ErrorCode.DATA_KEY_LOST

    @pytest.mark.parametrize("mode", [0o604, 0o640, 0o620, 0o644, 0o666])
    async def test_a_key_that_others_may_read_is_refused(
        self, path: Path, key_file: Path, mode: int
    ) -> None:
        await find_keys(path, key_file, None)
        set_mode(key_file, mode)
        error = await refusal(path, key_file)
        assert (error.code, error.params["path"]) == (ErrorCode.DATA_KEY_EXPOSED, str(key_file))

    @pytest.mark.parametrize("content", [b"", b"\n", b"no key\n", b"\xff\xfe", b"x" * 44])
    async def test_a_damaged_key_is_told_and_not_replaced(
        self, path: Path, key_file: Path, content: bytes
    ) -> None:
        put(key_file, content)
        error = await refusal(path, key_file)
        assert (error.code, error.params["place"]) == (
            ErrorCode.DATA_KEY_UNUSABLE,
            str(key_file),
        )
        assert content_of(key_file) == content

    def test_a_setting_that_is_no_key_is_told_without_it(self) -> None:
        with pytest.raises(OperationError) as caught:
            given_keys("very-secret-nonsense", "MOODMIX_DATA_KEY")
        assert caught.value.code is ErrorCode.DATA_KEY_UNUSABLE
        assert "secret" not in str(caught.value)

    async def test_a_place_where_no_file_can_be(self, path: Path) -> None:
        path.parent.write_text("in the way", encoding="utf-8")
        error = await refusal(path, path.with_name("data.key"))
        assert error.code is ErrorCode.DATA_KEY_UNUSABLE


class TestChanging:
    async def test_everything_opens_with_the_new_key_alone(
        self, path: Path, key_file: Path, query: Query
    ) -> None:
        old = await find_keys(path, key_file, None)
        await live(path, old)
        before = {
            row[0] for row in query("SELECT sealed FROM mix UNION SELECT sealed FROM session")
        }
        assert await rotate_key(path, old) == 3
        new = kept_keys(key_file)
        assert new is not None
        assert len(new.keys) == 1
        assert new.keys != old.keys
        assert await session_is_there(path, await find_keys(path, key_file, None))
        assert (await refusal(path, key_file, old)).code is ErrorCode.DATA_KEY_LOST
        content = b"".join(file.read_bytes() for file in path.parent.iterdir())
        assert not any(sealed[20:60] in content for sealed in before)
        assert mode_of(key_file) == 0o600

    async def test_a_given_key_is_changed_to_the_one_in_front(
        self, path: Path, key_file: Path
    ) -> None:
        old, new = new_key(), new_key()
        await live(path, given_keys(old, "the setting"))
        assert await rotate_key(path, given_keys(f"{new},{old}", "the setting")) == 3
        assert await session_is_there(path, given_keys(new, "the setting"))
        assert content_of(key_file) is None

    async def test_one_given_key_cannot_be_changed(self, path: Path) -> None:
        given = given_keys(new_key(), "the setting")
        await live(path, given)
        with pytest.raises(OperationError) as caught:
            await rotate_key(path, given)
        assert caught.value.code is ErrorCode.DATA_KEY_GIVEN
        assert await session_is_there(path, given)

    @pytest.mark.parametrize("writes", range(6))
    async def test_wherever_it_is_interrupted_everything_opens_and_the_next_time_finishes(
        self, path: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch, writes: int
    ) -> None:
        monkeypatch.setattr("core.storage.rotation.ROWS_AT_ONCE", 1)
        old = await find_keys(path, key_file, None)
        await live(path, old)
        begun, begin = [0], Database._atomic

        def interrupted(database: Database) -> object:
            begun[0] += 1
            if begun[0] > writes:
                raise KeyboardInterrupt
            return begin(database)

        with monkeypatch.context() as patched:
            patched.setattr(Database, "_atomic", interrupted)
            with pytest.raises(KeyboardInterrupt):
                await rotate_key(path, old)

        halfway = await find_keys(path, key_file, None)
        assert set(old.keys) < set(halfway.keys)
        assert await session_is_there(path, halfway)
        assert await rotate_key(path, halfway) == 3
        last = await find_keys(path, key_file, None)
        assert len(last.keys) == 1
        assert await session_is_there(path, last)


async def test_every_table_with_something_sealed_can_be_sealed_anew(
    path: Path, query: Query
) -> None:
    await migrate(path, Vault([new_key()]))
    keys = query(
        "SELECT list.name, sum(part.pk > 0) FROM pragma_table_list AS list"
        " JOIN pragma_table_info(list.name) AS part GROUP BY list.name"
        " HAVING max(part.name = 'sealed')"
    )
    assert {"mix", "mood", "preferences", "request", "session", "wishes"} <= dict(keys).keys()
    assert {columns for _, columns in keys} == {1}
