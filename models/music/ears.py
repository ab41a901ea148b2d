"""Cross-validating convolutional networks beside and together with the kernel machines.

``python -m models.music.ears --data FOLDER --out RUN``: trains one network per split and seed, each
in a folder of its own that an interrupted call goes on from, then prints the figures of the
kernels, of the networks, and of their mean. Equal weights of both were decided beforehand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import click
import numpy as np
import torch

from models.music.choosing import Predictions, cross_validate
from models.music.kernel import Ranks
from models.music.learning import Run
from models.music.mood_lesson import MoodLesson, listen
from models.music.networks.mood_ear import MoodEar
from models.music.recipes import OURS, Recipe
from models.music.report import Measured
from models.music.splits import Split, splits
from models.music.tasks import Task, targets
from models.music.train import Material, read_material

_SAID = "said.npz"


def cross_validate_ears(
    material: Material, recipe: Recipe, seeds: Sequence[int], out: Path
) -> Predictions:
    """(n, k) by task: the mean over seeds of networks that heard neither a clip nor its artist."""
    wanted = targets(material.clips)
    predictions = {task: np.full(each.shape, np.nan) for task, each in wanted.items()}
    for split in splits(material.clips, material.parts):
        heard = [
            _train(material, replace(recipe, seed=seed), split, out / f"{split.number + 1}_{seed}")
            for seed in seeds
        ]
        for task, each in wanted.items():
            asked = ~np.isnan(each[split.held_out, 0])
            mean = np.mean([said[task] for said in heard], axis=0)
            predictions[task][np.flatnonzero(split.held_out)[asked]] = mean[asked]
    return predictions


def together(one: Predictions, other: Predictions) -> Predictions:
    """The mean of two readings of the same clips."""
    return {task: (one[task] + other[task]) / 2 for task in one}


def _train(material: Material, recipe: Recipe, split: Split, folder: Path) -> Predictions:
    """What a network trained on one side of a split says about the other; kept in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / _SAID
    if not kept.exists():
        heard, training = material.heard, split.training
        answers = {task: each[training] for task, each in targets(material.clips).items()}
        ranks = Ranks.of(heard.features[training])(heard.features[training])
        lesson = MoodLesson.of(recipe, heard.mel[training], ranks, answers)
        run = Run(partial(MoodEar, ranks.shape[1]), recipe, lesson)
        run.resume(folder)
        while not run.finished:
            row = run.run_epoch()
            run.save(folder)
            click.echo(f"{folder.name} epoch {row.epoch} loss {row.loss:.3f} {row.seconds:.0f} s")
        held_out = torch.from_numpy(heard.mel[split.held_out])
        np.savez(kept, **listen(run.finish(), held_out))
    with np.load(kept) as stored:
        return {task: stored[task.value] for task in Task}


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True)
@click.option("--seeds", type=click.IntRange(1), default=1, show_default=True)
@click.option("--epochs", type=click.IntRange(1), default=OURS.epochs, show_default=True)
def main(data: Path, out: Path, seeds: int, epochs: int) -> None:
    """Cross-validate convolutional networks; many hours on a CPU."""
    material = read_material(data, out)
    recipe = replace(OURS, epochs=epochs)
    ears = cross_validate_ears(material, recipe, range(1, seeds + 1), out / f"ears_{epochs}")
    kernels = cross_validate(material.heard.features, material.clips, material.parts).predictions
    for name, predictions in (
        ("kernels", kernels),
        ("convolutional", ears),
        ("both", together(kernels, ears)),
    ):
        click.echo(f"\n{name}")
        click.echo(Measured.of(material.clips, predictions, material.parts).as_text())


if __name__ == "__main__":
    main()
