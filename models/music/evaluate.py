"""Reading whole collections with the shipped network, as at run time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.domain.errors import OperationError
from core.inference.music.features import split_windows
from core.inference.music.regressor import MusicRegressor
from models.music.clips import NO_FOLD, Clips
from models.music.hearing import read_samples
from models.music.report import Measured, Predictions
from models.music.tasks import RATINGS, Task

_TASKS = (Task.MOODS, Task.QUADRANTS, Task.CLUSTERS)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """clips: those that could be heard, predictions for them in (n, k); broken: the others' names;
    ms_per_clip: median from a clip's bytes to its reading, one clip at a time.
    """  # noqa: D205 - one sentence

    clips: Clips
    predictions: Predictions
    broken: tuple[str, ...]
    ms_per_clip: float

    @property
    def measured(self) -> Measured:
        """All clips as one part."""
        return Measured.of(self.clips, self.predictions, np.full(len(self.clips), NO_FOLD))


def evaluate(
    folder: Path,
    clips: Clips,
    regressor: MusicRegressor,
    on_read: Callable[[int], object] = lambda _: None,
) -> Evaluation:
    """Have the network read every clip below ``folder``, telling ``on_read`` of each.

    Raises the first clip's OperationError where none can be heard.
    """
    rows: list[dict[Task, np.ndarray[tuple[int], np.dtype[np.float64]]]] = []
    kept, broken, durations_s = [], [], []
    failure: OperationError | None = None
    for place, name in enumerate(clips.files):
        started = time.perf_counter()
        try:
            window = split_windows(read_samples(folder / name), most=1)[0]
        except OperationError as error:
            failure = failure or error
            broken.append(name)
        else:
            read = regressor.read(regressor.take_in(window)[None])
            durations_s.append(time.perf_counter() - started)
            rating = {task: read.ratings[0, [column]] for column, task in enumerate(RATINGS)}
            rows.append(rating | {task: getattr(read, task.value)[0] for task in _TASKS})
            kept.append(place)
        on_read(1)
    if failure is not None and not rows:
        raise failure
    predictions = {task: np.stack([row[task] for row in rows]) for task in rows[0]}
    duration_ms = float(np.median(durations_s) * 1000)
    return Evaluation(clips[np.array(kept)], predictions, tuple(broken), duration_ms)
