"""Labelled faces from a folder or a zip, in the two shapes the field hands them out.

- **Mosaics**: ``labels.csv`` (``index,split,label`` and, where there are any, ``ferplus_*``) beside
  ``mosaic_NN.webp``, 40x40 faces of 48 px each, row by row; face ``index`` is tile ``index % 1600``
  of mosaic ``index // 1600``. Goodfellow et al., "Challenges in Representation Learning", ICML 2013
  (FER2013); Barsoum et al., "Training Deep Networks for Facial Expression Recognition with
  Crowd-Sourced Label Distribution", ICMI 2016 (FER+ votes).
- **Class folders**: one folder per expression, holding pictures of one face each at any depth,
  either at the top or below one folder per split (``train``, ``test``…).

All faces are kept as 48x48 grey bytes, so a hundred thousand of them take 230 MB.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, OperationError

LABELS = tuple(emotion.value for emotion in Emotion)
"""Class order of every label and probability here."""

FACE_SIZE_PX = 48
TILES_PER_ROW = 40
TILES_PER_MOSAIC = TILES_PER_ROW * TILES_PER_ROW
WHOLE = "all"
"""Name of the only split where a folder has no splits."""

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
_FERPLUS_COLUMNS = (
    "ferplus_anger",
    "ferplus_disgust",
    "ferplus_fear",
    "ferplus_happiness",
    "ferplus_sadness",
    "ferplus_surprise",
    "ferplus_neutral",
)
_PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".bmp")
_PICTURE_LIMIT_BYTES = 32 * 2**20
_DEEPEST_WRAPPING = 3


@dataclass(frozen=True, slots=True)
class FaceSet:
    """Faces of one split.

    pixels: (n, 48, 48) uint8 grey; labels: (n,) int64 index into ``LABELS``;
    votes: (n, 7) float32, FER+ votes per class summing to 1, or all 0 where nobody voted or no
    annotator chose one of the seven; names: the file each face came from (CK+'s say whose it is),
    or its index among the mosaics' tiles.
    """

    pixels: NDArray[np.uint8]
    labels: NDArray[np.int64]
    votes: NDArray[np.float32]
    names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.labels)


@dataclass(frozen=True, slots=True)
class FaceData:
    """Everything a folder holds: its splits, and what was left out and why.

    broken: pictures that do not open; strangers: faces per class that is none of the seven.
    """

    splits: Mapping[str, FaceSet]
    broken: tuple[str, ...] = ()
    strangers: Mapping[str, int] = field(default_factory=dict)


def emotion_named(name: str) -> Emotion | None:
    """The expression that a class or folder name means; None for any other, such as contempt."""
    plain = name.strip().lower()
    return next((emotion for emotion, names in _SYNONYMS.items() if plain in names), None)


def load_split(source: Path, split: str) -> FaceSet:
    """Read every face of one split; raises OperationError (FILE_NOT_READABLE, DATA_UNUSABLE)."""
    return load_faces(source, split).splits[split]


def load_faces(source: Path, split: str | None = None) -> FaceData:
    """Read all splits of a folder or zip, or only the one named.

    Raises OperationError: FILE_NOT_READABLE, or DATA_UNUSABLE with what is wrong where nothing
    there is labelled faces, a piece is missing or the split is unknown. A broken picture of a class
    folder is no error; it is listed.
    """
    try:
        root = _unwrap(_open(source))
        found = (
            _read_mosaics(root, split)
            if root.joinpath("labels.csv").is_file()
            else _read_class_folders(root, split)
        )
    except _Unusable as problem:
        raise OperationError(
            ErrorCode.DATA_UNUSABLE, path=str(source), reason=str(problem)
        ) from problem
    except zipfile.BadZipFile as error:
        raise OperationError(
            ErrorCode.DATA_UNUSABLE, path=str(source), reason="the zip is damaged"
        ) from error
    except OSError as error:
        raise OperationError(
            ErrorCode.FILE_NOT_READABLE, path=str(source), reason=error.strerror or "unknown"
        ) from error
    return found


class _Unusable(Exception):  # noqa: N818 - never leaves this module
    """The reason why a source holds no usable faces."""


def _open(source: Path) -> Traversable:
    if source.is_dir():
        return source
    content = source.read_bytes() if source.suffix.lower() == ".zip" else None
    if content is None:
        source.stat()  # a missing path is another mistake than a file of another kind
        raise _Unusable("it is neither a folder nor a zip of one")
    return zipfile.Path(zipfile.ZipFile(io.BytesIO(content)))


def _unwrap(root: Traversable) -> Traversable:
    """Step into folders that hold nothing but one other, as unpacked archives do."""
    for _ in range(_DEEPEST_WRAPPING):
        inside = _folders(root)
        lone = len(inside) == 1 and not root.joinpath("labels.csv").is_file()
        if not lone or emotion_named(inside[0].name) or _class_folders(inside[0]):
            break
        root = inside[0]
    return root


def _folders(folder: Traversable) -> list[Traversable]:
    inside = (each for each in folder.iterdir() if each.is_dir())
    visible = (each for each in inside if not each.name.startswith((".", "__")))
    return sorted(visible, key=lambda each: each.name)


def _class_folders(folder: Traversable) -> list[Traversable]:
    return [each for each in _folders(folder) if emotion_named(each.name)]


def _choose_split(known: list[str], wanted: str | None) -> list[str]:
    if wanted is None:
        return known
    if wanted not in known:
        raise _Unusable(f"it has no split {wanted}, only {', '.join(known)}")
    return [wanted]


def _read_mosaics(folder: Traversable, wanted: str | None) -> FaceData:
    table = csv.DictReader(io.StringIO(folder.joinpath("labels.csv").read_text("utf-8-sig")))
    missing = {"index", "split", "label"}.difference(table.fieldnames or ())
    if missing:
        raise _Unusable(f"labels.csv has no column {', '.join(sorted(missing))}")
    rows = list(table)
    splits = _choose_split(list(dict.fromkeys(row["split"] for row in rows)), wanted)
    if not splits:
        raise _Unusable("labels.csv has no rows")
    mosaics = _Mosaics(folder)
    strangers: Counter[str] = Counter()
    sets = {}
    for split in splits:
        known = []
        for row in (row for row in rows if row["split"] == split):
            if emotion_named(row["label"] or ""):
                known.append(row)
            else:
                strangers[row["label"] or "without a label"] += 1
        sets[split] = FaceSet(
            pixels=_stack([mosaics.tile(row["index"]) for row in known]),
            labels=_indices([row["label"] for row in known]),
            votes=_votes(known),
            names=tuple(row["index"] for row in known),
        )
    return _checked(FaceData(sets, strangers=strangers))


class _Mosaics:
    """The tiles of all mosaics; each picture is opened once."""

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder
        self._open: dict[int, NDArray[np.uint8]] = {}

    def tile(self, index: str) -> NDArray[np.uint8]:
        """(48, 48) uint8, the face of that number."""
        if not index.isdecimal():
            raise _Unusable(f"labels.csv has a row with the index {index!r}")
        number, tile = divmod(int(index), TILES_PER_MOSAIC)
        if number not in self._open:
            self._open[number] = self._read(f"mosaic_{number:02d}.webp")
        top, left = (FACE_SIZE_PX * part for part in divmod(tile, TILES_PER_ROW))
        return self._open[number][top : top + FACE_SIZE_PX, left : left + FACE_SIZE_PX]

    def _read(self, name: str) -> NDArray[np.uint8]:
        file = self._folder.joinpath(name)
        if not file.is_file():
            raise _Unusable(f"{name} is missing")
        grey = _grey(file)
        side = TILES_PER_ROW * FACE_SIZE_PX
        if grey is None:
            raise _Unusable(f"{name} is damaged")
        if grey.shape != (side, side):
            raise _Unusable(f"{name} is not {side} by {side} pixels")
        return grey


def _votes(rows: list[dict[str, str]]) -> NDArray[np.float32]:
    """(n, 7) shares of the FER+ votes; all 0 where the table has none."""
    try:
        counted = [[float(row.get(name) or 0) for name in _FERPLUS_COLUMNS] for row in rows]
    except ValueError as error:
        raise _Unusable("labels.csv has FER+ votes that are no numbers") from error
    votes = np.array(counted, np.float32).reshape(len(rows), len(LABELS))
    return np.asarray(votes / np.maximum(votes.sum(axis=1, keepdims=True), 1.0), np.float32)


def _read_class_folders(folder: Traversable, wanted: str | None) -> FaceData:
    if _class_folders(folder):
        homes = {WHOLE: folder}
    else:
        homes = {each.name: each for each in _folders(folder) if _class_folders(each)}
    if not homes:
        raise _Unusable("it holds neither labels.csv nor folders named after expressions")
    broken: list[str] = []
    strangers: Counter[str] = Counter()
    sets = {}
    for split in _choose_split(list(homes), wanted):
        faces, labels, names = [], [], []
        for group in _folders(homes[split]):
            if emotion_named(group.name) is None:
                strangers[group.name] += sum(1 for _ in _pictures(group, group.name))
                continue
            for name, file in _pictures(group, group.name):
                grey = _grey(file)
                if grey is None:
                    broken.append(name if split == WHOLE else f"{split}/{name}")
                    continue
                size = (FACE_SIZE_PX, FACE_SIZE_PX)
                faces.append(cv2.resize(grey, size, interpolation=cv2.INTER_AREA))
                labels.append(group.name)
                names.append(name)
        votes = np.zeros((len(faces), len(LABELS)), np.float32)
        sets[split] = FaceSet(_stack(faces), _indices(labels), votes, tuple(names))
    return _checked(FaceData(sets, tuple(broken), strangers))


def _pictures(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """Every picture below, in order, with its path from the split's folder on."""
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{path}/{each.name}"
        if each.is_dir():
            yield from _pictures(each, name)
        elif each.name.lower().endswith(_PICTURE_SUFFIXES) and not each.name.startswith("."):
            yield name, each


def _grey(file: Traversable) -> NDArray[np.uint8] | None:
    """The picture as (height, width) uint8, or None where it does not open."""
    try:
        with file.open("rb") as handle:
            content = handle.read(_PICTURE_LIMIT_BYTES + 1)
        if len(content) > _PICTURE_LIMIT_BYTES:
            return None
        with Image.open(io.BytesIO(content)) as image:
            image.draft("L", (FACE_SIZE_PX, FACE_SIZE_PX))
            return np.asarray(image.convert("L"))
    # Pillow's decoders raise whatever a damaged file leads them into
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, EOFError):
        return None


def _stack(faces: list[NDArray[np.uint8]]) -> NDArray[np.uint8]:
    return np.array(faces, np.uint8).reshape(len(faces), FACE_SIZE_PX, FACE_SIZE_PX)


def _indices(names: list[str]) -> NDArray[np.int64]:
    return np.array([LABELS.index(emotion_named(name) or "") for name in names], np.int64)


def _checked(found: FaceData) -> FaceData:
    if not any(len(faces) for faces in found.splits.values()):
        reason = f"all {len(found.broken)} pictures are damaged" if found.broken else "it is empty"
        raise _Unusable(reason)
    return found
