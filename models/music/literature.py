"""The music networks of two papers on our clips, beside the figures that their authors report.

Hassanaliaragh and Givehchian report a mean absolute error of the eight shares in percent, and a
micro-F1 of shares above 13 % at a threshold of 0.4; Singh et al. report 97 % accuracy. Theirs and
ours differ in data: they had 45 s excerpts or whole songs of all 1,802 of DEAM and a random split,
we have ten seconds of 1,435 and folds that keep an artist on one side.

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
from scipy.fft import dct
from scipy.special import expit
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - torch's own name for it

from core.domain.music_reading import MusicMood
from core.inference.music.features import feature_names
from models.music.clips import QUADRANTS, Source
from models.music.label_geometry import WHOLE
from models.music.learning import Run
from models.music.networks.literature import ConvLstm, Convolutions, Singh
from models.music.recipes import Recipe
from models.music.splits import Split, splits
from models.music.tasks import Task, targets
from models.music.train import Material, read_material

LIKELY_FROM = 0.4
LABELLED_FROM = 13.0
COEFFICIENTS = 20
KERAS = Recipe(epochs=30, batch_size=32, learning_rate=1e-3)

_MOODS = len(MusicMood)
_SIDE = ("pulse_rate", "rolloff_85_3", "rolloff_25_3")
_SAID = "said.npy"
_BATCH = 64

Losses = Callable[[Tensor, Tensor], Tensor]


@dataclass(frozen=True, slots=True)
class Plan:
    """figure: what is reported, of which ``reported`` is the paper's; scaled: each clip's mel to
    [0, 1]; at_random: clips of an artist on both sides, as the paper has it.
    """  # noqa: D205 - one sentence

    build: Callable[[], nn.Module]
    figure: str
    reported: float | None
    scaled: bool = False
    at_random: bool = False


PLANS = {
    "two-conv": Plan(partial(Convolutions, 2, _MOODS), "mean absolute error, %", 10.86),
    "two-conv-scaled": Plan(
        partial(Convolutions, 2, _MOODS), "mean absolute error, %", 9.36, scaled=True
    ),
    "three-conv": Plan(partial(Convolutions, 3, _MOODS), "mean absolute error, %", 11.08),
    "conv-lstm": Plan(partial(ConvLstm, _MOODS), "mean absolute error, %", 9.76),
    "multi-label": Plan(partial(Convolutions, 2, _MOODS, dropout=True), "micro-F1", 0.59),
    "singh": Plan(partial(Singh, len(QUADRANTS)), "accuracy", 0.97),
    "singh-at-random": Plan(partial(Singh, len(QUADRANTS)), "accuracy", 0.97, at_random=True),
}
"""The smallest first."""


@dataclass(frozen=True, slots=True)
class Line:
    """ours: over all held-out clips; mean: of the mean answer or the commonest class."""

    network: str
    figure: str
    ours: float
    mean: float
    reported: float | None
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


def train_literature(name: str, material: Material, out: Path) -> Line:
    """Train one network on every split, or go on where that stopped, and measure it."""
    plan = PLANS[name]
    of_quadrants = plan.figure == "accuracy"
    own = material.clips.of(Source.QUADRANTS if of_quadrants else Source.DEAM)
    clips, heard = material.clips[own], material.heard[own]
    pictures = torch.from_numpy(_mfcc(heard.mel, heard.features) if of_quadrants else heard.mel)
    pictures = pictures.float()
    if plan.scaled:
        low, high = pictures.amin((1, 2), keepdim=True), pictures.amax((1, 2), keepdim=True)
        pictures = (pictures - low) / (high - low)
    shares = targets(clips)[Task.QUADRANTS if of_quadrants else Task.MOODS]
    answers = shares if of_quadrants else WHOLE * shares
    losses: Losses = F.cross_entropy if of_quadrants else F.mse_loss
    if plan.figure == "micro-F1":
        answers = (answers > LABELLED_FROM).astype(np.float64)
        losses = F.binary_cross_entropy_with_logits
    said, mean = np.full_like(answers, np.nan), np.full_like(answers, np.nan)
    parts = material.parts[own]
    if plan.at_random:
        parts = np.random.default_rng(0).permutation(parts)
    for split in _cut(plan, material, own, parts):
        known = torch.from_numpy(answers[split.training]).float()
        lesson = _Pictures(pictures[split.training], known, losses)
        folder = out / name / str(split.number + 1)
        said[split.held_out] = _said(plan, lesson, pictures[split.held_out], folder)
        mean[split.held_out] = answers[split.training].mean(axis=0)
    if plan.figure == "micro-F1":
        said = expit(said)
    ours, plain = (_figure(plan.figure, answers, each) for each in (said, mean))
    return Line(name, plan.figure, ours, plain, plan.reported, len(clips))


def _cut(
    plan: Plan, material: Material, own: NDArray[np.bool_], parts: NDArray[np.int64]
) -> Iterator[Split]:
    if not plan.at_random:
        yield from splits(material.clips[own], parts)
        return
    for number in range(int(parts.max()) + 1):
        yield Split(number, parts != number, parts == number)


def _said(plan: Plan, lesson: _Pictures, held_out: Tensor, folder: Path) -> NDArray[np.float64]:
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
            click.echo(f"{folder} epoch {row.epoch} loss {row.loss:.3f} {row.seconds:.0f} s")
        network = run.finish().eval()
        with torch.inference_mode():
            outputs = torch.cat([network(batch) for batch in held_out.split(_BATCH)])
        np.save(kept, outputs.double().numpy())
    found: NDArray[np.float64] = np.load(kept)
    return found


def _figure(figure: str, answers: NDArray[np.float64], said: NDArray[np.float64]) -> float:
    if figure == "accuracy":
        return float((answers.argmax(axis=1) == said.argmax(axis=1)).mean())
    if figure == "micro-F1":
        likely = said > LIKELY_FROM
        hits = (likely & (answers > 0)).sum()
        return float(2 * hits / (likely.sum() + answers.sum()))
    return float(np.abs(answers - said).mean())


def _mfcc(mel: NDArray[np.float16], features: NDArray[np.float32]) -> NDArray[np.float32]:
    """(n, ``COEFFICIENTS`` + 1, frames): cepstrum, then pulse rate and spread of the spectrum.

    The spread between the spectrum's 25 % and 85 % points, in octaves, stands for Singh's range of
    pitch, and the logarithm of the strongest pulse for the tempo.
    """
    cepstrum = dct(mel.astype(np.float32), axis=1, norm="ortho")[:, :COEFFICIENTS]
    names = feature_names()
    column = {name: features[:, names.index(name)] for name in _SIDE}
    side = np.zeros_like(cepstrum[:, :1])
    side[:, 0, 0] = column["pulse_rate"]
    side[:, 0, 1] = column["rolloff_85_3"] - column["rolloff_25_3"]
    return np.concatenate([cepstrum, side], axis=1).astype(np.float32)


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True)
def main(data: Path, out: Path) -> None:
    """Train the literature's music networks, the smallest first; many hours on a CPU."""
    material = read_material(data, out)
    lines = []
    for name in PLANS:
        lines.append(train_literature(name, material, out / "literature"))
        told = [asdict(line) for line in lines]
        (out / "literature.json").write_text(json.dumps(told, indent=2), encoding="utf-8")
        click.echo(lines[-1])


if __name__ == "__main__":
    main()
