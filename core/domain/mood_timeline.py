"""How the emotion of a face went over a video, and what it comes to as a whole.

Three readings need nothing but the moments: the seconds spent in each emotion over an observation
(Hassanaliaragh and Givehchian, "Emotion-Driven Song Recommendation System": 15 s, each emotion from
0 to 15), the majority emotion with its share, and the mean of the probabilities. Singh's ConvLSTM
looks at windows of frames instead: ``core.inference.emotion.sequence``.

The mean is the default. On films put together from faces of FER2013's validation part, which were
not trained on, all three name the right emotion equally often, and so they do on CK+ sequences; but
only the mean keeps probabilities that mean something (log-loss 1.26 against 1.41 for shares of
time, which overstate). The smoothing was judged on the same films, so expect a little less of
others. The ConvLSTM does well on CK+ alone: see the model card.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from statistics import fmean, median
from types import MappingProxyType

from core.domain.emotion import Emotion, EmotionEstimate

OBSERVATION_S = 15.0
"""How long a person is observed, from the first moment on."""

_LONE_MOMENT_S = 0.25
"""What a single moment stands for: a film is sampled four times a second."""

_LOST_FACE = 1.5
"""Gaps this many times the usual one are time in which there was no face to see."""

_ROUNDING_S = 1e-6

_TIE_BREAK = 1e-6
"""Weight of the mean beside shares of time: it orders equal ones and does not show otherwise."""


class VideoReading(StrEnum):
    """How a video becomes one emotion."""

    MEAN = "mean"
    """The mean of the probabilities over the whole film."""
    SECONDS = "seconds"
    """Each emotion's share of the first seconds, the observation."""
    MAJORITY = "majority"
    """Each emotion's share of all moments, first of all the majority's."""
    CONVLSTM = "convlstm"
    """The mean of a network's probabilities over windows of frames."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The smoothed emotion at one time of a video, in seconds from its start."""

    time_s: float
    emotion: EmotionEstimate


@dataclass(frozen=True, slots=True)
class Majority:
    """The emotion most moments show, and its share of all moments, in (0, 1]."""

    emotion: Emotion
    share: float


@dataclass(frozen=True, slots=True)
class MoodTimeline:
    """Moments one after another; raises ValueError when there is none or they are out of order."""

    moments: tuple[Moment, ...]

    def __post_init__(self) -> None:
        times = [moment.time_s for moment in self.moments]
        if not times or any(after <= before for before, after in pairwise(times)):
            raise ValueError("a timeline needs moments in order of time")

    @property
    def interval_s(self) -> float:
        """The time one moment stands for: the usual distance, whatever gaps a lost face left."""
        times = [moment.time_s for moment in self.moments]
        gaps = [after - before for before, after in pairwise(times)] or [_LONE_MOMENT_S]
        longest = _LOST_FACE * median(gaps)
        return fmean(gap for gap in gaps if gap <= longest)

    def seconds(self, observation_s: float = OBSERVATION_S) -> Mapping[Emotion, float]:
        """Seconds in which each emotion was the most probable, over the observation.

        They add up to the time the face was seen, at most ``observation_s``.
        """
        end_s = self.moments[0].time_s + observation_s - _ROUNDING_S
        labels = [moment.emotion.label for moment in self.moments if moment.time_s < end_s]
        each_s = min(self.interval_s, observation_s / len(labels))
        return MappingProxyType({emotion: each_s * labels.count(emotion) for emotion in Emotion})

    @property
    def majority(self) -> Majority:
        """What most moments of the whole film show; of two as frequent, the more probable one."""
        labels = [moment.emotion.label for moment in self.moments]
        mean = self.mean.probabilities
        winner = max(Emotion, key=lambda emotion: (labels.count(emotion), mean[emotion]))
        return Majority(winner, labels.count(winner) / len(labels))

    @property
    def mean(self) -> EmotionEstimate:
        """The mean of the probabilities over all moments."""
        return mean_estimate([moment.emotion for moment in self.moments])

    def read(self, reading: VideoReading) -> EmotionEstimate:
        """The film as one emotion; the mean for a reading that needs more than the moments."""
        if reading is VideoReading.SECONDS:
            return self._shares(self.seconds())
        if reading is VideoReading.MAJORITY:
            return self._shares(self.seconds(math.inf))
        return self.mean

    def _shares(self, seconds: Mapping[Emotion, float]) -> EmotionEstimate:
        """Seconds as shares of their sum; of two as long, the more probable one comes first."""
        total_s, mean = sum(seconds.values()), self.mean.probabilities
        return EmotionEstimate(
            {
                emotion: (seconds[emotion] / total_s + _TIE_BREAK * mean[emotion])
                / (1 + _TIE_BREAK)
                for emotion in Emotion
            }
        )


def mean_estimate(estimates: Sequence[EmotionEstimate]) -> EmotionEstimate:
    """The mean of at least one estimate."""
    sums = {
        emotion: sum(estimate.probabilities[emotion] for estimate in estimates)
        for emotion in Emotion
    }
    total = sum(sums.values())
    return EmotionEstimate({emotion: each / total for emotion, each in sums.items()})
