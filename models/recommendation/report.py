"""The figures of ``evaluate recommendations`` as a table and as a picture."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

import numpy as np
from matplotlib.figure import Figure

from models.recommendation.evaluate import Contender, Figures
from models.recommendation.labelled_table import LabelledTable
from models.training.plots import DPI, as_png

_COLUMNS = ("modulate@5", "modulate@10", "enhance@5", "diversity", "coverage")


def figures_as_text(data: LabelledTable, figures: Mapping[Contender, Figures]) -> str:
    """What was read, the table of contenders, and modulate@5 face by face."""
    counts = Counter(label.value for label in data.labels)
    told = ", ".join(f"{count} {label}" for label, count in counts.most_common())
    lines = [f"{len(data.table)} songs by their {data.column!r}: {told}", ""]
    lines.append(" " * 12 + "".join(f"{name:>13}" for name in _COLUMNS))
    for contender, each in figures.items():
        cells = "".join(f"{_share(value):>13}" for value in each.as_json().values())
        lines.append(f"{contender.value:<12}{cells}")
    emotions = list(next(iter(figures.values())).by_emotion)
    lines += ["", "modulate@5 by face:"]
    lines.append(" " * 12 + "".join(f"{emotion.value:>10}" for emotion in emotions))
    for contender, each in figures.items():
        cells = "".join(f"{_share(each.by_emotion[emotion]):>10}" for emotion in emotions)
        lines.append(f"{contender.value:<12}{cells}")
    return "\n".join(lines)


def draw_figures(title: str, figures: Mapping[Contender, Figures]) -> bytes:
    """The five figures of each contender as bars, PNG."""
    figure = Figure(figsize=(9, 4.5), dpi=DPI, layout="constrained")
    axes = figure.subplots()
    width = 0.8 / len(figures)
    for number, (contender, each) in enumerate(figures.items()):
        values = [math.nan if value is None else value for value in each.as_json().values()]
        places = np.arange(len(values)) + (number - (len(figures) - 1) / 2) * width
        axes.bar(places, values, width, label=contender.value)
    axes.set_xticks(range(len(_COLUMNS)), _COLUMNS)
    axes.set(ylim=(0, 1.02), ylabel="share", title=title)
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.1), ncols=len(figures))
    return as_png(figure)


def _share(value: float | None) -> str:
    return "-" if value is None or not math.isfinite(value) else f"{value:.1%}"
