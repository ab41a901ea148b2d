"""The check-up in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Health(StrEnum):
    """How one part is doing. Only BROKEN needs mending; the rest is as it should or may be."""

    OK = "ok"
    OFF = "off"
    NO_ANSWER = "no answer"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the check-up; mend says what to do where something is broken."""

    name: str
    health: Health
    detail: str
    mend: str = ""

    @property
    def healthy(self) -> bool:
        """Whether nothing needs mending."""
        return self.health is not Health.BROKEN


def checks_as_text(checks: Sequence[Check]) -> str:
    """The check-up for a terminal, the mends under the lines they belong to."""
    width = max(len(check.name) for check in checks)
    lines = []
    for check in checks:
        lines.append(f"{check.health.value:<9}  {check.name:<{width}}  {check.detail}".rstrip())
        if check.mend:
            lines.append(f"{'':<9}  {'':<{width}}  → {check.mend}")
    broken = sum(not check.healthy for check in checks)
    lines.append("")
    lines.append("Everything needed works." if not broken else f"To mend: {broken}.")
    return "\n".join(lines)


def checks_as_json(checks: Sequence[Check]) -> dict[str, Any]:
    """The check-up as plain JSON values."""
    return {
        "healthy": all(check.healthy for check in checks),
        "checks": [
            {
                "name": check.name,
                "health": check.health.value,
                "detail": check.detail,
                "mend": check.mend,
            }
            for check in checks
        ],
    }
