"""What a person can choose under a reply: a song or none, moods, the intent, and what is next.

Nothing here knows a platform: adapters lay the groups out.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.presenters.language import say
from core.domain.conversation import (
    LAST_SONG,
    NO_SONG,
    Answer,
    Change,
    Farewell,
    HowNow,
    NeedFace,
    NeedSong,
    Onward,
    Reply,
    WhichSong,
    Whose,
)
from core.domain.emotion import Emotion
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent, IntentCause, IntentDecision, soothing_fits
from core.domain.same_song import song_tag
from core.domain.track import SeedTrack, Track

SONG_LABEL_LENGTH = 60

MOODS = (
    Emotion.HAPPY,
    Emotion.SURPRISE,
    Emotion.NEUTRAL,
    Emotion.SAD,
    Emotion.ANGRY,
    Emotion.FEAR,
    Emotion.DISGUST,
)
"""In the order in which people are asked, the pleasant ones first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One button. stands: the reply is made that way already."""

    label: str
    change: Change
    stands: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """One button that brings up all seven moods, because the one that was taken is not it.

    moods: what it brings up, as ``moods_with(intent)`` makes it anew for a press on an old message.
    """

    label: str
    intent: Intent | None
    moods: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One button that goes on, or ends, once a list was heard."""

    label: str
    onward: Onward


@dataclass(frozen=True, slots=True)
class Choices:
    """What is offered under one reply, each group for a row of its own; any may be empty.

    Songs are long and want a row each; moods: all seven, where one is awaited; song_ways: how to go
    on without a new song.
    """

    songs: tuple[Choice, ...] = ()
    moods: tuple[Choice, ...] = ()
    guesses: tuple[Choice, ...] = ()
    correction: Correction | None = None
    whose: tuple[Choice, ...] = ()
    song_ways: tuple[Choice, ...] = ()
    intents: tuple[Choice, ...] = ()
    steps: tuple[Step, ...] = ()


def choices_under(reply: Reply) -> Choices:
    """Whatever fits: songs in doubt, moods to tell or to correct, everyone's mood, intents, steps.

    Soothe is offered where the face is or may be angry, frightened or disgusted. A mood keeps the
    intent that the person chose before.
    """
    match reply:
        case Farewell():
            return Choices()
        case NeedFace():
            return Choices(moods=moods_with())
        case HowNow():
            return Choices(moods=moods_with(), steps=(step_onward(Onward.FINISH),))
        case WhichSong(doubt):
            return Choices(songs=tuple(map(_song, doubt.candidates)))
        case Answer(mix=mix):
            chosen = mix.decision.cause is IntentCause.CHOSEN
            intent = mix.decision.intent if chosen else None
            return Choices(
                guesses=_guesses(mix.face, intent),
                correction=_correction(mix.face, intent),
                whose=_whose(mix.face, intent),
                intents=_intents(mix.face, mix.decision),
                steps=tuple(map(step_onward, Onward)),
            )
        case NeedSong(face, remembered):
            return Choices(
                guesses=_guesses(face, None),
                correction=_correction(face, None),
                whose=_whose(face, None),
                song_ways=_song_ways(remembered),
            )


def moods_with(intent: Intent | None = None) -> tuple[Choice, ...]:
    """All seven moods to choose from, with the intent that the person chose before."""
    return tuple(_mood(emotion, intent) for emotion in MOODS)


def step_onward(onward: Onward) -> Step:
    """The button that goes on, or ends."""
    return Step(say("onward-button", onward=onward), onward)


def _song(track: Track) -> Choice:
    label = f"{track.artist} – {track.title}" if track.artist else track.title
    if len(label) > SONG_LABEL_LENGTH:
        label = label[: SONG_LABEL_LENGTH - 1].rstrip() + "…"
    return Choice(label, Change(song=song_tag(track)))


def _guesses(face: FaceReading, intent: Intent | None) -> tuple[Choice, ...]:
    return tuple(_mood(emotion, intent) for emotion in face.guesses)


def _mood(emotion: Emotion, intent: Intent | None) -> Choice:
    return Choice(say("emotion-name", emotion=emotion), Change(emotion, intent))


def _correction(face: FaceReading, intent: Intent | None) -> Correction:
    label = say("other-mood-button" if face.told else "correct-button")
    return Correction(label, intent, moods_with(intent))


def _song_ways(remembered: SeedTrack | None) -> tuple[Choice, ...]:
    last = (Choice(say("last-song-button"), Change(song=LAST_SONG)),) if remembered else ()
    return (*last, Choice(say("no-song-button"), Change(song=NO_SONG)))


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
