"""Who is held out together: parts for cross-validation that never share an artist.

Quadrants and MIREX overlap in artists and even songs, so their five parts are cut over both
together; DEAM brings four parts of its own. The k-th split holds out the k-th part of every
collection, and leaves out of the training part whoever shares a group with a held-out clip.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedGroupKFold

from models.music.clips import QUADRANTS, Clips, Source

PARTS = 5
SEED = 0
_WHOLE = -1


@dataclass(frozen=True, slots=True)
class Split:
    """training and held_out: (n,) bool; clips that are in neither share a group with the latter."""

    number: int
    training: NDArray[np.bool_]
    held_out: NDArray[np.bool_]


def cut(clips: Clips, parts: int = PARTS, seed: int = SEED) -> NDArray[np.int64]:
    """(n,) part of each clip: DEAM's folds from 0, and ``parts`` of the others, evenly by label."""
    found = np.where(clips.of(Source.DEAM), clips.folds - 1, _WHOLE)
    others = np.flatnonzero(~clips.of(Source.DEAM))
    if len(others):
        labels = np.where(clips.quadrants < 0, len(QUADRANTS) + clips.clusters, clips.quadrants)
        folder = StratifiedGroupKFold(parts, shuffle=True, random_state=seed)
        split = folder.split(others, labels[others], clips.groups[others])
        for number, (_, test) in enumerate(split):
            found[others[test]] = number
    return np.asarray(found, np.int64)


def splits(clips: Clips, parts: NDArray[np.int64]) -> Iterator[Split]:
    """One split per part that has clips."""
    for number in range(int(parts.max()) + 1):
        held_out = parts == number
        if held_out.any():
            related = np.isin(clips.groups, clips.groups[held_out])
            yield Split(number, ~related, held_out)
