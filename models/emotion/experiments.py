"""From an order to a trained network with its report: one run, or one per fold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from statistics import mean

import click
import numpy as np
import torch
from numpy.typing import NDArray

from models.emotion.examples import Examples
from models.emotion.history import EpochRow, write_history
from models.emotion.material import TUNING_OUT_OF, Material
from models.emotion.reader import Reader, measure
from models.emotion.recipes import Recipe
from models.emotion.report import write_report
from models.emotion.starting import FINAL_WEIGHTS, fresh_network, started_network, teach
from models.emotion.train import Lesson, Run
from models.refusal import Refusal
from models.training.learner import CHECKPOINT, device_at_hand
from models.training.metrics import Scores

REPORT_FOLDER = "report"
TEACHER_FILE = "teacher.npy"


@dataclass(frozen=True, slots=True)
class Order:
    """What to train, from which weights, taught by which earlier runs; ``out`` takes all files."""

    network: str
    out: Path
    recipe: Recipe
    start: Path | None = None
    teachers: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to: its epochs and what the final network reads in both parts.

    votes_accuracy: on the validation part against the FER+ voters' favourite, None without votes;
    before: accuracy on the validation part with the first weights, None where these were random;
    folds: validation accuracy of each fold, empty for a single run.
    """

    rows: tuple[EpochRow, ...]
    training: Scores
    validation: Scores
    votes_accuracy: float | None
    before: float | None
    folds: tuple[float, ...] = ()


def run_order(order: Order, training: Material, validation: Material) -> tuple[Reader, Outcome]:
    """Train, or go on where it stopped; leaves checkpoint, history and final weights.

    Raises Refusal where the folder holds a run with other settings.
    """
    order.out.mkdir(parents=True, exist_ok=True)
    device, recipe = device_at_hand(), order.recipe
    learned, tuning = training, None
    if recipe.patience is not None:
        learned, watched = training.hold_out(TUNING_OUT_OF, recipe.seed)
        tuning = Examples.of(watched, recipe, device)
    taught = _taught(order, learned)
    measured = Examples.of(validation, recipe, device)
    lesson = Lesson(Examples.of(learned, recipe, device, taught), measured, tuning)
    if order.start is None:
        network, before = fresh_network(order.network, len(training.classes), recipe.seed), None
    else:
        network = started_network(order.network, order.start, training, recipe)
        before = measure(Reader(network, recipe).to(device), measured).accuracy
        click.echo(f"before training  validation accuracy {before:.2%}")
    run = Run(network, recipe, lesson, f"{order.network} {order.start} {order.teachers}")
    _resume(run, order.out)
    while not run.finished:
        row = run.run_epoch()
        run.save(order.out)
        write_history(order.out, order.network, recipe, run.history)
        click.echo(row.as_line())
    reader = run.finish()
    torch.save(reader.network.state_dict(), order.out / FINAL_WEIGHTS)
    return reader, conclude(reader, run.history, training, validation, recipe, before)


def conclude(
    reader: Reader,
    rows: Sequence[EpochRow],
    training: Material,
    validation: Material,
    recipe: Recipe,
    before: float | None = None,
) -> Outcome:
    """Read both parts with the final network."""
    examples = Examples.of(validation, recipe, device_at_hand())
    return Outcome(
        rows=tuple(rows),
        training=_scores(reader, training),
        validation=_scores(reader, validation),
        votes_accuracy=measure(reader, examples).votes_accuracy,
        before=before,
    )


def report(order: Order, outcome: Outcome) -> Path:
    """Draw and write the report of a run; returns its folder."""
    folder = order.out / REPORT_FOLDER
    parts = {"training": outcome.training, "validation": outcome.validation}
    facts = {
        "network": order.network,
        "before": outcome.before,
        "votes_accuracy": outcome.votes_accuracy,
        "folds": outcome.folds,
    }
    write_report(folder, order.network, outcome.rows, parts, facts)
    return folder


def cross_validate(order: Order, material: Material, folds: int) -> Outcome:
    """One run per fold, each measured on the part it did not see; the sums over all folds.

    Each fold has a folder of its own and goes on where it stopped. The epochs are the mean over the
    folds.
    """
    fold_of = material.folds(folds, order.recipe.seed)
    outcomes = []
    for fold in range(folds):
        click.echo(f"fold {fold + 1} of {folds}")
        each = replace(order, out=order.out / f"fold_{fold + 1:02d}")
        outcomes.append(run_order(each, material[fold_of != fold], material[fold_of == fold])[1])
    befores = [
        (outcome.before, outcome.validation.count)
        for outcome in outcomes
        if outcome.before is not None
    ]
    return Outcome(
        rows=_mean_rows([outcome.rows for outcome in outcomes]),
        training=_sum([outcome.training for outcome in outcomes]),
        validation=_sum([outcome.validation for outcome in outcomes]),
        votes_accuracy=None,
        before=sum(share * faces for share, faces in befores) / len(material) if befores else None,
        folds=tuple(outcome.validation.accuracy for outcome in outcomes),
    )


def _taught(order: Order, material: Material) -> NDArray[np.float32] | None:
    """What the teachers read in the training faces, computed once per run."""
    if not order.teachers:
        return None
    kept = order.out / TEACHER_FILE
    if not kept.exists() or not (order.out / CHECKPOINT).exists():
        np.save(kept, teach(order.teachers, material, order.recipe))
    read: NDArray[np.float32] = np.load(kept)
    return read


def _resume(run: Run, folder: Path) -> None:
    if not (folder / CHECKPOINT).exists():
        return
    if not run.resume(folder):
        raise Refusal(
            f"{folder} holds a damaged run or one with other settings. "
            "Please take the same ones, another --out, or start over with --fresh."
        )
    click.echo(f"going on after epoch {len(run.history)}")


def _scores(reader: Reader, material: Material) -> Scores:
    probabilities = reader.probabilities(torch.from_numpy(material.pixels))
    read = probabilities[:, 0].argmax(1).numpy()
    return Scores.of(material.labels, read, material.classes)


def _sum(parts: Sequence[Scores]) -> Scores:
    total = np.sum([part.confusion for part in parts], axis=0)
    return Scores(total, parts[0].labels)


def _mean_rows(runs: Sequence[Sequence[EpochRow]]) -> tuple[EpochRow, ...]:
    """Epoch by epoch over runs; a run that stopped early no longer counts."""
    means = []
    for epoch in range(max(len(rows) for rows in runs)):
        rows = [rows[epoch] for rows in runs if epoch < len(rows)]
        columns = {
            field.name: [getattr(row, field.name) for row in rows] for field in fields(rows[0])
        }
        known = {name: values for name, values in columns.items() if None not in values}
        means.append(EpochRow(**{name: mean(values) for name, values in known.items()}))
    return tuple(means)
