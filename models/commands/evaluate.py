"""``moodmix evaluate``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.settings import load_settings
from core.domain.errors import ErrorCode, OperationError
from models.commands.evaluate_music import music
from models.commands.evaluate_recommendations import learning, recommendations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.inference.emotion.engine import EmotionEngine
    from models.emotion.evaluate import Readings
    from models.emotion.face_set import FaceData, FaceSet

_BROKEN_NAMED = 20


@click.group()
def evaluate() -> None:
    """Measure a network on labelled data, or the recommendations."""


evaluate.add_command(music)
evaluate.add_command(recommendations)
evaluate.add_command(learning)


@evaluate.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--engine",
    default="moodnet",
    show_default=True,
    help="moodnet, personal (what --finetune left), deepface, fer, a trained network's name "
    "(table1…), or an .onnx or .hdf5 file.",
)
@click.option("--split", help="Only this split, such as validation; otherwise every one found.")
@click.option(
    "--labels",
    type=click.Choice(["fer2013", "ferplus"]),
    default="fer2013",
    show_default=True,
    help="Compare with the data's own labels, or with the favourite of the FER+ voters.",
)
@click.option("--plot", type=click.Path(path_type=Path), help="Also draw the results as PNG.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def faces(
    folder: Path, engine: str, split: str | None, labels: str, plot: Path | None, *, as_json: bool
) -> None:
    """Read the labelled faces of FOLDER and print how often, and how honestly, that went right.

    FOLDER, or a zip of it, holds FER2013 as mosaics with labels.csv, or one sub-folder of face
    pictures per expression, with or without a folder per split above.
    """
    from models.emotion.data import load_faces
    from models.emotion.engines import engine_named
    from models.emotion.evaluate import Readings, time_per_face_ms

    reader = engine_named(engine, load_settings().data_dir)
    data = load_faces(folder, split)
    _tell_what_is_left_out(data)
    filled = {name: faces for name, faces in data.splits.items() if len(faces)}
    readings = _read_with_progress(reader, filled)
    if labels == "ferplus":
        readings = {name: each.by_ferplus() for name, each in readings.items()}
    whole = Readings.joined(list(readings.values()))
    if not len(whole):
        raise OperationError(
            ErrorCode.DATA_UNUSABLE, path=str(folder), reason="it has no FER+ votes"
        )
    duration_ms = time_per_face_ms(reader, next(iter(filled.values())))
    if plot:
        _draw(plot, f"{reader.name} on {folder.name}", whole)
    if as_json:
        click.echo(json.dumps(_as_json(whole, readings, duration_ms)))
    else:
        click.echo(_as_text(readings, duration_ms))


def _tell_what_is_left_out(data: FaceData) -> None:
    for name, count in data.strangers.items():
        click.echo(f"Left out: {count} of {name}, which is none of the seven.", err=True)
    for name in data.broken[:_BROKEN_NAMED]:
        click.echo(f"Left out: {name} does not open.", err=True)
    if len(data.broken) > _BROKEN_NAMED:
        click.echo(f"Left out: {len(data.broken) - _BROKEN_NAMED} more do not open.", err=True)


def _read_with_progress(
    reader: EmotionEngine, splits: Mapping[str, FaceSet]
) -> dict[str, Readings]:
    from models.emotion.evaluate import read_faces

    total = sum(len(faces) for faces in splits.values())
    with click.progressbar(
        length=total, label=reader.name, file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        return {name: read_faces(reader, faces, bar.update) for name, faces in splits.items()}


def _as_json(
    whole: Readings, readings: Mapping[str, Readings], duration_ms: float
) -> dict[str, Any]:
    """The faces all together; with several splits each of them as well."""
    report = {**whole.as_json(), "ms_per_face": duration_ms}
    if len(readings) > 1:
        report["splits"] = {
            name: {**each.as_json(), "ms_per_face": duration_ms} for name, each in readings.items()
        }
    return report


def _as_text(readings: Mapping[str, Readings], duration_ms: float) -> str:
    parts = [_split_as_text(name, each) for name, each in readings.items()]
    return "\n\n".join([*parts, f"{duration_ms:.2f} ms a face, one at a time"])


def _split_as_text(name: str, readings: Readings) -> str:
    scores = readings.scores
    right = f"accuracy {scores.accuracy:.2%}, macro-F1 {scores.macro_f1:.3f}"
    honest = f"expected calibration error {readings.calibration_error:.3f}"
    lines = [f"{name}: {scores.count} faces, {right}, {honest}", scores.as_table()]
    agreement = readings.ferplus_agreement
    if agreement:
        lines.append(
            f"FER+ favourite {agreement.accuracy:.2%} of {agreement.faces}, "
            f"majority {agreement.majority_accuracy:.2%} of {agreement.majority_faces}"
        )
    return "\n".join(lines)


def _draw(path: Path, title: str, readings: Readings) -> None:
    from models.training.plots import draw_evaluation

    picture = draw_evaluation(
        title, readings.scores, readings.reliability, readings.calibration_error
    )
    try:
        path.write_bytes(picture)
    except OSError as error:
        raise OperationError(
            ErrorCode.FILE_NOT_WRITABLE, path=str(path), reason=error.strerror or "unknown"
        ) from error
