"""The bench of music readers: every contender in a process of its own, on one core.

``python -m models.bench.music`` is that process: it takes a ``Trial`` as JSON on standard input and
prints an ``Outcome``.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from bot.presenters.words import explain_error
from core.domain.errors import MoodmixError
from core.inference.media.audio import decode_audio
from models.bench.listeners import FULL_RATE_HZ, LISTENERS
from models.bench.process import ask_process

CLIP_S = 30
_LONGEST_TRIAL_S = 300.0
_LONGEST_ENDURANCE_S = 1_800.0
_RUNS, _RUNS_S = 5, 5.0
_STAGES = ("decode", "features", "descriptors", "network", "total")
_COLUMNS = (*(f"{stage} ms" for stage in _STAGES), "first s", "memory MB")


@dataclass(frozen=True, slots=True)
class Trial:
    """What to measure: the clip's path as text; clips: how many times over, for memory."""

    contender: str
    clip: str
    clips: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was measured, in one process bound to one core; reason says why something is missing.

    cpu_ms: processor time by stage in milliseconds, the median of five warm runs or of as many as
    fit in five seconds; first_s: the same for loading and the first run; peak_memory_mb: after the
    warm runs; memory_mb: in use after so many clips.
    """

    contender: str
    reason: str | None = None
    cpu_ms: dict[str, float] = field(default_factory=dict)
    first_s: float | None = None
    peak_memory_mb: float | None = None
    memory_mb: dict[str, float] = field(default_factory=dict)


def write_clip(song: Path, folder: Path) -> Path:
    """The middle half minute of a song, repeated where it is shorter, as MP3 at 44.1 kHz.

    Raises MediaError where the song cannot be read.
    """
    import soundfile  # noqa: PLC0415 - only the clip needs it

    samples = decode_audio(song.read_bytes(), FULL_RATE_HZ)
    wanted = CLIP_S * FULL_RATE_HZ
    start = max(0, samples.size - wanted) // 2
    clip = folder / "clip.mp3"
    soundfile.write(clip, np.resize(samples[start:], wanted), FULL_RATE_HZ, format="MP3")
    return clip


def run_trials(clip: Path, clips: int = 0) -> Iterator[Outcome]:
    """Measure each contender in turn; one that cannot be had or fails has a reason instead."""
    for name in LISTENERS:
        trial = Trial(name, str(clip.resolve()), clips if name == "moodmix" else 0)
        longest_s = _LONGEST_ENDURANCE_S if trial.clips else _LONGEST_TRIAL_S
        with _one_core():
            lines, reason = ask_process("models.bench.music", asdict(trial), longest_s)
        outcome = Outcome(**json.loads(lines[-1])) if lines else Outcome(name)
        yield replace(outcome, reason=outcome.reason or reason)


@contextlib.contextmanager
def _one_core() -> Iterator[None]:
    """Processes started meanwhile know of one core only, so that no library starts threads."""
    if not hasattr(os, "sched_setaffinity"):  # macOS and Windows
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def measure(trial: Trial) -> Iterator[Outcome]:
    """Measure in this process, which should be a fresh one; each outcome holds the one before."""
    started_s = time.process_time()
    try:
        stages = LISTENERS[trial.contender](Path(trial.clip))
        stages["total"]()
    except MoodmixError as error:
        yield Outcome(trial.contender, reason=explain_error(error))
        return
    first_s = time.process_time() - started_s
    spent_ms = {name: _median_ms(action) for name, action in stages.items()}
    both = spent_ms.pop("features and network", None)
    if both is not None:
        spent_ms["network"] = max(0.0, both - spent_ms["features"])
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    outcome = Outcome(trial.contender, None, spent_ms, first_s, peak_mb)
    yield outcome
    memory_mb = {}
    for number in range(1, trial.clips + 1):
        stages["total"]()
        if number in {trial.clips // 10, trial.clips}:
            memory_mb[str(number)] = _memory_in_use_mb()
    if memory_mb:
        yield replace(outcome, memory_mb=memory_mb)


def _median_ms(action: Callable[[], object]) -> float:
    runs_s: list[float] = []
    while len(runs_s) < _RUNS and sum(runs_s) < _RUNS_S:
        started_s = time.process_time()
        action()
        runs_s.append(time.process_time() - started_s)
    return statistics.median(runs_s) * 1000


def _memory_in_use_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def as_json(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """``clip_s`` and ``contenders{name: what was measured}``."""
    return {"clip_s": CLIP_S, "contenders": {each.contender: asdict(each) for each in outcomes}}


def as_text(outcomes: Sequence[Outcome]) -> str:
    """A table with one line a contender, what many clips left in memory, and who is missing."""
    measured = [each for each in outcomes if each.cpu_ms]
    rows = [("", *_COLUMNS), *((each.contender, *_cells(each)) for each in measured)]
    table = [f"{name:<10}" + "".join(f"{cell:>16}" for cell in cells) for name, *cells in rows]
    notes = [
        f"{each.contender}: {memory_mb:.0f} MB in use after {clips} clips"
        for each in measured
        for clips, memory_mb in each.memory_mb.items()
    ]
    notes += [f"{each.contender}: {each.reason}" for each in outcomes if each.reason]
    return "\n".join(table + ([""] if notes else []) + notes)


def _cells(outcome: Outcome) -> Iterator[str]:
    for stage in _STAGES:
        spent_ms = outcome.cpu_ms.get(stage)
        yield "–" if spent_ms is None else f"{spent_ms:.0f}"
    yield "–" if outcome.first_s is None else f"{outcome.first_s:.1f}"
    yield "–" if outcome.peak_memory_mb is None else f"{outcome.peak_memory_mb:.0f}"


if __name__ == "__main__":
    for so_far in measure(Trial(**json.load(sys.stdin))):
        print(json.dumps(asdict(so_far)), flush=True)
