"""Choosing the settings of the kernel heads, and measuring what was chosen, by cross-validation.

Nested: the settings for a held-out part are chosen on the other parts alone, so that nothing is
tuned on what is reported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from models.music.clips import Clips
from models.music.kernel import (
    Numbers,
    Ranks,
    Setting,
    fit_head,
    fit_network,
    read_head,
    square_distances,
)
from models.music.splits import Split, splits
from models.music.tasks import Task, targets

_RATING = tuple(Setting(*each) for each in product((0.25, 0.5, 1.0), (0.2, 0.4, 0.8)))
_CLASSES = tuple(Setting(*each) for each in product((0.25, 0.5, 1.0), (0.1, 0.3, 1.0)))
GRID: Mapping[Task, tuple[Setting, ...]] = MappingProxyType(
    {
        Task.VALENCE: _RATING,
        Task.AROUSAL: _RATING,
        Task.MOODS: tuple(Setting(0.5, strength) for strength in (0.3, 1.0, 3.0)),
        Task.QUADRANTS: _CLASSES,
        Task.CLUSTERS: _CLASSES,
    }
)
MIDDLE: Mapping[Task, Setting] = MappingProxyType(
    {task: grid[len(grid) // 2] for task, grid in GRID.items()}
)
"""For a comparison in which nothing is chosen."""

Predictions = dict[Task, Numbers]


@dataclass(frozen=True, slots=True)
class CrossValidated:
    """predictions: (n, k) by networks that heard neither a clip nor its artist, nan where a clip
    has no answer; settings: what was chosen for each split.
    """  # noqa: D205 - one sentence

    predictions: Predictions
    settings: tuple[Mapping[Task, Setting], ...]


def cross_validate(
    features: NDArray[np.float32],
    clips: Clips,
    parts: NDArray[np.int64],
    settings: Mapping[Task, Setting] | None = None,
) -> CrossValidated:
    """Read every clip as held out; settings: for every split, in place of a choice per split."""
    wanted = targets(clips)
    predictions = {task: np.full(each.shape, np.nan) for task, each in wanted.items()}
    chosen = []
    for split in tqdm(list(splits(clips, parts)), "splits", disable=None):
        training = split.training
        own = settings or choose(features[training], clips[training], parts[training])
        told = {task: own[task] for task in wanted}
        known = {task: each[training] for task, each in wanted.items()}
        read = fit_network(features[training], known, told).read(features[split.held_out])
        for task, each in wanted.items():
            asked = ~np.isnan(each[split.held_out, 0])
            predictions[task][np.flatnonzero(split.held_out)[asked]] = read[task][asked]
        chosen.append(told)
    return CrossValidated(predictions, tuple(chosen))


def choose(
    features: NDArray[np.float32], clips: Clips, parts: NDArray[np.int64]
) -> dict[Task, Setting]:
    """For every task the setting with the least error when each part in turn is held out.

    Of ratings the squared error, of shares the cross-entropy.
    """
    wanted = targets(clips)
    errors = {task: np.zeros(len(GRID[task])) for task in wanted}
    for split in splits(clips, parts):
        ranks = Ranks.of(features[split.training])
        known, asked = ranks(features[split.training]), ranks(features[split.held_out])
        within, across = square_distances(known, known), square_distances(asked, known)
        scale = known.shape[1] * float(known.var())
        for task, each in wanted.items():
            for place, setting in enumerate(GRID[task]):
                head = fit_head(within, each[split.training], setting, scale)
                read = read_head(head, across)
                errors[task][place] += _error(each[split.held_out], read)
    return {task: GRID[task][int(error.argmin())] for task, error in errors.items()}


def mean_predictions(clips: Clips, parts: NDArray[np.int64]) -> Predictions:
    """What the mean predictor says: the mean answer of the training clips of each split."""
    wanted = targets(clips)
    predictions = {task: np.full(each.shape, np.nan) for task, each in wanted.items()}
    for split in splits(clips, parts):
        for task, each in wanted.items():
            mean = np.nanmean(each[split.training], axis=0)
            predictions[task][_asked(split, each)] = mean
    return predictions


def _asked(split: Split, answers: Numbers) -> NDArray[np.bool_]:
    return split.held_out & ~np.isnan(answers[:, 0])


def _error(answers: Numbers, read: Numbers) -> float:
    known = ~np.isnan(answers[:, 0])
    if answers.shape[1] == 1:
        return float(np.square(answers[known] - read[known]).sum())
    return float(-(answers[known] * np.log(np.maximum(read[known], 1e-12))).sum())
