"""Labelled faces from a folder or a zip, in the two shapes the field hands them out.

- **Mosaics**: ``labels.csv`` beside ``mosaic_NN.webp``; see ``models.emotion.mosaics``.
- **Class folders**: one folder per expression, holding pictures of one face each at any depth,
  either at the top or below one folder per split (``train``, ``test``…).
"""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources.abc import Traversable
from pathlib import Path

import cv2

from core.domain.errors import ErrorCode, OperationError
from models.emotion.face_set import (
    FACE_SIZE_PX,
    LABELS,
    FaceData,
    FaceSet,
    UnusableError,
    choose_split,
    emotion_named,
    open_grey,
)
from models.emotion.mosaics import TABLE, read_mosaics

__all__ = ["LABELS", "WHOLE", "FaceData", "FaceSet", "emotion_named", "load_faces", "load_split"]

WHOLE = "all"
"""Name of the only split where a folder has no splits."""

_PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".bmp")
_DEEPEST_WRAPPING = 3


def load_split(source: Path, split: str) -> FaceSet:
    """Read every face of one split; raises OperationError as ``load_faces``."""
    return load_faces(source, split).splits[split]


def load_faces(source: Path, split: str | None = None) -> FaceData:
    """Read all splits of a folder or zip, or only the one named.

    Raises OperationError: FILE_NOT_READABLE, or SPLIT_UNKNOWN, or DATA_UNUSABLE with what is wrong
    where nothing there is labelled faces or a piece is missing. A broken picture of a class
    folder is no error; it is listed.
    """
    try:
        with _opened(source) as outside:
            root = _unwrap(outside)
            if root.joinpath(TABLE).is_file():
                return read_mosaics(root, split)
            return _read_class_folders(root, split)
    except UnusableError as problem:
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


@contextmanager
def _opened(source: Path) -> Iterator[Traversable]:
    if source.is_dir():
        yield source
    elif source.suffix.lower() == ".zip":
        with zipfile.ZipFile(source) as archive:
            yield zipfile.Path(archive)
    else:
        source.stat()  # a missing path is another mistake than a file of another kind
        raise UnusableError("it is neither a folder nor a zip of one")


def _unwrap(root: Traversable) -> Traversable:
    """Step into folders that hold nothing but one other, as unpacked archives do."""
    for _ in range(_DEEPEST_WRAPPING):
        inside = _folders(root)
        lone = len(inside) == 1 and not root.joinpath(TABLE).is_file()
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


def _read_class_folders(folder: Traversable, wanted: str | None) -> FaceData:
    if _class_folders(folder):
        homes = {WHOLE: folder}
    else:
        homes = {each.name: each for each in _folders(folder) if _class_folders(each)}
    if not homes:
        raise UnusableError(f"it holds neither {TABLE} nor folders named after expressions")
    broken: list[str] = []
    strangers: Counter[str] = Counter()
    sets = {}
    for split in choose_split(list(homes), wanted):
        faces, labels, names = [], [], []
        for group in _folders(homes[split]):
            emotion = emotion_named(group.name)
            if emotion is None:
                strangers[group.name] += sum(1 for _ in _pictures(group, group.name))
                continue
            for name, file in _pictures(group, group.name):
                grey = open_grey(file)
                if grey is None:
                    broken.append(name if split == WHOLE else f"{split}/{name}")
                    continue
                size = (FACE_SIZE_PX, FACE_SIZE_PX)
                faces.append(cv2.resize(grey, size, interpolation=cv2.INTER_AREA))
                labels.append(emotion)
                names.append(name)
        sets[split] = FaceSet.of(faces, labels, names)
    return FaceData(sets, tuple(broken), strangers)


def _pictures(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """Every picture below, in order, with its path from the split's folder on."""
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{path}/{each.name}"
        if each.is_dir():
            yield from _pictures(each, name)
        elif each.name.lower().endswith(_PICTURE_SUFFIXES) and not each.name.startswith("."):
            yield name, each
