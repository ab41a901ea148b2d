"""Changing clips so that a network meets each of them in many shapes, all on the mel bands.

Masks: Park et al., "SpecAugment", Interspeech 2019. Blending: Zhang et al., "mixup: Beyond
Empirical Risk Minimization", ICLR 2018.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - torch's own name for it

_PITCH_BANDS = 2.0
"""About a tone and a half in the middle of the spectrum."""
_TEMPO = 0.12
_EQUALISER = 0.15
"""6 dB, in units of the mel's 40 dB."""
_CURVES = 3
_MASKED_BANDS = 16
_MASKED_FRAMES = 40
_MASKS = 2


def augment(mel: Tensor, generator: torch.Generator) -> Tensor:
    """(batch, bands, frames) → the same shape, every clip with its own pitch, tempo, and so on."""
    return _mask(_equalise(_warp(mel, generator), generator), generator)


def blend(size: int, generator: torch.Generator) -> tuple[Tensor, float]:
    """A partner for each of ``size`` clips, and the share that a clip keeps, even from 0.5 to 1."""
    share = 0.5 + 0.5 * torch.rand((), generator=generator).item()
    return torch.randperm(size, generator=generator), share


def _warp(mel: Tensor, generator: torch.Generator) -> Tensor:
    """Pitch by a shift of the bands, tempo by a stretch of time; what leaves one end enters the
    other, after a random start.
    """  # noqa: D205 - one sentence
    size, bands, frames = mel.shape
    starts = torch.randint(frames, (size, 1), generator=generator)
    turned = (torch.arange(frames) + starts) % frames
    mel = mel.gather(2, turned[:, None].expand(-1, bands, -1))
    pitch = _uniform((size,), generator) * _PITCH_BANDS * 2 / bands
    tempo = 1 + _uniform((size,), generator) * _TEMPO
    grid = torch.zeros(size, 2, 3)
    grid[:, 0, 0], grid[:, 1, 1], grid[:, 1, 2] = tempo, 1.0, pitch
    places = F.affine_grid(grid, [size, 1, bands, frames], align_corners=False)
    warped = F.grid_sample(mel[:, None], places, padding_mode="reflection", align_corners=False)
    return warped[:, 0]


def _equalise(mel: Tensor, generator: torch.Generator) -> Tensor:
    """A smooth curve over the bands and a level, as another recording or microphone has them."""
    size, bands, _ = mel.shape
    height = torch.arange(bands) / bands * math.pi
    curves = torch.stack([torch.cos(height * wave) for wave in range(_CURVES)])
    amounts = _uniform((size, _CURVES), generator) * _EQUALISER
    return mel + (amounts @ curves)[:, :, None]


def _mask(mel: Tensor, generator: torch.Generator) -> Tensor:
    """Some neighbouring bands and some moments become the clip's mean."""
    mean = mel.mean(dim=(1, 2), keepdim=True)
    for _ in range(_MASKS):
        for axis, most in ((1, _MASKED_BANDS), (2, _MASKED_FRAMES)):
            mel = torch.where(_stripe(mel, axis, most, generator), mean, mel)
    return mel


def _stripe(mel: Tensor, axis: int, most: int, generator: torch.Generator) -> Tensor:
    size, length = mel.shape[0], mel.shape[axis]
    wide = torch.randint(most + 1, (size, 1), generator=generator)
    start = torch.randint(length - most, (size, 1), generator=generator)
    places = torch.arange(length)[None]
    inside = (places >= start) & (places < start + wide)
    return inside[:, :, None] if axis == 1 else inside[:, None, :]


def _uniform(shape: tuple[int, ...], generator: torch.Generator) -> Tensor:
    """In [-1, 1]."""
    return 2 * torch.rand(shape, generator=generator) - 1
