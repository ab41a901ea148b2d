"""The seven facial expressions and where they lie on the circumplex."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from core.domain.affect import Affect

PROBABILITY_TOLERANCE = 1e-3


class Emotion(StrEnum):
    """Ekman's six and neutral, in the class order of our network."""

    ANGRY = "angry"
    DISGUST = "disgust"
    FEAR = "fear"
    HAPPY = "happy"
    SAD = "sad"
    SURPRISE = "surprise"
    NEUTRAL = "neutral"


EMOTION_AFFECT: Mapping[Emotion, Affect] = MappingProxyType(
    {
        Emotion.ANGRY: Affect(-0.51, 0.59),
        Emotion.DISGUST: Affect(-0.60, 0.35),
        Emotion.FEAR: Affect(-0.64, 0.60),
        Emotion.HAPPY: Affect(0.81, 0.51),
        Emotion.SAD: Affect(-0.63, -0.27),
        Emotion.SURPRISE: Affect(0.40, 0.67),
        Emotion.NEUTRAL: Affect(0.0, 0.0),
    }
)
"""Mean pleasure and arousal that people gave to feeling angry, disgusted, fearful, happy, sad and
surprised: Russell and Mehrabian, "Evidence for a Three-Factor Theory of Emotions", Journal of
Research in Personality 11 (1977), table 4. Neutral is the middle of both scales."""


def nearest_emotion(point: Affect) -> Emotion:
    """The expression that lies nearest to a point of the circumplex."""
    return min(Emotion, key=lambda emotion: EMOTION_AFFECT[emotion].distance(point))


@dataclass(frozen=True, slots=True)
class EmotionEstimate:
    """Probabilities of all seven expressions; they are in [0, 1] and sum to 1.

    Raises ValueError when an expression is missing or the numbers are no distribution.
    """

    probabilities: Mapping[Emotion, float]

    def __post_init__(self) -> None:
        if set(self.probabilities) != set(Emotion):
            raise ValueError("all seven emotions need a probability")
        values = [self.probabilities[emotion] for emotion in Emotion]
        if not all(math.isfinite(value) and 0.0 <= value <= 1.0 for value in values):
            raise ValueError("probabilities must lie in [0, 1]")
        if abs(sum(values) - 1.0) > PROBABILITY_TOLERANCE:
            raise ValueError("probabilities must sum to 1")
        ordered = {emotion: self.probabilities[emotion] for emotion in Emotion}
        object.__setattr__(self, "probabilities", MappingProxyType(ordered))

    @classmethod
    def certain(cls, emotion: Emotion) -> EmotionEstimate:
        """All probability on one expression, for a person's own word."""
        return cls({each: float(each is emotion) for each in Emotion})

    @property
    def ranked(self) -> tuple[Emotion, ...]:
        """All seven, most probable first; in the order of ``Emotion`` on a tie."""
        return tuple(sorted(Emotion, key=self.probabilities.__getitem__, reverse=True))

    @property
    def label(self) -> Emotion:
        """The most probable expression; the first in order on a tie."""
        return max(Emotion, key=self.probabilities.__getitem__)

    @property
    def confidence(self) -> float:
        """Probability of the label, in [1/7, 1]."""
        return self.probabilities[self.label]

    @property
    def affect(self) -> Affect:
        """Expected point on the circumplex over the seven probabilities."""
        return Affect.clipped(
            sum(self.probabilities[e] * EMOTION_AFFECT[e].valence for e in Emotion),
            sum(self.probabilities[e] * EMOTION_AFFECT[e].arousal for e in Emotion),
        )

    @property
    def spread(self) -> float:
        """How far the expressions that it may be lie apart: the standard deviation along an axis of
        the circumplex, on average over both; 0 where one is certain.
        """  # noqa: D205 - one sentence
        middle = self.affect
        squared = sum(
            self.probabilities[e] * EMOTION_AFFECT[e].distance(middle) ** 2 for e in Emotion
        )
        return math.sqrt(squared / 2)
