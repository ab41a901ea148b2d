"""What measuring music emotion leaves to look at: figures as text, JSON and PNG."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from models.music.clips import CLUSTERS, QUADRANTS, Clips, Source
from models.music.scores import Choice, Closeness
from models.music.tasks import RATINGS, Task
from models.training.plots import DPI, as_png, draw_confusion

WHOLE = "all"
_CLASSES = {
    Source.QUADRANTS: (Task.QUADRANTS, QUADRANTS),
    Source.MIREX: (Task.CLUSTERS, CLUSTERS),
}
_COLOUR = "#1f5fa8"

Predictions = Mapping[Task, NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class Measured:
    """How close predictions are, by collection and part; ``WHOLE`` is all parts together.

    ratings: by (part, task); classes: by (part, collection); only collections that are there.
    """

    ratings: Mapping[tuple[str, Task], Closeness]
    classes: Mapping[tuple[str, Source], Choice]

    @classmethod
    def of(cls, clips: Clips, predictions: Predictions, parts: NDArray[np.int64]) -> Measured:
        """Compare (n, k) predictions of every task with the answers; (n,) parts name rows."""
        ratings, classes = {}, {}
        masks = {WHOLE: np.ones(len(clips), bool)}
        masks |= {f"part {part + 1}": parts == part for part in np.unique(parts)}
        for part, mask in masks.items():
            rated = mask & clips.of(Source.DEAM)
            for column, task in enumerate(RATINGS):
                if rated.any():
                    ratings[part, task] = Closeness.of(
                        clips.ratings[rated, column],
                        predictions[task][rated, 0],
                        clips.groups[rated],
                    )
            for source, (task, labels) in _CLASSES.items():
                own = mask & clips.of(source)
                if own.any():
                    truth = clips.quadrants if source is Source.QUADRANTS else clips.clusters
                    said = predictions[task][own].argmax(axis=1)
                    classes[part, source] = Choice.of(truth[own], said, labels, clips.groups[own])
        return cls(ratings, classes)

    def summary(self) -> dict[str, Any]:
        """``deam``, ``quadrants`` and ``mirex``, as far as they are there."""
        told: dict[str, Any] = {}
        if (WHOLE, Task.VALENCE) in self.ratings:
            valence, arousal = (self.ratings[WHOLE, task] for task in RATINGS)
            told["deam"] = {
                "valence_r2": valence.r2.value,
                "arousal_r2": arousal.r2.value,
                "valence_rmse": valence.rmse.value,
                "arousal_rmse": arousal.rmse.value,
                "n": valence.n,
            }
        for source in _CLASSES:
            if (WHOLE, source) in self.classes:
                scores = self.classes[WHOLE, source].scores
                told[source.value] = {
                    "accuracy": scores.accuracy,
                    "macro_f1": scores.macro_f1,
                    "n": scores.count,
                }
        return told

    def as_json(self) -> dict[str, Any]:
        """Everything, by part."""
        told: dict[str, Any] = {}
        for (part, task), closeness in self.ratings.items():
            told.setdefault(part, {})[task.value] = closeness.as_json()
        for (part, source), choice in self.classes.items():
            told.setdefault(part, {})[source.value] = choice.as_json()
        return told

    def as_text(self, wanted: Collection[str] = ()) -> str:
        """One line per part and rating with intervals of 95 %, then the classes.

        wanted: names of parts; all where it is empty.
        """
        lines = []
        if self.ratings:
            head = "R2                    RMSE                  r                     CCC"
            lines.append(f"{'part':8} {'target':8} {'clips':>5}  {head}")
        for (part, task), each in self.ratings.items():
            if wanted and part not in wanted:
                continue
            measures = (each.r2, each.rmse, each.r, each.ccc)
            shown = "  ".join(f"{measure!s:20}" for measure in measures)
            lines.append(f"{part:8} {task.value:8} {each.n:5}  {shown}".rstrip())
        for (part, source), choice in self.classes.items():
            if wanted and part not in wanted:
                continue
            lines.append(
                f"{part:8} {source.value:9} {choice.scores.count:4}  accuracy {choice.accuracy}, "
                f"macro-F1 {choice.scores.macro_f1:.3f}"
            )
        return "\n".join(lines)


def write_report(folder: Path, measured: Measured, facts: Mapping[str, Any], plot: bytes) -> None:
    """Fill ``folder`` with report.json and report.png."""
    folder.mkdir(parents=True, exist_ok=True)
    told = {**facts, "summary": measured.summary(), "parts": measured.as_json()}
    (folder / "report.json").write_text(json.dumps(told, indent=2), encoding="utf-8")
    (folder / "report.png").write_bytes(plot)


def draw_evaluation(
    title: str, clips: Clips, predictions: Predictions, measured: Measured
) -> bytes:
    """What listeners said against the network's ratings, and the confusion matrices, as PNG."""
    rated = clips.of(Source.DEAM)
    classes = {source: each for (part, source), each in measured.classes.items() if part == WHOLE}
    count = len(RATINGS) * bool(rated.any()) + len(classes)
    figure = Figure(figsize=(5.2 * count, 5.2), dpi=DPI, layout="constrained")
    figure.suptitle(title)
    panels = iter(figure.subplots(1, count, squeeze=False)[0])
    for column, task in enumerate(RATINGS if rated.any() else ()):
        truth, said = clips.ratings[rated, column], predictions[task][rated, 0]
        _draw_rating(next(panels), f"{task}: R2 {measured.ratings[WHOLE, task].r2}", truth, said)
    for axes, (source, choice) in zip(panels, classes.items(), strict=True):
        draw_confusion(axes, choice.scores)
        axes.set_title(f"{source}: {choice.scores.accuracy:.1%} right", fontsize=10)
    return as_png(figure)


def _draw_rating(
    axes: Axes, title: str, truth: NDArray[np.float64], said: NDArray[np.float64]
) -> None:
    axes.plot([-1, 1], [-1, 1], color="0.4", linestyle="--", linewidth=1)
    axes.scatter(truth, said, s=8, alpha=0.4, color=_COLOUR, linewidths=0)
    axes.set(xlim=(-1, 1), ylim=(-1, 1), xlabel="listeners", ylabel="network")
    axes.set_title(title, fontsize=10)
    axes.set_aspect("equal")
