"""Labelled faces in memory, and the words for their classes.

All faces are kept as 48x48 grey bytes, so a hundred thousand of them take 230 MB.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, OperationError

LABELS = tuple(emotion.value for emotion in Emotion)
"""Class order of every label and probability here."""

FACE_SIZE_PX = 48
NO_FAVOURITE = -1

_SYNONYMS: Mapping[Emotion, frozenset[str]] = MappingProxyType(
    {
        Emotion.ANGRY: frozenset({"angry", "anger"}),
        Emotion.DISGUST: frozenset({"disgust", "disgusted"}),
        Emotion.FEAR: frozenset({"fear", "fearful", "afraid", "scared"}),
        Emotion.HAPPY: frozenset({"happy", "happiness", "joy"}),
        Emotion.SAD: frozenset({"sad", "sadness"}),
        Emotion.SURPRISE: frozenset({"surprise", "surprised"}),
        Emotion.NEUTRAL: frozenset({"neutral"}),
    }
)
_PICTURE_LIMIT_BYTES = 32 * 2**20


class UnusableError(Exception):
    """The reason why a source holds no usable faces; never leaves ``models.emotion.data``."""


@dataclass(frozen=True, slots=True)
class FaceSet:
    """Faces of one split.

    pixels: (n, 48, 48) uint8 grey; labels: (n,) int64 index into ``LABELS``;
    names: the file each face came from (CK+'s say whose it is), or its index among the mosaics'
    tiles. FER+, where the data has it: votes: (n, 7) float32, votes per class summing to 1, or all
    0 where nobody chose one of the seven; favourite: (n,) int64, the class with the most votes, or
    ``NO_FAVOURITE`` where that is none of the seven or not one alone; agreed: (n,) bool, whether
    more than half of the votes are for the favourite, single ones not counted (Barsoum's majority).
    """

    pixels: NDArray[np.uint8]
    labels: NDArray[np.int64]
    names: tuple[str, ...]
    votes: NDArray[np.float32]
    favourite: NDArray[np.int64]
    agreed: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.labels)

    @classmethod
    def of(
        cls,
        faces: Sequence[NDArray[np.uint8]],
        emotions: Sequence[Emotion],
        names: Sequence[str],
        ballots: NDArray[np.float32] | None = None,
    ) -> FaceSet:
        """Pack (48, 48) faces; ballots: (n, 7 or more) counts, others' after the seven classes'."""
        count, classes = len(faces), len(LABELS)
        if ballots is None:
            ballots = np.zeros((count, classes), np.float32)
        seven = ballots[:, :classes]
        most = ballots.max(axis=1, initial=0.0)
        alone = (ballots == most[:, None]).sum(axis=1) == 1
        first = ballots.argmax(axis=1)
        favourite = np.where(alone & (first < classes), first, NO_FAVOURITE)
        seconded = np.where(ballots > 1, ballots, 0.0).sum(axis=1)
        return cls(
            pixels=np.array(faces, np.uint8).reshape(count, FACE_SIZE_PX, FACE_SIZE_PX),
            labels=np.array([LABELS.index(emotion) for emotion in emotions], np.int64),
            names=tuple(names),
            votes=seven / np.maximum(seven.sum(axis=1, keepdims=True), 1.0),
            favourite=favourite,
            agreed=(favourite != NO_FAVOURITE) & (most > 1) & (2 * most > seconded),
        )


@dataclass(frozen=True, slots=True)
class FaceData:
    """Everything a folder holds: its splits, and what was left out and why.

    broken: pictures that do not open; strangers: faces per class that is none of the seven. Raises
    UnusableError where not a single face is left.
    """

    splits: Mapping[str, FaceSet]
    broken: tuple[str, ...] = ()
    strangers: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not any(len(faces) for faces in self.splits.values()):
            bad = len(self.broken)
            raise UnusableError(f"all {bad} pictures are damaged" if bad else "it is empty")


def emotion_named(name: str) -> Emotion | None:
    """The expression that a class or folder name means; None for any other, such as contempt."""
    plain = name.strip().lower()
    return next((emotion for emotion, names in _SYNONYMS.items() if plain in names), None)


def open_grey(file: Traversable) -> NDArray[np.uint8] | None:
    """The picture as (height, width) uint8, or None where it does not open."""
    try:
        with file.open("rb") as handle:
            content = handle.read(_PICTURE_LIMIT_BYTES + 1)
        if len(content) > _PICTURE_LIMIT_BYTES:
            return None
        with Image.open(io.BytesIO(content)) as image:
            image.draft("L", (FACE_SIZE_PX, FACE_SIZE_PX))
            return np.asarray(image.convert("L"))
    except Exception:  # noqa: BLE001 - decoders raise whatever a damaged file leads them into
        return None


def choose_split(known: list[str], wanted: str | None) -> list[str]:
    """All splits, or the wanted one alone; raises OperationError (SPLIT_UNKNOWN)."""
    if wanted is None:
        return known
    if wanted not in known:
        raise OperationError(
            ErrorCode.SPLIT_UNKNOWN, split=wanted, known=", ".join(known) or "none"
        )
    return [wanted]
