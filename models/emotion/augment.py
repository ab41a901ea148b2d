"""Augmentation of a whole batch of 48x48 faces at once, as tensors."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - torch's own name for it

MAX_ROTATION_RAD = math.radians(15)
MAX_SHIFT = 0.12  # of the half side
SCALE_RANGE = (0.85, 1.15)
MIXUP_ALPHA = 0.2
FLIPPED_SHARE = ERASED_SHARE = 0.5


def augment_faces(faces: Tensor, generator: torch.Generator) -> Tensor:
    """Flip, rotate, shift, scale, relight and partly erase (batch, 1, 48, 48) faces in [0, 1]."""
    count = faces.shape[0]

    def uniform(low: float, high: float, *shape: int) -> Tensor:
        return torch.rand(count, *shape, generator=generator) * (high - low) + low

    angle = uniform(-MAX_ROTATION_RAD, MAX_ROTATION_RAD)
    scale = uniform(*SCALE_RANGE)
    flip = torch.where(uniform(0, 1) < FLIPPED_SHARE, -1.0, 1.0)
    cos, sin = torch.cos(angle) * scale, torch.sin(angle) * scale
    shift = uniform(-MAX_SHIFT, MAX_SHIFT, 2)
    matrix = torch.stack(
        [
            torch.stack([cos * flip, -sin, shift[:, 0]], 1),
            torch.stack([sin * flip, cos, shift[:, 1]], 1),
        ],
        1,
    )
    grid = F.affine_grid(matrix, list(faces.shape), align_corners=False)
    moved = F.grid_sample(faces, grid, padding_mode="border", align_corners=False)

    contrast = uniform(0.6, 1.4, 1, 1, 1)
    brightness = uniform(-0.2, 0.2, 1, 1, 1)
    mean = moved.mean(dim=(1, 2, 3), keepdim=True)
    lit = ((moved - mean) * contrast + mean + brightness).clamp(0, 1)
    gamma = torch.exp(uniform(-0.4, 0.4, 1, 1, 1))
    return _erase_patch(lit.pow(gamma), generator)


def _erase_patch(faces: Tensor, generator: torch.Generator) -> Tensor:
    """Fill one random rectangle in half of the faces with noise (Zhong et al., 2020)."""
    count, _, height, width = faces.shape
    rows, columns = torch.arange(height), torch.arange(width)
    size = torch.randint(6, 21, (count, 2), generator=generator)
    top = torch.randint(0, height, (count,), generator=generator) - size[:, 0] // 2
    left = torch.randint(0, width, (count,), generator=generator) - size[:, 1] // 2
    in_rows = (rows >= top[:, None]) & (rows < (top + size[:, 0])[:, None])
    in_columns = (columns >= left[:, None]) & (columns < (left + size[:, 1])[:, None])
    chosen = torch.rand(count, generator=generator) < ERASED_SHARE
    mask = in_rows[:, None, :, None] & in_columns[:, None, None, :] & chosen[:, None, None, None]
    noise = torch.rand(faces.shape, generator=generator)
    return torch.where(mask, noise, faces)


def mixup(faces: Tensor, targets: Tensor, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Blend each face and its target with a random other one (Zhang et al., 2018).

    One weight per batch from Beta(0.2, 0.2), drawn as the ratio of two gamma variates.
    """
    seed = int(torch.randint(0, 2**31, (1,), generator=generator))
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        weight = torch.distributions.Beta(MIXUP_ALPHA, MIXUP_ALPHA).sample()
    order = torch.randperm(faces.shape[0], generator=generator)
    return (
        weight * faces + (1 - weight) * faces[order],
        weight * targets + (1 - weight) * targets[order],
    )
