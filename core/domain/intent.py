"""Modulate or enhance: what the face and the song together say a person wants.

Le, "Emotional-support Music Recommender" (2024): the emotion of the song a person is into,
compared with the face's on the circumplex, tells whether they want to modulate (the same type of
emotion) or to enhance (greater arousal or more positive).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.domain.affect import Affect

ALIKE_DISTANCE = 0.45
"""Face and song closer than this are the same type of emotion (about one octant of the circle)."""

BRIGHTER_STEP = 0.25
"""The song must lie this much higher on an axis to count as brighter or more energetic."""

MODULATE_SEED_SHARE = 0.35
"""Share of the way from the face's point to the song's that the target of modulate is drawn."""

MODULATE_REACH = 0.2
"""The farthest it is drawn, so that the list stays with the face's type of emotion."""


class Intent(StrEnum):
    """What the list should do with the mood."""

    MODULATE = "modulate"
    ENHANCE = "enhance"


class IntentCause(StrEnum):
    """Why this intent; presenters turn it into a sentence."""

    ALIKE = "alike"
    BRIGHTER = "brighter"
    MORE_ENERGETIC = "more_energetic"
    BRIGHTER_AND_MORE_ENERGETIC = "brighter_and_more_energetic"
    DARKER_OR_CALMER = "darker_or_calmer"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class IntentDecision:
    """An intent with its cause."""

    intent: Intent
    cause: IntentCause


def decide_intent(face: Affect, seed: Affect, chosen: Intent | None = None) -> IntentDecision:
    """Compare the face's point with the song's; a person's own choice always wins."""
    if chosen is not None:
        return IntentDecision(chosen, IntentCause.CHOSEN)
    if face.distance(seed) <= ALIKE_DISTANCE:
        return IntentDecision(Intent.MODULATE, IntentCause.ALIKE)
    brighter = seed.valence - face.valence >= BRIGHTER_STEP
    more_energetic = seed.arousal - face.arousal >= BRIGHTER_STEP
    if brighter and more_energetic:
        return IntentDecision(Intent.ENHANCE, IntentCause.BRIGHTER_AND_MORE_ENERGETIC)
    if brighter:
        return IntentDecision(Intent.ENHANCE, IntentCause.BRIGHTER)
    if more_energetic:
        return IntentDecision(Intent.ENHANCE, IntentCause.MORE_ENERGETIC)
    return IntentDecision(Intent.MODULATE, IntentCause.DARKER_OR_CALMER)


def target_affect(face: Affect, seed: Affect, intent: Intent) -> Affect:
    """Where on the circumplex the list should lie.

    Modulate stays by the face, drawn a little toward the song. Enhance takes the song's point but
    is never darker or calmer than the face, and always at least one step brighter than it.
    """
    if intent is Intent.MODULATE:
        distance = face.distance(seed)
        share = min(MODULATE_SEED_SHARE, MODULATE_REACH / distance) if distance else 0.0
        return face.toward(seed, share)
    return Affect.clipped(
        max(seed.valence, face.valence + BRIGHTER_STEP), max(seed.arousal, face.arousal)
    )
