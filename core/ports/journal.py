"""Requests in hand, so that none is lost or answered twice when the process dies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NewType, Protocol

RequestRef = NewType("RequestRef", str)
"""A keyed hash of platform and the platform's id of a message, press or command."""


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """A request that was taken and not finished (received_at in UTC).

    place: where an answer goes, in a form only its adapter understands; stored encrypted, and
    erased when the request is finished.
    """

    ref: RequestRef
    place: str
    received_at: datetime


class Journal(Protocol):
    """Each request is taken once. Finished ones are remembered for a few days without a place."""

    async def take(self, platform: str, ref: RequestRef, place: str) -> bool:
        """Note a request before work on it begins; False where it is in hand or was finished.

        One that an earlier run took and did not finish, because it was killed, is taken again.
        """
        ...

    async def finish(self, ref: RequestRef) -> None:
        """The request was answered, or there was nothing to answer."""
        ...

    async def give_up(self, ref: RequestRef) -> None:
        """Work on the request ended and nobody could be told; it stays open, and is not in hand."""
        ...

    async def left_open(self, platform: str) -> Sequence[OpenRequest]:
        """What was taken, was not finished and is not in hand, oldest first."""
        ...


class NoJournal:
    """Where requests need not outlive the process."""

    async def take(self, platform: str, ref: RequestRef, place: str) -> bool:  # noqa: ARG002 - see Journal
        """Always."""
        return True

    async def finish(self, ref: RequestRef) -> None:
        """Nothing."""

    async def give_up(self, ref: RequestRef) -> None:
        """Nothing."""

    async def left_open(self, platform: str) -> Sequence[OpenRequest]:  # noqa: ARG002 - see Journal
        """None."""
        return ()


NO_JOURNAL = NoJournal()
