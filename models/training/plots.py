"""Pictures of how a network did, drawn with matplotlib's object interface."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from models.training.metrics import ReliabilityBin, Scores

DPI = 100
_WHITE_FROM = 0.5
"""From this share on a cell is so dark that its number is written in white."""


def draw_confusion(axes: Axes, scores: Scores) -> None:
    """True class by row, read class by column: share of the row as colour, and the counts."""
    size = len(scores.labels)
    shares = scores.confusion / np.maximum(scores.confusion.sum(axis=1, keepdims=True), 1)
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    for row, column in np.ndindex(size, size):
        axes.text(
            column,
            row,
            f"{shares[row, column]:.0%}\n{scores.confusion[row, column]}",
            ha="center",
            va="center",
            fontsize=8,
            color="white" if shares[row, column] > _WHITE_FROM else "black",
        )
    axes.set_xticks(range(size), scores.labels, rotation=35, ha="right")
    axes.set_yticks(range(size), scores.labels)
    axes.set_xlabel("read as")
    axes.set_ylabel("labelled")


def draw_reliability(axes: Axes, bins: Sequence[ReliabilityBin]) -> None:
    """How often readings of each confidence are right; an honest network follows the diagonal."""
    filled = [each for each in bins if each.count]
    total = sum(each.count for each in filled)
    middles = [(each.low + each.high) / 2 for each in filled]
    width = 0.9 / len(bins)
    axes.bar(middles, [each.accuracy for each in filled], width, color="#1f5fa8", label="right")
    shares = [each.count / max(total, 1) for each in filled]
    axes.bar(middles, shares, width / 3, color="#e0b030", label="share of all")
    axes.plot([0, 1], [0, 1], color="0.4", linestyle="--", linewidth=1, label="honest")
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="confidence", ylabel="share")
    axes.set_aspect("equal")
    axes.legend(loc="upper left", fontsize=8)


def draw_evaluation(
    title: str, scores: Scores, bins: Sequence[ReliabilityBin], calibration_error: float
) -> bytes:
    """The confusion matrix and the reliability diagram side by side as PNG."""
    figure = Figure(figsize=(11, 5.4), dpi=DPI, layout="constrained")
    figure.suptitle(title)
    left, right = figure.subplots(1, 2)
    draw_confusion(left, scores)
    left.set_title(f"{scores.accuracy:.1%} of {scores.count:,} right", fontsize=10)
    draw_reliability(right, bins)
    right.set_title(f"expected calibration error {calibration_error:.3f}", fontsize=10)
    return as_png(figure)


def draw_matrix(title: str, scores: Scores) -> bytes:
    """The confusion matrix as PNG."""
    figure = Figure(figsize=(6, 5.4), dpi=DPI, layout="constrained")
    figure.suptitle(title)
    draw_confusion(figure.subplots(), scores)
    return as_png(figure)


def as_png(figure: Figure) -> bytes:
    """The drawn figure as the content of a PNG file."""
    target = BytesIO()
    FigureCanvasAgg(figure).print_png(target)
    return target.getvalue()
