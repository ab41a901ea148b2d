"""Moods in people's own words."""

from __future__ import annotations

import unicodedata
from functools import cache

from bot.presenters.language import LANGUAGES, say, speaking, spoken
from core.domain.emotion import Emotion


def mood_of(words: str) -> Emotion | None:
    """The mood that somebody says they feel, in any language moodmix speaks; None for no mood."""
    return _moods(spoken()).get(plain_words(words))


@cache
def _moods(first: str) -> dict[str, Emotion]:
    """What each word means; where languages disagree, ``first`` counts."""
    meanings: dict[str, Emotion] = {}
    for language in (first, *LANGUAGES):
        with speaking(language):
            for emotion in Emotion:
                shown = (say(f"emotion-{form}", emotion=emotion) for form in ("name", "feel"))
                read = say("mood-words", emotion=emotion).split(",")
                for words in (emotion.value, *shown, *read):
                    meanings.setdefault(plain_words(words), emotion)
    return meanings


def plain_words(words: str) -> str:
    """Without capitals, accents, emphasis and marks of direction."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    kept = (
        character if character.isalnum() or unicodedata.category(character) == "Mc" else " "
        for character in apart
        if unicodedata.category(character) not in {"Mn", "Cf"}
    )
    return " ".join("".join(kept).split())
