"""The keys from the command line: shown, changed, missed, and never printed."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.presenters.words import explain_error
from core.domain.conversation import PersonId, Session
from core.domain.errors import ErrorCode, MoodmixError
from core.storage.data_keys import kept_keys, new_key
from core.storage.sqlite_store import SqliteStore
from core.storage.vault import Vault
from tests.fakes.bot_process import BotProcess, run_command
from tests.fakes.songs import face_reading
from tests.unit.storage.conftest import NOW

REFUSED = 2
ANN, SESSION = PersonId("a" * 64), Session(face=face_reading())


async def with_store(data: Path, *keys: str, session: Session | None = None) -> Session:
    """What stands open of Ann, once ``session`` was saved."""
    store = await SqliteStore.open(data / "moodmix.sqlite3", Vault(keys), lambda: NOW)
    try:
        if session:
            await store.save_session(ANN, session)
        return await store.session_of(ANN)
    finally:
        await store.close()


def keys_in(data: Path) -> tuple[str, ...]:
    kept = kept_keys(data / "data.key")
    assert kept is not None
    return kept.keys


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_a_key_is_made_shown_and_changed_and_never_printed(tmp_path: Path, data: Path) -> None:
    assert "no key yet" in run_command(tmp_path, "keys", "show").stdout
    assert not data.exists()
    assert run_command(tmp_path, "migrate").returncode == 0
    (old,) = keys_in(data)
    asyncio.run(with_store(data, old, session=SESSION))

    shown = run_command(tmp_path, "keys", "show").stdout
    changed = run_command(tmp_path, "keys", "rotate")

    assert changed.returncode == 0, changed.stderr
    (new,) = keys_in(data)
    assert new != old
    assert "One key" in shown
    assert "new key: 1." in changed.stdout
    for said in (shown, changed.stdout, changed.stderr):
        assert old not in said
        assert new not in said
    assert asyncio.run(with_store(data, new)) == SESSION


def test_a_key_of_the_settings_is_changed_by_putting_another_in_front(
    tmp_path: Path, data: Path
) -> None:
    old, new = new_key(), new_key()
    assert run_command(tmp_path, "migrate", MOODMIX_DATA_KEY=old).returncode == 0
    asyncio.run(with_store(data, old, session=SESSION))
    alone = run_command(tmp_path, "keys", "rotate", MOODMIX_DATA_KEY=old)
    both = run_command(tmp_path, "keys", "rotate", MOODMIX_DATA_KEY=f"{new},{old}")
    assert alone.returncode == REFUSED
    given = MoodmixError(ErrorCode.DATA_KEY_GIVEN, place="MOODMIX_DATA_KEY")
    assert explain_error(given) in alone.stderr
    assert both.returncode == 0, both.stderr
    assert asyncio.run(with_store(data, new)) == SESSION
    assert not (data / "data.key").exists()


async def test_a_lost_key_stops_the_start_with_words(tmp_path: Path, data: Path) -> None:
    await with_store(data, new_key(), session=SESSION)
    bot = await BotProcess.start(tmp_path)
    try:
        assert await asyncio.wait_for(bot.process.wait(), 60) == REFUSED
        lost = MoodmixError(
            ErrorCode.DATA_KEY_LOST,
            place=str(data / "data.key"),
            database=str(data / "moodmix.sqlite3"),
        )
        assert explain_error(lost) in bot.log.read_text(encoding="utf-8")
        assert kept_keys(data / "data.key") is None
    finally:
        await bot.kill()


async def test_no_key_is_changed_beside_a_running_moodmix(tmp_path: Path, data: Path) -> None:
    bot = await BotProcess.start(tmp_path)
    try:
        await bot.until_it_says("moodmix is ready")
        before = keys_in(data)
        refused = await asyncio.to_thread(run_command, tmp_path, "keys", "rotate")
        assert refused.returncode == REFUSED
        assert str(bot.process.pid) in refused.stderr
        assert keys_in(data) == before
    finally:
        await bot.kill()
