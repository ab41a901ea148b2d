"""A mood: what one photo or video told of it, and what else it could be; or a person's word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from core.domain.affect import Affect
from core.domain.emotion import Emotion, EmotionEstimate, nearest_emotion
from core.domain.mood_timeline import MoodTimeline

MOST_GUESSES = 3
LEAST_GUESS = 0.1
"""Expressions less probable than this are not offered as guesses."""


@dataclass(frozen=True, slots=True)
class FaceReading:
    """The emotion of a face, with its provenance, or a mood that was told without any.

    faces_found: most faces seen in one picture or frame; frames_read: pictures with a face that
    were read (1 for a photo); detector and engine: names of what found and what read the face,
    empty where nothing did; sure: False where the engine abstains, see its model card; told: the
    emotion is the person's own word; everyone: the mean over all faces of a group, where there are
    several; timeline: how a video's emotion went, None for a photo; point: where the person put
    themselves on the circumplex. Raises ValueError where no face was read and none was told.
    """

    emotion: EmotionEstimate
    faces_found: int
    frames_read: int
    detector: str
    engine: str
    sure: bool = True
    told: bool = False
    everyone: EmotionEstimate | None = None
    timeline: MoodTimeline | None = None
    point: Affect | None = None

    def __post_init__(self) -> None:
        least = 0 if self.told else 1
        if self.faces_found < least or self.frames_read < least:
            raise ValueError("a reading needs at least one face in one frame")

    @classmethod
    def of_word(cls, mood: Emotion | Affect) -> Self:
        """A mood that a person told, as an expression or as a point; no face is needed."""
        point = None if isinstance(mood, Emotion) else mood
        label = mood if isinstance(mood, Emotion) else nearest_emotion(mood)
        return cls(EmotionEstimate.certain(label), 0, 0, "", "", told=True, point=point)

    @property
    def affect(self) -> Affect:
        """The point on the circumplex: the one that was chosen, else the emotion's."""
        return self.point or self.emotion.affect

    @property
    def is_everyones(self) -> bool:
        """Whether the emotion is the mean over all faces rather than one person's."""
        return self.everyone is not None and self.emotion == self.everyone

    @property
    def guesses(self) -> tuple[Emotion, ...]:
        """What to ask about where the reading is unsure, most probable first; else empty."""
        if self.sure:
            return ()
        probable = self.emotion.probabilities
        return tuple(
            emotion
            for emotion in self.emotion.ranked[:MOST_GUESSES]
            if probable[emotion] >= LEAST_GUESS
        )

    def corrected(self, emotion: Emotion) -> FaceReading:
        """The reading after the person said what they feel."""
        return replace(
            self,
            emotion=EmotionEstimate.certain(emotion),
            sure=True,
            told=True,
            timeline=None,
            point=None,
        )

    def of_everyone(self) -> FaceReading:
        """The reading of the whole group; raises ValueError where there was one face."""
        if self.everyone is None:
            raise ValueError("only one face was read")
        return replace(self, emotion=self.everyone, sure=True, told=False, timeline=None)
