"""The settings as the page's form has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bot.presenters.language import (
    LANGUAGES,
    language_code,
    language_name,
    language_names,
    say,
)
from core.domain.errors import ErrorCode, RequestError
from core.domain.preferences import Preferences
from core.domain.wishes import Context


def settings_as_json(preferences: Preferences, artists: Sequence[str]) -> dict[str, Any]:
    """What is set, and what can be chosen; artists: those that are left out."""
    names = {code: language_name(code) for code in sorted(preferences.song_languages)}
    return {
        "language": preferences.language,
        "languages": [
            {"value": code, "label": language_name(code, own=True)} for code in LANGUAGES
        ],
        "song_languages": [{"value": code, "label": name} for code, name in names.items()],
        "known_languages": sorted(language_names().values(), key=str.casefold),
        "occasion": preferences.occasion,
        "occasions": [
            {"value": occasion, "label": say("page-occasion", occasion=occasion)}
            for occasion in Context
        ],
        "help_line": preferences.help_line,
        "artists": list(artists),
    }


def read_language(code: str | None) -> str | None:
    """The language to speak, None for the browser's; raises RequestError for any other."""
    if code is not None and code not in LANGUAGES:
        raise RequestError(ErrorCode.REQUEST_INVALID)
    return code


def read_song_languages(words: Iterable[str]) -> frozenset[str]:
    """Codes of languages that are given by code or name; raises RequestError (LANGUAGE_UNKNOWN)."""
    codes = set()
    for word in words:
        code = language_code(word)
        if code is None:
            raise RequestError(ErrorCode.LANGUAGE_UNKNOWN, language=word)
        codes.add(code)
    return frozenset(codes)
