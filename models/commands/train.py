"""``moodmix train``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Any

import click

from bot.settings import load_settings
from models.commands.requirements import require
from models.commands.train_music import music
from models.commands.train_own import own_captures, train_own
from models.emotion.recipes import PERSONAL, PLANS, recipe_of

if TYPE_CHECKING:
    from models.emotion.experiments import Order, Outcome
    from models.emotion.material import Material, Source
    from models.emotion.reader import Reader

NEEDED = ("torch", "onnx", "onnxscript", "tqdm")
EXIT_INTERRUPTED = 130

_data = click.option(
    "--data",
    type=click.Path(path_type=Path),
    required=True,
    help="Folder or zip: FER2013 as mosaics, or one sub-folder of pictures per expression.",
)
_fresh = click.option(
    "--resume/--fresh",
    default=True,
    help="Go on where an earlier run in the same folder stopped (the default), or start over.",
)


@click.group()
def train() -> None:
    """Train a network on data of your own machine."""


train.add_command(music)


@train.command()
@click.option("--network", type=click.Choice(tuple(PLANS)), default="moodnet", show_default=True)
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    help="Folder or zip: FER2013 as mosaics, or one sub-folder of pictures per expression. With "
    "--finetune it may be left out; FER2013 then shows how much was forgotten.",
)
@click.option(
    "--finetune",
    is_flag=False,
    flag_value="",
    metavar="[FOLDER]",
    help="Teach the shipped network your own face instead, from the captures you made on the page "
    "or those in FOLDER; a few minutes on a CPU.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Where everything goes; default networks/NAME in the data folder of moodmix.",
)
@click.option("--epochs", type=click.IntRange(1), help="Default: as the network's recipe says.")
@click.option("--batch-size", type=click.IntRange(1), help="Default: as the recipe says.")
@click.option(
    "--learning-rate",
    type=click.FloatRange(0, min_open=True),
    help="Default: as the recipe says; the peak where the rate rises and falls.",
)
@click.option("--seed", type=click.IntRange(0), help="The same seed gives the same network.")
@click.option(
    "--patience",
    type=click.IntRange(1),
    help="Stop early: after so many epochs without a better loss on a tenth of the training "
    "faces, kept apart for this; the validation part is never looked at for it. Off by default, "
    "as the recipes have a fixed length.",
)
@click.option(
    "--start",
    type=click.Path(path_type=Path, exists=True),
    help="Start from earlier weights: the folder of a run, its final.pt, or moodnet.onnx.",
)
@click.option(
    "--teacher",
    "teachers",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    help="Folder of an earlier run of moodnet to learn from as well; may be given several times.",
)
@click.option(
    "--folds",
    type=click.IntRange(2),
    help="Cross-validate instead: so many runs, each measured on the part it did not see.",
)
@click.option(
    "--split-by",
    type=click.Choice(("subject", "picture")),
    default="subject",
    show_default=True,
    help="Keep every person in one part where the data name people (CK+48), or split regardless, "
    "which measures how well people are recognised, too.",
)
@_fresh
def faces(
    network: str,
    data: Path | None,
    finetune: str | None,
    out: Path | None,
    start: Path | None,
    teachers: tuple[Path, ...],
    folds: int | None,
    split_by: str,
    *,
    resume: bool,
    **overrides: Any,
) -> None:
    """Train a network that reads faces; leaves weights, curves, tables and an ONNX file.

    Every epoch is kept: after Ctrl-C or a crash the same command goes on. With a GPU it is used.
    Validation faces are those that the data name so, else one in five, and never those of a person
    in the training part.
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    if finetune is not None:
        if network != "moodnet" or out or start or teachers or folds:
            raise click.UsageError(
                "--finetune starts from the shipped network and knows where its own goes; it takes "
                "none of --network, --out, --start, --teacher and --folds."
            )
        parts = own_captures(finetune)
        require(NEEDED)
        train_own(parts, data, replace(PERSONAL, **given))
        return
    if data is None:
        raise click.UsageError("Missing option '--data'.")
    is_moodnet = network.startswith("moodnet")
    if teachers and not is_moodnet:
        raise click.UsageError("Only moodnet can learn from a teacher.")
    require(NEEDED)
    from models.emotion.experiments import (
        Order,
        cross_validate,
        report,
        run_order,
    )
    from models.emotion.material import read_material

    source = read_material(data, PLANS[network].kind)
    fine_tuned = start is not None and is_moodnet and not source.training.has_votes
    recipe = replace(recipe_of(network, fine_tuned=fine_tuned), **given)
    place = out or load_settings().data_dir / "networks" / network
    order = Order(network, place, recipe, start, teachers)
    if not resume:
        _start_over(place)
    _tell_what_is_left_out(source)
    with _kept_when_stopped(place):
        if folds is not None:
            material = source.training if split_by == "subject" else source.training.each_its_own()
            _tell_counts("all folds", material)
            outcome = cross_validate(order, material, folds)
        else:
            whole = source if split_by == "subject" else source.each_its_own()
            training, validation = whole.training_and_validation(recipe.seed)
            _tell_counts("training", training)
            _tell_counts("validation", validation)
            reader, outcome = run_order(order, training, validation)
    _tell_outcome(outcome)
    click.echo(f"The report lies in {report(order, outcome)}.")
    if folds is None:
        _export(order, reader, validation)


