"""The network that somebody's own faces taught: where it lies, and reading with it.

``moodmix train faces --finetune`` leaves it beside the fetched networks, with a manifest like that
of the shipped ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np
import structlog
from numpy.typing import NDArray

from core.domain.errors import ErrorCode, OperationError
from core.domain.own_faces import PersonalNetwork
from core.inference.emotion.engine import EmotionEngine
from core.inference.emotion.moodnet import MoodNetEngine
from core.inference.weights import MANIFEST_FILE, load_network, read_manifest

PERSONAL = "personal"
PERSONAL_FILE = "personal.onnx"
REPORT_FILE = "personal.json"
HELD_OUT, RIGHT_BEFORE, RIGHT_AFTER = "held_out", "right_before", "right_after"
"""What the manifest holds as measured: counts of the person's own faces."""

_log = structlog.get_logger()


class PersonalShelf:
    """The personal network in a folder, where there is one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def version(self) -> tuple[int, int] | None:
        """Another one for every network put here, None where there is none."""
        try:
            # the manifest is written last
            found = (self._folder / MANIFEST_FILE).stat()
            (self._folder / PERSONAL_FILE).stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino

    def load(self) -> MoodNetEngine:
        """Make it ready to read; raises OperationError (WEIGHTS_BROKEN)."""
        return MoodNetEngine(*load_network(PERSONAL, folder=self._folder))

    def told(self) -> PersonalNetwork | None:
        """What it is worth, None where there is none or it is damaged."""
        if self.version is None:
            return None
        try:
            measured = read_manifest(self._folder)[PERSONAL].measured
            counts = [int(measured[name]) for name in (HELD_OUT, RIGHT_BEFORE, RIGHT_AFTER)]
        except (OperationError, KeyError):
            return None
        return PersonalNetwork(*counts)

    def remove(self) -> None:
        """Erase it; raises OperationError (FILE_NOT_WRITABLE)."""
        for name in (PERSONAL_FILE, REPORT_FILE, MANIFEST_FILE):
            path = self._folder / name
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise OperationError(
                    ErrorCode.FILE_NOT_WRITABLE,
                    path=str(path),
                    reason=error.strerror or "unknown",
                ) from error


class PersonalEngine:
    """Reads with the personal network while there is one, else as another engine does.

    It looks anew at every reading, so a network counts from the moment it is there, and no longer
    than that.
    """

    def __init__(self, shelf: PersonalShelf, otherwise: EmotionEngine) -> None:
        self._shelf = shelf
        self._otherwise = otherwise
        self._lock = Lock()
        self._version: tuple[int, int] | None = None
        self._personal: MoodNetEngine | None = None

    @property
    def name(self) -> str:
        """That of the engine which reads now."""
        return self._now().name

    @property
    def sure_from(self) -> float:
        """That of the engine which reads now."""
        return self._now().sure_from

    def prepare(self) -> None:
        """Load what reads now; raises OperationError where the other engine cannot be had."""
        self._otherwise.prepare()
        self._now()

    def read(self, faces: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        """As every engine."""
        return self._now().read(faces)

    def _now(self) -> EmotionEngine:
        with self._lock:
            version = self._shelf.version
            if version != self._version:
                self._version, self._personal = version, self._load() if version else None
            return self._personal or self._otherwise

    def _load(self) -> MoodNetEngine | None:
        try:
            return self._shelf.load()
        except OperationError as error:
            _log.warning("personal_network_unusable", code=error.code.value)
            return None
