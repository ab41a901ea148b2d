"""The emotion engine that the settings name."""

from __future__ import annotations

from pathlib import Path

from core.domain.errors import ErrorCode, OperationError
from core.inference.emotion.deepface_engine import DeepFaceEngine
from core.inference.emotion.engine import EmotionEngine
from core.inference.emotion.moodnet import MoodNetEngine
from core.inference.emotion.personal import PERSONAL, PersonalShelf
from core.inference.weights import weights_folder


def make_engine(name: str, data_dir: Path) -> EmotionEngine:
    """Build the engine of that name.

    - "moodnet": our network, loaded at once;
    - "personal": what the person's own faces taught, below ``data_dir``, loaded at once;
    - "deepface": loaded on first use, its files below ``data_dir``.

    Raises OperationError: WEIGHTS_BROKEN, or ENGINE_UNAVAILABLE for an unknown name.
    """
    if name == "moodnet":
        return MoodNetEngine.load()
    if name == PERSONAL:
        shelf = personal_shelf(data_dir)
        if shelf.version is None:
            reason = "none has been trained on this machine"
            raise OperationError(ErrorCode.ENGINE_UNAVAILABLE, engine=name, reason=reason)
        return shelf.load()
    if name == "deepface":
        return DeepFaceEngine(data_dir)
    raise OperationError(
        ErrorCode.ENGINE_UNAVAILABLE, engine=name, reason="there is no engine of that name"
    )


def personal_shelf(data_dir: Path) -> PersonalShelf:
    """Where the network lies that somebody's own faces taught."""
    return PersonalShelf(weights_folder(data_dir))
