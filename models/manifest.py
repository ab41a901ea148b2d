"""Writing ``models/weights/manifest.toml``: one entry per network, read back before it counts."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

WEIGHTS_FOLDER = Path(__file__).parent / "weights"
MANIFEST_NAME = "manifest.toml"


def write_entry(
    name: str,
    *,
    file: str,
    task: str,
    labels: Sequence[str],
    input_shape: Sequence[int],
    preprocessing: Mapping[str, Any],
    licence: str,
    terms: str,
    measured: Mapping[str, float],
    calibration: Mapping[str, float] | None = None,
    folder: Path = WEIGHTS_FOLDER,
) -> str:
    """Add or replace the entry of one network, keep all others; returns the file's sha256.

    ``file`` must already lie in ``folder``; input_shape is without the batch axis; preprocessing
    holds strings, numbers, booleans, lists of these and tables of them. Raises OSError where the
    weights are missing, TypeError or ValueError for what TOML cannot say.
    """
    entry = {
        "file": file,
        "sha256": hashlib.sha256((folder / file).read_bytes()).hexdigest(),
        "task": task,
        "labels": list(labels),
        "input_shape": list(input_shape),
        "licence": licence,
        "terms": terms,
        "preprocessing": dict(preprocessing),
        "measured": dict(measured),
    }
    if calibration:
        entry["calibration"] = dict(calibration)
    manifest = folder / MANIFEST_NAME
    entries = tomllib.loads(manifest.read_text(encoding="utf-8")) if manifest.exists() else {}
    entries[name] = entry
    text = "\n".join(_table([key], entries[key]) for key in sorted(entries))
    if tomllib.loads(text) != entries:
        raise ValueError(f"the entry of {name} does not survive being written as TOML")
    draft = manifest.with_suffix(".toml.new")
    draft.write_text(text, encoding="utf-8")
    draft.replace(manifest)
    return str(entry["sha256"])


def _table(path: list[str], table: Mapping[str, Any]) -> str:
    """One table: its plain values first, then its subtables, as TOML wants it."""
    lines = [f"[{'.'.join(json.dumps(part) if '.' in part else part for part in path)}]"]
    plain = {key: value for key, value in table.items() if not isinstance(value, Mapping)}
    lines += [f"{key} = {_value(value)}" for key, value in plain.items()]
    subtables = [
        _table([*path, key], value) for key, value in table.items() if isinstance(value, Mapping)
    ]
    return "\n".join(["\n".join(lines) + "\n", *subtables])


def _value(value: object) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(item) for item in value)}]"
    if isinstance(value, bool | int | float | str):
        # JSON's notation of these is TOML's as well, but for characters beyond the first plane
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    raise TypeError(f"{type(value).__name__} has no place in the manifest")
