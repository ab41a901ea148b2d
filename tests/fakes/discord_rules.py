"""What Discord refuses: the documented limits of messages, components and commands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

UPLOAD_LIMIT_BYTES = 10 * 2**20
LINK_STYLE = 5


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
                faults += [
                    f"choice name {choice['name']!r}"
                    for choice in option.get("choices", [])
                    if not 1 <= len(choice["name"]) <= 100
                ]
        elif not 1 <= len(name) <= 32 or command.get("description"):
            faults.append(f"menu command {name!r}")
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


def _description_faults(item: dict[str, Any]) -> list[str]:
    length = len(item.get("description", ""))
    return [] if 1 <= length <= 100 else [f"description of {length} at {item['name']!r}"]


def _is_name(name: str) -> bool:
    return name == name.lower() and re.fullmatch(r"[-_'\w]{1,32}", name) is not None
