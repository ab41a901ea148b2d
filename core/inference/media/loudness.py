"""How loud a recording is as a whole, as broadcasters measure it (EBU R 128, ITU-R BS.1770)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.inference.media.filters import filtered

SILENCE_LUFS = -70.0
"""Nothing quieter is counted, and a recording of nothing else comes out as this."""

_INTEGRATED = "lavfi.r128.I"


def loudness_lufs(frames: Iterator[Any]) -> float:
    """The integrated loudness of decoded frames, at least ``SILENCE_LUFS``.

    Nothing is kept of a frame once it is measured. Raises what ``filtered`` raises.
    """
    measured = SILENCE_LUFS
    for frame in filtered(frames, ("ebur128", "metadata=1:framelog=quiet")):
        measured = float(frame.metadata.get(_INTEGRATED, measured))
    return max(measured, SILENCE_LUFS)
