"""What the service asks of every chat platform, and what a platform tells it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from typing import Protocol


class PlatformState(StrEnum):
    """Whether people can be answered there."""

    CONNECTING = "connecting"  # not yet, or not any more; it goes on trying
    CONNECTED = "connected"
    REFUSED = "refused"  # the platform does not take the token, or what was asked for with it


TellState = Callable[[PlatformState], None]
"""Called on every change; the same state twice is fine."""


class Platform(Protocol):
    """One adapter."""

    async def start(self) -> None:
        """Be ready to receive or go on trying to be, or raise OperationError."""
        ...

    async def stop(self) -> None:
        """Take nothing new, finish what is in hand and release everything."""
        ...


class Traffic(Protocol):
    """Counts what people ask for; never raises and never waits."""

    def handling(self, platform: str) -> AbstractContextManager[None]:
        """Around one request, from its arrival until it is answered; a cancelled one is not."""
        ...

    def failed(self, platform: str, code: str) -> None:
        """A request was answered with the words of an error."""
        ...


class NoTraffic:
    """Where nobody watches."""

    def handling(self, platform: str) -> AbstractContextManager[None]:  # noqa: ARG002 - see Traffic
        """Nothing."""
        return nullcontext()

    def failed(self, platform: str, code: str) -> None:
        """Nothing."""


NO_TRAFFIC = NoTraffic()


def ignore_state(_state: PlatformState) -> None:
    """Where nobody watches."""
