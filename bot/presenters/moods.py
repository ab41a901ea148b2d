"""Moods in plain words: expressions, points on the circumplex, and what a face told."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Literal

from bot.presenters.language import all_of, one_of, percent, say
from core.domain.affect import Affect
from core.domain.emotion import Emotion, EmotionEstimate
from core.domain.face_reading import FaceReading
from core.domain.mood import MoodPoint
from core.domain.mood_timeline import MoodTimeline

NEUTRAL_BAND = 0.15
"""Closer to the middle of an axis than this, neither end is named."""

_TELLING = 0.15
"""A mood that changed by less along an axis is about where it was."""

_SHORTEST_COURSE_S = 2
"""A film in which a face was seen for less tells of no course."""

_NOTICEABLE_S = 1
"""What showed for less is not named beside the majority."""

_ROUNDING_S = 0.05

_OTHERS_NAMED = 2

_MOSTLY, _LITTLE = 0.5, 0.25
"""Shares of the time from which on, and up to which, these words are fair."""


def feeling_of(affect: Affect) -> str:
    """Which part of the circumplex a point lies in: what ``$feeling`` is in messages."""
    brightness = _pole(affect.valence, "bright", "dark")
    energy = _pole(affect.arousal, "energetic", "calm")
    return "-".join(part for part in (brightness, energy) if part) or "even"


def point_words(point: MoodPoint) -> str:
    """A mood of the diary in a few words."""
    return _felt(point.affect) if point.is_placed else say("emotion-feel", emotion=point.label)


def mood_name(point: MoodPoint) -> str:
    """The same, standing alone."""
    if point.is_placed:
        return standing_alone(point_words(point))
    return say("emotion-name", emotion=point.label)


def standing_alone(words: str) -> str:
    """Words from inside a sentence, where there is none around them."""
    return words[:1].upper() + words[1:]


def feeling(affect: Affect) -> str:
    """A point on the circumplex in plain words: "bright and calm", "dark and energetic"."""
    return say("feeling", feeling=feeling_of(affect))


def present_face(face: FaceReading) -> str:
    """How somebody looks, or said to feel, in a sentence or two."""
    emotion = face.emotion.label
    if face.told:
        return say("face-told", mood=mood_told(face))
    if face.is_everyones:
        return say("face-everyone", emotion=emotion, sure=percent(face.emotion.confidence))
    seen_s = _seen_s(face.timeline) if face.timeline else 0.0
    if face.guesses:
        sentence = _unsure(face)
    elif face.timeline and seen_s >= _SHORTEST_COURSE_S:
        sentence = _over_time(face, face.timeline, seen_s)
    else:
        sentence = say("face-look", emotion=emotion, sure=percent(face.emotion.confidence))
    if face.faces_found == 1:
        return sentence
    seen = "video" if face.timeline else "photo"
    return f"{sentence} {say('face-largest', faces=face.faces_found, seen=seen)}"


def mood_told(face: FaceReading) -> str:
    """What they said they feel: a word, or a point of the plane."""
    return _felt(face.point) if face.point else say("emotion-feel", emotion=face.emotion.label)


def change_words(since: Literal["start", "week"], brightness: float, energy: float) -> str:
    """How valence and arousal changed since then, each of which may be too little to tell."""
    return say(
        f"change-from-{since}",
        brightness=direction(brightness, "brighter", "darker"),
        energy=direction(energy, "livelier", "calmer"),
    )


def direction(change: float, up: str, down: str) -> str:
    """Which way a mood changed along an axis, as messages name it; "same" for too little."""
    if abs(change) < _TELLING:
        return "same"
    return up if change > 0 else down


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


def _felt(point: Affect) -> str:
    return say("feeling-feel", feeling=feeling_of(point))


def _unsure(face: FaceReading) -> str:
    guesses = [
        say("face-guess", emotion=emotion, share=percent(face.emotion.probabilities[emotion]))
        for emotion in face.guesses
    ]
    return say("face-unsure", guesses=one_of(guesses), count=len(guesses))


def _over_time(face: FaceReading, timeline: MoodTimeline, seen_s: float) -> str:
    """The majority emotion and what else showed for a while, each with its seconds."""
    main = timeline.majority
    spent_s = timeline.seconds(math.inf)
    others = [
        (emotion, seconds)
        for emotion, seconds in sorted(spent_s.items(), key=lambda spent: -spent[1])
        if emotion is not main.emotion and _full(seconds) >= _NOTICEABLE_S
    ][:_OTHERS_NAMED]
    if others:
        parts = [
            _spent("mostly" if main.share > _MOSTLY else "often", main.emotion, spent_s),
            *(
                _spent("little" if seconds < seen_s * _LITTLE else "also", emotion, spent_s)
                for emotion, seconds in others
            ),
        ]
        sentence = say("face-course", seconds=_full(seen_s), parts=all_of(parts))
    else:
        how = "all" if main.share == 1 else "nearly"
        sentence = say("face-steady", how=how, seconds=_full(seen_s), emotion=main.emotion)
    if main.emotion is face.emotion.label:
        return sentence
    sure = percent(face.emotion.confidence)
    return f"{sentence} {say('face-all-in-all', emotion=face.emotion.label, sure=sure)}"


def _spent(how: str, emotion: Emotion, spent_s: Mapping[Emotion, float]) -> str:
    return say("face-spent", how=how, emotion=emotion, seconds=_full(spent_s[emotion]))


def _full(seconds: float) -> int:
    """Full seconds, so that the parts never come to more than the whole."""
    return int(seconds + _ROUNDING_S)


def _seen_s(timeline: MoodTimeline) -> float:
    return sum(timeline.seconds(math.inf).values())


def _pole(value: float, high: str, low: str) -> str:
    if abs(value) < NEUTRAL_BAND:
        return ""
    return high if value > 0 else low
