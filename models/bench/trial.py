"""One contender measured in a process of its own: ``python -m models.bench.trial``.

Takes a ``Trial`` as JSON on standard input and prints its ``Outcome`` as the last line, so that
start-up time and memory are the contender's alone.
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
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
_FACES_TIME_S = 30.0
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

    reason says why there is nothing at all. accuracy is over ``faces`` faces in an order shuffled
    alike for everybody, as many as were read in half a minute. peak_memory_mb counts everything up
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


def run(trial: Trial) -> Outcome:
    """Measure in this process, which should be a fresh one."""
    weights = Path(trial.weights) if trial.weights else None
    try:
        contender = CONTENDERS[trial.contender](load_settings(), weights)
    except MoodmixError as error:
        return Outcome(trial.contender, reason=explain_error(error))
    cold_start_s = ms_per_photo = film_s = None
    if trial.photo and trial.film:
        photo, film = Path(trial.photo).read_bytes(), Path(trial.film)
        if contender.read_photo(photo):
            cold_start_s = time.time() - trial.started_s
            durations_s = [
                _seconds(lambda: contender.read_photo(photo)) for _ in range(_PHOTO_RUNS)
            ]
            ms_per_photo = statistics.median(durations_s) * 1000
        started_s = time.perf_counter()
        if contender.read_film(film):
            film_s = time.perf_counter() - started_s
    peak_memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    accuracy = read = ms_per_face = None
    if trial.data:
        faces = load_split(Path(trial.data), SPLIT)
        ms_per_face = time_per_face_ms(contender.engine, faces)
        accuracy, read = _accuracy(contender.engine, faces)
    return Outcome(
        trial.contender,
        None,
        accuracy,
        read,
        ms_per_face,
        ms_per_photo,
        film_s,
        cold_start_s,
        peak_memory_mb,
    )


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
    outcome = run(Trial(**json.load(sys.stdin)))
    print(json.dumps(asdict(outcome)))
