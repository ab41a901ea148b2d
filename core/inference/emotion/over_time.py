"""The emotions of single frames, smoothed over time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.domain.emotion import Emotion, EmotionEstimate
from core.domain.mood_timeline import Moment, MoodTimeline

SMOOTHING_S = 0.3
"""Deviation of the kernel. Blinks and syllables take 0.1 to 0.4 s and shall not count, expressions
0.5 to 4 s and shall (Ekman, "Emotions Revealed", 2003): a frame's neighbours within half a second
have a say, those a second away have none."""

_LEAST_PROBABILITY = 1e-3
"""No single frame rules an emotion out for its neighbours by being ever so sure."""


def smooth(times_s: NDArray[np.float64], probabilities: NDArray[np.float32]) -> NDArray[np.float64]:
    """Smooth (n, 7) probabilities at (n,) seconds; returns (n, 7) whose rows sum to 1.

    A centred Gaussian kernel over the logarithms of the probabilities, as for evidence that adds
    up; the film is over when this is done, so that nothing lags behind the face.
    """
    distances = (times_s[:, None] - times_s[None]) / SMOOTHING_S
    kernel = np.exp(-np.square(distances) / 2)  # (n, n)
    kernel /= kernel.sum(axis=1, keepdims=True)
    evidence = kernel @ np.log(np.maximum(probabilities, _LEAST_PROBABILITY))  # (n, 7)
    weights = np.exp(evidence)
    return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float64)


def timeline_of(times_s: Sequence[float], probabilities: NDArray[np.float32]) -> MoodTimeline:
    """The smoothed course of (n, 7) probabilities at n > 0 times in seconds, in order."""
    smoothed = smooth(np.array(times_s, np.float64), probabilities)
    return MoodTimeline(
        tuple(
            Moment(time_s, estimate_of(row)) for time_s, row in zip(times_s, smoothed, strict=True)
        )
    )


def estimate_of(probabilities: NDArray[np.floating]) -> EmotionEstimate:
    """(7,) probabilities as an estimate that sums to 1."""
    exact = np.asarray(probabilities, np.float64)
    exact = exact / exact.sum()
    return EmotionEstimate(dict(zip(Emotion, exact.tolist(), strict=True)))
