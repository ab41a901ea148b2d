"""Observing a face live for a few seconds: "each emotion from 0 to 15", as in the seeds' webcam.

Hassanaliaragh and Givehchian, "Emotion-Driven Song Recommendation System": a person is observed for
15 seconds, and the seconds spent in each emotion are counted.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from core.domain.conversation import PersonId
from core.domain.errors import ConversationError, ErrorCode, OperationError
from core.domain.face_reading import FaceReading
from core.domain.media import Upload
from core.domain.mood_timeline import OBSERVATION_S
from core.domain.observation import Glimpse
from core.ports.reading import FaceWatch, FaceWatcher

LEAST_GAP_S = 0.08
"""Stills that come faster are turned away: twelve a second are more than an expression needs."""

UNATTENDED_S = 10.0
"""What nobody goes on with for so long is dropped."""


@dataclass(slots=True)
class _UnderWay:
    """An observation. seen_s: the time of its latest still; looked_at_s: when that came."""

    number: str
    watch: FaceWatch
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    seen_s: float = -1.0
    looked_at_s: float = -LEAST_GAP_S


class Observations:
    """Of the one person whose machine this is, one at a time; nothing of them is ever stored."""

    def __init__(
        self,
        watcher: FaceWatcher,
        has_consented: Callable[[PersonId], Awaitable[bool]],
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._watcher = watcher
        self._has_consented = has_consented
        self._clock_s = clock_s
        self._under_way: _UnderWay | None = None
        self._unattended: asyncio.TimerHandle | None = None

    async def begin(self, person: PersonId) -> str:
        """Begin to look, and drop what was under way; returns by what name to go on.

        Raises ConversationError (CONSENT_NEEDED).
        """
        await self._need_consent(person)
        self.stop()
        self._under_way = _UnderWay(secrets.token_hex(8), self._watcher.watch())
        self._await_next()
        return self._under_way.number

    async def look(self, person: PersonId, number: str, time_s: float, still: Upload) -> Glimpse:
        """Read the next still, taken so many seconds (at most ``OBSERVATION_S``) after the begin.

        Raises ConversationError: OBSERVATION_OVER, and CONSENT_NEEDED before the still is touched;
        OperationError (BUSY) where it comes too soon; MediaError; and ValueError for a time that is
        not after the one before.
        """
        under_way = self._of(number)
        await self._need_consent(person)
        if not under_way.seen_s < time_s <= OBSERVATION_S:
            raise ValueError("the time of a still comes after that of the one before")
        now_s = self._clock_s()
        if under_way.turn.locked() or now_s - under_way.looked_at_s < LEAST_GAP_S:
            raise OperationError(ErrorCode.BUSY)
        async with under_way.turn:
            under_way.seen_s, under_way.looked_at_s = time_s, now_s
            glimpse = await under_way.watch.look(time_s, still)
        self._of(number)  # nothing is told of what was stopped meanwhile
        self._await_next()
        return glimpse

    async def end(self, person: PersonId, number: str) -> FaceReading:
        """What was observed as one reading with its timeline, like a video's.

        Raises ConversationError (OBSERVATION_OVER, CONSENT_NEEDED), and what ``FaceWatch.read``
        raises; either way nothing of it is left.
        """
        under_way = self._of(number)
        self.stop()
        await self._need_consent(person)
        async with under_way.turn:
            return await under_way.watch.read()

    def stop(self, number: str | None = None) -> None:
        """Drop what is under way, if anything is; with a number only if it is that."""
        if number is not None and (self._under_way is None or self._under_way.number != number):
            return
        self._under_way = None
        if self._unattended:
            self._unattended.cancel()
            self._unattended = None

    def _of(self, number: str) -> _UnderWay:
        if self._under_way is None or self._under_way.number != number:
            raise ConversationError(ErrorCode.OBSERVATION_OVER)
        return self._under_way

    def _await_next(self) -> None:
        if self._unattended:
            self._unattended.cancel()
        self._unattended = asyncio.get_running_loop().call_later(UNATTENDED_S, self.stop)

    async def _need_consent(self, person: PersonId) -> None:
        if not await self._has_consented(person):
            raise ConversationError(ErrorCode.CONSENT_NEEDED)
