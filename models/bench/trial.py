"""One contender measured in a process of its own: ``python -m models.bench.trial``.

Takes a ``Trial`` as JSON on standard input and prints an ``Outcome`` a line, each holding more:
start-up time and memory are the contender's alone, and a trial cut short has still said something.
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from bot.presenters.words import explain_error
from bot.settings import load_settings
from core.domain.errors import MoodmixError
from core.inference.emotion.engine import EmotionEngine
from models.bench.contenders import CONTENDERS
from models.emotion.data import load_split
from models.emotion.evaluate import time_per_face_ms
from models.emotion.face_set import FaceSet

SPLIT = "validation"
_PHOTO_RUNS = 5
_PHOTO_TIME_S = 8.0
_FACES_TIME_S = 20.0
_BATCH = 16


@dataclass(frozen=True, slots=True)
class Trial:
    """What to measure; paths as text. started_s: the wall clock just before the process began."""

    contender: str
    started_s: float
    weights: str | None
    data: str | None
    photo: str | None
    film: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was measured; None where there was nothing to measure it on, or no face was found.

    reason says why something is missing. accuracy is over ``faces`` faces in an order shuffled
    alike for everybody, as many as were read in 20 seconds. peak_memory_mb counts everything up
    to the film. cold_start_s ends with the first reading of the photo.
    """

    contender: str
    reason: str | None = None
    accuracy: float | None = None
    faces: int | None = None
    ms_per_face: float | None = None
    ms_per_photo: float | None = None
    film_s: float | None = None
    cold_start_s: float | None = None
    peak_memory_mb: float | None = None

    @property
    def has_figures(self) -> bool:
        """Whether anything was measured."""
        figures = self.ms_per_face, self.cold_start_s, self.film_s
        return any(figure is not None for figure in figures)


def run(trial: Trial) -> Iterator[Outcome]:
    """Measure in this process, which should be a fresh one; each outcome holds the one before."""
    weights = Path(trial.weights) if trial.weights else None
    try:
        contender = CONTENDERS[trial.contender](load_settings(), weights)
    except MoodmixError as error:
        yield Outcome(trial.contender, reason=explain_error(error))
        return
    outcome = Outcome(trial.contender)
    if trial.photo and trial.film:
        photo, film = Path(trial.photo).read_bytes(), Path(trial.film)
        if contender.read_photo(photo):
            outcome = replace(outcome, cold_start_s=time.time() - trial.started_s)
            yield outcome
            runs_s: list[float] = []
            while len(runs_s) < _PHOTO_RUNS and sum(runs_s) < _PHOTO_TIME_S:
                runs_s.append(_seconds(lambda: contender.read_photo(photo)))
            outcome = replace(outcome, ms_per_photo=statistics.median(runs_s) * 1000)
            yield outcome
        started_s = time.perf_counter()
        if contender.read_film(film):
            outcome = replace(outcome, film_s=time.perf_counter() - started_s)
    peak_memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    outcome = replace(outcome, peak_memory_mb=peak_memory_mb)
    yield outcome
    if trial.data:
        faces = load_split(Path(trial.data), SPLIT)
        outcome = replace(outcome, ms_per_face=time_per_face_ms(contender.engine, faces))
        yield outcome
        accuracy, read = _accuracy(contender.engine, faces)
        yield replace(outcome, accuracy=accuracy, faces=read)


def _seconds(action: Callable[[], object]) -> float:
    started_s = time.perf_counter()
    action()
    return time.perf_counter() - started_s


def _accuracy(engine: EmotionEngine, faces: FaceSet) -> tuple[float, int]:
    order = np.random.default_rng(0).permutation(len(faces))
    until_s = time.monotonic() + _FACES_TIME_S
    right = read = 0
    while read < len(faces) and time.monotonic() < until_s:
        batch = order[read : read + _BATCH]
        answers = engine.read(list(faces.pixels[batch])).argmax(axis=1)
        right += int((answers == faces.labels[batch]).sum())
        read += len(batch)
    return right / read, read


if __name__ == "__main__":
    for so_far in run(Trial(**json.load(sys.stdin))):
        print(json.dumps(asdict(so_far)), flush=True)
