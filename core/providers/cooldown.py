"""Leaving a host alone for a while after it failed, so that nobody waits for it again and again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

FIRST_REST_S = 15.0
LONGEST_REST_AFTER_FAILURES_S = 300.0
LONGEST_REST_S = 86_400.0
"""A day: longer wishes in Retry-After are cut to it."""


@dataclass(frozen=True, slots=True)
class _Rest:
    until_s: float
    failures: int


class Cooldowns:
    """Which hosts rest, and until when; never sleeps."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._rests: dict[str, _Rest] = {}

    def is_resting(self, host: str) -> bool:
        """Whether the host should not be asked now."""
        rest = self._rests.get(host)
        return rest is not None and self._clock() < rest.until_s

    def failed(self, host: str) -> float:
        """Rest a host that failed, twice as long each time in a row; returns the seconds."""
        # Calls that were under way together fail together, and count as one failure.
        failures = self._failures_of(host) + (not self.is_resting(host))
        seconds = min(FIRST_REST_S * 2.0 ** max(failures - 1, 0), LONGEST_REST_AFTER_FAILURES_S)
        self._rests[host] = _Rest(self._clock() + seconds, min(failures, 10))
        return seconds

    def rest(self, host: str, seconds: float) -> float:
        """Rest a host for the seconds it asked for, a day at most; returns the seconds."""
        bounded = min(max(seconds, 0.0), LONGEST_REST_S)
        self._rests[host] = _Rest(self._clock() + bounded, self._failures_of(host))
        return bounded

    def answered(self, host: str) -> None:
        """Forget earlier failures of a host that works."""
        rest = self._rests.get(host)
        if rest is not None and self._clock() >= rest.until_s:
            del self._rests[host]

    def _failures_of(self, host: str) -> int:
        rest = self._rests.get(host)
        return rest.failures if rest else 0


def retry_after_s(headers: Mapping[str, str], otherwise: float) -> float:
    """Seconds a Retry-After header asks for; ``otherwise`` where it has none or a date."""
    text = (headers.get("Retry-After") or headers.get("retry-after") or "").strip()
    return float(text) if re.fullmatch(r"[0-9]{1,9}", text) else otherwise
