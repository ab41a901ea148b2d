"""What words in a mood column mean, and which of them fit a face and an intent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum
from types import MappingProxyType

from core.domain.emotion import Emotion
from core.domain.intent import Intent


class MoodLabel(StrEnum):
    """What labels tell apart: the quadrants of the circumplex, energy alone, and the middle."""

    HAPPY = "happy"
    ENERGETIC = "energetic"
    ANGRY = "angry"
    SAD = "sad"
    CALM = "calm"
    NEUTRAL = "neutral"


_SYNONYMS = {
    MoodLabel.HAPPY: (
        "happy happiness happily joy joyful joyous cheerful delighted amused glad fun funny "
        "playful upbeat uplifting positive excited exciting exuberant euphoric elated "
        "pleased amazed surprise surprised carefree optimistic celebratory q1 quadrant1"
    ),
    MoodLabel.ENERGETIC: (
        "energetic energy energized energizing powerful motivational motivating lively aroused "
        "party dance danceable workout hype passionate rousing rowdy boisterous active"
    ),
    MoodLabel.ANGRY: (
        "angry anger annoyed aggressive aggression fierce rage furious hostile tense tension "
        "anxious anxiety nervous fear fearful afraid scared scary frantic disgust disgusted "
        "distress distressed intense volatile fiery visceral q2 quadrant2"
    ),
    MoodLabel.SAD: (
        "sad sadness sorrow sorrowful depressed depressing depression gloomy melancholy "
        "melancholic miserable bittersweet wistful brooding poignant lonely grief "
        "heartbreak dark bored tired unhappy q3 quadrant3"
    ),
    MoodLabel.CALM: (
        "calm calming calmness relaxed relaxing relaxation peaceful peace serene serenity chill "
        "chilled mellow soothing content contentment tender tranquil gentle soft sleepy satisfied "
        "at-ease q4 quadrant4"
    ),
    MoodLabel.NEUTRAL: "neutral none",
}

WORDS: Mapping[str, MoodLabel] = MappingProxyType(
    {word: label for label, words in _SYNONYMS.items() for word in words.split()}
)
"""Label by word, in lower case. The quadrants are Russell's, counted counterclockwise from the one
that is pleasant and excited."""

NUMBERED: tuple[Mapping[str, MoodLabel], ...] = (
    MappingProxyType(
        {"1": MoodLabel.HAPPY, "2": MoodLabel.ANGRY, "3": MoodLabel.SAD, "4": MoodLabel.CALM}
    ),
    MappingProxyType(
        {"0": MoodLabel.SAD, "1": MoodLabel.HAPPY, "2": MoodLabel.ENERGETIC, "3": MoodLabel.CALM}
    ),
)
"""What bare numbers mean: from 1 to 4 the quadrants, from 0 to 3 the moods of Kaggle's "278k"
Spotify table."""

_SEPARATOR = re.compile(r"[^a-z0-9]+")

Fitting = Mapping[Emotion, tuple[AbstractSet[MoodLabel], ...]]

_BRIGHT = frozenset({MoodLabel.HAPPY, MoodLabel.ENERGETIC})
_TENSE = (frozenset({MoodLabel.ANGRY}), frozenset({MoodLabel.ENERGETIC}))

FITS: Mapping[Intent, Fitting] = MappingProxyType(
    {
        Intent.MODULATE: MappingProxyType(
            {
                Emotion.ANGRY: _TENSE,
                Emotion.FEAR: _TENSE,
                # unpleasant as sad songs are, excited as energetic ones are
                Emotion.DISGUST: (
                    frozenset({MoodLabel.ANGRY}),
                    frozenset({MoodLabel.ENERGETIC, MoodLabel.SAD}),
                ),
                Emotion.SAD: (frozenset({MoodLabel.SAD}),),
                Emotion.HAPPY: (_BRIGHT,),
                Emotion.SURPRISE: (_BRIGHT,),
                Emotion.NEUTRAL: (frozenset({MoodLabel.NEUTRAL}),),
            }
        ),
        Intent.ENHANCE: MappingProxyType(
            {
                **dict.fromkeys(Emotion, (_BRIGHT,)),
                Emotion.SAD: (_BRIGHT | {MoodLabel.CALM},),
            }
        ),
    }
)
"""Which labels fit the mood a face shows: the same type of emotion for modulate, more positive or
more energetic, and neither less, for enhance. Where a table has none of the first set of labels,
the next one counts; where it has none at all, as for a neutral face among four moods, nothing can
be said of that face."""


def fitting(
    intent: Intent, emotion: Emotion, known: AbstractSet[MoodLabel]
) -> AbstractSet[MoodLabel]:
    """The labels that fit, of those a table has; empty where none does."""
    choices = (labels & known for labels in FITS[intent][emotion])
    return next((labels for labels in choices if labels), frozenset())


def read_labels(texts: list[str]) -> list[MoodLabel | None]:
    """The label of each text, None where no word of it is known; numbers only where all are."""
    bare = {text.strip().removesuffix(".0") for text in texts if text.strip()}
    for numbers in NUMBERED:
        if bare and bare <= set(numbers):
            return [numbers.get(text.strip().removesuffix(".0")) for text in texts]
    return [_label_of(text) for text in texts]


def _label_of(text: str) -> MoodLabel | None:
    """The label of the first word that is known."""
    words = _SEPARATOR.split(text.lower())
    return next((WORDS[word] for word in words if word in WORDS), None)
