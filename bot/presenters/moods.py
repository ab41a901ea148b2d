"""Moods in plain words: expressions, points on the circumplex, and what a face told."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from core.domain.affect import Affect
from core.domain.emotion import EMOTION_AFFECT, Emotion, EmotionEstimate
from core.domain.face_reading import FaceReading
from core.domain.mood import MoodPoint
from core.domain.mood_timeline import Majority, MoodTimeline

_EMOTION_WORDS = {
    Emotion.ANGRY: "angry",
    Emotion.DISGUST: "disgusted",
    Emotion.FEAR: "frightened",
    Emotion.HAPPY: "happy",
    Emotion.SAD: "sad",
    Emotion.SURPRISE: "surprised",
    Emotion.NEUTRAL: "neutral",
}

_NEUTRAL_BAND = 0.15
"""Closer to the middle of an axis than this, neither end is named."""

_SHORTEST_COURSE_S = 2
"""A film in which a face was seen for less tells of no course."""

_NOTICEABLE_S = 1
"""What showed for less is not named beside the majority."""

_ROUNDING_S = 0.05

_OTHERS_NAMED = 2

_MOSTLY, _LITTLE = 0.5, 0.25
"""Shares of the time from which on, and up to which, these words are fair."""


def percent(share: float) -> str:
    """A share in [0, 1] as whole per cent."""
    return f"{share * 100:.0f} %"


def listed(parts: Sequence[str], last_joint: str) -> str:
    """Parts in a row, with "and" or "or" before the last."""
    *others, last = parts
    return f"{', '.join(others)} {last_joint} {last}" if others else last


def emotion_word(emotion: Emotion) -> str:
    """The adjective people use for an expression."""
    return _EMOTION_WORDS[emotion]


def point_words(point: MoodPoint) -> str:
    """A mood of the diary in a few words."""
    chosen = point.told and point.affect != EMOTION_AFFECT[point.label]
    return feeling(point.affect) if chosen else emotion_word(point.label)


def feeling(affect: Affect) -> str:
    """A point on the circumplex in plain words: "bright and calm", "dark and energetic"."""
    brightness = _pole(affect.valence, "bright", "dark")
    energy = _pole(affect.arousal, "energetic", "calm")
    return " and ".join(word for word in (brightness, energy) if word) or "even-tempered"


def present_face(face: FaceReading) -> str:
    """How somebody looks, or said to feel, in a sentence or two."""
    if face.told:
        return f"You told me you feel {mood_told(face)}."
    if face.is_everyones:
        return f"All of you together look {_with_share(face.emotion)}."
    seen_s = _seen_s(face.timeline) if face.timeline else 0.0
    if face.guesses:
        sentence = _unsure(face)
    elif face.timeline and seen_s >= _SHORTEST_COURSE_S:
        sentence = _over_time(face, face.timeline, seen_s)
    else:
        sentence = f"You look {_with_share(face.emotion)}."
    if face.faces_found == 1:
        return sentence
    which = "followed the largest one" if face.timeline else "read the largest one near the middle"
    return f"{sentence} I saw {face.faces_found} faces and {which}."


def headline_mood(face: FaceReading) -> str:
    """The mood in the few words a headline has room for."""
    if face.told:
        return mood_told(face).capitalize()
    word = emotion_word(face.emotion.label)
    if face.is_everyones:
        return f"All {word}"
    if not face.sure:
        return f"Maybe {word}"
    return f"{word.capitalize()} {percent(face.emotion.confidence)}"


def mood_told(face: FaceReading) -> str:
    """What they said they feel: a word, or a point of the plane."""
    return feeling(face.point) if face.point else emotion_word(face.emotion.label)


def affect_as_json(affect: Affect) -> dict[str, float]:
    """A point on the circumplex as plain JSON values."""
    return {"valence": round(affect.valence, 4), "arousal": round(affect.arousal, 4)}


def emotion_as_json(emotion: EmotionEstimate) -> dict[str, Any]:
    """Label, confidence, all seven probabilities and their point on the circumplex."""
    return {
        "label": emotion.label.value,
        "confidence": round(emotion.confidence, 4),
        "probabilities": {e.value: round(p, 4) for e, p in emotion.probabilities.items()},
        **affect_as_json(emotion.affect),
    }


def face_as_json(face: FaceReading) -> dict[str, Any]:
    """All that is known of a mood, as plain JSON values; no detector or engine read a told one."""
    return {
        **emotion_as_json(face.emotion),
        **affect_as_json(face.affect),
        "told": face.told,
        "sure": face.sure,
        "guesses": [emotion.value for emotion in face.guesses],
        "everyone": emotion_as_json(face.everyone) if face.everyone else None,
        "faces_found": face.faces_found,
        "frames_read": face.frames_read,
        "detector": face.detector,
        "engine": face.engine,
    }


def _with_share(emotion: EmotionEstimate) -> str:
    return f"{emotion_word(emotion.label)} to me ({percent(emotion.confidence)} sure)"


def _unsure(face: FaceReading) -> str:
    guesses = [
        f"{emotion_word(emotion)} ({percent(face.emotion.probabilities[emotion])})"
        for emotion in face.guesses
    ]
    maybe = "maybe " if len(guesses) == 1 else ""
    return f"I am not sure how you look: {maybe}{listed(guesses, 'or')}?"


def _over_time(face: FaceReading, timeline: MoodTimeline, seen_s: float) -> str:
    """The majority emotion and what else showed for a while, each with its seconds."""
    main = timeline.majority
    spent_s = timeline.seconds(math.inf)
    parts = [_main_part(main, spent_s[main.emotion])]
    parts += [
        f"{'a little' if seconds < seen_s * _LITTLE else 'also'} {_for_seconds(emotion, seconds)}"
        for emotion, seconds in sorted(spent_s.items(), key=lambda spent: -spent[1])
        if emotion is not main.emotion and _full(seconds) >= _NOTICEABLE_S
    ][:_OTHERS_NAMED]
    if len(parts) == 1:
        how_long = "all the time" if main.share == 1 else "nearly all the time"
        parts = [f"{emotion_word(main.emotion)} {how_long}"]
    sentence = f"Over {_full(seen_s)} seconds you looked {listed(parts, 'and')}."
    if main.emotion is not face.emotion.label:
        sentence += f" All in all you look {_with_share(face.emotion)}."
    return sentence


def _main_part(main: Majority, seconds: float) -> str:
    how_much = "mostly" if main.share > _MOSTLY else "most often"
    return f"{how_much} {_for_seconds(main.emotion, seconds)}"


def _for_seconds(emotion: Emotion, seconds: float) -> str:
    return f"{emotion_word(emotion)} ({_full(seconds)} s)"


def _full(seconds: float) -> int:
    """Full seconds, so that the parts never come to more than the whole."""
    return int(seconds + _ROUNDING_S)


def _seen_s(timeline: MoodTimeline) -> float:
    return sum(timeline.seconds(math.inf).values())


def _pole(value: float, high: str, low: str) -> str:
    if abs(value) < _NEUTRAL_BAND:
        return ""
    return high if value > 0 else low
