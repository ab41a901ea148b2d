"""Who talks to moodmix, and what stands open between two messages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType, Self

from core.domain.emotion import Emotion
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent
from core.domain.mix import Mix
from core.domain.mood import MoodCourse, MoodPoint
from core.domain.track import DoubtfulSong, SeedTrack, Track

PersonId = NewType("PersonId", str)
"""A keyed hash of platform and user id; the raw id is never stored or logged."""

MessageRef = NewType("MessageRef", str)
"""A keyed hash of platform, chat and message id, to find the mix a reaction belongs to."""

CONSENT_VERSION = 2
"""Raise it when the notice changes in substance; everybody is then asked again."""


@dataclass(frozen=True, slots=True)
class Consent:
    """That a person agreed to which notice, and when (UTC); withdrawn_at: until when."""

    version: int
    given_at: datetime
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """The face and the song a person has given so far.

    doubt: the songs that were asked about, while the person has not said which; songless: they want
    a list without a song; remembered: the song of the round before; course: the moods of this
    round, oldest first; checking: they were asked how they feel after listening; lapsed: what they
    had begun was put away, of which they do not know. Raises ValueError where the song is both
    known and in doubt.
    """

    face: FaceReading | None = None
    seed: SeedTrack | None = None
    doubt: DoubtfulSong | None = None
    songless: bool = False
    remembered: SeedTrack | None = None
    course: tuple[MoodPoint, ...] = ()
    checking: bool = False
    lapsed: bool = False

    def __post_init__(self) -> None:
        if self.seed is not None and self.doubt is not None:
            raise ValueError("a song is known or in doubt")

    @property
    def answered(self) -> bool:
        """Whether there is all that a list is made from."""
        return self.face is not None and (self.seed is not None or self.songless)

    @property
    def unfinished(self) -> bool:
        """Whether something was begun that is not answered, or the next mood is awaited."""
        begun = self.face or self.seed or self.doubt
        return self.checking or (begun is not None and not self.answered)

    @property
    def moved(self) -> MoodCourse | None:
        """How the mood moved in this round, where more than one is known."""
        return MoodCourse(self.course) if len(self.course) > 1 else None

    def felt(self, face: FaceReading, mood: MoodPoint) -> Self:
        """With a new mood: the next of the round where it was awaited, else instead of the last."""
        course = self.course if self.checking else self.course[:-1]
        return replace(self, face=face, course=(*course, mood), checking=False)

    def stayed(self) -> Self:
        """With the latest mood only, of which nothing is to be told any more."""
        return replace(self, course=self.course[-1:])

    def corrected(self, face: FaceReading, mood: MoodPoint) -> Self:
        """With another mood in the place of the latest."""
        return replace(self, face=face, course=(*self.course[:-1], mood))

    def with_song(self, song: SeedTrack | DoubtfulSong) -> Self:
        """With a song, or those that it may be."""
        seed = song if isinstance(song, SeedTrack) else None
        doubt = song if isinstance(song, DoubtfulSong) else None
        return replace(self, seed=seed, doubt=doubt, songless=False)

    def awaiting_song(self) -> Self:
        """Without the song there was, because another one is meant."""
        return replace(self.without_song(), songless=False)

    def without_song(self) -> Self:
        """By the mood alone."""
        remembered = self.seed or self.remembered
        return replace(self, seed=None, doubt=None, songless=True, remembered=remembered)

    def next_round(self) -> Self:
        """A new beginning, in which the song is remembered."""
        return type(self)(remembered=self.seed or self.remembered)

    def put_away(self) -> Self:
        """A new beginning, because this one was left unfinished for long."""
        return replace(self.next_round(), lapsed=True)


class Aside(StrEnum):
    """What is said beside a reply."""

    PUT_AWAY = "put_away"
    """What was begun more than a day ago is dropped; this is a new beginning."""

    HELP_LINE = "help_line"
    """Where to find help: the last readings were very negative again and again."""


@dataclass(frozen=True, slots=True)
class NeedFace:
    """The song is understood; a face is missing."""

    seed: SeedTrack
    asides: tuple[Aside, ...] = ()


@dataclass(frozen=True, slots=True)
class NeedSong:
    """The face is read, or the mood told; a song is missing.

    remembered: the song of the round before, to be taken again.
    """

    face: FaceReading
    remembered: SeedTrack | None = None
    asides: tuple[Aside, ...] = ()


@dataclass(frozen=True, slots=True)
class WhichSong:
    """It is not clear which song is meant."""

    doubt: DoubtfulSong
    asides: tuple[Aside, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A finished mix under the id it is stored and rated by.

    moved: how the mood moved since the list before, where the person was asked.
    """

    mix_id: int
    mix: Mix
    moved: MoodCourse | None = None
    asides: tuple[Aside, ...] = ()


@dataclass(frozen=True, slots=True)
class HowNow:
    """The person listened: how do they feel now? A selfie or a word is awaited."""

    before: MoodPoint


@dataclass(frozen=True, slots=True)
class Farewell:
    """The person has had enough for now.

    moved: how their mood went, where more than one point is known.
    """

    moved: MoodCourse | None


class Wish(StrEnum):
    """What can be asked for beside a mood and an intent, by a track of an answer."""

    MORE_LIKE = "more_like"
    NOT_ARTIST = "not_artist"
    ANYTHING = "anything"
    """No wish any more."""


@dataclass(frozen=True, slots=True)
class Wished:
    """A wish that is noted.

    track: the one it is about, None where it is about none; answer: the list made anew, None where
    no face and song are there to make it from.
    """

    track: Track | None
    answer: Answer | None


Reply = NeedFace | NeedSong | WhichSong | Answer | HowNow | Farewell

LAST_SONG = "last"
"""Stands for the tag of a song: the one of the round before."""

NO_SONG = "none"
"""Stands for the tag of a song: a list by the mood alone."""


class Onward(StrEnum):
    """How a round goes on once its list was heard."""

    CHECK_IN = "check_in"
    """The person says how they feel now, and the next list goes on from there."""

    FINISH = "finish"
    """They have had enough for now."""


class Whose(StrEnum):
    """Whose mood counts, where it is not the one of the face that was read."""

    EVERYONE = "everyone"


@dataclass(frozen=True, slots=True)
class Change:
    """What a person chose under a reply; raises ValueError where that is nothing.

    mood: what they say they feel, or whose mood counts; None leaves the face as it was read.
    intent: None lets face and song decide. song: the tag of the song that is meant of those that
    were asked about, or LAST_SONG or NO_SONG; it comes alone.
    """

    mood: Emotion | Whose | None = None
    intent: Intent | None = None
    song: str | None = None

    def __post_init__(self) -> None:
        if (self.song is None) == (self.mood is None and self.intent is None):
            raise ValueError("a mood, an intent or both, or else a song")


def read_mood(text: str) -> Emotion | Whose:
    """The mood that buttons carry as its value; raises ValueError for any other text."""
    return Whose(text) if text in set(Whose) else Emotion(text)
