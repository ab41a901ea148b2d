"""The page's own words: those that stand in its HTML, and those that its scripts say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.presenters.language import say

SCRIPT_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "speaker-moodmix": (),
        "speaker-you": (),
        "still-there": (),
        "in-words": (),
        "song-placeholder": (),
        "song-is-file": (),
        "remove": (),
        "remove-file": ("name",),
        "hint-agreed": (),
        "hint-not-agreed": (),
        "picture-sent": (),
        "thumb-up": (),
        "thumb-down": (),
        "new-tab": ("service", "title"),
        "like": ("title",),
        "not-for-me": ("title",),
        "timeline-open": (),
        "mood-open": (),
        "mood-instead": (),
        "mood-told": ("mood",),
        "camera-close": (),
        "close": (),
        "camera-ready": (),
        "camera-refused": (),
        "observe-ready": (),
        "observe-searching": (),
        "observe-seen": (),
        "observe-so-far": ("mood", "seconds"),
        "observed": (),
        "seconds": ("seconds",),
        "faces-count": ("aim", "count"),
        "faces-start": (),
        "faces-stop": (),
        "faces-clear": (),
        "faces-clear-question": (),
        "faces-cleared": (),
        "faces-dropped": ("mood",),
        "faces-taken": ("count", "mood"),
        "faces-enough": ("mood",),
        "faces-as-shipped": (),
        "download": ("name",),
        "language-remove": ("language",),
        "artist-again": ("artist",),
    }
)
"""What the scripts say, by the names of its messages, and the values they put in by themselves."""


def script_words() -> dict[str, str]:
    """What the scripts say, in the language being spoken, by names as scripts write them."""
    return {
        name.replace("-", "_"): page_words(name, *values) for name, values in SCRIPT_WORDS.items()
    }


def page_words(name: str, *values: str) -> str:
    """A message of the page; each value stands as its name in braces, to be put in later."""
    return say(f"page-{name}", **{value: f"{{{value}}}" for value in values})
