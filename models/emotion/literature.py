"""Table 1's network on its own grid, beside the figures that its authors report.

Praveen K and Narayansetti, "Emotion Based Music Recommendation System": 28,709 training and 7,178
other faces of FER2013, five pairs of epochs and batch size, with and without the fourth
convolution. Their accuracy is Keras's for the training faces: the mean while learning over the last
epoch, dropout included. They give validation accuracy once, at the end of the last run.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from models.emotion.history import HISTORY_FILE, read_history

FOUR, THREE = "table1", "table1-three"
SETTINGS = ((10, 2560), (5, 256), (5, 128), (20, 128), (50, 64))
"""Epochs and batch size, in the order of the paper."""

REPORTED_TRAINING: Mapping[str, tuple[float, ...]] = MappingProxyType(
    {
        FOUR: (0.3254, 0.4061, 0.4861, 0.6361, 0.8606),
        THREE: (0.2921, 0.3643, 0.4526, 0.5902, 0.8295),
    }
)
REPORTED_VALIDATION: Mapping[tuple[str, int, int], float] = MappingProxyType(
    {(FOUR, 50, 64): 0.6175}
)


@dataclass(frozen=True, slots=True)
class Figures:
    """One line of the comparison; accuracies in [0, 1], None where not run or not reported."""

    network: str
    epochs: int
    batch_size: int
    training: float | None
    training_reported: float
    validation: float | None
    validation_reported: float | None


def trainings() -> tuple[tuple[str, int, int], ...]:
    """Network, epochs and batch size of every training that the grid needs.

    At one learning rate and one seed a shorter run is the beginning of a longer one with the same
    batch size, so 5 epochs of 128 are read off the run of 20.
    """
    longest = {size: max(e for e, other in SETTINGS if other == size) for _, size in SETTINGS}
    return tuple(
        (network, epochs, size) for network in (FOUR, THREE) for size, epochs in longest.items()
    )


def run_folder(out: Path, network: str, epochs: int, batch_size: int) -> Path:
    """Where a training of the grid keeps its files."""
    return out / f"{network}_{epochs}x{batch_size}"


def compare(out: Path) -> tuple[Figures, ...]:
    """Ours, as far as the histories in ``out`` go, beside the reported figures."""
    runs = {(name, size): run_folder(out, name, epochs, size) for name, epochs, size in trainings()}
    lines = []
    for network, reported in REPORTED_TRAINING.items():
        for (epochs, size), training in zip(SETTINGS, reported, strict=True):
            folder = runs[network, size]
            rows = read_history(folder)[2] if (folder / HISTORY_FILE).exists() else ()
            last = rows[epochs - 1] if len(rows) >= epochs else None
            lines.append(
                Figures(
                    network=network,
                    epochs=epochs,
                    batch_size=size,
                    training=last.train_accuracy if last else None,
                    training_reported=training,
                    validation=last.validation_accuracy if last else None,
                    validation_reported=REPORTED_VALIDATION.get((network, epochs, size)),
                )
            )
    return tuple(lines)


def as_table(lines: Sequence[Figures]) -> str:
    """For people; a dash is what was not run or not reported."""
    told = [
        f"{'':14} {'':6} {'':5}    training accuracy    validation accuracy",
        f"{'network':14} {'epochs':>6} {'batch':>5}      ours  reported       ours  reported",
    ]
    for line in lines:
        shown = (
            line.training,
            line.training_reported,
            line.validation,
            line.validation_reported,
        )
        ours, theirs, held, held_theirs = (
            "-" if value is None else f"{value:.2%}" for value in shown
        )
        told.append(
            f"{line.network:14} {line.epochs:6} {line.batch_size:5} {ours:>9} {theirs:>9} "
            f"{held:>10} {held_theirs:>9}"
        )
    return "\n".join(told)


def write_comparison(out: Path) -> tuple[Figures, ...]:
    """Write ``literature.json`` and ``literature.png`` into ``out``."""
    lines = compare(out)
    told = [asdict(line) for line in lines]
    (out / "literature.json").write_text(json.dumps(told, indent=2), encoding="utf-8")
    (out / "literature.png").write_bytes(_draw(lines))
    return lines


def _draw(lines: Sequence[Figures]) -> bytes:
    figure = Figure(figsize=(9, 3.8), dpi=100, layout="constrained")
    panels = figure.subplots(1, 2, sharey=True)
    titles = {FOUR: "with the fourth convolution", THREE: "without it"}
    for axes, (network, title) in zip(panels, titles.items(), strict=True):
        own = [line for line in lines if line.network == network]
        bars = {
            "training, reported": [line.training_reported for line in own],
            "training, ours": [line.training for line in own],
            "validation, reported": [line.validation_reported for line in own],
            "validation, ours": [line.validation for line in own],
        }
        colours = ("#e3c878", "#b8860b", "#a9c4e4", "#1f5fa8")
        for place, ((label, values), colour) in enumerate(zip(bars.items(), colours, strict=True)):
            heights = 100 * np.array(values, np.float64)  # None becomes not-a-number: no bar
            axes.bar(
                np.arange(len(own)) + 0.2 * place - 0.3, heights, 0.2, label=label, color=colour
            )
        axes.set_xticks(range(len(own)), [f"{line.epochs}/{line.batch_size}" for line in own])
        axes.set(title=title, xlabel="epochs/batch size")
    panels[0].set_ylabel("accuracy, %")
    panels[0].legend(fontsize=8, loc="upper left")
    target = BytesIO()
    FigureCanvasAgg(figure).print_png(target)
    return target.getvalue()
