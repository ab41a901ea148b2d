"""The bench of face readers: every contender in a process of its own, one after the other."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from models.bench.contenders import CONTENDERS
from models.bench.material import Material
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
    try:
        finished = subprocess.run(
            [sys.executable, "-P", "-m", "models.bench.trial"],
            input=json.dumps(asdict(trial)),
            capture_output=True,
            text=True,
            timeout=LONGEST_TRIAL_S,
            check=True,
        )
        return Outcome(**json.loads(finished.stdout.splitlines()[-1]))
    except subprocess.TimeoutExpired:
        reason = f"It was not done within {LONGEST_TRIAL_S:g} seconds."
    except subprocess.CalledProcessError as error:
        last = (error.stderr.strip() or "no word").splitlines()[-1]
        reason = f"It failed: {last}"
    return Outcome(trial.contender, reason=reason)


def as_json(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """``contenders{name: what was measured}``."""
    return {"contenders": {each.contender: asdict(each) for each in outcomes}}


def as_text(outcomes: Sequence[Outcome]) -> str:
    """A table with one line a contender, then who is missing and why."""
    rows = [_COLUMNS, *(_row(each) for each in outcomes if each.reason is None)]
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
