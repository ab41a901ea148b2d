"""Reactions on an answer, read as a verdict on the whole mix."""

from __future__ import annotations

from core.domain.mix import Verdict

_VERDICTS = {
    "👍": Verdict.UP,
    "❤": Verdict.UP,
    "🔥": Verdict.UP,
    "👎": Verdict.DOWN,
    "💔": Verdict.DOWN,
}

_NO_VARIANTS = dict.fromkeys([0xFE0F, *range(0x1F3FB, 0x1F400)])
"""The emoji presentation selector and the five skin tones."""


def verdict_of(emoji: str) -> Verdict | None:
    """What an emoji says, None for any other; skin tones do not matter."""
    return _VERDICTS.get(emoji.translate(_NO_VARIANTS))
