"""The Fluent files as translators see them: messages, and the variables they take."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

FOLDER = Path(__file__).parents[2] / "bot" / "presenters" / "locales"

_PLURALS = {"zero", "one", "two", "few", "many", "other"}


class Message(Visitor):
    """What stands in one message, what it refers to included.

    needed: variables whose values are shown; chosen: those that select a variant, each with the
    names of its variants other than numbers and plurals; refers_to: names of messages; length: in
    characters, of its longest variant without values.
    """

    def __init__(self, message: ast.Message, others: Mapping[str, ast.Message]) -> None:
        self.needed: set[str] = set()
        self.chosen: defaultdict[str, set[str]] = defaultdict(set)
        self.refers_to: set[str] = set()
        self.length = 0 if message.value is None else _length(message.value)
        self.attributes = {attribute.id.name for attribute in message.attributes}
        self._others = others
        self.visit(message)

    @property
    def variables(self) -> set[str]:
        """Everything it takes."""
        return self.needed | set(self.chosen)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.needed.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        assert isinstance(node.selector, ast.VariableReference)
        self.chosen[node.selector.id.name] |= {
            variant.key.name
            for variant in node.variants
            if isinstance(variant.key, ast.Identifier) and variant.key.name not in _PLURALS
        }
        for variant in node.variants:
            self.visit(variant.value)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.refers_to.add(node.id.name)
        self.visit(self._others[node.id.name])


def _length(node: ast.BaseNode) -> int:
    match node:
        case ast.TextElement(value=text):
            return len(text)
        case ast.Pattern(elements=elements):
            return sum(map(_length, elements))
        case ast.Placeable(expression=ast.SelectExpression(variants=variants)):
            return max(_length(variant.value) for variant in variants)
        case _:
            return 0


def languages() -> list[str]:
    """Those that have a folder."""
    return sorted(folder.name for folder in FOLDER.iterdir())


def entries_of(language: str) -> Iterator[tuple[str, ast.EntryType]]:
    """Everything in a language's files, what cannot be parsed (Junk) included, with its file."""
    for file in sorted((FOLDER / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            yield file.name, entry


@cache
def messages_of(language: str, *, without: str = "") -> dict[str, Message]:
    """All messages of a language by name, but for those of one file."""
    found = {
        entry.id.name: entry
        for file, entry in entries_of(language)
        if isinstance(entry, ast.Message) and file != without
    }
    return {name: Message(message, found) for name, message in found.items()}
