"""What a person can choose under a reply: what they feel, whose mood counts, the intent."""

from __future__ import annotations

from dataclasses import dataclass

from bot.presenters.moods import emotion_word
from bot.presenters.notices import ENHANCE_BUTTON, EVERYONE_BUTTON, MODULATE_BUTTON
from core.domain.conversation import Answer, Change, NeedFace, Reply, Whose
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent, IntentCause, IntentDecision

_INTENT_LABELS = {Intent.MODULATE: MODULATE_BUTTON, Intent.ENHANCE: ENHANCE_BUTTON}


@dataclass(frozen=True, slots=True)
class Choice:
    """One button. stands: the reply is made that way already."""

    label: str
    change: Change
    stands: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What is offered under one reply, each group for a row of its own; any may be empty."""

    guesses: tuple[Choice, ...] = ()
    whose: tuple[Choice, ...] = ()
    intents: tuple[Choice, ...] = ()


def choices_under(reply: Reply) -> Choices:
    """The guesses where the face is unsure, everyone's mood in a group, intents of an answer.

    A mood keeps the intent that the person chose before.
    """
    match reply:
        case NeedFace():
            return Choices()
        case Answer(mix=mix):
            chosen = mix.decision.cause is IntentCause.CHOSEN
            intent = mix.decision.intent if chosen else None
            return Choices(
                _guesses(mix.face, intent), _whose(mix.face, intent), _intents(mix.decision)
            )
        case _:
            return Choices(_guesses(reply.face, None), _whose(reply.face, None))


def _guesses(face: FaceReading, intent: Intent | None) -> tuple[Choice, ...]:
    return tuple(
        Choice(emotion_word(emotion).capitalize(), Change(emotion, intent))
        for emotion in face.guesses
    )


def _whose(face: FaceReading, intent: Intent | None) -> tuple[Choice, ...]:
    if face.everyone is None or face.is_everyones:
        return ()
    return (Choice(EVERYONE_BUTTON, Change(Whose.EVERYONE, intent)),)


def _intents(decision: IntentDecision) -> tuple[Choice, ...]:
    return tuple(
        Choice(label, Change(intent=intent), stands=intent is decision.intent)
        for intent, label in _INTENT_LABELS.items()
    )
