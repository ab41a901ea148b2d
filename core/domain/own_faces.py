"""A person's own labelled faces, from which a network of their own can be learned.

A hundred captures of each emotion, taken by the person in front of their own camera, as Le proposes
in "Emotional-support Music Recommender".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.domain.emotion import Emotion

AIM_PER_EMOTION = 100
"""So many faces of each emotion Le takes."""

MOST_PER_EMOTION = 500
"""More teach little, and take room and time."""

OWN_FACE_PX = 48
"""Side of the square that is kept of a face: what the network sees, and nothing more."""


@dataclass(frozen=True, slots=True)
class PersonalNetwork:
    """What a network learned from a person's own faces is worth.

    held_out: faces of theirs that it was measured on and never learned from; right_before,
    right_after: how many of them the shipped and the personal network read right.
    """

    held_out: int
    right_before: int
    right_after: int


@dataclass(frozen=True, slots=True)
class OwnFacesState:
    """How many own faces there are of every emotion, and which network reads the person's face.

    network: the one that was learned from such faces, None while it is the shipped one.
    """

    counts: Mapping[Emotion, int]
    network: PersonalNetwork | None = None

    @property
    def total(self) -> int:
        """Over all emotions."""
        return sum(self.counts.values())