@train.command("report")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@_data
def report_again(folder: Path, data: Path) -> None:
    """Measure, draw and export the run in FOLDER again, from its history.json and final.pt."""
    require(NEEDED)
    from models.emotion.experiments import Order, conclude, report
    from models.emotion.history import read_history
    from models.emotion.material import read_material
    from models.emotion.reader import Reader
    from models.emotion.starting import stored_network
    from models.training.learner import device_at_hand

    network, recipe, rows = read_history(folder)
    source = read_material(data, PLANS[network].kind)
    training, validation = source.training_and_validation(recipe.seed)
    stored = stored_network(network, folder, training, recipe)
    reader = Reader(stored, recipe).to(device_at_hand())
    order = Order(network, folder, recipe)
    outcome = conclude(reader, rows, training, validation, recipe)
    _tell_outcome(outcome)
    click.echo(f"The report lies in {report(order, outcome)}.")
    _export(order, reader, validation)


@train.command()
@_data
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Where everything goes; default networks/literature in the data folder of moodmix.",
)
@_fresh
def literature(data: Path, out: Path | None, *, resume: bool) -> None:
    """Train Table 1's network of the literature on its whole grid, beside the reported figures.

    DATA is FER2013. Each of the eight runs goes on where it stopped; many hours on a CPU.
    """
    require(NEEDED)
    from models.emotion.experiments import Order, report, run_order
    from models.emotion.literature import (
        as_table,
        run_folder,
        trainings,
        write_comparison,
    )
    from models.emotion.material import read_material

    place = out or load_settings().data_dir / "networks" / "literature"
    source = read_material(data, PLANS["table1"].kind)
    training, validation = source.training_and_validation(recipe_of("table1").seed)
    for network, epochs, batch_size in trainings():
        recipe = replace(recipe_of(network), epochs=epochs, batch_size=batch_size)
        order = Order(network, run_folder(place, network, epochs, batch_size), recipe)
        if not resume:
            _start_over(order.out)
        click.echo(f"{network}, {epochs} epochs, batch size {batch_size}")
        with _kept_when_stopped(order.out):
            reader, outcome = run_order(order, training, validation)
        report(order, outcome)
        _export(order, reader, validation)
        write_comparison(place)
    click.echo(as_table(write_comparison(place)))


def _start_over(place: Path) -> None:
    """Forget what an interrupted run would go on from; anything else in the folder stays."""
    for pattern in ("checkpoint.pt", "teacher.npy"):
        for found in (*place.glob(pattern), *place.glob(f"fold_*/{pattern}")):
            found.unlink()


@contextmanager
def _kept_when_stopped(place: Path) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        click.echo(
            f"\nStopped. Every finished epoch is kept in {place}; "
            "the same command goes on from there.",
            err=True,
        )
        raise click.exceptions.Exit(EXIT_INTERRUPTED) from None


def _tell_what_is_left_out(source: Source) -> None:
    if source.left_out:
        named = ", ".join(f"{name} ({count})" for name, count in source.left_out.items())
        click.echo(f"left out, none of the seven expressions: {named}")


def _tell_counts(part: str, material: Material) -> None:
    people = len(set(material.groups.tolist()))
    of_people = f" of {people} people" if people < len(material) else ""
    click.echo(f"{part}: {len(material)}{of_people} ({material.told})")


def _tell_outcome(outcome: Outcome) -> None:
    click.echo(outcome.validation.as_table())
    click.echo(
        f"training accuracy {outcome.training.accuracy:.2%}, "
        f"validation accuracy {outcome.validation.accuracy:.2%}, "
        f"macro-F1 {outcome.validation.macro_f1:.3f}"
    )
    if outcome.folds:
        shares = ", ".join(f"{share:.1%}" for share in outcome.folds)
        click.echo(f"fold by fold {shares}; mean {mean(outcome.folds):.2%}")
    if outcome.votes_accuracy is not None:
        click.echo(f"validation accuracy against FER+ voters {outcome.votes_accuracy:.2%}")
    if outcome.before is not None:
        click.echo(f"validation accuracy before training {outcome.before:.2%}")


def _export(order: Order, reader: Reader, validation: Material) -> None:
    from models.emotion.onnx_file import export
    from models.emotion.trained_network import NETWORK_FILE

    difference = export(order.network, reader, order.recipe, validation, order.out)
    path = order.out / NETWORK_FILE
    click.echo(f"{path} agrees with torch to {difference:.0e}; to measure it:")
    click.echo(f"moodmix evaluate faces FOLDER --engine {path}")
