"""The baseline ranker: the cosine between the emotions of a face and those of a song.

Hassanaliaragh and Givehchian, "Emotion-Driven Song Recommendation System: Harmonizing Audio and
Facial Expressions" (Shahid Beheshti University): the seconds that a face spent on each emotion make
one vector, the emotions of a song another, and the five songs with the largest cosine are the list.
It knows no intent and no taste.

Their songs have shares of emotions by how much of a song's rectangle on the valence-arousal plane
lies in the region of each. Here a song belongs to an expression by a Gaussian of its distance from
where the expression lies, so that both vectors have the same seven entries.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from core.domain.emotion import EMOTION_AFFECT, Emotion
from core.domain.face_reading import FaceReading
from core.domain.mix import ReasonKind
from core.domain.track_table import TrackTable
from core.services.ranking.terms import Floats

REGION = 0.4
"""The Gaussian's sigma: about half the way from neutral to any other expression."""


def observed(face: FaceReading) -> tuple[float, ...]:
    """The face's vector in the order of Emotion, of length 1: of a video its seconds."""
    shown = face.timeline.seconds(math.inf) if face.timeline else face.emotion.probabilities
    vector = [shown.get(emotion, 0.0) for emotion in Emotion]
    length = math.hypot(*vector)
    return tuple(value / length for value in vector)


@dataclass(frozen=True, slots=True, eq=False)
class Cosine:
    """A term: the cosine of each song's emotions with ``vector``, which has length 1."""

    table: TrackTable
    vector: tuple[float, ...]
    kind: ReasonKind = ReasonKind.MOOD

    def add_to(self, scores: Floats, start: int, stop: int) -> None:
        """See Term."""
        valence, arousal = self.table.valence[start:stop], self.table.arousal[start:stop]
        product, squared = np.zeros_like(scores), np.zeros_like(scores)
        for emotion, weight in zip(Emotion, self.vector, strict=True):
            point = EMOTION_AFFECT[emotion]
            gap = valence - np.float32(point.valence)
            other = arousal - np.float32(point.arousal)
            share = np.exp((gap * gap + other * other) * np.float32(-0.5 / REGION**2))
            product += np.float32(weight) * share
            squared += share * share
        scores += product / np.sqrt(squared)
