"""Measure the music regressor: ``python -m models.music.evaluate --data FOLDER --out FOLDER``.

Nested cross-validation on the artist-grouped folds: for each fold the recipe is chosen on the
other three alone, so that nothing is tuned on what is reported.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
import numpy as np

from models.music.data import LABELS, SongSet, load_songs
from models.music.model import Recipe, choose_recipe, fit, leave_out

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Score:
    """How close predictions of one target are; r2 against the mean of the songs measured.

    rmse and rmse_of_mean are on [-1, 1]; the mean predictor knows the training songs only.
    """

    part: str
    target: str
    n: int
    r2: float
    r: float
    rmse: float
    rmse_of_mean: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores per fold and over all songs, the recipes chosen, and (n, 2) predictions."""

    scores: tuple[Score, ...]
    recipes: tuple[Recipe, ...]
    predictions: NDArray[np.float64]

    def overall(self, target: str) -> Score:
        """The score of one target over all songs."""
        return next(s for s in self.scores if (s.part, s.target) == ("all", target))

    def as_json(self) -> dict[str, object]:
        """Scores and recipes for a report file."""
        return {
            "scores": [asdict(score) for score in self.scores],
            "recipes_per_fold": [asdict(recipe) for recipe in self.recipes],
        }


def cross_validate(songs: SongSet) -> Evaluation:
    """Predict every song with a network that knows neither it nor its artist."""
    predictions, means = np.zeros_like(songs.targets), np.zeros_like(songs.targets)
    recipes: list[Recipe] = []
    scores: list[Score] = []
    for training, test in leave_out(songs.folds):
        known = (songs.features[training], songs.targets[training])
        recipe = choose_recipe(*known, songs.folds[training])
        predictions[test] = fit(*known, recipe).predict(songs.features[test])
        means[test] = known[1].mean(axis=0)
        recipes.append(recipe)
        fold = f"fold {songs.folds[test][0]}"
        scores += _scores(fold, songs.targets[test], predictions[test], means[test])
    scores += _scores("all", songs.targets, predictions, means)
    return Evaluation(tuple(scores), tuple(recipes), predictions)


def _scores(
    part: str,
    truth: NDArray[np.float64],
    predicted: NDArray[np.float64],
    means: NDArray[np.float64],
) -> list[Score]:
    return [
        Score(
            part=part,
            target=LABELS[target],
            n=len(truth),
            r2=1 - float(np.square(error).sum() / np.square(y - y.mean()).sum()),
            r=float(np.corrcoef(y, predicted[:, target])[0, 1]),
            rmse=float(np.sqrt(np.square(error).mean())),
            rmse_of_mean=float(np.sqrt(np.square(y - means[:, target]).mean())),
        )
        for target, y in enumerate(truth.T)
        for error in (y - predicted[:, target],)
    ]


def print_scores(evaluation: Evaluation) -> None:
    """Print one line per part and target."""
    print("part    target    n      R2     r      RMSE   RMSE of mean")
    for s in evaluation.scores:
        print(
            f"{s.part:7} {s.target:8} {s.n:5d}  {s.r2:.3f}  {s.r:.3f}  {s.rmse:.3f}  "
            f"{s.rmse_of_mean:.3f}"
        )


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True)
def main(data: Path, out: Path) -> None:
    """Cross-validate the music regressor; features are cached in OUT."""
    print_scores(cross_validate(load_songs(data, out / "features.npz")))


if __name__ == "__main__":
    main()
