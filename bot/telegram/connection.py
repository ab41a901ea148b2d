"""HTTP to Telegram that outlives a lost connection."""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

import httpx
import structlog
from telegram.error import NetworkError
from telegram.request import HTTPXRequest
from telegram.warnings import PTBDeprecationWarning

from bot.platforms import PlatformState, TellState

CONNECT_PAUSES_S = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Waits between attempts to connect; nothing was sent yet, so trying again repeats nothing."""

_REFUSED = {HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND}
"""What Telegram answers to a token it does not, or no longer, accept."""

_log = structlog.get_logger()


def silence_libraries() -> None:
    """Keep the libraries' own logs quiet: they hold the token (in addresses) and messages."""
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("httpcore").setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
    # About an attribute that only the library itself reads, each time Telegram asks to slow down.
    warnings.filterwarnings("ignore", ".*retry_after", PTBDeprecationWarning)


class PatientRequest(HTTPXRequest):
    """Requests that try to connect again for a while before they fail.

    Only a connection that could not be opened is tried again: a request that may have reached
    Telegram is never repeated, so no message is sent twice.
    """

    def __init__(self, pauses_s: Sequence[float] = CONNECT_PAUSES_S, **options: Any) -> None:
        super().__init__(**options)
        self._pauses_s = tuple(pauses_s)

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Send one request; raises TimedOut or NetworkError."""
        for pause_s in self._pauses_s:
            try:
                return await super().do_request(*args, **kwargs)
            except NetworkError as error:
                if not isinstance(error.__cause__, httpx.ConnectError | httpx.ConnectTimeout):
                    raise
            await asyncio.sleep(pause_s)
        return await super().do_request(*args, **kwargs)


class PollingRequest(HTTPXRequest):
    """The long poll's requests; tells the log when the connection is lost and back.

    A refusal in the middle of a run becomes a network error: the library would end its polling
    for good on it, also where only a proxy in between answered.
    """

    def __init__(self, tell_state: TellState, **options: Any) -> None:
        super().__init__(**options)
        self._tell_state = tell_state
        self._lost = False

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Send one request; raises TimedOut or NetworkError."""
        try:
            code, payload = await super().do_request(*args, **kwargs)
        except NetworkError as error:
            self._note_loss(type(error.__cause__ or error).__name__)
            raise
        if code != HTTPStatus.OK:
            self._note_loss(str(code))
        elif self._lost:
            self._lost = False
            _log.info("telegram_poll_back")
            self._tell_state(PlatformState.CONNECTED)
        if code in _REFUSED:
            self._tell_state(PlatformState.REFUSED)
            raise NetworkError(f"the poll was refused ({code})")
        return code, payload

    def _note_loss(self, reason: str) -> None:
        if not self._lost:
            self._lost = True
            _log.warning("telegram_poll_lost", reason=reason)
            self._tell_state(PlatformState.CONNECTING)
