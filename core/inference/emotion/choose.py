"""The emotion engine that the settings name."""

from __future__ import annotations

from pathlib import Path

from core.domain.errors import ErrorCode, OperationError
from core.inference.emotion.deepface_engine import DeepFaceEngine
from core.inference.emotion.engine import EmotionEngine
from core.inference.emotion.moodnet import MoodNetEngine


def make_engine(name: str, data_dir: Path) -> EmotionEngine:
    """Build "moodnet" (loaded at once) or "deepface" (loaded on first use, below ``data_dir``).

    Raises OperationError: WEIGHTS_BROKEN, or ENGINE_UNAVAILABLE for an unknown name.
    """
    if name == "moodnet":
        return MoodNetEngine.load()
    if name == "deepface":
        return DeepFaceEngine(data_dir)
    raise OperationError(
        ErrorCode.ENGINE_UNAVAILABLE, engine=name, reason="there is no engine of that name"
    )
