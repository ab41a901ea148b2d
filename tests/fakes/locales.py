"""The Fluent files as translators see them: messages, their attributes and their variables."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

FOLDER = Path(__file__).parents[2] / "bot" / "presenters" / "locales"


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.found.add(node.id.name)


@cache
def entries_of(file: Path) -> tuple[ast.EntryType, ...]:
    """Everything in one file, what cannot be parsed (Junk) included."""
    return tuple(FluentParser().parse(file.read_text("utf-8")).body)


def messages_of(language: str) -> dict[str, ast.Message]:
    """All messages of a language by name."""
    return {
        entry.id.name: entry
        for file in sorted((FOLDER / language).glob("*.ftl"))
        for entry in entries_of(file)
        if isinstance(entry, ast.Message)
    }


def variables_of(node: ast.BaseNode) -> frozenset[str]:
    """The variables that have to be given."""
    visitor = _Variables()
    visitor.visit(node)
    return frozenset(visitor.found)
