"""Erasing what is old, at the start and once a day."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog

from core.domain.errors import MoodmixError
from core.ports.store import Store
from core.services.companion import UNFINISHED_FOR

_PAUSE_S = 24 * 60 * 60.0

_log = structlog.get_logger()


class Retention:
    """Keeps a store from knowing more of people than the notice says."""

    def __init__(
        self,
        store: Store,
        keep: timedelta | None,
        clock: Callable[[], datetime],
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """keep: how long things are kept, None until they are forgotten; pause: takes seconds."""
        self._store = store
        self._keep = keep
        self._clock = clock
        self._pause = pause

    async def run(self) -> None:
        """Erase now and then every day, until cancelled; what fails today is done tomorrow."""
        while True:
            try:
                await self._erase()
            except MoodmixError as error:
                _log.warning("retention_failed", code=error.code.value)
            await self._pause(_PAUSE_S)

    async def _erase(self) -> None:
        now = self._clock()
        before = None if self._keep is None else now - self._keep
        erased = await self._store.expire(before, now - UNFINISHED_FOR)
        _log.info(
            "retention",
            sessions=erased.sessions,
            moods=erased.moods,
            mixes=erased.mixes,
            verdicts=erased.verdicts,
            people=erased.people,
        )
