"""How values look inside columns: text, lists of names, times."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime


def as_text(text: str) -> str:
    """Text that has a UTF-8 form: halves of surrogate pairs become question marks."""
    return text.encode("utf-8", "replace").decode()


def as_names(names: Sequence[str]) -> str:
    """Names in order as a JSON list."""
    return json.dumps([as_text(name) for name in names], ensure_ascii=False)


def read_names(column: str) -> tuple[str, ...]:
    """The names ``as_names`` wrote."""
    return tuple(str(name) for name in json.loads(column))


def as_time(moment: datetime) -> str:
    """UTC in ISO 8601 with microseconds, so that text order is time order.

    Raises ValueError for a time without a zone.
    """
    if moment.utcoffset() is None:
        raise ValueError("a stored time needs a time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def read_time(column: str) -> datetime:
    """The moment ``as_time`` wrote, in UTC."""
    return datetime.fromisoformat(column)
