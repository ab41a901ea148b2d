"""What a person asks for, and requests that wait for a consent."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import discord

from core.domain.conversation import PersonId
from core.domain.intent import Intent

KEPT_FOR_S = 14 * 60.0
"""How long a request waits; Discord's own clock for an interaction ends after 15 minutes."""

KEPT_AT_MOST = 1000
"""Requests waiting at once; beyond this the oldest is dropped."""


@dataclass(frozen=True, slots=True)
class MixRequest:
    """A face, a song or both, not yet downloaded.

    others_face: somebody else than the asking person sent the photo.
    """

    face: discord.Attachment | discord.Asset | None = None
    song: str | discord.Attachment | None = None
    intent: Intent | None = None
    others_face: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to work on."""
        return self.face is None and self.song is None


class WaitingRequests:
    """One waiting request per person, kept in memory for a short while."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._waiting: OrderedDict[PersonId, tuple[float, MixRequest]] = OrderedDict()

    def keep(self, person: PersonId, request: MixRequest) -> None:
        """Keep a request; an earlier one of the same person is replaced."""
        self._waiting.pop(person, None)
        self._waiting[person] = (self._clock(), request)
        while len(self._waiting) > KEPT_AT_MOST or self._oldest_is_stale():
            self._waiting.popitem(last=False)

    def take(self, person: PersonId) -> MixRequest | None:
        """Hand out a person's request once, unless it has grown stale."""
        kept_at, request = self._waiting.pop(person, (0.0, None))
        return request if self._clock() - kept_at <= KEPT_FOR_S else None

    def drop(self, person: PersonId) -> None:
        """Forget what a person asked for."""
        self._waiting.pop(person, None)

    def _oldest_is_stale(self) -> bool:
        kept_at, _ = next(iter(self._waiting.values()))
        return self._clock() - kept_at > KEPT_FOR_S
