"""Mood labels for songs that have numbers but no words: K-means over valence and arousal.

Saikiran and Madhusudhana Rao, "Hybrid Deep Learning Approach to Emotion-Infused Music
Recommendation", cluster the valence, arousal and dominance of the MuSe songs, find seven groups
that "typically represent" Ekman's six emotions and neutrality, and label every song by its group.
They give no rule for naming a group; here the place of its centre on the circumplex does.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.domain.music_reading import MusicMood
from core.domain.track_table import MOODS, UNKNOWN, TrackTable

CLUSTERS = 7
"""As many as the paper names emotions."""

NEUTRAL_RADIUS = 0.15
"""A centre closer to the middle of the plane than this stands for no mood."""

_STARTS = 20
"""The best of so many seeded starts is kept: few ends depend on the seed then."""

_DECIMALS = 6
"""Songs closer together than this are one point."""

_SAMPLE = 20_000
"""So many songs show where the groups of a catalogue lie."""

_PLANE, _SPACE = 2, 3
"""Columns without and with dominance."""


@dataclass(frozen=True, slots=True)
class MoodClusters:
    """Groups of songs alike in mood, counterclockwise from the right of the circumplex.

    centres: (k, 2 or 3) valence, arousal and dominance in [-1, 1]; moods: k names, None for neutral
    ones, and two groups may share one; assigned: (n,) int64, the group of each song.
    """

    centres: NDArray[np.float64]
    moods: tuple[MusicMood | None, ...]
    assigned: NDArray[np.int64]


def cluster_moods(
    points: NDArray[np.float64], *, clusters: int = CLUSTERS, seed: int = 0
) -> MoodClusters:
    """Group songs at (n, 2 or 3) points: valence, arousal and maybe dominance, each in [-1, 1].

    Deterministic for a seed. A dominance of NaN counts as the mean of the known ones. There are
    fewer groups than ``clusters`` where there are fewer different points. Raises ValueError for
    other shapes or numbers.
    """
    if clusters < 1:
        raise ValueError(f"at least one cluster is needed, got {clusters}")
    known = _checked(points)
    groups = min(clusters, len(np.unique(known, axis=0)))
    if groups == 0:
        return MoodClusters(known, (), np.empty(0, np.int64))
    # loading scikit-learn takes a second that only this needs
    from sklearn.cluster import KMeans  # type: ignore[import-untyped] # noqa: PLC0415
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped] # noqa: PLC0415

    with threadpool_limits(1):  # threads add up in any order: the last digits would differ
        fitted = KMeans(groups, n_init=_STARTS, random_state=seed).fit(known)
    centres = np.clip(fitted.cluster_centers_, -1.0, 1.0)
    order = np.argsort([_angle(valence, arousal) for valence, arousal, *_ in centres])
    centres = centres[order]
    return MoodClusters(
        centres,
        tuple(mood_at(valence, arousal) for valence, arousal, *_ in centres),
        np.argsort(order)[fitted.labels_],
    )


def with_moods(table: TrackTable) -> TrackTable:
    """The same songs, with the mood of their group where nobody told one.

    Groups are found among at most _SAMPLE songs evenly taken from the table; every song belongs to
    the nearest one. Dominance counts where some song has one.
    """
    unlabelled = np.flatnonzero(table.mood == UNKNOWN)
    if not len(unlabelled):
        return table
    columns = [table.valence, table.arousal]
    if not np.isnan(table.dominance).all():
        mean = np.nanmean(table.dominance, dtype=np.float64)
        columns.append(np.where(np.isnan(table.dominance), mean, table.dominance))
    points = np.stack(columns, axis=1).astype(np.float64)
    taken = np.unique(np.linspace(0, len(points) - 1, _SAMPLE).round().astype(np.int64))
    found = cluster_moods(points[taken])
    distances = np.stack(
        [np.square(points[unlabelled] - centre).sum(axis=1) for centre in found.centres]
    )
    codes = np.array([MOODS.index(mood) for mood in found.moods], np.int8)
    mood = np.array(table.mood)
    mood[unlabelled] = codes[distances.argmin(axis=0)]
    return replace(table, mood=mood)


def mood_at(valence: float, arousal: float) -> MusicMood | None:
    """The emotion in whose sector of 45 degrees a point of the circumplex lies, None near 0."""
    if math.hypot(valence, arousal) < NEUTRAL_RADIUS:
        return None
    moods = tuple(MusicMood)
    return moods[int(_angle(valence, arousal) / math.tau * len(moods)) % len(moods)]


def _angle(valence: float, arousal: float) -> float:
    """Radians counterclockwise from the right, from 0 to 2 pi."""
    return math.atan2(arousal, valence) % math.tau


def _checked(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """The points rounded, with every dominance filled in."""
    if points.ndim != 2 or points.shape[1] not in {_PLANE, _SPACE}:  # noqa: PLR2004 - a table
        raise ValueError(f"points need the shape (n, 2) or (n, 3), got {points.shape}")
    known = points.round(_DECIMALS)
    dominance = known[:, _PLANE:]
    missing = np.isnan(dominance)
    dominance[missing] = dominance[~missing].mean() if not missing.all() else 0.0
    if not (np.abs(known) <= 1).all():
        raise ValueError("valence, arousal and dominance must lie in [-1, 1]")
    return known
