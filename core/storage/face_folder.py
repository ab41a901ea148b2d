"""A person's own faces on disk: ``<emotion>/0001.png`` and so on, for nobody else to read.

``moodmix train faces`` and ``moodmix evaluate faces`` read such folders.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, OperationError

_FOLDER_MODE, _FILE_MODE = 0o700, 0o600
_SUFFIX = ".png"


def own_faces_folder(data_dir: Path) -> Path:
    """Where the faces lie of the person whose machine this is."""
    return data_dir / "own-faces"


class FaceFolder:
    """The album in one folder, which need not exist yet; the numbers are the order in time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def counts(self) -> Mapping[Emotion, int]:
        """How many there are of each emotion."""
        return {emotion: len(self._files(emotion)) for emotion in Emotion}

    def newest(self, emotion: Emotion) -> NDArray[np.uint8] | None:
        """The last one of this emotion, None where there is none or its file is damaged."""
        files = self._files(emotion)
        if not files:
            return None
        with _reading(files[-1]):
            content = np.frombuffer(files[-1].read_bytes(), np.uint8)
        # cv2 raises on nothing at all, and hands back None where it cannot decode
        face = cv2.imdecode(content, cv2.IMREAD_GRAYSCALE) if content.size else None
        return None if face is None else np.asarray(face, np.uint8)

    def add(self, emotion: Emotion, face: NDArray[np.uint8]) -> None:
        """Keep one more, (height, width) uint8; a crash leaves all of it or nothing of it."""
        files = self._files(emotion)
        number = int(files[-1].stem) + 1 if files else 1
        path = self._folder / emotion.value / f"{number:04d}{_SUFFIX}"
        _, content = cv2.imencode(_SUFFIX, face)
        with _writing(path):
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            for folder in (self._folder, path.parent):
                folder.mkdir(_FOLDER_MODE, exist_ok=True)
                folder.chmod(_FOLDER_MODE)
            draft = path.with_suffix(".new")
            draft.unlink(missing_ok=True)
            opened = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE_MODE)
            with os.fdopen(opened, "wb") as handle:
                handle.write(content.tobytes())
            draft.replace(path)

    def drop_newest(self, emotion: Emotion) -> bool:
        """Erase the last one of this emotion; False where there is none."""
        files = self._files(emotion)
        if not files:
            return False
        with _writing(files[-1]):
            files[-1].unlink(missing_ok=True)
        return True

    def clear(self) -> None:
        """Erase the whole folder."""
        with _writing(self._folder):
            if self._folder.exists():
                shutil.rmtree(self._folder)

    def _files(self, emotion: Emotion) -> list[Path]:
        folder = self._folder / emotion.value
        with _reading(folder):
            if not folder.is_dir():
                return []
            found = [each for each in folder.iterdir() if each.suffix == _SUFFIX]
        return sorted(
            (each for each in found if each.stem.isdecimal()), key=lambda each: int(each.stem)
        )


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or "unknown"
        raise OperationError(ErrorCode.FILE_NOT_READABLE, path=str(path), reason=reason) from error


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or "unknown"
        raise OperationError(ErrorCode.FILE_NOT_WRITABLE, path=str(path), reason=reason) from error
