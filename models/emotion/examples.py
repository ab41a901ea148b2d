"""Faces as the training loop takes them: tensors with soft targets, on the device that trains."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - torch's own name for it

from models.emotion.material import Material
from models.emotion.recipes import Recipe


@dataclass(frozen=True, slots=True)
class Examples:
    """Faces with what the network is told about them, on the device that trains.

    pixels: (n, frames, 48, 48) uint8; labels: (n,) int64; targets: (n, 2, classes) float32, what
    the labels and what the votes say, weighted as they count in the loss; favourite: (n,) int64,
    the class with most votes or -1.
    """

    pixels: Tensor
    labels: Tensor
    targets: Tensor
    favourite: Tensor

    def __len__(self) -> int:
        return len(self.labels)

    @classmethod
    def of(
        cls,
        material: Material,
        recipe: Recipe,
        device: torch.device,
        taught: NDArray[np.float32] | None = None,
    ) -> Examples:
        """Smooth labels or mix in a teacher's opinion, (n, 2, classes), and weigh rare classes up.

        Without a teacher a face nobody voted on has no second target.
        """
        classes = len(material.classes)
        labels, votes = torch.from_numpy(material.labels), torch.from_numpy(material.votes)
        sure = F.one_hot(labels, classes).float()
        if taught is None:
            told = sure * (1 - recipe.label_smoothing) + recipe.label_smoothing / classes
        else:
            share, opinion = recipe.teacher_share, torch.from_numpy(taught)
            told = (1 - share) * sure + share * opinion[:, 0]
            votes = (1 - share) * votes + share * opinion[:, 1]
        counts = torch.bincount(labels, minlength=classes).float().clamp(min=1)
        weights = (len(labels) / classes / counts).pow(recipe.class_balance)[labels]
        told = told * (weights / weights.mean())[:, None]
        targets = torch.stack([told, votes * recipe.vote_weight], dim=1)
        favourite = torch.from_numpy(material.favourite)
        parts = (torch.from_numpy(material.pixels), labels, targets, favourite)
        return cls(*(part.to(device) for part in parts))
