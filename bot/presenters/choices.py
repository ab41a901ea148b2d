"""What a person can choose under a reply: the song, what they feel, whose mood, the intent."""

from __future__ import annotations

from dataclasses import dataclass

from bot.presenters.language import say
from bot.presenters.moods import emotion_word
from core.domain.conversation import Answer, Change, NeedFace, NeedSong, Reply, Whose
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent, IntentCause, IntentDecision, soothing_fits
from core.domain.same_song import song_tag
from core.domain.track import DoubtfulSong, Track

SONG_LABEL_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """One button. stands: the reply is made that way already."""

    label: str
    change: Change
    stands: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What is offered under one reply, each group for a row of its own; any may be empty.

    Songs are long and want a row each.
    """

    songs: tuple[Choice, ...] = ()
    guesses: tuple[Choice, ...] = ()
    whose: tuple[Choice, ...] = ()
    intents: tuple[Choice, ...] = ()


def choices_under(reply: Reply) -> Choices:
    """The songs in doubt; the guesses of an unsure face, everyone's mood in a group, intents.

    Soothe is offered where the face is or may be angry, frightened or disgusted. A mood keeps the
    intent that the person chose before.
    """
    match reply:
        case NeedFace():
            return Choices()
        case DoubtfulSong(candidates):
            return Choices(songs=tuple(map(_song, candidates)))
        case Answer(mix=mix):
            chosen = mix.decision.cause is IntentCause.CHOSEN
            intent = mix.decision.intent if chosen else None
            return Choices(
                guesses=_guesses(mix.face, intent),
                whose=_whose(mix.face, intent),
                intents=_intents(mix.face, mix.decision),
            )
        case NeedSong(face):
            return Choices(guesses=_guesses(face, None), whose=_whose(face, None))


def _song(track: Track) -> Choice:
    label = f"{track.artist} – {track.title}" if track.artist else track.title
    if len(label) > SONG_LABEL_LENGTH:
        label = label[: SONG_LABEL_LENGTH - 1].rstrip() + "…"
    return Choice(label, Change(song=song_tag(track)))


def _guesses(face: FaceReading, intent: Intent | None) -> tuple[Choice, ...]:
    return tuple(
        Choice(emotion_word(emotion).capitalize(), Change(emotion, intent))
        for emotion in face.guesses
    )


def _whose(face: FaceReading, intent: Intent | None) -> tuple[Choice, ...]:
    if face.everyone is None or face.is_everyones:
        return ()
    return (Choice(say("everyone-button"), Change(Whose.EVERYONE, intent)),)


def _intents(face: FaceReading, decision: IntentDecision) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            say("intent-button", intent=intent),
            Change(intent=intent),
            stands=intent is decision.intent,
        )
        for intent in Intent
        if intent is not Intent.SOOTHE or intent is decision.intent or soothing_fits(face)
    )
