"""Train moodnet on FER2013: ``python -m models.emotion.train --data FOLDER --out FOLDER``.

Hard labels blended with FER+ votes, augmentation, mixup, one-cycle SGD and an exponential
moving average of the weights. Writes ``checkpoint.pt`` after every epoch (an interrupted run
goes on from there), ``history.json`` and, at the end, ``final.pt`` with the averaged weights.
"""

from __future__ import annotations

import json
import math
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import click
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - torch's own name for it
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from tqdm import tqdm

from models.emotion.augment import augment_faces, mixup
from models.emotion.data import LABELS, FaceSet, load_split
from models.emotion.model import MoodNet


@dataclass(frozen=True)
class Recipe:
    """Everything that decides a run besides the data."""

    epochs: int = 40
    batch_size: int = 128
    peak_learning_rate: float = 0.1
    weight_decay: float = 5e-4
    vote_share: float = 0.4
    """Weight of the FER+ votes in the target; the rest goes to the FER2013 label."""
    label_smoothing: float = 0.05
    class_balance: float = 0.25
    """Exponent of the inverse class frequency used as sample weight; 0 is none."""
    ema_decay: float = 0.999
    plain_epochs: int = 3
    """Last epochs without mixup, so that the network ends on faces as they are."""
    seed: int = 7


def standardise(pixels: Tensor) -> Tensor:
    """(n, 1, 48, 48) grey in [0, 1] → zero mean, unit deviation per face.

    Must stay equal to ``core.inference.emotion.moodnet``'s preprocessing.
    """
    mean = pixels.mean(dim=(1, 2, 3), keepdim=True)
    deviation = pixels.std(dim=(1, 2, 3), keepdim=True, unbiased=False)
    return (pixels - mean) / (deviation + 1e-3)


@dataclass(frozen=True)
class TrainingData:
    """pixels: (n, 1, 48, 48) uint8; targets: (n, 7) summing to 1; weights: (n,) with mean 1."""

    pixels: Tensor
    targets: Tensor
    weights: Tensor

    @classmethod
    def of(cls, faces: FaceSet, recipe: Recipe) -> TrainingData:
        """Blend hard labels with FER+ votes and weigh rare classes up, as the recipe says."""
        labels = torch.from_numpy(faces.labels)
        votes = torch.from_numpy(faces.votes)
        share = recipe.vote_share * (votes.sum(1, keepdim=True) > 0)
        blended = (1 - share) * F.one_hot(labels, len(LABELS)).float() + share * votes
        smoothed = (1 - recipe.label_smoothing) * blended + recipe.label_smoothing / len(LABELS)
        counts = torch.bincount(labels, minlength=len(LABELS)).float()
        weights = (counts.mean() / counts).pow(recipe.class_balance)[labels]
        return cls(as_pixels(faces), smoothed, weights / weights.mean())


def as_pixels(faces: FaceSet) -> Tensor:
    """(n, 1, 48, 48) uint8."""
    return torch.from_numpy(faces.pixels)[:, None]


@torch.inference_mode()
def predict(model: torch.nn.Module, pixels: Tensor, batch_size: int = 256) -> Tensor:
    """(n, 7) probabilities, averaged over each face and its mirror image."""
    model.eval()
    parts = []
    for start in range(0, len(pixels), batch_size):
        batch = standardise(pixels[start : start + batch_size].float() / 255)
        logits = model(batch) + model(batch.flip(-1))
        parts.append(torch.softmax(logits / 2, dim=1))
    return torch.cat(parts)


