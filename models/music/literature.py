"""The music networks of two papers on our clips, beside the figures that their authors report.

Hassanaliaragh and Givehchian report a mean absolute error of the eight shares in percent, and a
micro-F1 of shares above 13 % at a threshold of 0.4; Singh reports 97 % accuracy. Theirs and ours
differ in data: the former used the 1,802 sounds of DEAM and held out 361 of them, nothing is said
of artists, the latter neither names songs nor classes nor split; we have ten seconds of 1,435 songs
of DEAM and 630 clips in quadrants, and parts that keep an artist on one side. Every part but the
first is trained on, and figures are those of the first.

``python -m models.music.literature --data FOLDER --out RUN``: every run goes on where it stopped.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import click
import numpy as np
import torch
from numpy.typing import NDArray
from scipy.special import expit
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - torch's own name for it

from core.domain.music_reading import MusicMood
from models.music.clips import QUADRANTS, Clips, Source
from models.music.label_geometry import WHOLE
from models.music.learning import Run
from models.music.networks.literature import ConvLstm, Convolutions, Singh
from models.music.pictures import Picture, hear_pictures
from models.music.recipes import Recipe
from models.music.splits import Split, splits
from models.music.tasks import Task, targets
from models.music.train import Material, read_material

LIKELY_FROM = 0.4
LABELLED_FROM = 13.0
KERAS = Recipe(epochs=15, batch_size=32, learning_rate=1e-3)

_MOODS = len(MusicMood)
_ERROR, _F1, _ACCURACY = "mean absolute error, %", "micro-F1", "accuracy"
_PART = 0
_SAID = "said.npy"
_BATCH = 64

Losses = Callable[[Tensor, Tensor], Tensor]


@dataclass(frozen=True, slots=True)
class Plan:
    """figure: what is reported, of which ``reported`` is the paper's; scaled: each picture to
    [0, 1]; at_random: clips of an artist on both sides.
    """  # noqa: D205 - one sentence

    build: Callable[[], nn.Module]
    figure: str
    reported: float
    picture: Picture = Picture.MEL
    scaled: bool = False
    at_random: bool = False


PLANS = {
    "two-conv": Plan(partial(Convolutions, 2, _MOODS), _ERROR, 10.86),
    "two-conv-scaled": Plan(partial(Convolutions, 2, _MOODS), _ERROR, 9.36, scaled=True),
    "three-conv": Plan(partial(Convolutions, 3, _MOODS), _ERROR, 11.08),
    "three-conv-spectrogram": Plan(
        partial(Convolutions, 3, _MOODS), _ERROR, 10.34, Picture.SPECTROGRAM
    ),
    "conv-lstm": Plan(partial(ConvLstm, _MOODS), _ERROR, 9.76),
    "multi-label": Plan(partial(Convolutions, 2, _MOODS, dropout=True), _F1, 0.59),
    "singh": Plan(partial(Singh, len(QUADRANTS)), _ACCURACY, 0.97, Picture.MFCC),
    "singh-at-random": Plan(
        partial(Singh, len(QUADRANTS)), _ACCURACY, 0.97, Picture.MFCC, at_random=True
    ),
}


@dataclass(frozen=True, slots=True)
class Line:
    """ours: over the held-out clips; learned: over those trained on; mean: of the mean answer or
    the commonest class.
    """  # noqa: D205 - one sentence

    network: str
    figure: str
    ours: float
    learned: float
    mean: float
    reported: float
    clips: int


@dataclass(frozen=True, slots=True)
class _Pictures:
    """A lesson of pictures (n, rows, frames) float32 and answers (n, k) float32."""

    pictures: Tensor
    answers: Tensor
    losses: Losses

    def __len__(self) -> int:
        return len(self.pictures)

    def loss(self, network: nn.Module, chosen: Tensor, generator: torch.Generator) -> Tensor:
        """See ``learning.Lesson``; clips are as they are."""
        del generator
        return self.losses(network(self.pictures[chosen]), self.answers[chosen])

    def batches(self) -> Iterator[Tensor]:
        """See ``learning.Lesson``."""
        return iter(self.pictures.split(_BATCH))


def train_literature(name: str, data: Path, material: Material, out: Path) -> Line:
    """Train one network on all parts but one, or go on where that stopped, and measure it."""
    plan = PLANS[name]
    task, source = (
        (Task.QUADRANTS, Source.QUADRANTS)
        if plan.figure == _ACCURACY
        else (Task.MOODS, Source.DEAM)
    )
    own = material.clips.of(source)
    clips, parts = material.clips[own], material.parts[own]
    pictures = torch.from_numpy(
        hear_pictures(plan.picture, data, clips.files, material.heard[own], out)
    )
    if plan.scaled:
        low, high = pictures.amin((1, 2), keepdim=True), pictures.amax((1, 2), keepdim=True)
        pictures = (pictures - low) / (high - low)
    answers, losses = _lesson_of(plan.figure, targets(clips)[task])
    split = _split(plan, clips, parts)
    known = torch.from_numpy(answers[split.training]).float()
    lesson = _Pictures(pictures[split.training], known, losses)
    said = _said(plan, lesson, pictures, out / "literature" / name)
    if plan.figure == _F1:
        said = expit(said)
    mean = np.broadcast_to(answers[split.training].mean(axis=0), answers.shape)
    ours, learned, plain = (
        _figure(plan.figure, answers[chosen], each[chosen])
        for each, chosen in (
            (said, split.held_out),
            (said, split.training),
            (mean, split.held_out),
        )
    )
    held_out = int(split.held_out.sum())
    return Line(name, plan.figure, ours, learned, plain, plan.reported, held_out)


def _lesson_of(figure: str, shares: NDArray[np.float64]) -> tuple[NDArray[np.float64], Losses]:
    """The answers as the paper has them, and what it makes smaller."""
    if figure == _ACCURACY:
        return shares, F.cross_entropy
    if figure == _F1:
        labels = (WHOLE * shares > LABELLED_FROM).astype(np.float64)
        return labels, F.binary_cross_entropy_with_logits
    return WHOLE * shares, F.mse_loss


def _split(plan: Plan, clips: Clips, parts: NDArray[np.int64]) -> Split:
    if plan.at_random:
        held_out = np.random.default_rng(0).permutation(parts) == _PART
        return Split(_PART, ~held_out, held_out)
    return next(split for split in splits(clips, parts) if split.number == _PART)


def _said(plan: Plan, lesson: _Pictures, pictures: Tensor, folder: Path) -> NDArray[np.float64]:
    """(n, k) what the trained network says of all pictures; kept in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / _SAID
    if not kept.exists():

        def build() -> nn.Module:
            network = plan.build()
            network(lesson.pictures[:1])  # lays out the layers whose input depends on the clip
            return network

        run = Run(build, KERAS, lesson)
        run.resume(folder)
        while not run.finished:
            row = run.run_epoch()
            run.save(folder)
            click.echo(f"{folder.name} epoch {row.epoch} loss {row.loss:.3f} {row.seconds:.0f} s")
        network = run.finish().eval()
        with torch.inference_mode():
            outputs = torch.cat([network(batch) for batch in pictures.split(_BATCH)])
        np.save(kept, outputs.double().numpy())
    found: NDArray[np.float64] = np.load(kept)
    return found


def _figure(figure: str, answers: NDArray[np.float64], said: NDArray[np.float64]) -> float:
    if figure == _ACCURACY:
        return float((answers.argmax(axis=1) == said.argmax(axis=1)).mean())
    if figure == _F1:
        likely = said > LIKELY_FROM
        hits = (likely & (answers > 0)).sum()
        return float(2 * hits / (likely.sum() + answers.sum()))
    return float(np.abs(answers - said).mean())


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True)
def main(data: Path, out: Path) -> None:
    """Train the literature's music networks, the smallest first; many hours on a CPU."""
    material = read_material(data, out)
    lines = []
    for name in PLANS:
        lines.append(train_literature(name, data, material, out))
        told = [asdict(line) for line in lines]
        (out / "literature.json").write_text(json.dumps(told, indent=2), encoding="utf-8")
        click.echo(lines[-1])


if __name__ == "__main__":
    main()
