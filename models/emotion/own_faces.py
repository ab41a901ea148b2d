"""Somebody's own labelled faces as something to learn from, and what learning them was worth.

No torch here. Captures that follow each other are nearly the same picture, so a random split would
measure how well known pictures are remembered: the parts are apart in time instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import ErrorCode, OperationError
from models.emotion.face_set import LABELS, FaceSet
from models.emotion.material import Material, read_material
from models.emotion.recipes import Kind
from models.training.metrics import Scores, wilson_interval

LEAST_CAPTURES = 20
"""Fewer of one emotion are too few to learn it and to measure whether it was learned."""

LEAST_EMOTIONS = 2
HELD_OUT_OF = 4
"""The last one in so many captures of each emotion is measured on, and never learned from."""

GAP = 3
"""So many captures just before those are left out: they look too much like them."""

BLOCK = 5
"""So many captures in a row stay together where some watch over early stopping."""


@dataclass(frozen=True, slots=True)
class OwnParts:
    """The captures to learn from and those to measure on.

    few: emotions with too few captures, which are in neither part.
    """

    training: Material
    held_out: Material
    few: tuple[str, ...]


def read_own_faces(folder: Path) -> OwnParts:
    """Split a folder of captures per emotion, whose names are in the order they were taken.

    Raises OperationError: as ``load_faces``, and DATA_UNUSABLE where there are too few captures.
    """
    parts = split_by_time(read_material(folder, Kind.FACES).training)
    if len(LABELS) - len(parts.few) < LEAST_EMOTIONS:
        reason = (
            f"a network can only learn to tell emotions apart from {LEAST_CAPTURES} captures "
            f"or more of at least {LEAST_EMOTIONS} of them"
        )
        raise OperationError(ErrorCode.DATA_UNUSABLE, path=str(folder), reason=reason)
    return parts


def split_by_time(captures: Material) -> OwnParts:
    """Of each emotion the first captures to learn from, and the last to measure on.

    captures: in the order of time within each emotion. Blocks of captures in a row become the
    groups of the training part, so that holding out some of it keeps them together.
    """
    learned = np.zeros(len(captures), np.bool_)
    measured = np.zeros(len(captures), np.bool_)
    blocks = np.zeros(len(captures), np.int64)
    few = []
    for label, name in enumerate(captures.classes):
        places = np.flatnonzero(captures.labels == label)
        if len(places) < LEAST_CAPTURES:
            few.append(name)
            continue
        last = len(places) - len(places) // HELD_OUT_OF
        learned[places[: last - GAP]] = True
        measured[places[last:]] = True
        blocks[places] = label * len(captures) + np.arange(len(places)) // BLOCK
    ordered = replace(captures, groups=blocks)
    return OwnParts(ordered[learned], ordered[measured], tuple(few))


def as_faces(material: Material) -> FaceSet:
    """The same faces as engines are measured on."""
    return FaceSet(
        pixels=material.pixels[:, 0],
        labels=material.labels,
        names=tuple(str(place) for place in range(len(material))),
        votes=material.votes,
        favourite=material.favourite,
        agreed=np.zeros(len(material), np.bool_),
    )


@dataclass(frozen=True, slots=True)
class Gain:
    """What two engines read in the same faces, as class indices, and what is true: (n,) int64."""

    truth: NDArray[np.int64]
    before: NDArray[np.int64]
    after: NDArray[np.int64]

    @property
    def right_before(self) -> int:
        """Faces that the first engine read right."""
        return int((self.before == self.truth).sum())

    @property
    def right_after(self) -> int:
        """Faces that the second engine read right."""
        return int((self.after == self.truth).sum())

    @property
    def is_no_loss(self) -> bool:
        """Whether the second engine reads no fewer faces right."""
        return self.right_after >= self.right_before

    def as_json(self) -> dict[str, Any]:
        """Both engines' ``accuracy``, ``classes{}``…, intervals, and the faces won and lost."""
        told: dict[str, Any] = {}
        for name, read in (("before", self.before), ("after", self.after)):
            scores = Scores.of(self.truth, read, LABELS)
            right = int((read == self.truth).sum())
            interval = wilson_interval(right, len(self.truth))
            told[name] = {**scores.as_json(), "right": right, "interval_95": interval}
        won = (self.before != self.truth) & (self.after == self.truth)
        lost = (self.before == self.truth) & (self.after != self.truth)
        return {**told, "won": int(won.sum()), "lost": int(lost.sum())}

    def as_table(self) -> str:
        """One line for all faces and one per emotion, with 95 % intervals after Wilson."""
        lines = [f"{'':9} {'faces':>5}  {'before':22} {'after':22}".rstrip()]
        lines.append(self._line("all", np.ones(len(self.truth), np.bool_)))
        for label, name in enumerate(LABELS):
            of_class = self.truth == label
            if of_class.any():
                lines.append(self._line(name, of_class))
        told = self.as_json()
        lines.append(f"{told['won']} faces are newly read right, {told['lost']} newly wrong")
        return "\n".join(lines)

    def _line(self, name: str, chosen: NDArray[np.bool_]) -> str:
        count = int(chosen.sum())
        shares = [
            _share(int((read[chosen] == self.truth[chosen]).sum()), count)
            for read in (self.before, self.after)
        ]
        return f"{name:9} {count:5}  {shares[0]:22} {shares[1]:22}".rstrip()


def as_report(held_out: Gain, reference: Gain | None, few: tuple[str, ...]) -> Mapping[str, Any]:
    """Everything that was measured, to be written as JSON."""
    return {
        "held_out": held_out.as_json(),
        "reference": reference.as_json() if reference else None,
        "too_few_captures": list(few),
    }


def _share(right: int, count: int) -> str:
    low, high = wilson_interval(right, count)
    return f"{right / count:6.1%} ({low:.1%} to {high:.1%})"
