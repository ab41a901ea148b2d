"""DeepFace as a guest: its models are built on demand, their weights fetched into our data folder.

DeepFace prints to the terminal, downloads without a time limit and writes to the home folder.
So its folder and log level are set before its first import, and weights are put in place by us:
with time limits, bounded in size, and under their name only once they are whole.
"""

from __future__ import annotations

import bz2
import contextlib
import importlib
import io
import os
import textwrap
import threading
import time
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

_STEP_TIMEOUT_S = 8.0
_WHOLE_TIMEOUT_S = 90.0
_MAX_BYTES = 300_000_000
_SILENT = "100"
_LONGEST_REASON = 300

_OWN_SOURCES = (
    ("face_detector", "retinaface", "retinaface.model.retinaface_onnx_model", "WEIGHTS_URLS"),
)
"""Weights of a package that DeepFace's own list leaves out: task, name, module, its addresses."""

_build_lock = threading.Lock()


class DeepFaceMissingError(Exception):
    """A DeepFace model cannot be had; the text says why and what to do, for a person to read."""


@dataclass(frozen=True, slots=True)
class DeepFaceHome:
    """Where DeepFace keeps its weights: ``folder/.deepface/weights``."""

    folder: Path

    def build(self, task: str, name: str) -> Any:
        """Build a model by DeepFace's own task and name, fetching weights it lacks.

        task: "facial_attribute" or "face_detector". Raises DeepFaceMissingError.
        """
        # a build happens once, at the start of a process; what its packages print is of no use
        quiet = contextlib.redirect_stdout(io.StringIO())
        with _build_lock, warnings.catch_warnings(), quiet:
            warnings.simplefilter("ignore")
            try:
                modeling = self._import("deepface.modules.modeling")
                kind = modeling.get_model_class(task, name)
                self._fetch_weights(task, name, importlib.import_module(kind.__module__))
                return modeling.build_model(task, name)
            except DeepFaceMissingError:
                raise
            except Exception as error:  # whatever its many back ends raise
                raise DeepFaceMissingError(_in_short(error)) from error

    def _import(self, module: str) -> Any:
        os.environ["DEEPFACE_HOME"] = str(self.folder)
        # any of its back ends would do, but only this one is sure to be here, and it is light
        os.environ["DEEPFACE_BACKEND_ENGINE"] = "onnx"
        os.environ["DEEPFACE_LOG_LEVEL"] = _SILENT
        return importlib.import_module(module)

    def _fetch_weights(self, task: str, name: str, module: Any) -> None:
        weights = self.folder / ".deepface" / "weights"
        weights.mkdir(parents=True, exist_ok=True)
        listed = self._import("deepface.commons.weight_utils").WEIGHT_SOURCES
        sources = [
            (module, attribute)
            for source_task, source_name, attributes in listed
            for attribute in attributes
            if (source_task, source_name) == (task, name)
        ]
        for source_task, source_name, module_name, attribute in _OWN_SOURCES:
            if (source_task, source_name) == (task, name):
                sources.append((importlib.import_module(module_name), attribute))
        for source, attribute in sources:
            urls = getattr(source, attribute)
            fetch_weights([urls] if isinstance(urls, str) else urls, weights)


def fetch_weights(urls: Sequence[str], folder: Path) -> Path:
    """Download the first address that answers into ``folder`` unless the file is there already.

    A ``.bz2`` is unpacked. Raises DeepFaceMissingError naming the file and its folder.
    """
    name = urls[0].rsplit("/", 1)[-1]
    target = folder / name.removesuffix(".bz2")
    if target.is_file():
        return target
    reason = ""
    for url in urls:
        try:
            content = b"".join(_download(url))
            _put(bz2.decompress(content) if name.endswith(".bz2") else content, target)
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            reason = reason or type(error).__name__
        else:
            return target
    raise DeepFaceMissingError(
        f"its weights {target.name} could not be downloaded ({reason}); "
        f"get the file from {urls[0]} and put it into {folder}"
    )


def _download(url: str) -> Iterator[bytes]:
    deadline, received = time.monotonic() + _WHOLE_TIMEOUT_S, 0
    with httpx.stream("GET", url, timeout=_STEP_TIMEOUT_S, follow_redirects=True) as response:
        response.raise_for_status()
        for part in response.iter_bytes():
            received += len(part)
            if received > _MAX_BYTES or time.monotonic() > deadline:
                raise httpx.ReadTimeout("the download takes too long or is too large")
            yield part


def _put(content: bytes, target: Path) -> None:
    draft = target.with_name(f"{target.name}.part")
    try:
        draft.write_bytes(content)
        draft.replace(target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            draft.unlink()


def _in_short(error: Exception) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return textwrap.shorten(text, _LONGEST_REASON, placeholder=" …").rstrip(".")
