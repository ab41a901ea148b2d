"""What every chat adapter is given: the companion, pseudonyms, the painter and the error funnel."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass

import structlog

from bot.presenters.words import explain_error, explain_incident
from core.domain.errors import MoodmixError
from core.domain.mix import Mix
from core.services.companion import Companion
from core.services.identity import Pseudonyms

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Chat:
    """One conversation partner for all platforms.

    paint_card: draws the mix card (PNG) off the event loop.
    """

    companion: Companion
    pseudonyms: Pseudonyms
    paint_card: Callable[[Mix], Awaitable[bytes]]


def explain_failure(error: Exception, platform: str) -> str:
    """Words for any failure: the one funnel of each platform.

    Expected errors are explained and logged by code. Unexpected ones get an incident number, and
    the log a traceback under the same number; call it inside the ``except`` block.
    """
    if isinstance(error, MoodmixError):
        causes = " < ".join(_causes(error))
        _log.info("request_failed", platform=platform, code=error.code.value, causes=causes)
        return explain_error(error)
    incident = secrets.token_hex(4)
    _log.error("incident", platform=platform, incident=incident, exc_info=error)
    return explain_incident(incident)


def _causes(error: BaseException) -> Iterator[str]:
    """Type names of what led to an error, nearest first; their texts may hold private things."""
    cause = error.__cause__
    while cause is not None:
        yield type(cause).__name__
        cause = cause.__cause__
