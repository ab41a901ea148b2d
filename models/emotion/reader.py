"""A network with what happens to a face before it, and its readings of many faces."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - torch's own name for it

from models.emotion.augment import middle
from models.emotion.examples import Examples
from models.emotion.recipes import Recipe
from models.training.learner import half_precision

STANDARD_EPSILON = 1e-3
_BATCH = 256


class Reader(nn.Module):
    """From grey values to logits, as the recipe has the network see a face."""

    def __init__(self, network: nn.Module, recipe: Recipe) -> None:
        super().__init__()
        self.network = network
        self._recipe = recipe

    def prepare(self, faces: Tensor) -> Tensor:
        """(n, frames, 48, 48) grey in [0, 1] → what the network takes, (n, frames, view, view)."""
        seen = middle(faces, self._recipe.view_px)
        return standardise(seen) if self._recipe.standardised else seen

    def forward(self, faces: Tensor) -> Tensor:
        """(n, frames, 48, 48) grey in [0, 1] → logits of every opinion, (n, opinions, classes)."""
        return opinions(self.network(self.prepare(faces)))

    @torch.inference_mode()
    def probabilities(self, pixels: Tensor) -> Tensor:
        """(n, frames, 48, 48) uint8 → (n, opinions, classes) float32 on the CPU.

        The mean logits of each face and its mirror image where the recipe says so, then softmax.
        """
        self.eval()
        device = next(self.parameters()).device
        parts = []
        for batch in pixels.split(_BATCH):
            faces = batch.to(device).float() / 255
            with torch.autocast(device.type, half_precision(device)):
                logits = self(faces).float()
                if self._recipe.mirrored:
                    logits = (logits + self(faces.flip(-1)).float()) / 2
            parts.append(torch.softmax(logits, dim=-1).cpu())
        return torch.cat(parts)


def standardise(faces: Tensor) -> Tensor:
    """(n, frames, side, side) → each face to zero mean and unit deviation."""
    mean = faces.mean(dim=(1, 2, 3), keepdim=True)
    deviation = faces.std(dim=(1, 2, 3), keepdim=True, unbiased=False)
    return (faces - mean) / (deviation + STANDARD_EPSILON)


def opinions(outputs: Tensor | tuple[Tensor, ...]) -> Tensor:
    """Logits of a network with one head or several → (n, heads, classes)."""
    return torch.stack(outputs if isinstance(outputs, tuple) else (outputs,), dim=1)


@dataclass(frozen=True, slots=True)
class Measured:
    """Cross-entropy in nats and accuracy in [0, 1] against the labels.

    votes_accuracy: of the opinion about votes against the voters' favourite; None without votes.
    """

    loss: float
    accuracy: float
    votes_accuracy: float | None


def measure(reader: Reader, examples: Examples) -> Measured:
    """How well a network reads faces it does not learn from."""
    probabilities = reader.probabilities(examples.pixels)
    labels, favourite = examples.labels.cpu(), examples.favourite.cpu()
    voted = favourite >= 0
    agree = probabilities[:, -1].argmax(1) == favourite
    return Measured(
        loss=F.nll_loss(probabilities[:, 0].clamp(min=1e-12).log(), labels).item(),
        accuracy=(probabilities[:, 0].argmax(1) == labels).float().mean().item(),
        votes_accuracy=agree[voted].float().mean().item() if voted.any() else None,
    )
