"""What a training leaves to look at: curves, confusion matrices and tables per class.

Written as PNG (below 100 KB each) and as ``report.json``, training and validation always apart.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from models.emotion.history import EpochRow
from models.training.metrics import Scores
from models.training.plots import DPI, as_png, draw_matrix

TRAINING_COLOUR, VALIDATION_COLOUR = "#b8860b", "#1f5fa8"
_TABLE_HEAD = ("class", "faces", "TP", "FP", "TN", "FN", "precision", "recall", "F1")


def write_report(
    folder: Path,
    title: str,
    rows: Sequence[EpochRow],
    parts: Mapping[str, Scores],
    facts: Mapping[str, Any],
) -> None:
    """Fill ``folder`` with curves.png, confusion_PART.png, classes_PART.png and report.json.

    parts: what the final network reads, by the name of the part (training, validation); facts: what
    else belongs to the JSON. Without epochs there are no curves.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if rows:
        (folder / "curves.png").write_bytes(draw_curves(title, rows))
    for part, scores in parts.items():
        heading = f"{title}, {scores.count:,} faces of the {part} part"
        (folder / f"confusion_{part}.png").write_bytes(draw_matrix(heading, scores))
        (folder / f"classes_{part}.png").write_bytes(draw_classes(heading, scores))
    told = {
        **facts,
        "history": [asdict(row) for row in rows],
        "parts": {
            part: {**scores.as_json(), "confusion": scores.confusion.tolist()}
            for part, scores in parts.items()
        },
    }
    (folder / "report.json").write_text(json.dumps(told, indent=2), encoding="utf-8")


def draw_curves(title: str, rows: Sequence[EpochRow]) -> bytes:
    """Accuracy and loss by epoch as PNG."""
    figure = Figure(figsize=(9, 3.6), dpi=DPI, layout="constrained")
    figure.suptitle(title)
    left, right = figure.subplots(1, 2)
    epochs = [row.epoch for row in rows]
    _draw_lines(
        left,
        epochs,
        {
            "training, while learning": [row.train_accuracy for row in rows],
            "validation": [row.validation_accuracy for row in rows],
        },
        "accuracy",
    )
    _draw_lines(
        right,
        epochs,
        {
            "training, while learning": [row.train_loss for row in rows],
            "validation": [row.validation_loss for row in rows],
        },
        "loss",
    )
    return as_png(figure)


def _draw_lines(
    axes: Axes, epochs: Sequence[int], lines: Mapping[str, Sequence[float | None]], what: str
) -> None:
    for (name, values), colour in zip(
        lines.items(), (TRAINING_COLOUR, VALIDATION_COLOUR), strict=True
    ):
        heights = np.array(values, np.float64)  # None becomes not-a-number, which is not drawn
        axes.plot(epochs, heights, label=name, color=colour, marker="." if len(epochs) == 1 else "")
    axes.set_xlabel("epoch")
    axes.set_ylabel(what)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.grid(alpha=0.3)
    axes.legend()


def draw_classes(title: str, scores: Scores) -> bytes:
    """The table of counts, precision, recall and F1 per class as PNG."""
    figure = Figure(figsize=(8, 0.3 * (len(scores.labels) + 2)), dpi=DPI, layout="constrained")
    axes = figure.subplots()
    axes.set_axis_off()
    axes.set_title(title, fontsize=10)
    cells = [
        [
            score.label,
            str(score.count),
            str(score.true_positives),
            str(score.false_positives),
            str(score.true_negatives),
            str(score.false_negatives),
            f"{score.precision:.3f}",
            f"{score.recall:.3f}",
            f"{score.f1:.3f}",
        ]
        for score in scores.classes
    ]
    table = axes.table(cellText=cells, colLabels=_TABLE_HEAD, bbox=(0, 0, 1, 1))
    table.auto_set_font_size(False)  # noqa: FBT003 - matplotlib's only way to call it
    table.set_fontsize(9)
    return as_png(figure)
