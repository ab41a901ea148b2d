"""The page speaks through its messages alone: none is missing, none is left, none is English."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest

from bot.web.words import SCRIPT_WORDS
from tests.fakes.locales import messages_of
from tests.integration.web.conftest import World

ASSETS = files("bot.web") / "assets"
SCRIPTS = {
    file.name: file.read_text("utf-8") for file in ASSETS.iterdir() if file.name.endswith("js")
}
INDEX = (ASSETS / "index.html").read_text("utf-8")
OWN = {"moodmix"}


class Texts(HTMLParser):
    """What people read or hear of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        spoken = {"aria-label", "title", "alt", "placeholder"}
        self.found += [value or "" for name, value in attributes if name in spoken]


def said_by_scripts() -> set[str]:
    """Names of words; where the scripts choose between them, all."""
    calls = [call for text in SCRIPTS.values() for call in re.findall(r"\bword\(([^{}()]*)", text)]
    names = {name for call in calls for name in re.findall(r'"(\w+)"', call)}
    thumbs = {"thumb_up", "thumb_down"}
    assert all(f'"{name}"' in SCRIPTS["elements.js"] for name in thumbs)
    return names | thumbs


async def test_scripts_are_told_all_words_that_they_say_and_no_others(world: World) -> None:
    _, state = await world.get("/api/state")
    own = {name.replace("-", "_") for name in SCRIPT_WORDS}
    assert said_by_scripts() - set(state["words"]) == set()
    assert own - said_by_scripts() == set()


def test_every_message_of_the_page_is_said_somewhere(repository: Path) -> None:
    in_python = "".join(file.read_text("utf-8") for file in (repository / "bot/web").glob("*.py"))
    said = {f"page-{name}" for name in re.findall(r"{{([a-z-]+)}}", INDEX)}
    said |= {f"page-{name}" for name in SCRIPT_WORDS}
    said |= set(re.findall(r'say\(\s*"(page-[a-z-]+)"', in_python))
    said |= set(re.findall(r"say\('(page-[a-z-]+)'", in_python))
    assert {name for name in messages_of("en") if name.startswith("page-")} - said == set()


def test_values_that_scripts_put_in_are_those_of_the_messages() -> None:
    messages = messages_of("en")
    for name, values in SCRIPT_WORDS.items():
        assert messages[f"page-{name}"].variables == set(values), name


def test_nothing_readable_stands_in_the_html_itself() -> None:
    texts = Texts()
    texts.feed(re.sub(r"{{[a-z-]+}}", "", INDEX))
    assert {text.strip() for text in texts.found} - {""} == OWN


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_sentence_stands_in_a_script(name: str) -> None:
    code = re.sub(r"//.*|/\*[\s\S]*?\*/", "", SCRIPTS[name])
    literals = re.findall(r'"([^"\n]*)"', code)
    # classes and selectors are in small letters; a sentence has a capital or an end
    assert [text for text in literals if re.search(r"[A-Z][a-z]+ [a-z]|[a-z]\.$", text)] == []


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("de", "ltr"), ("fa", "rtl")])
async def test_the_page_tells_its_language_and_direction(
    world: World, language: str, direction: str
) -> None:
    headers = {"Accept-Language": language}
    async with world.http.get(world.server.address, headers=headers) as response:
        page = await response.text()
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert "{{" not in page


def test_styles_leave_the_direction_to_the_language() -> None:
    """Sides are named by where lines begin and end, but for drawings that have a fixed one."""
    sided = re.compile(
        r"(?<![-\w])(?:margin|padding|border)-(?:left|right)\b|(?:text-align|float): (?:left|right)"
    )
    for file in ASSETS.iterdir():
        if file.name.endswith(".css"):
            assert sided.findall(file.read_text("utf-8")) == [], file.name
