"""``moodmix train music``."""

from __future__ import annotations

from pathlib import Path

import click

from bot.settings import load_settings
from models.commands.requirements import require

NEEDED = ("onnx", "sklearn", "scipy", "tqdm")


@click.command()
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    required=True,
    help="Folder with deam.csv, quadrants.csv, mirex.csv and the clips that they name.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Where everything goes; default networks/moodnet-music in the data folder of moodmix.",
)
def music(data: Path, out: Path | None) -> None:
    """Cross-validate our music network with artists held out, then fit it on every clip.

    Leaves the report, the pictures and an ONNX file. What was heard is kept: after Ctrl-C the same
    command hears only the rest.
    """
    require(NEEDED)
    from models.music.export import FILE
    from models.music.train import compare, fit_and_export, read_material, report

    place = out or load_settings().data_dir / "networks" / "moodnet-music"
    material = read_material(data, place)
    click.echo(f"{len(material.clips)} clips of {len(set(material.clips.groups))} artists")
    comparison = compare(material)
    click.echo(comparison.as_text())
    click.echo(f"The report lies in {report(material, comparison, place)}.")
    difference = fit_and_export(material, comparison, place)
    click.echo(f"{place / FILE} agrees with the training code to {difference:.0e}.")
