"""Modulate, enhance or soothe: what the face and the song together say a person wants.

Le, "Emotional-support Music Recommender" (2024): the emotion of the song a person is into,
compared with the face's on the circumplex, tells whether they want to modulate (the same type of
emotion) or to enhance (greater arousal or more positive). Neither helps an agitated person who
reaches for something calmer: soothe, our own third, is for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.domain.affect import Affect
from core.domain.emotion import EMOTION_AFFECT, Emotion
from core.domain.face_reading import FaceReading

ALIKE_DISTANCE = 0.45
"""Face and song closer than this are the same type of emotion (about one octant of the circle)."""

BRIGHTER_STEP = 0.25
"""The song must lie this much higher on an axis to count as brighter or more energetic."""

CALMER_STEP = 0.25
"""The song must lie this much lower in arousal, and in the calm half, to count as calmer."""

DARK_VALENCE, AGITATED_AROUSAL = -0.2, 0.2
"""At most this valence is dark; with at least this arousal it is agitated, as anger, fear and
disgust are."""

BRIGHT_VALENCE = 0.3
"""Where the song shows no way up, enhancing ends at least here."""

CALM_AROUSAL = -0.3
"""Soothing ends at most here, however lively the song is."""

MODULATE_SEED_SHARE = 0.35
"""Share of the way from the face's point to the song's that the target of modulate is drawn."""

MODULATE_REACH = 0.1
"""The farthest it is drawn, so that the list stays with the face's type of emotion."""


class Intent(StrEnum):
    """What the list should do with the mood."""

    MODULATE = "modulate"
    ENHANCE = "enhance"
    SOOTHE = "soothe"


class IntentCause(StrEnum):
    """Why this intent; presenters turn it into a sentence."""

    ALIKE = "alike"
    BRIGHTER = "brighter"
    MORE_ENERGETIC = "more_energetic"
    BRIGHTER_AND_MORE_ENERGETIC = "brighter_and_more_energetic"
    DARKER_OR_CALMER = "darker_or_calmer"
    CALMER = "calmer"
    CHOSEN = "chosen"
    TENSE_MOOD = "tense_mood"
    DARK_MOOD = "dark_mood"
    MOOD_ALONE = "mood_alone"


@dataclass(frozen=True, slots=True)
class IntentDecision:
    """An intent with its cause.

    doubts: of a face that was not read for sure, what else it may show with the intent that would
    follow from it, where that is another one.
    """

    intent: Intent
    cause: IntentCause
    doubts: tuple[tuple[Emotion, Intent], ...] = ()


def decide_intent(
    face: Affect,
    seed: Affect | None,
    chosen: Intent | None = None,
    guesses: Sequence[Emotion] = (),
) -> IntentDecision:
    """Compare the face's point with the song's; a person's own choice always wins.

    Without a song the mood alone decides. guesses: what an unsure face may show.
    """
    if chosen is not None:
        return IntentDecision(chosen, IntentCause.CHOSEN)
    intent, cause = _decide(face, seed)
    otherwise = [(guess, _decide(EMOTION_AFFECT[guess], seed)[0]) for guess in guesses]
    return IntentDecision(
        intent, cause, tuple((guess, other) for guess, other in otherwise if other is not intent)
    )


def _decide(face: Affect, seed: Affect | None) -> tuple[Intent, IntentCause]:
    return _compare(face, seed) if seed else _by_mood(face)


def _compare(face: Affect, seed: Affect) -> tuple[Intent, IntentCause]:
    if face.distance(seed) <= ALIKE_DISTANCE:
        return Intent.MODULATE, IntentCause.ALIKE
    if is_agitated(face) and seed.arousal <= min(0.0, face.arousal - CALMER_STEP):
        return Intent.SOOTHE, IntentCause.CALMER
    brighter, more_energetic = _ways_up(face, seed)
    if brighter and more_energetic:
        return Intent.ENHANCE, IntentCause.BRIGHTER_AND_MORE_ENERGETIC
    if brighter:
        return Intent.ENHANCE, IntentCause.BRIGHTER
    if more_energetic:
        return Intent.ENHANCE, IntentCause.MORE_ENERGETIC
    return Intent.MODULATE, IntentCause.DARKER_OR_CALMER


def _by_mood(face: Affect) -> tuple[Intent, IntentCause]:
    """Nobody is left where it hurts, and whoever is well stays.

    Bringing the mood in order is what people mostly listen for: it is why agitation is calmed and
    darkness left, step by step from where the person is (see ``target_affect``). A mood that is
    neither says of no wish to leave it, so the list stays, which Le calls to modulate.
    """
    if is_agitated(face):
        return Intent.SOOTHE, IntentCause.TENSE_MOOD
    if face.valence <= DARK_VALENCE:
        return Intent.ENHANCE, IntentCause.DARK_MOOD
    return Intent.MODULATE, IntentCause.MOOD_ALONE


def _ways_up(face: Affect, seed: Affect) -> tuple[bool, bool]:
    """Whether the song is clearly brighter than the face, and whether it is clearly livelier."""
    return (
        seed.valence - face.valence >= BRIGHTER_STEP,
        seed.arousal - face.arousal >= BRIGHTER_STEP,
    )


def is_agitated(mood: Affect) -> bool:
    """Whether a point is unpleasant and excited at once."""
    return mood.valence <= DARK_VALENCE and mood.arousal >= AGITATED_AROUSAL


def soothing_fits(face: FaceReading) -> bool:
    """Whether soothe is worth offering: the face is, or may be, angry, frightened or disgusted."""
    if face.point:
        return is_agitated(face.point)
    return any(
        is_agitated(EMOTION_AFFECT[emotion]) for emotion in (face.emotion.label, *face.guesses)
    )


def target_affect(face: Affect, seed: Affect | None, intent: Intent) -> Affect:
    """Where on the circumplex the list should lie, or lead to.

    Modulate stays by the face, drawn a little toward the song. Enhance takes the song's point but
    is never darker or calmer than the face, and always at least one step brighter than it; where
    the song is neither brighter nor livelier, it leads to the bright half all the same. Soothe
    is as bright as enhance, since less arousal alone would be sadness, and as calm as the song,
    but always a step calmer than the face and at the calm end of the plane. Without a song there
    is nothing to be drawn to, as if it lay where the face does.
    """
    seed = seed or face
    if intent is Intent.MODULATE:
        distance = face.distance(seed)
        share = min(MODULATE_SEED_SHARE, MODULATE_REACH / distance) if distance else 0.0
        return face.toward(seed, share)
    valence = max(seed.valence, face.valence + BRIGHTER_STEP)
    if intent is Intent.ENHANCE:
        bright = valence if any(_ways_up(face, seed)) else max(valence, BRIGHT_VALENCE)
        return Affect.clipped(bright, max(seed.arousal, face.arousal))
    return Affect.clipped(valence, min(seed.arousal, face.arousal - CALMER_STEP, CALM_AROUSAL))
