"""CK+48 as sequences: the last three frames of each posed expression, with class and subject.

Lucey et al., "The Extended Cohn-Kanade Dataset (CK+)", CVPR Workshops 2010; the 48x48 version has
118 subjects, 327 sequences and seven classes, contempt among them and neutral not.
"""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from numpy.typing import NDArray

CK_LABELS = ("anger", "contempt", "disgust", "fear", "happy", "sadness", "surprise")
"""The folders of the archive, in the class order of what is trained on it."""

FRAMES_PER_SEQUENCE = 3
FACE_SIZE_PX = 48


@dataclass(frozen=True, slots=True)
class SequenceSet:
    """Sequences of frames in order of time.

    pixels: (n, frames, 48, 48) uint8 grey; labels: (n,) int64 index into ``CK_LABELS``;
    groups: (n,) int64, equal for what shows the same subject.
    """

    pixels: NDArray[np.uint8]
    labels: NDArray[np.int64]
    groups: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, chosen: NDArray[np.bool_]) -> SequenceSet:
        return SequenceSet(self.pixels[chosen], self.labels[chosen], self.groups[chosen])

    def as_single_frames(self) -> SequenceSet:
        """Every frame as a sequence of its own, (n * frames, 1, 48, 48)."""
        frames = self.pixels.shape[1]
        return SequenceSet(
            self.pixels.reshape(-1, 1, *self.pixels.shape[2:]),
            np.repeat(self.labels, frames),
            np.repeat(self.groups, frames),
        )


def load_sequences(archive: Path) -> SequenceSet:
    """Read every sequence of ``ck48.zip``, in order of class, subject and sequence.

    Raises OSError or zipfile.BadZipFile where it is no archive, and ValueError where a name, a size
    or the number of frames is not that of CK+48.
    """
    frames: dict[tuple[int, str, str], list[tuple[int, NDArray[np.uint8]]]] = defaultdict(list)
    with zipfile.ZipFile(archive) as files:
        for name in sorted(files.namelist()):
            if name.endswith(".png"):
                label, subject, sequence, number = _parts(name)
                with Image.open(io.BytesIO(files.read(name))) as image:
                    pixels = np.asarray(image.convert("L"))
                if pixels.shape != (FACE_SIZE_PX, FACE_SIZE_PX):
                    raise ValueError(f"{name} is not {FACE_SIZE_PX} pixels square")
                frames[label, subject, sequence].append((number, pixels))
    if not frames or any(len(found) != FRAMES_PER_SEQUENCE for found in frames.values()):
        raise ValueError(f"{archive} does not hold sequences of {FRAMES_PER_SEQUENCE} frames")
    keys = sorted(frames)
    _, groups = np.unique([subject for _, subject, _ in keys], return_inverse=True)
    in_time = [[pixels for _, pixels in sorted(frames[key], key=lambda f: f[0])] for key in keys]
    return SequenceSet(
        pixels=np.array(in_time, np.uint8),
        labels=np.array([label for label, _, _ in keys], np.int64),
        groups=np.asarray(groups, np.int64),
    )


def _parts(name: str) -> tuple[int, str, str, int]:
    """Class, subject, sequence and frame number of ``…/happy/S010_006_00000013.png``."""
    path = PurePosixPath(name)
    try:
        subject, sequence, number = path.stem.split("_")
        return CK_LABELS.index(path.parent.name), subject, sequence, int(number)
    except ValueError as error:
        raise ValueError(f"{name} is not named like a frame of CK+48") from error


def subject_folds(sequences: SequenceSet, folds: int, seed: int) -> NDArray[np.int64]:
    """(n,) the fold of each sequence, in [0, folds): subjects whole, classes as even as they allow.

    Subjects come in random order, those with most sequences first, each to the fold that stays
    nearest to its share of every class. Raises ValueError for more folds than subjects.
    """
    subjects = int(sequences.groups.max()) + 1
    if not 1 < folds <= subjects:
        raise ValueError(f"between 2 and {subjects} folds, not {folds}")
    classes = int(sequences.labels.max()) + 1
    counts = np.zeros((subjects, classes), np.int64)
    np.add.at(counts, (sequences.groups, sequences.labels), 1)
    shuffled = np.random.default_rng(seed).permutation(subjects)
    order = shuffled[np.argsort(-counts[shuffled].sum(axis=1), kind="stable")]
    # rare classes weigh as much as common ones, and so does the size of a fold
    wanted = np.append(counts.sum(axis=0), counts.sum()) / folds
    filled = np.zeros((folds, classes + 1))
    fold_of = np.empty(subjects, np.int64)
    for subject in order:
        added = np.append(counts[subject], counts[subject].sum())
        change = (filled + added - wanted) ** 2 - (filled - wanted) ** 2
        fold_of[subject] = np.argmin((change / wanted**2).sum(axis=1))
        filled[fold_of[subject]] += added
    return np.asarray(fold_of[sequences.groups], np.int64)
