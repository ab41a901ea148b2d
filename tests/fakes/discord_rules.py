"""What Discord refuses: the documented limits of messages, components and commands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.fakes.discord_shapes import MENU

UPLOAD_LIMIT_BYTES = 10 * 2**20
LINK_STYLE = 5
LOCALES = frozenset(
    [
        "id",
        "da",
        "de",
        "en-GB",
        "en-US",
        "es-ES",
        "es-419",
        "fr",
        "hr",
        "it",
        "lt",
        "hu",
        "nl",
        "no",
        "pl",
        "pt-BR",
        "ro",
        "fi",
        "sv-SE",
        "vi",
        "tr",
        "cs",
        "el",
        "bg",
        "ru",
        "uk",
        "hi",
        "th",
        "zh-CN",
        "ja",
        "zh-TW",
        "ko",
    ]
)


def message_faults(payload: dict[str, Any], files: dict[str, bytes]) -> list[str]:
    """Everything Discord would answer 400 for; empty for a good message."""
    faults = list(_content_faults(payload, files))
    faults += _embed_faults(payload.get("embeds") or [], files)
    faults += _component_faults(payload.get("components") or [])
    faults += [
        f"attachment description of {len(item['description'])}"
        for item in payload.get("attachments") or []
        if len(item.get("description") or "") > 1024
    ]
    return faults


def command_faults(commands: list[dict[str, Any]]) -> list[str]:
    """Everything Discord would refuse about a list of commands."""
    faults = []
    for command in commands:
        name, kind = command["name"], command.get("type", 1)
        if kind == 1:
            faults += [] if _is_name(name) else [f"command name {name!r}"]
            faults += _description_faults(command)
            for option in command.get("options", []):
                faults += [] if _is_name(option["name"]) else [f"option name {option['name']!r}"]
                faults += _description_faults(option)
                choices = option.get("choices", [])
                faults += [
                    f"choice name {choice['name']!r}"
                    for choice in choices
                    if not 1 <= len(choice["name"]) <= 100
                ]
                faults += [f for c in choices for f in _translation_faults(c, "name", 100)]
                if choices and option.get("autocomplete"):
                    faults.append(f"choices and suggestions for {option['name']!r}")
            if len(command.get("options", [])) > 25:
                faults.append(f"too many options of {name!r}")
            required = [bool(option.get("required")) for option in command.get("options", [])]
            if required != sorted(required, reverse=True):
                faults.append(f"options of {name!r} that must be given come after others")
            if _size_of(command) > 8000:
                faults.append(f"{name!r} of {_size_of(command)} characters together")
        elif not 1 <= len(name) <= 32 or command.get("description"):
            faults.append(f"menu command {name!r}")
        faults += _translation_faults(command, "name", 32)
    names = [(command["name"], command.get("type", 1)) for command in commands]
    return faults if len(set(names)) == len(names) else [*faults, "two commands of one name"]


def _content_faults(payload: dict[str, Any], files: dict[str, bytes]) -> Iterator[str]:
    content = payload.get("content") or ""
    if len(content) > 2000:
        yield f"content of {len(content)}"
    if not (content or payload.get("embeds") or files):
        yield "cannot send an empty message"
    for name, data in files.items():
        if len(data) > UPLOAD_LIMIT_BYTES:
            yield f"file {name} too large"


def _embed_faults(embeds: list[dict[str, Any]], files: dict[str, bytes]) -> Iterator[str]:
    if len(embeds) > 10:
        yield "more than 10 embeds"
    total = 0
    for embed in embeds:
        fields = embed.get("fields", [])
        parts = [(embed.get("title", ""), 256), (embed.get("description", ""), 4096)]
        parts += [(embed.get("footer", {}).get("text", ""), 2048)]
        parts += [(item["name"], 256) for item in fields]
        parts += [(item["value"], 1024) for item in fields]
        yield from (f"embed part of {len(text)}" for text, limit in parts if len(text) > limit)
        yield from ("empty field" for item in fields if not (item["name"] and item["value"]))
        total += sum(len(text) for text, _ in parts)
        if len(fields) > 25:
            yield "more than 25 fields"
        image = embed.get("image", {}).get("url", "")
        if image.startswith("attachment://"):
            if image.removeprefix("attachment://") not in files:
                yield f"{image} was not uploaded"
        elif image and not re.match(r"https?://", image):
            yield f"image address {image!r}"
    if total > 6000:
        yield f"embeds of {total} together"


def _component_faults(rows: list[dict[str, Any]]) -> Iterator[str]:
    if len(rows) > 5:
        yield f"{len(rows)} rows"
    seen: set[str] = set()
    for row in rows:
        if row.get("type") != 1 or not 1 <= len(row["components"]) <= 5:
            yield f"row of {len(row['components'])}"
        for button in row["components"]:
            if button["type"] == MENU:
                yield from _menu_faults(button, alone=len(row["components"]) == 1)
                continue
            custom_id = button.get("custom_id", "")
            if len(button.get("label") or "") > 80 or not (
                button.get("label") or button.get("emoji")
            ):
                yield f"button label {button.get('label')!r}"
            if button["style"] == LINK_STYLE:
                continue
            if not 1 <= len(custom_id) <= 100:
                yield f"custom id of {len(custom_id)}"
            if custom_id in seen:
                yield f"custom id {custom_id!r} twice"
            seen.add(custom_id)


def _menu_faults(menu: dict[str, Any], *, alone: bool) -> Iterator[str]:
    options, least, most = menu["options"], menu.get("min_values", 1), menu.get("max_values", 1)
    if not alone:
        yield "a menu beside something else"
    if not 1 <= len(options) <= 25 or not 0 <= least <= most <= len(options):
        yield f"menu of {len(options)} with {least} to {most} to be chosen"
    if not 1 <= len(menu["custom_id"]) <= 100:
        yield f"custom id of {len(menu['custom_id'])}"
    if len(menu.get("placeholder") or "") > 150:
        yield f"placeholder of {len(menu['placeholder'])}"
    for option in options:
        if not (1 <= len(option["label"]) <= 100 and 1 <= len(option["value"]) <= 100):
            yield f"option {option['label']!r} of {len(option['label'])}"
    if len({option["value"] for option in options}) < len(options):
        yield "two options of one value"
    if sum(bool(option.get("default")) for option in options) > most:
        yield "more defaults than may be chosen"


def choices_faults(choices: list[dict[str, Any]]) -> list[str]:
    """Everything Discord would refuse about suggestions."""
    faults = [f"{len(choices)} suggestions"] if len(choices) > 25 else []
    return faults + [
        f"suggestion {choice['name']!r}"
        for choice in choices
        if not (1 <= len(choice["name"]) <= 100 and 1 <= len(choice["value"]) <= 100)
    ]


def _translation_faults(item: dict[str, Any], part: str, limit: int) -> list[str]:
    """Of names and descriptions in other languages."""
    translated = item.get(f"{part}_localizations") or {}
    return [
        f"{part} in {locale!r} at {item['name']!r}"
        for locale, text in translated.items()
        if locale not in LOCALES or not 1 <= len(text) <= limit
    ]


def _description_faults(item: dict[str, Any]) -> list[str]:
    length = len(item.get("description", ""))
    faults = [] if 1 <= length <= 100 else [f"description of {length} at {item['name']!r}"]
    return faults + _translation_faults(item, "description", 100)


def _size_of(command: dict[str, Any]) -> int:
    """Characters of a command with its options, the longest translation of each part counted."""
    parts = [command, *command.get("options", [])]
    parts += [
        choice for option in command.get("options", []) for choice in option.get("choices", [])
    ]
    return sum(
        max(map(len, (part.get(name) or "", *(part.get(f"{name}_localizations") or {}).values())))
        for part in parts
        for name in ("name", "description")
    )


def _is_name(name: str) -> bool:
    return name == name.lower() and re.fullmatch(r"[-_'\w]{1,32}", name) is not None
