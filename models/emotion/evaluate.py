"""Measure the shipped moodnet: ``python -m models.emotion.evaluate --data FOLDER``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from core.inference.emotion.moodnet import LABELS, MoodNetEngine
from models.emotion.data import FaceSet, load_split


@dataclass(frozen=True, slots=True)
class Scores:
    """How often each true class (row) was read as each class (column): (7, 7) int64."""

    confusion: NDArray[np.int64]

    @property
    def accuracy(self) -> float:
        """Share of faces read right, in [0, 1]."""
        return float(np.trace(self.confusion) / self.confusion.sum())

    @property
    def recall(self) -> NDArray[np.float64]:
        """(7,) share of each class that was found."""
        return np.diag(self.confusion) / np.maximum(self.confusion.sum(1), 1)

    @property
    def precision(self) -> NDArray[np.float64]:
        """(7,) share of each verdict that was right."""
        return np.diag(self.confusion) / np.maximum(self.confusion.sum(0), 1)

    @property
    def f1(self) -> NDArray[np.float64]:
        """(7,) harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / np.maximum(both, 1e-12)

    @property
    def macro_f1(self) -> float:
        """Mean F1 over the classes, in [0, 1]."""
        return float(self.f1.mean())

    def as_table(self) -> str:
        """Accuracy, macro-F1 and one line per class, with what it is most often taken for."""
        lines = [
            f"accuracy {self.accuracy:.4f}  macro-F1 {self.macro_f1:.4f}",
            f"{'class':9} {'faces':>5} {'precision':>9} {'recall':>6} {'F1':>6}  taken for",
        ]
        wrong = self.confusion - np.diag(np.diag(self.confusion))
        for index, label in enumerate(LABELS):
            faces, other = self.confusion[index].sum(), int(wrong[index].argmax())
            lines.append(
                f"{label:9} {faces:5} {self.precision[index]:9.3f} {self.recall[index]:6.3f} "
                f"{self.f1[index]:6.3f}  {LABELS[other]} {wrong[index, other]}"
            )
        return "\n".join(lines)


def score(engine: MoodNetEngine, faces: FaceSet) -> Scores:
    """Read every face as at run time and compare with the FER2013 label."""
    predicted = engine.read(list(faces.pixels)).argmax(1)
    confusion = np.zeros((len(LABELS), len(LABELS)), np.int64)
    np.add.at(confusion, (faces.labels, predicted), 1)
    return Scores(confusion)


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--split", default="validation", show_default=True)
def main(data: Path, split: str) -> None:
    """Print accuracy, macro-F1 and a table per class of the shipped network."""
    click.echo(score(MoodNetEngine.load(), load_split(data, split)).as_table())


if __name__ == "__main__":
    main()
