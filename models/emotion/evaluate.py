"""Reading a whole set of faces with one engine, as at run time."""

from __future__ import annotations

from core.inference.emotion.engine import EmotionEngine
from models.emotion.data import LABELS, FaceSet
from models.emotion.metrics import Scores


def score(engine: EmotionEngine, faces: FaceSet) -> Scores:
    """Read every face as at run time and compare with its label."""
    predicted = engine.read(list(faces.pixels)).argmax(1)
    return Scores.of(faces.labels, predicted, LABELS)
