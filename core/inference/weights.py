"""Our trained networks: the manifest that describes them and onnxruntime sessions made from it.

A network travels with its hash, labels, preprocessing, terms and measured accuracy in
``models/weights/manifest.toml``; nothing is taken from a file's name.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import onnxruntime as ort

from core.domain.errors import ErrorCode, OperationError

MANIFEST_FILE = "manifest.toml"
_FOLDER = files("models") / "weights"


@dataclass(frozen=True, slots=True)
class NetworkCard:
    """One entry of the manifest.

    input_shape is without the batch axis; preprocessing and calibration hold what the network's
    own code reads, measured what its training measured on held-out data.
    """

    name: str
    file: str
    sha256: str
    task: str
    labels: tuple[str, ...]
    input_shape: tuple[int, ...]
    preprocessing: dict[str, Any]
    licence: str
    terms: str
    measured: dict[str, float]
    calibration: dict[str, float] = field(default_factory=dict)


def weights_folder(data_dir: Path) -> Path:
    """Where networks lie that were fetched or trained by the person themselves."""
    return data_dir / "weights"


def read_manifest(folder: Traversable = _FOLDER) -> dict[str, NetworkCard]:
    """Every network in a folder, by name, those we ship unless another is given.

    Raises OperationError (WEIGHTS_BROKEN).
    """
    try:
        entries = tomllib.loads((folder / MANIFEST_FILE).read_text(encoding="utf-8"))
        return {
            name: NetworkCard(
                name=name,
                file=entry["file"],
                sha256=entry["sha256"],
                task=entry["task"],
                labels=tuple(entry["labels"]),
                input_shape=tuple(entry["input_shape"]),
                preprocessing=entry["preprocessing"],
                licence=entry["licence"],
                terms=entry["terms"],
                measured=entry["measured"],
                calibration=entry.get("calibration", {}),
            )
            for name, entry in entries.items()
        }
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise _broken(MANIFEST_FILE, repr(error)) from error


def load_network(
    name: str, threads: int = 1, folder: Traversable = _FOLDER
) -> tuple[ort.InferenceSession, NetworkCard]:
    """Check one network against its manifest entry and make it ready to run on the CPU.

    Raises OperationError (WEIGHTS_BROKEN) when the file is missing, was changed, does not load or
    takes another input than the manifest says.
    """
    card = read_manifest(folder).get(name)
    if card is None:
        raise _broken(name, "the manifest does not name it")
    try:
        content = (folder / card.file).read_bytes()
    except OSError as error:
        raise _broken(name, f"{card.file} cannot be read") from error
    if hashlib.sha256(content).hexdigest() != card.sha256:
        raise _broken(name, f"{card.file} is not the file the manifest describes")
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        session = ort.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises a family of its own with no common base
        raise _broken(name, "onnxruntime does not load it") from error
    shape = tuple(session.get_inputs()[0].shape[1:])
    if shape != card.input_shape:
        raise _broken(name, f"it takes {shape}, the manifest says {card.input_shape}")
    return session, card


def _broken(name: str, reason: str) -> OperationError:
    return OperationError(ErrorCode.WEIGHTS_BROKEN, name=name, reason=reason)
