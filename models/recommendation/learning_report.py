"""What simulated listeners gained from learning, in numbers, words and a picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

from core.domain.mix import MIX_LENGTH
from models.recommendation.listeners import UNMOVED
from models.recommendation.simulate import THUMBS, Course
from models.training.plots import DPI, as_png

_NORMAL_95 = 1.96
_SHADE = 0.2


@dataclass(frozen=True, slots=True)
class LearningReport:
    """Means over listeners, each kind counting the same but for those in UNMOVED, who are left out.

    All arrays: (2, rounds), without and with learning.

    thumbs: given before each list, (rounds,); hits and half_width: mean hit rate at 5 and half of
    its 95 % interval; off_mood: distance from where the lists aimed; at_least_one: the share of
    lists with a hit; by_kind: hits of each kind.
    """

    thumbs: NDArray[np.int64]
    hits: NDArray[np.float64]
    half_width: NDArray[np.float64]
    off_mood: NDArray[np.float64]
    at_least_one: NDArray[np.float64]
    by_kind: Mapping[str, NDArray[np.float64]]

    @classmethod
    def of(cls, courses: Mapping[str, Course]) -> Self:
        """Average over listeners, then over kinds."""
        kinds = [course for name, course in courses.items() if name not in UNMOVED]
        variance = [course.hits.var(0, ddof=1) / len(course.hits) for course in kinds]
        rounds = kinds[0].hits.shape[-1]
        return cls(
            thumbs=np.arange(rounds) * MIX_LENGTH,
            hits=np.mean([course.hits.mean(0) for course in kinds], 0),
            half_width=_NORMAL_95 * np.sqrt(np.sum(variance, 0)) / len(kinds),
            off_mood=np.mean([course.off_mood.mean(0) for course in kinds], 0),
            at_least_one=np.mean([(course.hits > 0).mean(0) for course in kinds], 0),
            by_kind={name: course.hits.mean(0) for name, course in courses.items()},
        )

    @property
    def rises(self) -> NDArray[np.float64]:
        """(rounds,) how much more listeners like with learning, as a share."""
        return _rise(self.hits)

    @property
    def after_thumbs(self) -> float:
        """The rise of the list that comes after ``THUMBS`` thumbs."""
        return float(self.rises[self.thumbs == THUMBS][0])

    def rise_of(self, kind: str) -> float:
        """The rise of one kind from ``THUMBS`` thumbs on; 0 where nothing is ever liked."""
        return float(_rise(self.by_kind[kind][:, self.thumbs >= THUMBS].mean(1)))

    def worst_of(self, kind: str) -> float:
        """The rise of one kind over its whole course, which is negative where learning harms."""
        return float(_rise(self.by_kind[kind].mean(1)))

    def as_json(self) -> dict[str, Any]:
        """Everything, by thumbs."""
        return {
            "thumbs": self.thumbs.tolist(),
            "hit_rate_at_5": {
                name: {"mean": self.hits[row].tolist(), "half_width": self.half_width[row].tolist()}
                for row, name in enumerate(("fixed", "learned"))
            },
            "rise": self.rises.tolist(),
            "rise_after_20_thumbs": self.after_thumbs,
            "at_least_one_hit": dict(
                zip(("fixed", "learned"), self.at_least_one.tolist(), strict=True)
            ),
            "distance_from_mood": dict(
                zip(("fixed", "learned"), self.off_mood.mean(1).tolist(), strict=True)
            ),
            "kinds": {
                kind: {
                    "fixed": hits[0].tolist(),
                    "learned": hits[1].tolist(),
                    "rise_from_20_thumbs": self.rise_of(kind),
                    "rise_over_all": self.worst_of(kind),
                }
                for kind, hits in self.by_kind.items()
            },
        }

    def as_text(self) -> str:
        """The curve, then what each kind of listener gained."""
        lines = [f"{'thumbs':>8}{'fixed':>16}{'learned':>16}{'rise':>9}"]
        for column, thumbs in enumerate(self.thumbs):
            cells = "".join(
                f"{f'{self.hits[row, column]:.3f} ± {self.half_width[row, column]:.3f}':>16}"
                for row in (0, 1)
            )
            lines.append(f"{thumbs:>8}{cells}{self.rises[column]:>+9.1%}")
        lines += ["", f"{'listener':<20}{'fixed':>8}{'learned':>9}{'rise':>9}{'over all':>10}"]
        for kind, hits in self.by_kind.items():
            later = hits[:, self.thumbs >= THUMBS].mean(1)
            lines.append(
                f"{kind:<20}{later[0]:>8.3f}{later[1]:>9.3f}"
                f"{self.rise_of(kind):>+9.1%}{self.worst_of(kind):>+10.1%}"
            )
        far = self.off_mood.mean(1)
        lines += [
            "",
            f"the curve leaves out: {', '.join(sorted(UNMOVED & self.by_kind.keys()))}",
            f"fixed, learned, rise: from {THUMBS} thumbs on; over all: from the first list on",
            f"distance from the mood aimed at: {far[0]:.2f} fixed, {far[1]:.2f} learned",
        ]
        return "\n".join(lines)


def draw_learning(report: LearningReport) -> bytes:
    """The curves with their intervals, and one small curve for each kind, PNG."""
    figure = Figure(figsize=(11, 5), dpi=DPI, layout="constrained")
    left, right = figure.subplots(1, 2)
    for row, (name, colour) in enumerate((("without learning", "0.45"), ("learning", "#1f5fa8"))):
        mean, half = report.hits[row], report.half_width[row]
        left.plot(report.thumbs, mean, color=colour, marker="o", label=name)
        left.fill_between(report.thumbs, mean - half, mean + half, color=colour, alpha=_SHADE)
    left.axvline(THUMBS, color="0.7", linestyle=":", linewidth=1)
    left.set(xlabel="thumbs given", ylabel="hit rate at 5", ylim=(0, 1))
    left.set_title("all listeners, with 95 % intervals", fontsize=10)
    left.legend(loc="lower right")
    for kind, hits in report.by_kind.items():
        right.plot(report.thumbs, hits[1] - hits[0], marker=".", label=kind)
    right.axhline(0, color="0.4", linewidth=1)
    right.set(xlabel="thumbs given", ylabel="gain in hit rate at 5")
    right.set_title("by kind of listener", fontsize=10)
    right.legend(fontsize=8, ncols=4, loc="upper center", bbox_to_anchor=(0.5, -0.12))
    return as_png(figure)


def _rise(hits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Learned by fixed, less 1, along the first axis; 0 where nothing is liked without learning."""
    fixed, learned = hits
    return np.where(fixed > 0, learned / np.maximum(fixed, np.finfo(float).tiny), 1.0) - 1
