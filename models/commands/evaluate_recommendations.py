"""``moodmix evaluate recommendations`` and ``moodmix evaluate learning``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from core.domain.errors import ErrorCode, OperationError

if TYPE_CHECKING:
    from models.recommendation.labelled_table import LabelledTable

_STRANGE_NAMED = 20


@click.command()
@click.argument("catalogue_csv", type=click.Path(path_type=Path))
@click.option("--labels", metavar="COLUMN", help="Where the moods stand; guessed by default.")
@click.option("--plot", type=click.Path(path_type=Path), help="Also draw the results as PNG.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def recommendations(
    catalogue_csv: Path, labels: str | None, plot: Path | None, *, as_json: bool
) -> None:
    """Print how often songs recommended from CATALOGUE_CSV bear a mood label that fits the face.

    The table has a mood for each song (happy, sad, calm, energetic…, or Q1 to Q4), valence, and
    arousal or energy. Ours stands beside the cosine baseline, popularity and chance; none of them
    sees the labels.
    """
    from models.recommendation.evaluate import Contender, evaluate
    from models.recommendation.labelled_table import read_labelled
    from models.recommendation.report import draw_figures, figures_as_text

    data = read_labelled(catalogue_csv, labels)
    _tell_what_is_left_out(data)
    with click.progressbar(
        length=len(Contender), label="ranking", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        figures = evaluate(data, progress=bar.update)
    if plot:
        _write(plot, draw_figures(catalogue_csv.name, figures))
    if as_json:
        told = {contender.value: each.as_json() for contender, each in figures.items()}
        click.echo(json.dumps(told))
    else:
        click.echo(figures_as_text(data, figures))


@click.command()
@click.option(
    "--listeners",
    type=click.IntRange(min=2),
    default=40,
    show_default=True,
    help="So many of each kind.",
)
@click.option(
    "--kinds",
    type=click.Choice(["held-out", "development"]),
    default="held-out",
    show_default=True,
    help="Listeners that nothing was tuned on, or those it was tuned on.",
)
@click.option(
    "--rounds",
    type=click.IntRange(min=5),
    default=9,
    show_default=True,
    help="Lists that each listener rates.",
)
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True)
@click.option("--plot", type=click.Path(path_type=Path), help="Also draw the curves as PNG.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def learning(
    listeners: int, kinds: str, rounds: int, seed: int, plot: Path | None, *, as_json: bool
) -> None:
    """Let simulated listeners rate lists from the starter catalogue, and print what learning gains.

    Hit rate at 5 is the share of the five tracks that a listener likes, with and without learning
    from their thumbs, on the same faces and songs.
    """
    from core.domain.track_table import TrackTable
    from core.providers.catalogue import StarterCatalogue
    from models.recommendation.learning_report import LearningReport, draw_learning
    from models.recommendation.listeners import DEVELOPMENT, HELD_OUT
    from models.recommendation.simulate import simulate

    names = tuple(HELD_OUT if kinds == "held-out" else DEVELOPMENT)
    table = TrackTable.of(StarterCatalogue.load().tracks())
    with click.progressbar(
        length=len(names) * listeners,
        label="listening",
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    ) as bar:
        courses = simulate(table, names, listeners, rounds=rounds, seed=seed, progress=bar.update)
    report = LearningReport.of(courses)
    if plot:
        _write(plot, draw_learning(report))
    click.echo(json.dumps(report.as_json()) if as_json else report.as_text())


def _tell_what_is_left_out(data: LabelledTable) -> None:
    for label, count in sorted(data.strange.items(), key=lambda each: -each[1])[:_STRANGE_NAMED]:
        click.echo(f"Left out: {count} of {label!r}, which is no mood I know.", err=True)
    rest = data.left_out - sum(data.strange.values())
    if rest:
        click.echo(f"Left out: {rest} without a mood or without numbers.", err=True)


def _write(path: Path, picture: bytes) -> None:
    try:
        path.write_bytes(picture)
    except OSError as error:
        raise OperationError(
            ErrorCode.FILE_NOT_WRITABLE, path=str(path), reason=error.strerror or "unknown"
        ) from error
