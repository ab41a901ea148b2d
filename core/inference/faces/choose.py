"""The face detector that the settings name."""

from __future__ import annotations

from pathlib import Path

from core.domain.errors import ErrorCode, OperationError
from core.inference.faces.deepface_detector import DEEPFACE_DETECTORS, DeepFaceDetector
from core.inference.faces.detector import FaceDetector
from core.inference.faces.haar import HaarDetector
from core.inference.faces.yunet import YuNetDetector
from core.inference.weights import weights_folder
from core.inference.weights_fetch import YUNET


def make_detector(name: str, yunet_model: Path | None, data_dir: Path) -> FaceDetector:
    """Build a detector: "auto" is YuNet where its file is configured or fetched, else Haar.

    Fetched files and those of DeepFace's detectors lie below ``data_dir``. Nothing is loaded yet.
    Raises OperationError (DETECTOR_UNAVAILABLE) for an unknown name.
    """
    if yunet_model is None:
        fetched = weights_folder(data_dir) / YUNET.file
        yunet_model = fetched if fetched.is_file() else None
    if name == "auto":
        name = "haar" if yunet_model is None else "yunet"
    if name == "haar":
        return HaarDetector()
    if name == "yunet":
        return YuNetDetector(yunet_model)
    if name in DEEPFACE_DETECTORS:
        return DeepFaceDetector(name, data_dir)
    known = ", ".join(("auto", "haar", "yunet", *DEEPFACE_DETECTORS))
    raise OperationError(
        ErrorCode.DETECTOR_UNAVAILABLE,
        detector=name,
        reason=f"there is no detector of that name, only {known}",
    )
