from __future__ import annotations

from pathlib import Path

import pytest

from bot.presenters.words import explain_error
from bot.settings import Settings, load_settings
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


def problems_with(monkeypatch: pytest.MonkeyPatch, **values: str) -> dict[str, str]:
    """Name → what to write instead."""
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(OperationError) as failure:
        load_settings()
    assert failure.value.code is ErrorCode.SETTINGS_INVALID
    lines = str(failure.value.params["problems"]).splitlines()
    return dict(line.split(": ", 1) for line in lines)


def test_every_value_that_cannot_be_is_refused_with_words_of_our_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MOODMIX_SPOTIFY_CLIENT_SECRET", "the other half")
    nonsense = {f"MOODMIX_{name.upper()}": "näh" for name in Settings.model_fields}
    problems = problems_with(monkeypatch, **nonsense)
    free = {"DATA_DIR", "WEB_HOST", "TELEGRAM_WEBHOOK_HOST", "FACE_DETECTOR", "YUNET_MODEL"}
    free |= {"SPOTIFY_CLIENT_ID", "SPOTIFY_CLIENT_SECRET", "LASTFM_KEY"}
    assert set(nonsense) - set(problems) == {f"MOODMIX_{name}" for name in free}
    for name, words in problems.items():
        assert words.startswith("write "), (name, words)
        assert "nput" not in words, (name, words)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("-1", "write 0 or more"),
        ("65536", "write 65535 or less"),
        ("80.5", "write a whole number"),
        ("9" * 5000, "write a smaller whole number"),
    ],
)
def test_bounds_are_told_as_what_to_write(
    value: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert problems_with(monkeypatch, MOODMIX_WEB_PORT=value) == {
        "MOODMIX_WEB_PORT": f"{words} (without it: 8765)"
    }


def test_what_two_settings_do_to_each_other_is_told_beside_everything_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    problems = problems_with(
        monkeypatch,
        MOODMIX_LOG_FORMAT="xml",
        MOODMIX_WEB_PORT="9464",
        MOODMIX_METRICS_PORT="9464",
        MOODMIX_SPOTIFY_CLIENT_ID="abc",
    )
    assert set(problems) == {
        "MOODMIX_LOG_FORMAT",
        "MOODMIX_METRICS_PORT",
        "MOODMIX_SPOTIFY_CLIENT_SECRET",
    }
    assert "MOODMIX_WEB_PORT" in problems["MOODMIX_METRICS_PORT"]


@pytest.mark.parametrize(
    "settings",
    [
        {"MOODMIX_WEB_PORT": "0", "MOODMIX_METRICS_PORT": "0"},
        {"MOODMIX_WEB_ENABLED": "false", "MOODMIX_METRICS_PORT": "8765"},
    ],
)
def test_ports_that_are_not_both_used_do_not_collide(
    settings: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert load_settings().metrics_port == int(settings["MOODMIX_METRICS_PORT"])


@pytest.mark.parametrize(
    "address",
    ["api.deezer.com", "ftp://deezer", "http://", "http://a b", "http://[::1", "http://a:port"],
)
def test_an_address_has_to_be_whole(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert problems_with(monkeypatch, MOODMIX_DEEZER_URL=address) == {
        "MOODMIX_DEEZER_URL": "write a whole address, beginning with http:// or https://"
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MOODMIX_TELEGRAM_TOKEN", "bot123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        ("MOODMIX_TELEGRAM_TOKEN", "123456"),
        ("MOODMIX_DISCORD_TOKEN", "Bot abc.def.ghi"),
        ("MOODMIX_DISCORD_TOKEN", "9f8e7d6c5b4a39281706"),
    ],
)
def test_what_is_no_token_is_told_and_not_repeated(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (problem,) = problems_with(monkeypatch, **{name: value}).items()
    assert problem[0] == name
    assert value not in problem[1]


def test_a_misspelt_name_is_told_with_the_one_that_is_meant(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("MOODMIX_QUEUE_LIMITS=4\n", encoding="utf-8")
    assert problems_with(monkeypatch, MOODMIX_TELEGRAM_TOKE="x") == {
        "MOODMIX_QUEUE_LIMITS": "there is no such setting; write MOODMIX_QUEUE_LIMIT",
        "MOODMIX_TELEGRAM_TOKE": "there is no such setting; write MOODMIX_TELEGRAM_TOKEN",
    }


def test_what_others_set_for_a_service_of_our_name_is_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("PORT", "SERVICE_HOST", "SERVICE_PORT", "PORT_8765_TCP_ADDR"):
        monkeypatch.setenv(f"MOODMIX_{name}", "10.0.0.1")
    assert load_settings().web_port == 8765


def test_a_dotenv_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe")
    with pytest.raises(OperationError) as failure:
        load_settings()
    assert ".env cannot be read as text" in explain_error(failure.value)
