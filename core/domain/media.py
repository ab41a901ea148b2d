"""What a person sends: bytes with whatever name and type the platform claimed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MediaKind(StrEnum):
    """What the bytes turned out to hold."""

    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in memory; name and content type are claims and never trusted."""

    data: bytes
    filename: str | None = None
    content_type: str | None = None

    def __repr__(self) -> str:
        """Keep the bytes and the name out of logs."""
        return f"Upload({len(self.data)} bytes)"
