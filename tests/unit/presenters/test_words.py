from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.chat import explain_failure
from bot.presenters.words import explain_error, tell_error
from core.domain.errors import ErrorCode, FaceError, MoodmixError
from tests.fakes.locales import messages_of

SENTENCE = re.compile(r"([A-Z]|moodmix|/a/path).*[.!?]$", re.DOTALL)


def parameters_of(code: ErrorCode) -> set[str]:
    name = f"error-{code.value.replace('_', '-')}"
    messages = messages_of("en")
    return messages[name].variables | messages[f"{name}-next"].variables


@pytest.mark.parametrize("code", list(ErrorCode))
def test_every_error_has_words_that_end(code: ErrorCode) -> None:
    numbers = {"limit_mb", "limit_megapixels", "limit_s", "minimum_s"}
    values = {name: 3 if name in numbers else "/a/path" for name in parameters_of(code)}
    words = explain_error(MoodmixError(code, **values))
    assert SENTENCE.match(words)
    assert "{" not in words
    happened = tell_error(MoodmixError(code, **values))
    assert SENTENCE.match(happened)
    assert words.startswith(happened)


@pytest.mark.parametrize("code", [code for code in ErrorCode if code.name.startswith("MEDIA_")])
def test_what_happened_to_a_file_is_told_without_asking_for_another(code: ErrorCode) -> None:
    values = dict.fromkeys(parameters_of(code), 3)
    happened = tell_error(MoodmixError(code, **values))
    assert "lease" not in happened
    assert explain_error(MoodmixError(code, **values)) != happened


@pytest.mark.parametrize("code", list(ErrorCode))
def test_every_raise_passes_the_parameters_its_words_need(
    code: ErrorCode, repository: Path
) -> None:
    raised = re.compile(rf"ErrorCode\.{code.name}\b\s*(,[^()]*(?:\([^()]*\)[^()]*)*)?\)")
    for folder in ("core", "bot"):
        for file in (repository / folder).rglob("*.py"):
            for match in raised.finditer(file.read_text(encoding="utf-8")):
                named = set(re.findall(r"(\w+)=", match.group(1) or ""))
                assert parameters_of(code) <= named, f"{file.name}: {match.group()}"


def test_an_expected_failure_is_explained() -> None:
    assert explain_failure(FaceError(ErrorCode.NO_FACE), "page").startswith("I cannot find a face")


def test_an_unexpected_failure_gets_an_incident_number_and_no_details(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = explain_failure(RuntimeError("secret detail"), "page")
    incident = re.search(r"incident ([0-9a-f]{8})", words)
    assert incident
    assert "secret" not in words
    assert incident.group(1) in capsys.readouterr().out  # structlog's unconfigured log
