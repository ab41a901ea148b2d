"""Telegram's HTML, parsed as strictly as the Bot API server does."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "a": "text_link",
}
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z-]+)(?P<attributes>[^<>]*)>")
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});")


class EntityError(ValueError):
    """The description that the server answers with."""


@dataclass(slots=True)
class _Open:
    name: str
    offset: int
    url: str | None = None


@dataclass(slots=True)
class _State:
    text: str = ""
    entities: list[dict[str, Any]] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)

    @property
    def offset(self) -> int:
        return utf16_length(self.text)


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Plain text and its entities; raises EntityError with the server's words."""
    state, position = _State(), 0
    while position < len(source):
        character = source[position]
        if character == "<":
            match = _TAG.match(source, position)
            if match is None:
                byte = len(source[:position].encode())
                raise EntityError(f'Unsupported start tag "" at byte offset {byte}')
            _tag(state, match, len(source[:position].encode()))
            position = match.end()
        elif character == "&" and (match := _ENTITY.match(source, position)):
            state.text += html.unescape(match.group())
            position = match.end()
        else:
            state.text += character
            position += 1
    if state.open:
        raise EntityError(f'Can\'t find end tag corresponding to start tag "{state.open[-1].name}"')
    return state.text, sorted(state.entities, key=lambda entity: entity["offset"])


def _tag(state: _State, match: re.Match[str], byte: int) -> None:
    name = match["name"].lower()
    if not match["close"]:
        if name not in _TAGS:
            raise EntityError(f'Unsupported start tag "{name}" at byte offset {byte}')
        href = _HREF.search(match["attributes"])
        url = html.unescape(href[1] if href[1] is not None else href[2]) if href else None
        state.open.append(_Open(name, state.offset, url))
        return
    if not state.open:
        raise EntityError(f"Unexpected end tag at byte offset {byte}")
    opened = state.open.pop()
    if opened.name != name:
        raise EntityError(
            f'Unmatched end tag at byte offset {byte}, expected "</{opened.name}>", '
            f'found "</{name}>"'
        )
    length = state.offset - opened.offset
    # Links without an address, and empty entities, are dropped without a word.
    if length and (name != "a" or opened.url):
        entity: dict[str, Any] = {
            "type": _TAGS[name],
            "offset": opened.offset,
            "length": length,
        }
        if opened.url:
            entity["url"] = opened.url
        state.entities.append(entity)
