"""What the chat page's server accepts at most, and how long it waits."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageLimits:
    """Bounds of one request; the decoders behind have tighter ones of their own.

    file_bytes: one photo, video or audio file; body_bytes: a whole message; text_bytes: words;
    still_bytes: a still of the camera; read_s: receiving any of it; work_s: answering it; look_s:
    answering a still; messages_at_once: messages in memory side by side, in all tabs.
    """

    file_bytes: int = 20_000_000
    body_bytes: int = 41_000_000
    text_bytes: int = 4_000
    still_bytes: int = 400_000
    read_s: float = 60.0
    work_s: float = 90.0
    look_s: float = 10.0
    messages_at_once: int = 4