class Run:
    """The state of one training: what a checkpoint holds and an interrupted run goes on from."""

    def __init__(self, recipe: Recipe, steps_per_epoch: int) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe = recipe
        self.generator = torch.Generator().manual_seed(recipe.seed)
        self.model = MoodNet()
        self.model.to(memory_format=torch.channels_last)  # type: ignore[call-overload] # not in torch's stubs
        self.average = AveragedModel(
            self.model, multi_avg_fn=get_ema_multi_avg_fn(recipe.ema_decay), use_buffers=True
        )
        self.optimiser = torch.optim.SGD(
            self.model.parameters(),
            lr=recipe.peak_learning_rate,
            momentum=0.9,
            nesterov=True,
            weight_decay=recipe.weight_decay,
        )
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimiser,
            max_lr=recipe.peak_learning_rate,
            total_steps=recipe.epochs * steps_per_epoch,
            pct_start=0.2,
            final_div_factor=1e3,
        )
        self.history: list[dict[str, float]] = []

    def save(self, folder: Path) -> None:
        """Write the checkpoint and the history."""
        parts = {name: getattr(self, name).state_dict() for name in _STATEFUL}
        state = {**parts, "generator": self.generator.get_state(), "history": self.history}
        torch.save(state, folder / "checkpoint.pt")
        report = {"recipe": asdict(self.recipe), "history": self.history}
        (folder / "history.json").write_text(json.dumps(report, indent=2), encoding="utf-8")

    def resume(self, folder: Path) -> None:
        """Go on from the folder's checkpoint, if there is one."""
        if not (folder / "checkpoint.pt").exists():
            return
        state = torch.load(folder / "checkpoint.pt", weights_only=True)
        for name in _STATEFUL:
            getattr(self, name).load_state_dict(state[name])
        self.generator.set_state(state["generator"])
        self.history = state["history"]

    def train_epoch(self, data: TrainingData) -> float:
        """One pass over the training faces; returns the mean loss."""
        epoch, recipe = len(self.history), self.recipe
        self.model.train()
        total = 0.0
        order = torch.randperm(len(data.pixels), generator=self.generator)
        batches = order.split(recipe.batch_size)
        for batch in tqdm(batches, desc=f"epoch {epoch + 1}", mininterval=5):
            faces = standardise(augment_faces(data.pixels[batch].float() / 255, self.generator))
            target = data.targets[batch] * data.weights[batch, None]
            if epoch < recipe.epochs - recipe.plain_epochs:
                faces, target = mixup(faces, target, self.generator)
            with torch.autocast("cpu", torch.bfloat16):
                logits = self.model(faces.contiguous(memory_format=torch.channels_last))
            loss = -(target * torch.log_softmax(logits.float(), dim=1)).sum(1).mean()
            self.optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), 5.0)
            self.optimiser.step()
            self.schedule.step()
            self.average.update_parameters(self.model)
            total += loss.item() * len(batch)
        return total / len(order)


_STATEFUL = ("model", "average", "optimiser", "schedule")


def train(data: Path, out: Path, recipe: Recipe) -> float:
    """Run or resume one training; returns the validation accuracy of its final weights in [0, 1].

    The weights of the last epoch are kept, not those that happened to score best: the validation
    faces stay unseen by every choice made here.
    """
    out.mkdir(parents=True, exist_ok=True)
    training = TrainingData.of(load_split(data, "train"), recipe)
    validation = load_split(data, "validation")
    run = Run(recipe, math.ceil(len(training.pixels) / recipe.batch_size))
    run.resume(out)
    while len(run.history) < recipe.epochs:
        started = time.monotonic()
        loss = run.train_epoch(training)
        row = {
            "epoch": len(run.history) + 1,
            "train_loss": loss,
            "validation_accuracy": accuracy(run.model, validation),
            "seconds": time.monotonic() - started,
        }
        run.history.append(row)
        run.save(out)
        print(json.dumps(row), flush=True)
    final = settle(run.average, training.pixels)
    torch.save(final.state_dict(), out / "final.pt")
    return accuracy(final, validation)


def settle(average: AveragedModel, pixels: Tensor) -> torch.nn.Module:
    """The averaged network with batch statistics of its own.

    Averaged weights meet other activations than those the statistics were gathered on, so they are
    taken again over the training faces (Izmailov et al., "Averaging Weights Leads to Wider Optima
    and Better Generalization", UAI 2018).
    """
    batches = (standardise(batch.float() / 255) for batch in pixels.split(256))
    torch.optim.swa_utils.update_bn(batches, average)
    return average.module


def accuracy(model: torch.nn.Module, faces: FaceSet) -> float:
    """Share of faces read right, in [0, 1]."""
    predicted = predict(model, as_pixels(faces)).argmax(1)
    return (predicted == torch.from_numpy(faces.labels)).float().mean().item()


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True)
@click.option("--epochs", default=Recipe.epochs, show_default=True)
@click.option("--seed", default=Recipe.seed, show_default=True)
def main(data: Path, out: Path, epochs: int, seed: int) -> None:
    """Train the facial emotion network; resumes from OUT if it holds a checkpoint."""
    result = train(data, out, Recipe(epochs=epochs, seed=seed))
    click.echo(f"validation accuracy {result:.4f}")


if __name__ == "__main__":
    main()
