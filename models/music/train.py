"""Making our music network: hear the clips, cross-validate, fit on all of them, export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import ErrorCode, OperationError
from core.inference.music.features import feature_names
from models.music.choosing import (
    MIDDLE,
    CrossValidated,
    Predictions,
    choose,
    cross_validate,
    mean_predictions,
)
from models.music.clips import Clips, Source, read_clips
from models.music.export import export
from models.music.hearing import Heard, hear_clips
from models.music.kernel import fit_network
from models.music.report import WHOLE, Measured, draw_evaluation, write_report
from models.music.splits import cut
from models.music.tasks import RATINGS, targets
from models.music.twins import with_twins_together

BASELINE_FAMILIES = ("mel", "cepstrum", "contrast", "chroma", "onset", "onsets", "major", "minor")
"""First words of the names of what the plain baseline hears: no rhythm, no loudness, no shape."""

REPORT_FOLDER = "report"


@dataclass(frozen=True, slots=True)
class Material:
    """What a network is made from; parts: (n,) the part that a clip is held out with."""

    clips: Clips
    heard: Heard
    parts: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Cross-validated: our network, a plain baseline and the mean predictor."""

    validated: CrossValidated
    ours: Measured
    baseline: Measured
    mean: Measured

    def as_text(self) -> str:
        """Every part of ours, the sums of the other two."""
        told = {
            "our network": self.ours.as_text(),
            f"plain baseline, {len(_baseline_columns())} features": self.baseline.as_text({WHOLE}),
            "mean predictor": self.mean.as_text({WHOLE}),
        }
        return "\n\n".join(f"{name}\n{text}" for name, text in told.items())


def read_material(data: Path, out: Path) -> Material:
    """Read and hear every clip; raises OperationError as ``read_clips`` and ``hear_clips``.

    DATA_UNUSABLE as well where one of the three collections is missing.
    """
    clips = read_clips(data)
    missing = [f"{source}.csv" for source in Source if not clips.of(source).any()]
    if missing:
        reason = f"training needs all three tables, and {' and '.join(missing)} tells of no clip"
        raise OperationError(ErrorCode.DATA_UNUSABLE, path=str(data), reason=reason)
    heard = hear_clips(data, clips.files, out / "heard")
    clips = with_twins_together(clips, heard.mel)
    return Material(clips, heard, cut(clips))


def compare(material: Material) -> Comparison:
    """Cross-validate ours, the baseline and the mean predictor on the same parts."""
    clips, features, parts = material.clips, material.heard.features, material.parts
    validated = cross_validate(features, clips, parts)
    baseline = cross_validate(features[:, _baseline_columns()], clips, parts, MIDDLE)

    def measured(predictions: Predictions) -> Measured:
        return Measured.of(clips, predictions, parts)

    return Comparison(
        validated,
        measured(validated.predictions),
        measured(baseline.predictions),
        measured(mean_predictions(clips, parts)),
    )


def report(material: Material, comparison: Comparison, out: Path) -> Path:
    """Write and draw what the comparison came to; returns the folder."""
    folder, title = out / REPORT_FOLDER, "cross-validated, artists held out"
    facts = {
        "settings": [_plain(settings) for settings in comparison.validated.settings],
        "baseline": comparison.baseline.as_json(),
        "mean_predictor": comparison.mean.as_json(),
    }
    predictions = comparison.validated.predictions
    picture = draw_evaluation(title, material.clips, predictions, comparison.ours)
    write_report(folder, comparison.ours, facts, picture)
    return folder


def fit_and_export(material: Material, comparison: Comparison, out: Path) -> float:
    """Fit on every clip, with settings chosen over all parts; returns as ``export``."""
    clips, features = material.clips, material.heard.features
    settings = choose(features, clips, material.parts)
    network = fit_network(features, targets(clips), settings)
    spread = [comparison.ours.ratings[WHOLE, task].rmse.value for task in RATINGS]
    return export(network, spread, comparison.ours, features, out)


def _baseline_columns() -> NDArray[np.int64]:
    families = [name.split("_")[0] for name in feature_names()]
    return np.flatnonzero([family in BASELINE_FAMILIES for family in families])


def _plain(settings: Mapping[str, object]) -> dict[str, object]:
    return {str(task): asdict(setting) for task, setting in settings.items()}  # type: ignore[call-overload]
