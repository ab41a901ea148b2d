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
        """Note a request before work on it begins; False where it was finished before.

        One that was taken and not finished, as before a crash, is taken again.
        """
        ...

    async def finish(self, ref: RequestRef) -> None:
        """The request was answered, or there was nothing to answer."""
        ...

    async def left_open(self, platform: str) -> Sequence[OpenRequest]:
        """What was taken and not finished, oldest first; asked at a start, before taking more."""
        ...
