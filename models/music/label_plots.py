"""Pictures of how emotions are read off the valence-arousal plane."""

from __future__ import annotations

from io import BytesIO

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Polygon, Rectangle
from numpy.typing import NDArray

from core.domain.music_reading import MusicMood
from models.music.label_geometry import NEUTRAL, PLANE_SIDE, Partition, emotion_shares, rectangles

DPI = 80
_MIDDLE = PLANE_SIDE / 2
_INK = "0.15"
_SECTOR_DEGREES = 360 / len(MusicMood)

_NAME_RADIUS = 4.2
"""Where the middle of an emotion's name lies, from the middle of the plane."""

_NEUTRAL_NAME_AT = (5.0, 2.95)


def draw_partitions(mean: tuple[float, float], deviation: tuple[float, float]) -> bytes:
    """Both partitions of the plane with one song in them, as PNG.

    The song's rectangles of one, two and three standard deviations are outlined; written under
    each emotion is its share of the first. mean, deviation: as ``emotion_shares`` takes them.
    """
    figure = Figure(figsize=(11, 5.6), dpi=DPI, layout="constrained")
    means, deviations = np.array([mean]), np.array([deviation])
    for axes, partition in zip(figure.subplots(1, 2), Partition, strict=True):
        _draw_regions(axes, partition)
        _draw_rectangles(axes, means, deviations)
        _write_shares(axes, partition, emotion_shares(means, deviations, 1, partition)[0])
        axes.set(xlim=(0, PLANE_SIDE), ylim=(0, PLANE_SIDE), xlabel="valence", ylabel="arousal")
        axes.set_title(f"{partition.value}: shares of the rectangle of 1 sd", fontsize=11)
        axes.set_aspect("equal")
    target = BytesIO()
    figure.savefig(target, format="png")
    return target.getvalue()


def _draw_regions(axes: Axes, partition: Partition) -> None:
    for number in range(len(MusicMood)):
        angles = np.radians(np.array([number, number + 1]) * _SECTOR_DEGREES)
        rim = np.stack([np.cos(angles), np.sin(angles)], axis=1)
        rim *= _MIDDLE / np.abs(rim).max(axis=1, keepdims=True)
        corners = np.vstack([[0.0, 0.0], rim]) + _MIDDLE
        axes.add_patch(Polygon(corners, facecolor=f"C{number}", alpha=0.3, edgecolor=_INK))
    if partition is Partition.GRID:
        quarter = PLANE_SIDE / 4
        centre = Rectangle((quarter, quarter), _MIDDLE, _MIDDLE, facecolor="white", edgecolor=_INK)
        axes.add_patch(centre)
        for line in (quarter, _MIDDLE, 3 * quarter):
            axes.axvline(line, color="0.5", linewidth=0.6, linestyle=":")
            axes.axhline(line, color="0.5", linewidth=0.6, linestyle=":")


def _draw_rectangles(
    axes: Axes, means: NDArray[np.float64], deviations: NDArray[np.float64]
) -> None:
    for sigmas, width in ((1, 2.2), (2, 1.3), (3, 0.8)):
        low, high = (bound[0] + _MIDDLE for bound in rectangles(means, deviations, sigmas))
        axes.add_patch(
            Rectangle((low[0], low[1]), *(high - low), fill=False, linewidth=width, edgecolor="k")
        )
        axes.text(low[0] + 0.1, low[1] + 0.1, f"{sigmas} sd", fontsize=9)
    axes.plot(*means[0], "o", color="k", markersize=5)


def _write_shares(axes: Axes, partition: Partition, shares: NDArray[np.float64]) -> None:
    for number, (label, share) in enumerate(zip(partition.labels, shares, strict=True)):
        direction = np.radians((number + 0.5) * _SECTOR_DEGREES)
        place = (
            _MIDDLE + _NAME_RADIUS * float(np.cos(direction)),
            _MIDDLE + _NAME_RADIUS * float(np.sin(direction)),
        )
        axes.annotate(
            f"{label}\n{share:.0f} %",
            _NEUTRAL_NAME_AT if label == NEUTRAL else place,
            ha="center",
            va="center",
            color=_INK,
            bbox={"facecolor": "white", "alpha": 0.7, "edgecolor": "none", "pad": 1.5},
        )
