"""Moods in plain words: expressions, points on the circumplex, and what a face told."""

from __future__ import annotations

from typing import Any

from core.domain.affect import Affect
from core.domain.emotion import Emotion, EmotionEstimate
from core.domain.face_reading import FaceReading

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


def percent(share: float) -> str:
    """A share in [0, 1] as whole per cent."""
    return f"{share * 100:.0f} %"


def emotion_word(emotion: Emotion) -> str:
    """The adjective people use for an expression."""
    return _EMOTION_WORDS[emotion]


def feeling(affect: Affect) -> str:
    """A point on the circumplex in plain words: "bright and calm", "dark and energetic"."""
    brightness = _pole(affect.valence, "bright", "dark")
    energy = _pole(affect.arousal, "energetic", "calm")
    return " and ".join(word for word in (brightness, energy) if word) or "even-tempered"


def present_face(face: FaceReading) -> str:
    """How somebody looks, or said to feel, in a sentence or two."""
    if face.told:
        return f"You told me you feel {emotion_word(face.emotion.label)}."
    if face.is_everyones:
        return f"The {face.faces_found} of you together look {_with_share(face.emotion)}."
    sentence = _unsure(face) if face.guesses else f"You look {_with_share(face.emotion)}."
    if face.faces_found > 1:
        sentence += f" I saw {face.faces_found} faces and read the largest one near the middle."
    return sentence


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
    """All that is known of a face's mood, as plain JSON values."""
    return {
        **emotion_as_json(face.emotion),
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
    *others, last = (
        f"{emotion_word(emotion)} ({percent(face.emotion.probabilities[emotion])})"
        for emotion in face.guesses
    )
    if not others:
        return f"I am not sure how you look: perhaps {last}?"
    return f"I am not sure how you look: {', '.join(others)} or {last}?"


def _pole(value: float, high: str, low: str) -> str:
    if abs(value) < _NEUTRAL_BAND:
        return ""
    return high if value > 0 else low
