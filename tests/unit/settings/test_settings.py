from __future__ import annotations

from pathlib import Path

import pytest

from bot.presenters.words import explain_error
from bot.settings import load_settings
from core.domain.errors import ErrorCode, OperationError
from core.domain.mood_timeline import VideoReading


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_everything_has_a_default() -> None:
    settings = load_settings()
    assert settings.web_host == "127.0.0.1"
    assert settings.web_enabled
    assert settings.telegram_token is None
    assert settings.discord_token is None


def test_empty_values_count_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOODMIX_DISCORD_TOKEN", "")
    assert load_settings().discord_token is None


def test_values_come_from_a_dotenv_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("MOODMIX_WEB_PORT=9000\n", encoding="utf-8")
    assert load_settings().web_port == 9000


def test_all_problems_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOODMIX_WEB_PORT", "seventy")
    monkeypatch.setenv("MOODMIX_EMOTION_ENGINE", "crystal-ball")
    with pytest.raises(OperationError) as failure:
        load_settings()
    assert failure.value.code is ErrorCode.SETTINGS_INVALID
    problems = str(failure.value.params["problems"])
    assert "MOODMIX_WEB_PORT" in problems
    assert "MOODMIX_EMOTION_ENGINE" in problems


def test_an_unknown_video_reading_is_refused_with_those_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MOODMIX_VIDEO_READING", "median")
    with pytest.raises(OperationError) as failure:
        load_settings()
    words = explain_error(failure.value)
    assert "MOODMIX_VIDEO_READING" in words
    assert all(reading.value in words for reading in VideoReading)


def test_half_a_spotify_key_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOODMIX_SPOTIFY_CLIENT_ID", "abc")
    with pytest.raises(OperationError) as failure:
        load_settings()
    assert "MOODMIX_SPOTIFY_CLIENT_SECRET" in str(failure.value.params["problems"])


def test_secrets_do_not_show_in_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOODMIX_TELEGRAM_TOKEN", "123:verysecret")
    assert "verysecret" not in repr(load_settings())


def test_a_wrong_secret_is_not_repeated_in_the_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOODMIX_TELEGRAM_TOKEN", "123:verysecret")
    monkeypatch.setenv("MOODMIX_QUEUE_LIMIT", "0")
    with pytest.raises(OperationError) as failure:
        load_settings()
    assert "verysecret" not in str(failure.value)
