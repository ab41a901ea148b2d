"""Train moodnet on FER2013: ``python -m models.emotion.train --data FOLDER --out FOLDER``.

Hard labels blended with FER+ votes, augmentation, mixup, one-cycle SGD and an exponential
moving average of the weights. Writes ``checkpoint.pt`` after every epoch (an interrupted run
goes on from there), ``best.pt`` (the averaged weights of the best epoch) and ``history.json``.
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


def soft_targets(faces: FaceSet, recipe: Recipe) -> Tensor:
    """(n, 7) training targets summing to 1."""
    hard = F.one_hot(torch.from_numpy(faces.labels), len(LABELS)).float()
    votes = torch.from_numpy(faces.votes)
    share = recipe.vote_share * (votes.sum(1, keepdim=True) > 0)
    blended = (1 - share) * hard + share * votes
    return (1 - recipe.label_smoothing) * blended + recipe.label_smoothing / len(LABELS)


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


def train(data: Path, out: Path, recipe: Recipe) -> float:
    """Run or resume one training; returns the best validation accuracy in [0, 1]."""
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(recipe.seed)
    generator = torch.Generator().manual_seed(recipe.seed)
    training, validation = load_split(data, "train"), load_split(data, "validation")
    pixels, targets = as_pixels(training), soft_targets(training, recipe)
    counts = torch.bincount(torch.from_numpy(training.labels), minlength=len(LABELS)).float()
    class_weight = (counts.mean() / counts).pow(recipe.class_balance)
    sample_weight = class_weight[torch.from_numpy(training.labels)]
    sample_weight /= sample_weight.mean()

    model = MoodNet().to(memory_format=torch.channels_last)  # type: ignore[call-overload] # missing in torch's stubs
    average = AveragedModel(
        model, multi_avg_fn=get_ema_multi_avg_fn(recipe.ema_decay), use_buffers=True
    )
    optimiser = torch.optim.SGD(
        model.parameters(), lr=0.1, momentum=0.9, nesterov=True, weight_decay=recipe.weight_decay
    )
    steps_per_epoch = math.ceil(len(training) / recipe.batch_size)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser,
        max_lr=recipe.peak_learning_rate,
        total_steps=recipe.epochs * steps_per_epoch,
        pct_start=0.2,
        final_div_factor=1e3,
    )
    history: list[dict[str, float]] = []
    checkpoint = out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(state["model"])
        average.load_state_dict(state["average"])
        optimiser.load_state_dict(state["optimiser"])
        schedule.load_state_dict(state["schedule"])
        generator.set_state(state["generator"])
        history = state["history"]

    validation_pixels = as_pixels(validation)
    validation_labels = torch.from_numpy(validation.labels)
    for epoch in range(len(history), recipe.epochs):
        started, model_loss = time.monotonic(), 0.0
        model.train()
        order = torch.randperm(len(training), generator=generator)
        with_mixup = epoch < recipe.epochs - recipe.plain_epochs
        for batch in tqdm(order.split(recipe.batch_size), desc=f"epoch {epoch + 1}", mininterval=5):
            faces, target = pixels[batch].float() / 255, targets[batch]
            faces = standardise(augment_faces(faces, generator))
            weight = sample_weight[batch]
            if with_mixup:
                faces, target = mixup(faces, target * weight[:, None], generator)
            else:
                target = target * weight[:, None]
            faces = faces.contiguous(memory_format=torch.channels_last)
            with torch.autocast("cpu", torch.bfloat16):
                logits = model(faces)
            loss = -(target * torch.log_softmax(logits.float(), dim=1)).sum(1).mean()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            schedule.step()
            average.update_parameters(model)
            model_loss += loss.item() * len(batch)
        predicted = predict(average.module, validation_pixels).argmax(1)
        accuracy = (predicted == validation_labels).float().mean().item()
        history.append(
            {
                "epoch": epoch + 1,
                "train_loss": model_loss / len(training),
                "validation_accuracy": accuracy,
                "seconds": time.monotonic() - started,
            }
        )
        print(json.dumps(history[-1]), flush=True)
        if accuracy >= max(row["validation_accuracy"] for row in history):
            torch.save(average.module.state_dict(), out / "best.pt")
        torch.save(
            {
                "model": model.state_dict(),
                "average": average.state_dict(),
                "optimiser": optimiser.state_dict(),
                "schedule": schedule.state_dict(),
                "generator": generator.get_state(),
                "history": history,
            },
            checkpoint,
        )
        report = {"recipe": asdict(recipe), "history": history}
        (out / "history.json").write_text(json.dumps(report, indent=2), encoding="utf-8")
    return max(row["validation_accuracy"] for row in history)


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True)
@click.option("--epochs", default=Recipe.epochs, show_default=True)
@click.option("--seed", default=Recipe.seed, show_default=True)
def main(data: Path, out: Path, epochs: int, seed: int) -> None:
    """Train the facial emotion network; resumes from OUT if it holds a checkpoint."""
    best = train(data, out, Recipe(epochs=epochs, seed=seed))
    click.echo(f"best validation accuracy {best:.4f}")


if __name__ == "__main__":
    main()
