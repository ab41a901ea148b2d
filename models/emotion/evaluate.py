"""Reading whole sets of labelled faces with one engine, as at run time."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from core.inference.emotion.engine import EmotionEngine
from models.emotion.face_set import LABELS, NO_FAVOURITE, FaceSet
from models.training.metrics import (
    ReliabilityBin,
    Scores,
    expected_calibration_error,
    reliability,
)

_BATCH = 64
_TIMED_FACES = 200
_WARM_UP_FACES = 10


@runtime_checkable
class VoteReader(Protocol):
    """An engine that also tells how many people would vote for which expression."""

    def read_votes(self, faces: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        """Expected share of votes, (n, 7) float32 in the order of ``Emotion``, rows sum to 1."""
        ...


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often an engine's favourite is the FER+ voters', and that over their majorities alone."""

    accuracy: float
    faces: int
    majority_accuracy: float
    majority_faces: int

    def as_json(self) -> dict[str, float]:
        """``accuracy``, ``n``, ``majority_accuracy`` and ``majority_n``."""
        return {
            "accuracy": self.accuracy,
            "n": self.faces,
            "majority_accuracy": self.majority_accuracy,
            "majority_n": self.majority_faces,
        }


@dataclass(frozen=True, slots=True)
class Readings:
    """What an engine said about faces, and what is true of them.

    probabilities, votes: (n, 7) float32; labels, favourite: (n,) int64 and agreed: (n,) bool as in
    ``FaceSet``.
    """

    probabilities: NDArray[np.float32]
    votes: NDArray[np.float32]
    labels: NDArray[np.int64]
    favourite: NDArray[np.int64]
    agreed: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.labels)

    @classmethod
    def joined(cls, parts: Sequence[Readings]) -> Readings:
        """The readings of several sets as those of one."""
        return cls(
            np.concatenate([part.probabilities for part in parts]),
            np.concatenate([part.votes for part in parts]),
            np.concatenate([part.labels for part in parts]),
            np.concatenate([part.favourite for part in parts]),
            np.concatenate([part.agreed for part in parts]),
        )

    def by_ferplus(self) -> Readings:
        """Only faces with a FER+ favourite among the seven, which becomes their label."""
        known = self.favourite != NO_FAVOURITE
        return Readings(
            self.votes[known],
            self.votes[known],
            self.favourite[known],
            self.favourite[known],
            self.agreed[known],
        )

    @property
    def scores(self) -> Scores:
        """Right and wrong, per class."""
        return Scores.of(self.labels, self.probabilities.argmax(axis=1), LABELS)

    @property
    def calibration_error(self) -> float:
        """Expected calibration error, in [0, 1]."""
        return expected_calibration_error(self.probabilities, self.labels)

    @property
    def reliability(self) -> tuple[ReliabilityBin, ...]:
        """How often the engine is right at each confidence."""
        return reliability(self.probabilities, self.labels)

    @property
    def ferplus_agreement(self) -> Agreement | None:
        """Over the faces with a FER+ favourite among the seven; None where there is none."""
        known = self.by_ferplus()
        if not len(known):
            return None
        right = known.votes.argmax(axis=1) == known.labels
        majority = right[known.agreed]
        share = float(majority.mean()) if len(majority) else 0.0
        return Agreement(float(right.mean()), len(right), share, len(majority))

    def as_json(self) -> dict[str, Any]:
        """``accuracy``, ``macro_f1``, ``ece``, ``classes{}``, ``n``, and ``ferplus{}`` if known."""
        report = {**self.scores.as_json(), "ece": self.calibration_error}
        agreement = self.ferplus_agreement
        return {**report, "ferplus": agreement.as_json()} if agreement else report


def read_faces(
    engine: EmotionEngine, faces: FaceSet, on_read: Callable[[int], object] = lambda _: None
) -> Readings:
    """Have the engine read every face; ``on_read`` is told how many more are done.

    Votes are the engine's own where it is a ``VoteReader``, else its probabilities.
    """
    probabilities, votes = [], []
    for start in range(0, len(faces), _BATCH):
        batch = list(faces.pixels[start : start + _BATCH])
        read = engine.read(batch)
        probabilities.append(read)
        votes.append(engine.read_votes(batch) if isinstance(engine, VoteReader) else read)
        on_read(len(batch))
    empty = [np.zeros((0, len(LABELS)), np.float32)]
    return Readings(
        np.concatenate(empty + probabilities),
        np.concatenate(empty + votes),
        faces.labels,
        faces.favourite,
        faces.agreed,
    )


def score(engine: EmotionEngine, faces: FaceSet) -> Scores:
    """Read every face as at run time and compare with its label."""
    return read_faces(engine, faces).scores


def time_per_face_ms(engine: EmotionEngine, faces: FaceSet) -> float:
    """Median time of reading one face alone, after a warm-up; faces must not be empty."""
    durations_s = []
    for number in range(_WARM_UP_FACES + _TIMED_FACES):
        face = [faces.pixels[number % len(faces)]]
        started = time.perf_counter()
        engine.read(face)
        durations_s.append(time.perf_counter() - started)
    return float(np.median(durations_s[_WARM_UP_FACES:]) * 1000)
