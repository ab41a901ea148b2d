"""musicnn as its authors published it: the front end, the dense middle and the last layers.

Pons, Nieto, Prockup, Schmidt, Ehmann and Serra, "End-to-end learning for music audio tagging at
scale", ISMIR 2018; weights: PyPI's musicnn 0.1.0, ISC licence. Layers carry the names of the
checkpoint. Weight decay has left most of the front end's filters empty: what these say is the same
for every song, so it is worked out once, here, and what comes out stays as it was.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - torch's own name for it

_EPSILON = 1e-3
_EMPTY_BELOW = 1e-4
"""Norm of a filter; the others have 0.01 and more."""
_FRONT = ((7, 0), (7, 1), (128, 2), (64, 3), (32, 4))
"""Frames that a filter covers, and its place: two kinds for timbre, three for rhythm."""
_MIDDLE = (5, 6, 7)
_POOLED, _LAST = 9, 10

Weights = Mapping[str, NDArray[np.float32]]


class Musicnn(nn.Module):
    """Input (batch, frames, bands); output the last hidden layer, then the logits of the tags."""

    def __init__(self, weights: Weights, frames: int) -> None:
        """frames: of every patch; the middle sees the end of a patch as silence."""
        super().__init__()
        self._weights = {name: torch.from_numpy(values.copy()) for name, values in weights.items()}
        constants, live = [], []
        for _, place in _FRONT:
            scale, shift = self._scale_and_shift(place + 1)
            constants.append(F.relu(self._bias(place)) * scale + shift)
            live.append(self._kernel(place).flatten(1).norm(dim=1) > _EMPTY_BELOW)
        self._live = live
        self._constants, every = torch.cat(constants), torch.cat(live)
        still = (self._constants * ~every)[None, :, None].expand(1, -1, frames)
        self._said_by_empty = F.conv1d(still, self._over_time(5), padding=3)
        self._every = every
        pooled = torch.cat([every, torch.ones(64 * len(_MIDDLE), dtype=torch.bool)])
        self._pooled = pooled.repeat_interleave(2)

    def forward(self, patch: Tensor) -> Tensor:
        """(batch, frames, 96) → (batch, 200 + tags)."""
        picture = self._normalise(patch[:, None], 0)
        front = torch.cat(
            [
                self._highest(picture, size, place, live)
                for (size, place), live in zip(_FRONT, self._live, strict=True)
            ],
            dim=1,
        )
        first = F.conv1d(front, self._over_time(5)[:, self._every], padding=3)
        heard = self._normalise(F.relu(first + self._said_by_empty + self._bias(5)[:, None]), 6)
        layers = [front, heard]
        for place in _MIDDLE[1:]:
            told = F.conv1d(layers[-1], self._over_time(place), self._bias(place), padding=3)
            layers.append(self._normalise(F.relu(told), place + 1) + layers[-1])
        every = torch.cat(layers, dim=1)
        pooled = torch.stack([every.amax(dim=2), every.mean(dim=2)], dim=2).flatten(1)
        scale, shift = self._scale_and_shift(_POOLED)
        kernel = self._weights["dense/kernel"]
        constant = self._constants.repeat_interleave(2) * scale[: 2 * len(self._constants)]
        constant = F.pad(constant, (0, len(scale) - len(constant))) * ~self._pooled + shift
        bias = self._weights["dense/bias"] + constant @ kernel
        weighted = kernel[self._pooled] * scale[self._pooled][:, None]
        hidden = self._normalise(F.relu(pooled @ weighted + bias), _LAST)
        tags = hidden @ self._weights["dense_1/kernel"] + self._weights["dense_1/bias"]
        return torch.cat([hidden, tags], dim=1)

    def _highest(self, picture: Tensor, size: int, place: int, live: Tensor) -> Tensor:
        """Normalised maximum over the bands of what the filters that hold something say.

        Normalising comes last, which is much less work; where its scale is negative, the highest
        value comes from the lowest.
        """
        padded = F.pad(picture, (0, 0, (size - 1) // 2, size // 2))
        maps = F.relu(F.conv2d(padded, self._kernel(place)[live], self._bias(place)[live]))
        scale, shift = (each[live][None, :, None] for each in self._scale_and_shift(place + 1))
        return torch.where(scale > 0, maps.amax(dim=3), maps.amin(dim=3)) * scale + shift

    def _layer(self, place: int, part: str) -> Tensor:
        return self._weights[f"conv2d_{place}/{part}" if place else f"conv2d/{part}"]

    def _bias(self, place: int) -> Tensor:
        return self._layer(place, "bias")

    def _kernel(self, place: int) -> Tensor:
        """(filters, 1, frames, bands)."""
        return self._layer(place, "kernel").permute(3, 2, 0, 1).contiguous()

    def _over_time(self, place: int) -> Tensor:
        """(filters, channels, frames) of a layer in the middle."""
        return self._layer(place, "kernel")[:, :, 0].permute(2, 1, 0).contiguous()

    def _scale_and_shift(self, place: int) -> tuple[Tensor, Tensor]:
        name = f"batch_normalization_{place}" if place else "batch_normalization"
        gamma, beta, mean, variance = (
            self._weights[f"{name}/{part}"]
            for part in ("gamma", "beta", "moving_mean", "moving_variance")
        )
        scale = gamma / torch.sqrt(variance + _EPSILON)
        return scale, beta - scale * mean

    def _normalise(self, values: Tensor, place: int) -> Tensor:
        shape = (1, -1) + (1,) * (values.ndim - 2)
        scale, shift = self._scale_and_shift(place)
        return values * scale.view(shape) + shift.view(shape)
