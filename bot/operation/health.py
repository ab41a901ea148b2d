"""Whether a running moodmix does what it was started for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

import structlog

from bot.platforms import PlatformState
from core.domain.errors import MoodmixError

PATIENCE_S = 2.0
"""How long the database may take to answer a check."""

_log = structlog.get_logger()


class Status(StrEnum):
    """How it is as a whole."""

    STARTING = "starting"
    OK = "ok"  # everything that is switched on works
    TROUBLED = "troubled"  # a platform is not connected, or the database does not answer
    STOPPING = "stopping"  # finishes what is in hand, and takes nothing new


@dataclass(frozen=True, slots=True)
class Vitals:
    """What a check asks. ask_database: raises MoodmixError where it does not answer.

    work_in_hand: how much heavy work runs or waits, of at most ``work_capacity``.
    """

    ask_database: Callable[[], Awaitable[None]]
    work_in_hand: Callable[[], int]
    work_capacity: int


@dataclass(frozen=True, slots=True)
class CheckUp:
    """What a check found. database_answers and work_in_hand: None before the database is open."""

    status: Status
    platforms: Mapping[str, PlatformState]
    database_answers: bool | None = None
    work_in_hand: int | None = None
    work_capacity: int | None = None


class Health:
    """Keeps the state of every platform that is switched on.

    on_change: called with a platform's name and state when it changes, and after its start.
    """

    def __init__(
        self, platforms: Iterable[str], on_change: Callable[[str, PlatformState], None]
    ) -> None:
        self._platforms = dict.fromkeys(platforms, PlatformState.CONNECTING)
        self._on_change = on_change
        self._vitals: Vitals | None = None
        self._is_stopping = False

    @property
    def platforms(self) -> Mapping[str, PlatformState]:
        """The state of each platform, as it changes."""
        return MappingProxyType(self._platforms)

    def tell(self, platform: str, state: PlatformState) -> None:
        """A platform is in this state now."""
        if state is not self._platforms[platform]:
            self._platforms[platform] = state
            _log.info("platform_state", platform=platform, state=state.value)
            if not self._is_stopping:  # then a lost connection is no news
                self._on_change(platform, state)

    def is_connected(self, platform: str) -> bool:
        """Whether people can write to it there."""
        return self._platforms[platform] is PlatformState.CONNECTED

    def repeat(self, platform: str) -> None:
        """Tell once more what a platform's state is, as its start has come to its end."""
        self._on_change(platform, self._platforms[platform])

    def began(self, vitals: Vitals) -> None:
        """From here on there is something to ask."""
        self._vitals = vitals

    def is_ending(self) -> None:
        """From here on nothing new is taken."""
        self._is_stopping = True

    async def check(self) -> CheckUp:
        """How it is at this moment."""
        platforms = dict(self._platforms)
        vitals = self._vitals
        if vitals is None:
            status = Status.STOPPING if self._is_stopping else Status.STARTING
            return CheckUp(status, platforms)
        answers = await _answers(vitals)
        connected = all(map(self.is_connected, platforms))
        if self._is_stopping:
            status = Status.STOPPING
        else:
            status = Status.OK if answers and connected else Status.TROUBLED
        return CheckUp(status, platforms, answers, vitals.work_in_hand(), vitals.work_capacity)


async def _answers(vitals: Vitals) -> bool:
    try:
        async with asyncio.timeout(PATIENCE_S):
            await vitals.ask_database()
    except (MoodmixError, TimeoutError):
        return False
    return True
