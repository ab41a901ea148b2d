"""``moodmix evaluate music``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from core.domain.errors import ErrorCode, OperationError

if TYPE_CHECKING:
    from core.inference.music.regressor import MusicRegressor
    from models.music.clips import Clips
    from models.music.evaluate import Evaluation

_BROKEN_NAMED = 20
_KNOWN = (
    "The shipped network was fitted on DEAM, the quadrants and the MIREX clusters themselves: on "
    "those clips these figures say what it remembers, not how it does on new music. "
    "`moodmix train music` prints the cross-validated ones."
)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--plot", type=click.Path(path_type=Path), help="Also draw the results as PNG.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def music(folder: Path, plot: Path | None, *, as_json: bool) -> None:
    """Read the labelled clips of FOLDER with the shipped network and print how close that is.

    FOLDER holds any of deam.csv, quadrants.csv and mirex.csv, and the clips that they name.
    """
    from core.inference.music.regressor import MusicRegressor
    from models.music.clips import read_clips

    clips = read_clips(folder)
    found = _read_with_progress(folder, clips, MusicRegressor.load())
    _tell_what_is_left_out(found.broken)
    click.echo(_KNOWN, err=True)
    if plot:
        _draw(plot, folder.name, found)
    if as_json:
        click.echo(json.dumps({**found.measured.summary(), "ms_per_clip": found.ms_per_clip}))
    else:
        click.echo(found.measured.as_text())
        click.echo(f"\n{found.ms_per_clip:.1f} ms a clip, one at a time")


def _read_with_progress(folder: Path, clips: Clips, regressor: MusicRegressor) -> Evaluation:
    from models.music.evaluate import evaluate

    with click.progressbar(
        length=len(clips), label="listening", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        return evaluate(folder, clips, regressor, bar.update)


def _tell_what_is_left_out(broken: tuple[str, ...]) -> None:
    for name in broken[:_BROKEN_NAMED]:
        click.echo(f"Left out: {name} cannot be heard.", err=True)
    if len(broken) > _BROKEN_NAMED:
        click.echo(f"Left out: {len(broken) - _BROKEN_NAMED} more cannot be heard.", err=True)


def _draw(path: Path, title: str, found: Evaluation) -> None:
    from models.music.report import draw_evaluation

    picture = draw_evaluation(title, found.clips, found.predictions, found.measured)
    try:
        path.write_bytes(picture)
    except OSError as error:
        raise OperationError(
            ErrorCode.FILE_NOT_WRITABLE, path=str(path), reason=error.strerror or "unknown"
        ) from error
