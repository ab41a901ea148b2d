"""Nothing is missing in any language, nothing is said that is not written, and nothing is left."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import ast as fluent

from bot.presenters.language import LANGUAGES, clock, digits, percent, say, speaking
from core.domain.conversation import Wish
from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode
from core.domain.intent import Intent, IntentCause
from core.domain.mix import ReasonKind
from core.domain.music_reading import Mode
from core.domain.wishes import Context
from tests.fakes.locales import entries_of, languages, messages_of

OPERATOR = "operator.ftl"
"""For whoever runs moodmix; the command line and the log speak English only."""

TRANSLATIONS = [language for language in languages() if language != "en"]
ENGLISH = messages_of("en")


def test_every_language_that_is_spoken_has_its_folder() -> None:
    assert set(languages()) == set(LANGUAGES)


@pytest.mark.parametrize("language", languages())
def test_every_entry_can_be_read_and_no_name_is_taken_twice(language: str) -> None:
    entries = list(entries_of(language))
    assert [entry.content for _, entry in entries if isinstance(entry, fluent.Junk)] == []
    names = Counter(entry.id.name for _, entry in entries if isinstance(entry, fluent.Message))
    assert [name for name, times in names.items() if times > 1] == []


def test_every_language_says_all_that_english_says() -> None:
    wanted = messages_of("en", without=OPERATOR)
    for language in TRANSLATIONS:
        translated = messages_of(language)
        assert set(wanted) - set(translated) == set(), f"missing in {language}"
        assert set(translated) - set(wanted) == set(), f"left over in {language}"
        for name, message in translated.items():
            place, english = f"{language}: {name}", wanted[name]
            assert message.attributes == english.attributes, place
            # a language may choose by a value, such as a number, where English need not
            assert english.needed <= message.variables <= english.variables, place
            for variable in set(message.chosen) & set(english.chosen):
                assert message.chosen[variable] == english.chosen[variable], (place, variable)


@pytest.mark.parametrize(
    ("variable", "values"),
    [
        ("emotion", Emotion),
        ("intent", Intent),
        ("cause", IntentCause),
        ("mode", Mode),
        ("occasion", Context),
        ("wish", Wish),
    ],
)
def test_what_is_chosen_by_has_words_for_every_value(variable: str, values: type[StrEnum]) -> None:
    chosen = {
        name: message.chosen[variable]
        for name, message in ENGLISH.items()
        if variable in message.chosen
    }
    assert all(keys <= set(values) for keys in chosen.values())
    assert set(values) in chosen.values()


def test_every_part_of_a_score_has_a_name() -> None:
    assert ENGLISH["list-weight"].chosen["kind"] == set(ReasonKind)


def test_every_error_has_words_and_every_word_of_an_error_has_its_error() -> None:
    codes = {f"error-{code.value.replace('_', '-')}" for code in ErrorCode}
    written = {name for name in ENGLISH if name.startswith("error-")}
    assert written == codes | {f"{code}-next" for code in codes}


def test_everything_that_is_said_is_written_with_the_values_it_is_given(repository: Path) -> None:
    said: set[str] = set()
    for place, names, values in sayings(repository):
        found = [name for name in ENGLISH if any(re.fullmatch(each, name) for each in names)]
        assert len(found) >= len(names), f"{place}: {names} is not written"
        if values is not None:
            taken: set[str] = set().union(*(ENGLISH[name].variables for name in found))
            assert values == taken, place
        said.update(found)
    referred = set().union(*(ENGLISH[name].refers_to for name in said))
    assert set(ENGLISH) - said - referred == set()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    ("pattern", "limit"),
    [
        ("command-.*|.*-option", 100),  # of a command's description on Discord
        ("(message|user)-command", 32),  # of a context menu's entry there
        (".*-button", 80),  # of a button there, some of whose labels hold a name of 40
    ],
)
def test_menus_and_buttons_are_as_short_as_platforms_want_them(
    language: str, pattern: str, limit: int
) -> None:
    found = {
        name: message.length + 40 * len(message.needed)
        for name, message in messages_of(language).items()
        if re.fullmatch(pattern, name)
    }
    assert {name: length for name, length in found.items() if length > limit} == {}


@cache
def _files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def sayings(repository: Path) -> Iterator[tuple[str, list[str], set[str] | None]]:
    """Every call of ``say``: its place, patterns of its names, its values where all are named."""
    for file in _files(repository / "bot"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id != "say":
                continue
            values = {keyword.arg for keyword in node.keywords}
            names = list(patterns_of(node.args[0]))
            yield f"{file.name}:{node.lineno}", names, None if None in values else values


def patterns_of(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(name)):
            yield re.escape(name)
        case ast.IfExp(body=one, orelse=other):
            yield from patterns_of(one)
            yield from patterns_of(other)
        case ast.JoinedStr(values=parts):
            fixed = [part.value if isinstance(part, ast.Constant) else None for part in parts]
            yield "".join(".*" if part is None else re.escape(str(part)) for part in fixed)
        case _:
            raise AssertionError(f"{ast.unparse(node)} is no name that can be looked up")


@pytest.mark.parametrize("language", languages())
def test_a_text_comes_out_in_the_language_spoken(language: str) -> None:
    with speaking(language):
        assert say("consent-button")
        assert say("rated", verdict="up", title="Água {de} $beber").count("Água {de} $beber") == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        *((language, "88\N{NO-BREAK SPACE}%") for language in ("en", "de", "es", "fr")),
        *((language, "88%") for language in ("pt", "hi", "vi")),
        ("fa", "\N{RIGHT-TO-LEFT MARK}۸۸\N{RIGHT-TO-LEFT MARK}٪"),
    ],
)
def test_per_cent_stands_apart_only_where_the_language_writes_a_space(
    language: str, words: str
) -> None:
    with speaking(language):
        assert percent(0.88) == words


def test_persian_numbers_have_persian_digits_and_names_stay_as_they_are() -> None:
    with speaking("fa"):
        assert "۲٬۳۶۸" in say("error-faces-enough", limit=2368)
        assert "-۳\N{ARABIC DECIMAL SEPARATOR}۴" in say(
            "export-mood-told", time="", mood="", valence=-3.4, arousal=1
        )
        assert "1989" in say("song-by", title="1989", artist="Taylor Swift")
        assert clock(143).endswith("۲:۲۳")
        assert digits(26).endswith("۲۶")
    assert digits(26) == "26"


def test_every_line_of_persian_runs_from_the_right() -> None:
    with speaking("fa"):
        lines = say("help").splitlines()
    assert {line[:1] for line in lines} == {"", "\N{RIGHT-TO-LEFT MARK}"}
