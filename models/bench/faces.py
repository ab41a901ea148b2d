"""The bench of face readers: every contender in a process of its own, one after the other."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from models.bench.contenders import CONTENDERS
from models.bench.material import Material
from models.bench.process import ask_process
from models.bench.trial import Outcome, Trial

LONGEST_TRIAL_S = 70.0
"""Four contenders stay below five minutes."""

_COLUMNS = ("", "accuracy", "faces", "ms/face", "ms/photo", "film s", "start s", "memory MB")


def run_trials(
    data: Path | None, material: Material | None, weights: Path | None
) -> Iterator[Outcome]:
    """Measure each contender in turn; one that cannot be had or fails has a reason instead."""
    for name in CONTENDERS:
        trial = Trial(
            contender=name,
            started_s=time.time(),
            weights=str(weights.resolve()) if weights else None,
            data=str(data.resolve()) if data else None,
            photo=str(material.photo) if material else None,
            film=str(material.film) if material else None,
        )
        yield _run(trial)


def _run(trial: Trial) -> Outcome:
    lines, reason = ask_process("models.bench.trial", asdict(trial), LONGEST_TRIAL_S)
    outcome = Outcome(**json.loads(lines[-1])) if lines else Outcome(trial.contender)
    return replace(outcome, reason=outcome.reason or reason)


def as_json(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """``contenders{name: what was measured}``."""
    return {"contenders": {each.contender: asdict(each) for each in outcomes}}


def as_text(outcomes: Sequence[Outcome]) -> str:
    """A table with one line a contender, then who is missing and why."""
    rows = [_COLUMNS, *(_row(each) for each in outcomes if each.has_figures)]
    table = [f"{name:<14}" + "".join(f"{cell:>10}" for cell in cells) for name, *cells in rows]
    missing = [f"{each.contender}: {each.reason}" for each in outcomes if each.reason]
    return "\n".join(table + ([""] if missing else []) + missing)


def _row(outcome: Outcome) -> tuple[str, ...]:
    def cell(value: float | None, form: str) -> str:
        return "–" if value is None else format(value, form)

    return (
        outcome.contender,
        cell(outcome.accuracy, ".1%"),
        cell(outcome.faces, "d"),
        cell(outcome.ms_per_face, ".2f"),
        cell(outcome.ms_per_photo, ".0f"),
        cell(outcome.film_s, ".2f"),
        cell(outcome.cold_start_s, ".2f"),
        cell(outcome.peak_memory_mb, ".0f"),
    )
