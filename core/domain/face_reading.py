"""What one photo or video told: the emotion, how it was read and what else it could be."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.domain.affect import Affect
from core.domain.emotion import Emotion, EmotionEstimate
from core.domain.mood_timeline import MoodTimeline

MOST_GUESSES = 3
LEAST_GUESS = 0.1
"""Expressions less probable than this are not offered as guesses."""


@dataclass(frozen=True, slots=True)
class FaceReading:
    """The emotion of a face, with its provenance.

    faces_found: most faces seen in one picture or frame; frames_read: pictures with a face that
    were read (1 for a photo); detector and engine: names of what found and what read the face;
    sure: False where the engine abstains, see its model card; told: the emotion is the person's own
    word; everyone: the mean over all faces of a group, where there are several; timeline: how a
    video's emotion went, None for a photo.
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

    def __post_init__(self) -> None:
        if self.faces_found < 1 or self.frames_read < 1:
            raise ValueError("a reading needs at least one face in one frame")

    @property
    def affect(self) -> Affect:
        """The emotion's point on the circumplex."""
        return self.emotion.affect

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
        )

    def of_everyone(self) -> FaceReading:
        """The reading of the whole group; raises ValueError where there was one face."""
        if self.everyone is None:
            raise ValueError("only one face was read")
        return replace(self, emotion=self.everyone, sure=True, told=False, timeline=None)
