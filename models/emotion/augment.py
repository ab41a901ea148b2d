"""Augmentation of a whole batch of faces at once, as tensors on the device they lie on.

All chance comes from the generator handed in, which lives on the same device.
"""

from __future__ import annotations

import math

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - torch's own name for it

MAX_ROTATION_RAD = math.radians(14)
MAX_SHIFT = 0.11  # of the half side
SCALE_RANGE = (0.85, 1.12)
STRETCH_RANGE = (0.95, 1.05)
CONTRAST_RANGE = (0.6, 1.4)
MAX_BRIGHTENING = 0.2
MAX_LOG_GAMMA = 0.4
PATCH_SIDES_PX = (6, 18)
MIXUP_ALPHA = 0.3


def middle(faces: Tensor, side_px: int) -> Tensor:
    """(batch, channels, 48, 48) → the square of ``side_px`` in the middle of each face."""
    margin = (faces.shape[-1] - side_px) // 2
    return faces[..., margin : margin + side_px, margin : margin + side_px]


def augment_faces(
    faces: Tensor,
    generator: torch.Generator,
    *,
    view_px: int = 48,
    side_px: int = 48,
    erased_share: float = 0.3,
) -> Tensor:
    """Flip, rotate, shift, scale, stretch, relight and partly erase faces in [0, 1].

    (batch, channels, 48, 48) → (batch, channels, side_px, side_px): the middle ``view_px`` of each
    face, give or take, drawn at ``side_px``. All channels of a face are moved and lit alike.
    """
    count = len(faces)

    def uniform(low: float, high: float, *shape: int) -> Tensor:
        drawn = torch.rand(count, *shape, generator=generator, device=faces.device)
        return drawn * (high - low) + low

    angle = uniform(-MAX_ROTATION_RAD, MAX_ROTATION_RAD)
    scale = uniform(*SCALE_RANGE) * view_px / faces.shape[-1]
    across = torch.where(uniform(0, 1) < 0.5, -1.0, 1.0) * uniform(*STRETCH_RANGE)  # noqa: PLR2004 - half are mirrored
    cos, sin = torch.cos(angle) * scale, torch.sin(angle) * scale
    shift = uniform(-MAX_SHIFT, MAX_SHIFT, 2)
    matrix = torch.stack(
        [
            torch.stack([cos * across, -sin, shift[:, 0]], 1),
            torch.stack([sin * across, cos, shift[:, 1]], 1),
        ],
        1,
    )
    grid = F.affine_grid(matrix, [count, 1, side_px, side_px], align_corners=False)
    moved = F.grid_sample(faces, grid, padding_mode="border", align_corners=False)
    mean = moved.mean(dim=(1, 2, 3), keepdim=True)
    contrast = uniform(*CONTRAST_RANGE, 1, 1, 1)
    brightening = uniform(-MAX_BRIGHTENING, MAX_BRIGHTENING, 1, 1, 1)
    lit = ((moved - mean) * contrast + mean + brightening).clamp(0, 1)
    gamma = torch.exp(uniform(-MAX_LOG_GAMMA, MAX_LOG_GAMMA, 1, 1, 1))
    return _erase_patch(lit.pow(gamma), generator, erased_share)


def _erase_patch(faces: Tensor, generator: torch.Generator, share: float) -> Tensor:
    """Fill one random rectangle in ``share`` of the faces with noise (Zhong et al., 2020)."""
    count, _, height, width = faces.shape
    device = faces.device
    smallest, largest = PATCH_SIDES_PX

    def whole(low: int, high: int, *shape: int) -> Tensor:
        return torch.randint(low, high, (count, *shape), generator=generator, device=device)

    size = whole(smallest, largest + 1, 2)
    top = whole(0, height) - size[:, 0] // 2
    left = whole(0, width) - size[:, 1] // 2
    rows, columns = torch.arange(height, device=device), torch.arange(width, device=device)
    in_rows = (rows >= top[:, None]) & (rows < (top + size[:, 0])[:, None])
    in_columns = (columns >= left[:, None]) & (columns < (left + size[:, 1])[:, None])
    chosen = torch.rand(count, generator=generator, device=device) < share
    mask = in_rows[:, None, :, None] & in_columns[:, None, None, :] & chosen[:, None, None, None]
    noise = torch.rand(faces.shape, generator=generator, device=device)
    return torch.where(mask, noise, faces)


def mixup(faces: Tensor, targets: Tensor, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Blend each face and its target with a random other one (Zhang et al., 2018).

    One weight per batch from Beta(0.3, 0.3); targets may have any shape behind the batch axis.
    """
    device = faces.device
    seed = int(torch.randint(0, 2**31, (), generator=generator, device=device))
    weight = float(np.random.default_rng(seed).beta(MIXUP_ALPHA, MIXUP_ALPHA))
    order = torch.randperm(len(faces), generator=generator, device=device)
    return (
        weight * faces + (1 - weight) * faces[order],
        weight * targets + (1 - weight) * targets[order],
    )
