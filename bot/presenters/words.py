"""Errors into words: what happened and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.presenters.language import say
from core.domain.errors import MoodmixError
from core.domain.track import Service

SERVICE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        Service.SPOTIFY: "Spotify",
        Service.YOUTUBE: "YouTube",
        Service.APPLE: "Apple Music",
        Service.DEEZER: "Deezer",
        Service.TIDAL: "Tidal",
        Service.SOUNDCLOUD: "SoundCloud",
        Service.AMAZON: "Amazon Music",
    }
)
"""How the services write their own names."""


def explain_error(error: MoodmixError) -> str:
    """What happened and what to do next, in one or two plain sentences."""
    return f"{tell_error(error)} {_said(error, '-next')}"


def tell_error(error: MoodmixError) -> str:
    """What happened, in one sentence, where nobody is there to send anything again."""
    return _said(error, "")


def _said(error: MoodmixError, part: str) -> str:
    params = dict(error.params)
    if "service" in params:
        params["service"] = SERVICE_NAMES.get(str(params["service"]), params["service"])
    code = error.code.value.replace("_", "-")
    return say(f"error-{code}{part}", **params)
