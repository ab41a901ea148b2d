"""Decoding what can be decoded of a damaged stream."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import av

from core.domain.errors import ErrorCode, MediaError


def whole_frames(container: Any, stream: Any) -> Iterator[Any]:
    """Frames of one stream without the damaged ones, which seeking and cut ends bring along.

    Raises MediaError (MEDIA_CORRUPT) at the end where more was damaged than whole.
    """
    good = bad = 0
    try:
        for packet in container.demux(stream):
            try:
                frames = packet.decode()
            except av.error.InvalidDataError:
                bad += 1
                continue
            for frame in frames:
                if frame.is_corrupt:
                    bad += 1
                else:
                    good += 1
                    yield frame
    except av.error.InvalidDataError:
        bad += 1
    if bad > good:
        raise MediaError(ErrorCode.MEDIA_CORRUPT)
