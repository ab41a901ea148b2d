"""What a network learns from and is measured on: labelled faces in parts, no subject in two.

No torch here. Faces may be single pictures or short sequences, whose frames are the channels.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import ErrorCode, OperationError
from models.emotion.data import WHOLE, load_faces
from models.emotion.face_set import LABELS, NO_FAVOURITE, FaceSet
from models.emotion.recipes import Kind
from models.emotion.sequences import CK_LABELS, SequenceSet, load_sequences, subject_folds

HELD_OUT_OF = 5
"""One in so many faces is kept for validation where the data name no such part."""
TUNING_OUT_OF = 10
"""One in so many training faces watches over early stopping."""

_TRAINING_NAMES = ("train", "training")
_VALIDATION_NAMES = ("validation", "valid", "val", "test")
_CK_NAME = re.compile(r"(S\d{3})_\d{3}_\d{8}\.png$")


@dataclass(frozen=True, slots=True)
class Material:
    """Labelled faces.

    pixels: (n, frames, 48, 48) uint8 grey; labels: (n,) int64 index into ``classes``;
    votes: (n, classes) float32, FER+ shares, all 0 where nobody voted; favourite: (n,) int64, the
    class with most votes or -1; groups: (n,) int64, equal for what shows the same subject, each
    face its own where subjects are unknown.
    """

    pixels: NDArray[np.uint8]
    labels: NDArray[np.int64]
    votes: NDArray[np.float32]
    favourite: NDArray[np.int64]
    groups: NDArray[np.int64]
    classes: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, chosen: NDArray[np.bool_]) -> Material:
        return Material(
            self.pixels[chosen],
            self.labels[chosen],
            self.votes[chosen],
            self.favourite[chosen],
            self.groups[chosen],
            self.classes,
        )

    @property
    def told(self) -> str:
        """How many faces there are of each class that has some, for the person who watches."""
        counts = Counter(self.classes[label] for label in self.labels)
        return ", ".join(f"{name} {counts[name]}" for name in self.classes if counts[name])

    @property
    def has_votes(self) -> bool:
        """Whether annotators voted beside the labels."""
        return bool(self.votes.any())

    def folds(self, count: int, seed: int) -> NDArray[np.int64]:
        """(n,) the fold of each face, in [0, count): subjects whole, classes spread evenly.

        Raises OperationError (DATA_UNUSABLE) where there are fewer subjects than folds.
        """
        subjects, groups = np.unique(self.groups, return_inverse=True)
        _, present = np.unique(self.labels, return_inverse=True)
        if len(subjects) < count:
            reason = f"{count} parts need at least as many people or pictures, not {len(subjects)}"
            raise OperationError(ErrorCode.DATA_UNUSABLE, path="the training part", reason=reason)
        return subject_folds(SequenceSet(self.pixels, present, groups), count, seed)

    def each_its_own(self) -> Material:
        """The same faces as if nobody were known to be on two of them: what lets splits leak."""
        return replace(self, groups=np.arange(len(self)))

    def hold_out(self, out_of: int, seed: int) -> tuple[Material, Material]:
        """All but one in ``out_of`` faces, and those; fewer faces give a larger share."""
        folds = self.folds(max(2, min(out_of, len(np.unique(self.groups)))), seed)
        return self[folds != 0], self[folds == 0]


@dataclass(frozen=True, slots=True)
class Source:
    """All splits that a folder or zip has, and the faces per class that were left out."""

    path: Path
    splits: Mapping[str, Material]
    left_out: Mapping[str, int]

    @property
    def training(self) -> Material:
        """The part to learn from, the only one there is whatever its name.

        Raises OperationError (DATA_UNUSABLE) where there are several, and none is named so.
        """
        if len(self.splits) == 1:
            return next(iter(self.splits.values()))
        for name in _TRAINING_NAMES:
            if name in self.splits:
                return self.splits[name]
        reason = f"it has no part to train on, only {', '.join(self.splits)}"
        raise OperationError(ErrorCode.DATA_UNUSABLE, path=str(self.path), reason=reason)

    def each_its_own(self) -> Source:
        """The same faces as if nobody were known to be on two of them."""
        splits = {name: material.each_its_own() for name, material in self.splits.items()}
        return replace(self, splits=splits)

    def training_and_validation(self, seed: int) -> tuple[Material, Material]:
        """The part to learn from and the part to measure on, by which nothing is chosen.

        Where the data name no validation part, one in five faces is held out, subjects whole.
        """
        for name in _VALIDATION_NAMES:
            if name in self.splits and len(self.splits) > 1:
                return self.training, self.splits[name]
        return self.training.hold_out(HELD_OUT_OF, seed)


def read_material(source: Path, kind: Kind) -> Source:
    """Read a folder or zip; raises OperationError as ``data.load_faces`` does."""
    if kind is Kind.FACES:
        found = load_faces(source)
        splits = {name: _of_faces(faces) for name, faces in found.splits.items()}
        return Source(source, splits, found.strangers)
    try:
        sequences = load_sequences(source)
    except (ValueError, zipfile.BadZipFile) as error:
        reason = f"it is no archive of CK+48 ({error})"
        raise OperationError(ErrorCode.DATA_UNUSABLE, path=str(source), reason=reason) from error
    except OSError as error:
        raise OperationError(
            ErrorCode.FILE_NOT_READABLE, path=str(source), reason=error.strerror or "unknown"
        ) from error
    chosen = sequences if kind is Kind.CK_SEQUENCES else sequences.as_single_frames()
    votes = np.zeros((len(chosen), len(CK_LABELS)), np.float32)
    nobody = np.full(len(chosen), NO_FAVOURITE)
    whole = Material(chosen.pixels, chosen.labels, votes, nobody, chosen.groups, CK_LABELS)
    return Source(source, {WHOLE: whole}, {})


def _of_faces(faces: FaceSet) -> Material:
    found = [_CK_NAME.search(name) for name in faces.names]
    people = [match[1] if match else f"{place}" for place, match in enumerate(found)]
    _, groups = np.unique(people, return_inverse=True)
    return Material(
        faces.pixels[:, None], faces.labels, faces.votes, faces.favourite, groups, LABELS
    )
