"""The plane of moods, dark to bright and calm to energetic, as our pictures draw it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.patches import Circle
from numpy.typing import NDArray

from bot.presenters.language import digits, say
from bot.presenters.lettering import style, width_px
from bot.presenters.look import BODY, INK, MOOD_COLOURS, PAPER, PLANE, QUIET, SMALL, Sheet
from core.domain.affect import Affect
from core.domain.emotion import EMOTION_AFFECT

BUBBLE_RADIUS = 0.075
"""Of a numbered bubble, in units of the plane."""

_EDGE = 1.08
"""As far as the plane is drawn."""

_NAME_HEIGHT, _READABLE = 0.11, 0.135
"""How high a name is, and how near to others its letters may come."""

_GLOW_REACH, _GLOW, _GLOW_CELLS = 0.42, 0.24, 128


def draw_plane(sheet: Sheet, left_px: float, top_px: float, side_px: float) -> Axes:
    """The empty plane with its four words outside; valence and arousal are its coordinates."""
    axes = sheet.axes(left_px, top_px, side_px, side_px)
    axes.set(xlim=(-_EDGE, _EDGE), ylim=(-_EDGE, _EDGE))
    extent = (-_EDGE, _EDGE, -_EDGE, _EDGE)
    axes.imshow(_glow(), extent=extent, origin="lower", interpolation="nearest", zorder=0)
    line: dict[str, Any] = {"color": INK, "alpha": 0.16, "lw": 2, "zorder": 1}
    axes.axhline(0, **line)
    axes.axvline(0, **line)
    axes.add_patch(Circle((0, 0), 1, fill=False, **line))
    beyond = _EDGE + 58 * _EDGE / side_px
    for x, y, edge, rotation in (
        (0, beyond, "top", 0),
        (0, -beyond, "bottom", 0),
        (-beyond, 0, "left", 90),
        (beyond, 0, "right", -90),
    ):
        axes.text(
            x,
            y,
            say("plane-edge", edge=edge),
            color=QUIET,
            rotation=rotation,
            ha="center",
            va="center",
            **style(SMALL),
        )
    return axes


def draw_name(
    axes: Axes, point: Affect, word: str, taken: Sequence[Affect], color: str = INK
) -> list[Affect]:
    """Write a name beside a marker, off what is taken; returns the points the name takes up."""
    figure = axes.get_figure(root=True)
    assert figure is not None  # noqa: S101 - axes of a sheet have one
    side_px = axes.get_window_extent().width
    wide = width_px(figure, word, BODY, bold=True) * 2 * _EDGE / side_px
    best = max(
        _places_for_name(point, wide), key=lambda place: _clearance(_spots(place, wide), taken)
    )
    axes.text(
        *best,
        word,
        color=color,
        ha="center",
        va="center_baseline",
        zorder=7,
        **style(BODY, bold=True),
    )
    return [Affect.clipped(*spot) for spot in _spots(best, wide)]


def draw_bubbles(
    axes: Axes,
    points: Sequence[Affect],
    colours: Sequence[str],
    taken: Sequence[Affect],
    numbers: Sequence[int],
) -> list[Affect]:
    """Draw numbered bubbles at points, clear of each other and of what is taken; returns where."""
    bubbles = _spread(points, taken)
    for point, (x, y), colour, number in zip(points, bubbles, colours, numbers, strict=True):
        axes.plot([point.valence, x], [point.arousal, y], color=colour, lw=2, zorder=3)
        axes.plot(point.valence, point.arousal, ".", color=colour, ms=9, zorder=3)
        axes.add_patch(Circle((x, y), BUBBLE_RADIUS, fc=colour, ec=PAPER, lw=2.5, zorder=4))
        axes.text(
            x,
            y,
            digits(number),
            color=PAPER,
            ha="center",
            va="center",
            zorder=5,
            **style(SMALL, bold=True),
        )
    return [Affect.clipped(x, y) for x, y in bubbles]


def draw_way(axes: Axes, points: Sequence[Affect]) -> None:
    """Join points in the order in which they come, with an arrow for each step."""
    for start, end in pairwise(points):
        axes.annotate(
            "",
            xy=(end.valence, end.arousal),
            xytext=(start.valence, start.arousal),
            arrowprops={
                "arrowstyle": "-|>,head_width=0.4,head_length=0.7",
                "color": INK,
                "lw": 3.5,
                "shrinkA": 0,
                "shrinkB": 19,
            },
            zorder=2.5,
        )


def _glow() -> NDArray[np.float64]:
    """The plane, faintly lit in the colour of each mood where it lies: (n, n, 3) in [0, 1]."""
    ruler = np.linspace(-_EDGE, _EDGE, _GLOW_CELLS)
    x, y = np.meshgrid(ruler, ruler)
    lit = np.ones((_GLOW_CELLS, _GLOW_CELLS, 3)) * to_rgb(PLANE)
    reaches = {
        mood: np.exp(-((x - at.valence) ** 2 + (y - at.arousal) ** 2) / (2 * _GLOW_REACH**2))
        for mood, at in EMOTION_AFFECT.items()
    }
    whole = np.maximum(sum(reaches.values()), 1.0)
    for mood, reach in reaches.items():
        share = (_GLOW * reach / whole)[..., None]
        lit += share * (np.array(to_rgb(MOOD_COLOURS[mood])) - to_rgb(PLANE))
    return lit


def _places_for_name(point: Affect, wide: float) -> list[tuple[float, float]]:
    aside, above = 0.09 + wide / 2, 0.14
    steps = [(0, above), (0, -above), (aside, 0), (-aside, 0)]
    steps += [(x, y) for x in (aside * 0.8, -aside * 0.8) for y in (above, -above)]
    # further off where the neighbourhood is taken
    steps += [(x * far, y * far) for far in (1.5, 2.2) for x, y in steps]
    inside = 1.02 - wide / 2
    return [
        (
            min(inside, max(-inside, point.valence + x)),
            min(0.98, max(-0.98, point.arousal + y)),
        )
        for x, y in steps
    ]


def _spots(middle: tuple[float, float], wide: float) -> list[tuple[float, float]]:
    """Points along a name, no further apart than it is high."""
    number = max(2, round(wide / _NAME_HEIGHT) + 1)
    half = max(0.0, wide - _NAME_HEIGHT) / 2
    return [(float(x), middle[1]) for x in np.linspace(middle[0] - half, middle[0] + half, number)]


def _clearance(spots: Sequence[tuple[float, float]], taken: Sequence[Affect]) -> float:
    """The least distance to what is taken; any that lets both be read is as good."""
    gaps = [math.hypot(x - each.valence, y - each.arousal) for x, y in spots for each in taken]
    return min(_READABLE, *gaps)


def _spread(points: Sequence[Affect], taken: Sequence[Affect]) -> NDArray[np.float64]:
    """Push bubbles apart, and off what is taken, so that each can be read.

    Returns (n, 2) positions inside the plane; points that collide with nothing stay.
    """
    fixed = np.array([(point.valence, point.arousal) for point in taken]).reshape(-1, 2)
    moved = np.array([(point.valence, point.arousal) for point in points], np.float64)
    moved = moved.reshape(-1, 2)
    # identical points need a direction to part in
    angles = np.arange(len(moved)) * 2.4
    moved += 1e-3 * np.column_stack([np.cos(angles), np.sin(angles)])
    for _ in range(200):
        everything = np.vstack([moved, fixed])
        gaps = moved[:, None] - everything[None]
        distances = np.linalg.norm(gaps, axis=2)
        np.fill_diagonal(distances[:, : len(moved)], np.inf)
        overlap = np.clip(2.15 * BUBBLE_RADIUS - distances, 0, None)
        if not overlap.any():
            break
        steps = gaps / np.maximum(distances, 1e-9)[..., None] * overlap[..., None]
        moved = np.clip(moved + 0.5 * steps.sum(axis=1), -1, 1)
    return moved
