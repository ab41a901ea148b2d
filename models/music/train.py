"""Train the music regressor: ``python -m models.music.train --data FOLDER --out FOLDER``.

Reads DEAM in the format of ``models.music.data``, cross-validates, then fits on every song.
Writes ``features.npz`` (kept for the next run), ``model.npz`` and ``report.json``.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from pathlib import Path

import click
import numpy as np

from models.music.data import load_songs
from models.music.evaluate import cross_validate, print_scores
from models.music.model import Regressor, choose_recipe, fit


def train(data: Path, out: Path) -> None:
    """Measure by nested cross-validation, then fit on all songs with the recipe they choose."""
    out.mkdir(parents=True, exist_ok=True)
    songs = load_songs(data, out / "features.npz")
    evaluation = cross_validate(songs)
    print_scores(evaluation)
    recipe = choose_recipe(songs.features, songs.targets, songs.folds)
    print(recipe)
    regressor = fit(songs.features, songs.targets, recipe)
    np.savez(out / "model.npz", **{f.name: getattr(regressor, f.name) for f in fields(Regressor)})
    report = {"n": len(songs), "recipe": asdict(recipe), **evaluation.as_json()}
    (out / "report.json").write_text(json.dumps(report, indent=2), encoding="utf-8")


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True)
def main(data: Path, out: Path) -> None:
    """Train the music regressor on the DEAM clips in DATA; a few minutes on one core."""
    train(data, out)


if __name__ == "__main__":
    main()
