"""The letters of our pictures: fonts for the scripts people write in, and words made to fit.

Small fonts come with moodmix (``fonts/README.md``), for Latin, Greek, Cyrillic, Devanagari and
Thai; DejaVu, which comes with matplotlib, has Arabic, Hebrew, Armenian and Georgian. Chinese,
Japanese and Korean need Noto Sans CJK of the operating system. matplotlib shapes and orders the
letters itself (HarfBuzz and the bidirectional algorithm, from 3.11 on).
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from importlib.resources import as_file, files
from typing import Any

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.ft2font import FT2Font
from matplotlib.text import Text

_IN_TWO_WEIGHTS = ("Moodmix Noto", "Moodmix Noto Devanagari")
_THAI = "Moodmix Noto Thai"
_OF_THE_SYSTEM = "Noto Sans CJK JP"
"""Its variants hold the same characters and differ in the shapes of some."""

_INVISIBLE = frozenset(range(0x200B, 0x2010)) | frozenset(range(0x2060, 0x206A))
"""Joiners and marks of direction, which fonts need not have."""


@cache
def families() -> tuple[str, ...]:
    """The fonts to draw with; what the first lacks comes out of the next."""
    with as_file(files("bot.presenters") / "fonts") as folder:
        for path in sorted(folder.glob("*.ttf")):
            fontManager.addfont(str(path))
    known = set(fontManager.get_font_names())
    of_the_system = (_OF_THE_SYSTEM,) if _OF_THE_SYSTEM in known else ()
    return (*_IN_TWO_WEIGHTS, "DejaVu Sans", _THAI, *of_the_system)


def style(size: float, *, bold: bool = False) -> dict[str, Any]:
    """How to draw words, for matplotlib; size in points."""
    if not bold:
        return {"fontsize": size, "family": families(), "parse_math": False}
    in_bold = [family for family in families() if family != _THAI]
    return {"fontsize": size, "fontweight": "bold", "family": in_bold, "parse_math": False}


def drawable(words: str) -> bool:
    """Whether there is a shape for each character."""
    return all(ord(character) in _characters() for character in words)


def width_px(figure: Figure, words: str, size: float, *, bold: bool = False) -> float:
    """How wide the words come out, in pixels; size in points."""
    text = Text(0, 0, words, **style(size, bold=bold))
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
