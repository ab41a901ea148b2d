"""What our music network learns to tell, and the answers that clips give to it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from core.domain.music_reading import MusicMood
from models.music.clips import CLUSTERS, QUADRANTS, TARGETS, Clips
from models.music.label_geometry import Partition, emotion_shares, soft_targets

_SIGMAS = 1.0
"""Of the rectangle that the eight moods divide among them."""


class Task(StrEnum):
    """A head of the network; the first two are ratings in [-1, 1], the others shares."""

    VALENCE = "valence"
    AROUSAL = "arousal"
    MOODS = "moods"
    QUADRANTS = "quadrants"
    CLUSTERS = "clusters"


RATINGS = (Task.VALENCE, Task.AROUSAL)

LABELS: Mapping[Task, tuple[str, ...]] = MappingProxyType(
    {
        Task.VALENCE: TARGETS[:1],
        Task.AROUSAL: TARGETS[1:],
        Task.MOODS: tuple(mood.value for mood in MusicMood),
        Task.QUADRANTS: QUADRANTS,
        Task.CLUSTERS: CLUSTERS,
    }
)
"""Names of the columns."""


def targets(clips: Clips) -> dict[Task, NDArray[np.float64]]:
    """(n, k) answers to every task that some clip answers; rows of nan where one does not."""
    found = {
        Task.VALENCE: clips.ratings[:, :1],
        Task.AROUSAL: clips.ratings[:, 1:],
        Task.MOODS: _moods(clips),
        Task.QUADRANTS: _one_hot(clips.quadrants, len(QUADRANTS)),
        Task.CLUSTERS: _one_hot(clips.clusters, len(CLUSTERS)),
    }
    return {task: each for task, each in found.items() if not np.isnan(each).all()}


def _moods(clips: Clips) -> NDArray[np.float64]:
    rated = ~np.isnan(clips.ratings[:, 0])
    moods = np.full((len(clips), len(MusicMood)), np.nan)
    means, deviations = 5 + 4 * clips.ratings[rated], 4 * clips.deviations[rated]
    moods[rated] = soft_targets(emotion_shares(means, deviations, _SIGMAS, Partition.SECTORS))
    return moods


def _one_hot(labels: NDArray[np.int64], classes: int) -> NDArray[np.float64]:
    known = labels >= 0
    return np.where(known[:, None], np.eye(classes)[np.maximum(labels, 0)], np.nan)
