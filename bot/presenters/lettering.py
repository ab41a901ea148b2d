"""The letters of our pictures: fonts for the scripts people write in, and words made to fit.

Four small fonts come with moodmix (``fonts/README.md``), for Latin, Greek, Cyrillic, Devanagari and
Thai; DejaVu, which comes with matplotlib, has Arabic, Hebrew, Armenian and Georgian. Chinese,
Japanese and Korean need Noto Sans CJK of the operating system. matplotlib shapes and orders the
letters itself (HarfBuzz and the bidirectional algorithm, from 3.11 on).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cache
from importlib.resources import as_file, files

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.ft2font import FT2Font
from matplotlib.text import Text

_IN_ONE_WEIGHT = ("Moodmix Noto Devanagari", "Moodmix Noto Thai")
_OF_THE_SYSTEM = "Noto Sans CJK JP"
"""Its variants hold the same characters and differ in the shapes of some."""

_BOLD = 700

_INVISIBLE = frozenset(range(0x200B, 0x2010)) | frozenset(range(0x2060, 0x206A))
"""Joiners and marks of direction, which fonts need not have."""


@cache
def families() -> tuple[str, ...]:
    """The fonts to draw with; what the first lacks comes out of the next."""
    with as_file(files("bot.presenters") / "fonts") as folder:
        for path in sorted(folder.glob("*.ttf")):
            fontManager.addfont(str(path))
    # they count as bold, too, so that they are taken for titles without a warning
    fontManager.ttflist += [
        replace(entry, weight=_BOLD)
        for entry in fontManager.ttflist
        if entry.name in _IN_ONE_WEIGHT and entry.weight != _BOLD
    ]
    known = set(fontManager.get_font_names())
    return (
        "Moodmix Noto",
        *_IN_ONE_WEIGHT,
        "DejaVu Sans",
        *((_OF_THE_SYSTEM,) if _OF_THE_SYSTEM in known else ()),
    )


def drawable(words: str) -> bool:
    """Whether there is a shape for each character."""
    return all(ord(character) in _characters() for character in words)


def width_px(figure: Figure, words: str, size: float, *, bold: bool = False) -> float:
    """How wide the words come out, in pixels; size in points."""
    weight = "bold" if bold else "normal"
    text = Text(0, 0, words, fontsize=size, fontweight=weight, family=families(), parse_math=False)
    text.set_figure(figure)
    return float(text.get_window_extent().width)


def shortened(
    figure: Figure, words: str, size: float, room_px: float, *, bold: bool = False
) -> str:
    """As much of the words as the room holds, with an ellipsis where some are missing."""

    def too_wide(part: str) -> bool:
        return width_px(figure, part, size, bold=bold) > room_px

    if not too_wide(words):
        return words
    wider = bisect_left(range(len(words)), 1, key=lambda length: too_wide(_cut(words, length)))
    return _cut(words, max(0, wider - 1))


def _cut(words: str, length: int) -> str:
    return words[:length].rstrip() + "…"


@cache
def _characters() -> frozenset[int]:
    fonts = [
        FT2Font(path, face_index=path.face_index)
        for family in families()
        for path in (fontManager.findfont(FontProperties(family=family)),)
    ]
    return _INVISIBLE.union(*(font.get_charmap() for font in fonts))
