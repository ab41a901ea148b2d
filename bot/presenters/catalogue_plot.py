"""The catalogue as a picture: where on the plane its songs lie."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, LogNorm

from bot.presenters.catalogue import count_of, mood_word
from bot.presenters.language import percent
from bot.presenters.look import GRID, INK, PAPER, PLANE, QUIET, as_png, blank
from core.domain.music_reading import MusicMood
from core.services.catalogue_stats import CatalogueStats

SIZE_PX = (1080, 1240)

_BINS = 60
"""Cells of the density in each direction."""

_SECTOR = "#ffb454"

_GLOW = LinearSegmentedColormap.from_list("glow", [PLANE, "#27476b", "#3f86c6", "#9fd4ff", INK])


def draw_stats(stats: CatalogueStats) -> bytes:
    """The plane as PNG: how many songs lie where, the count of each of 25 parts, the moods."""
    width_px, height_px = SIZE_PX
    figure = blank(SIZE_PX)
    headline = count_of(stats.songs, "song")
    figure.text(0.07, 0.955, headline, color=INK, fontsize=29, fontweight="bold", va="center")
    figure.text(0.93, 0.955, "moodmix", color=QUIET, fontsize=18, va="center", ha="right")
    side = 0.8
    axes = figure.add_axes((0.1, 0.16, side, side * width_px / height_px))
    _draw_density(axes, stats)
    _draw_grid(axes, stats)
    _draw_words(axes)
    known = sorted(stats.moods.items(), key=lambda item: -item[1])
    shares = [f"{mood_word(mood)} {percent(number / stats.songs)}" for mood, number in known]
    half = -(-len(shares) // 2)
    for row, words in enumerate((shares[:half], shares[half:])):
        line = "   ".join(words)
        figure.text(0.5, 0.075 - 0.032 * row, line, color=INK, fontsize=18, ha="center")
    return as_png(figure)


def _draw_density(axes: Axes, stats: CatalogueStats) -> None:
    axes.set(xlim=(-1, 1), ylim=(-1, 1), facecolor=PLANE, xticks=[], yticks=[])
    for spine in axes.spines.values():
        spine.set_color(GRID)
    edges = np.linspace(-1, 1, _BINS + 1)
    songs = np.histogram2d(stats.points[:, 1], stats.points[:, 0], bins=(edges, edges))[0]
    if songs.any():
        axes.imshow(
            np.where(songs, songs, np.nan),
            norm=LogNorm(0.5, songs.max() + 1),
            cmap=_GLOW,
            extent=(-1, 1, -1, 1),
            origin="lower",
            interpolation="nearest",
        )


def _draw_grid(axes: Axes, stats: CatalogueStats) -> None:
    cells = len(stats.grid)
    for edge in np.linspace(-1, 1, cells + 1)[1:-1]:
        axes.axhline(edge, color=QUIET, lw=1, alpha=0.5)
        axes.axvline(edge, color=QUIET, lw=1, alpha=0.5)
    for (row, column), number in np.ndenumerate(stats.grid):
        axes.text(
            (2 * column + 1) / cells - 1,
            (2 * row + 1) / cells - 1,
            f"{number:,}",
            color=INK,
            fontsize=18,
            fontweight="bold",
            ha="center",
            va="center",
            bbox={"boxstyle": "round,pad=0.25", "fc": PAPER, "ec": "none", "alpha": 0.72},
        )


def _draw_words(axes: Axes) -> None:
    """The ends of the axes, and the sector of 45 degrees of each mood, named at its edge."""
    for across, up in ((1, 0), (1, 1), (0, 1), (-1, 1)):
        axes.plot([-across, across], [-up, up], color=_SECTOR, lw=1.5, ls=(0, (4, 6)), alpha=0.8)
    for x, y, word, rotation in (
        (0, 1.1, "energetic", 0),
        (0, -1.1, "calm", 0),
        (-1.1, 0, "dark", 90),
        (1.1, 0, "bright", -90),
    ):
        axes.text(x, y, word, color=INK, fontsize=19, rotation=rotation, ha="center", va="center")
    for number, mood in enumerate(MusicMood):
        angle = np.pi / len(MusicMood) * (2 * number + 1)
        x, y = np.cos(angle), np.sin(angle)
        reach = 1.05 / max(abs(x), abs(y))
        sideways = abs(x) > abs(y)
        axes.text(
            x * reach,
            y * reach,
            mood.value,
            color=_SECTOR,
            fontsize=18,
            rotation=(-90 if x > 0 else 90) if sideways else 0,
            ha="center",
            va="center",
        )
