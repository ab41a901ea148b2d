"""Languages by their names."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

LANGUAGE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "ar": "Arabic",
        "de": "German",
        "el": "Greek",
        "en": "English",
        "es": "Spanish",
        "fa": "Persian",
        "fi": "Finnish",
        "fr": "French",
        "he": "Hebrew",
        "hi": "Hindi",
        "is": "Icelandic",
        "it": "Italian",
        "ja": "Japanese",
        "ko": "Korean",
        "la": "Latin",
        "nl": "Dutch",
        "pa": "Punjabi",
        "pl": "Polish",
        "pt": "Portuguese",
        "ru": "Russian",
        "sv": "Swedish",
        "sw": "Swahili",
        "te": "Telugu",
        "tr": "Turkish",
        "vi": "Vietnamese",
        "xh": "Xhosa",
        "zh": "Chinese",
        "zu": "Zulu",
    }
)
"""By ISO 639-1 code."""


def language_code(text: str) -> str | None:
    """The code of a language given as code or name; None for anything else."""
    word = text.strip().casefold()
    if len(word) == len("en") and word.isascii() and word.isalpha():
        return word
    return next((code for code, name in LANGUAGE_NAMES.items() if name.casefold() == word), None)
