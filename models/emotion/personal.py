"""Teaching the shipped network one person's face.

Of the networks that moodnet is made of the first one learns, and the others stay as they are, so
that what the person did not show is not forgotten. Where some emotions were hardly shown, half of
what is learned is what the shipped network reads in the same captures, which keeps those alive (Li
and Hoiem, "Learning without Forgetting", 2016).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
import torch

from core.inference.emotion.engine import EmotionEngine
from core.inference.emotion.moodnet import LABELS, OUTPUTS, PREPROCESSING, MoodNetEngine
from core.inference.emotion.personal import (
    HELD_OUT,
    PERSONAL,
    PERSONAL_FILE,
    REPORT_FILE,
    RIGHT_AFTER,
    RIGHT_BEFORE,
)
from core.inference.weights import read_manifest
from models.emotion.calibration import fit_temperature
from models.emotion.evaluate import read_faces
from models.emotion.examples import Examples
from models.emotion.export import INPUT_SHAPE, TASK, Panel, engine_of, largest_difference
from models.emotion.face_set import FaceSet
from models.emotion.material import TUNING_OUT_OF
from models.emotion.onnx_file import PARITY_TOLERANCE, to_onnx
from models.emotion.own_faces import Gain, OwnParts, as_faces, as_report
from models.emotion.reader import Reader
from models.emotion.recipes import Recipe
from models.emotion.starting import further_networks, started_network, teach
from models.emotion.train import Lesson, Run
from models.manifest import WEIGHTS_FOLDER, write_entry
from models.training.learner import device_at_hand

LICENCE = "yours, beside that of moodnet"
TERMS = (
    "Learned on this machine from your own faces, starting from moodnet, whose terms hold as well. "
    "It is about you: share it only if you mean to."
)


@dataclass(frozen=True, slots=True)
class Taught:
    """A personal network: its ONNX file, and the temperature and threshold it is read with."""

    content: bytes
    calibration: Mapping[str, float]

    @property
    def engine(self) -> MoodNetEngine:
        """What reads with it at run time."""
        return engine_of(self.content, dict(self.calibration))


def learn_own_faces(parts: OwnParts, recipe: Recipe) -> Taught:
    """Teach the shipped network the training part; the held-out part is not looked at.

    A tenth of the training part decides when to stop, and how sure the network may be. Raises
    ClickException where onnxruntime strays from torch.
    """
    device = device_at_hand()
    card = read_manifest()["moodnet"]
    shipped = WEIGHTS_FOLDER / card.file
    learned, watched = parts.training.hold_out(TUNING_OUT_OF, recipe.seed)
    taught = teach([shipped], learned, recipe) if parts.few else None
    tuning = Examples.of(watched, recipe, device)
    network = started_network("moodnet", shipped, learned, recipe)
    lesson = Lesson(Examples.of(learned, recipe, device, taught), tuning, tuning)
    run = Run(network, recipe, lesson, PERSONAL)
    while not run.finished:
        row = run.run_epoch()
        click.echo(
            f"epoch {row.epoch:3}  loss while learning {row.train_loss:.3f}, "
            f"on {len(watched)} captures that watch {row.tuning_loss:.3f}  {row.seconds:.0f} s"
        )
    readers = [run.finish().cpu().to(memory_format=torch.contiguous_format)]
    readers += [Reader(each, recipe) for each in further_networks(shipped, learned, recipe)]
    return _exported(Panel(readers).eval(), as_faces(watched), card.calibration)


def gain(engine: EmotionEngine, faces: FaceSet) -> Gain:
    """What the shipped network and this engine read in faces."""
    before, after = (
        read_faces(each, faces).probabilities.argmax(axis=1)
        for each in (MoodNetEngine.load(), engine)
    )
    return Gain(faces.labels, before, after)


def keep(
    taught: Taught, held_out: Gain, reference: Gain | None, few: tuple[str, ...], folder: Path
) -> Path:
    """Put the network where moodmix finds it, with its manifest and report; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / PERSONAL_FILE
    draft = path.with_suffix(".new")
    draft.touch(0o600)  # it is about one person
    draft.write_bytes(taught.content)
    draft.replace(path)
    report = as_report(held_out, reference, few)
    (folder / REPORT_FILE).write_text(json.dumps(report, indent=2), encoding="utf-8")
    write_entry(  # last: from here on the network counts
        PERSONAL,
        file=PERSONAL_FILE,
        task=TASK,
        labels=LABELS,
        input_shape=INPUT_SHAPE,
        preprocessing=PREPROCESSING,
        licence=LICENCE,
        terms=TERMS,
        measured={
            HELD_OUT: len(held_out.truth),
            RIGHT_BEFORE: held_out.right_before,
            RIGHT_AFTER: held_out.right_after,
        },
        calibration=taught.calibration,
        folder=folder,
    )
    return path


def _exported(panel: Panel, watched: FaceSet, shipped: Mapping[str, float]) -> Taught:
    """The panel as a file; a few captures never make it surer than the shipped network is.

    Its layers keep their full precision: eight bits lose some of what was learned.
    """
    content = to_onnx(panel, INPUT_SHAPE, OUTPUTS)
    difference = largest_difference(panel, content, watched)
    if difference > PARITY_TOLERANCE:
        raise click.ClickException(f"the ONNX file strays from torch by {difference:.1e}")
    uncalibrated = engine_of(content, {"temperature": 1.0, "sure_from": 0.0})
    logits = np.log(np.maximum(read_faces(uncalibrated, watched).probabilities, 1e-12))
    temperature = max(fit_temperature(logits, watched.labels), shipped["temperature"])
    return Taught(content, {**shipped, "temperature": round(temperature, 4)})
