"""What our pictures share: paper, ink, a colour for each mood, sizes of writing, the way to PNG.

Pictures are 1080 pixels wide and are looked at on phones, where three of their pixels make one of
the screen's: writing of 23 points is as tall there as the small print of a chat. They bring their
own dark paper, so they look the same in dark and light chats.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bot.presenters.language import reads_from_right, say
from bot.presenters.lettering import drawable, shortened, style, width_px
from core.domain.emotion import Emotion

PAPER, PLANE, GRID = "#15171e", "#1d2029", "#343947"
INK, QUIET, HEART = "#f4f2ee", "#a9afbd", "#ff9d8a"

MOOD_COLOURS: Mapping[Emotion, str] = MappingProxyType(
    {
        Emotion.HAPPY: "#ffe563",
        Emotion.SURPRISE: "#ffa9c5",
        Emotion.NEUTRAL: "#808188",
        Emotion.SAD: "#2e7fff",
        Emotion.FEAR: "#b699f9",
        Emotion.DISGUST: "#22cd68",
        Emotion.ANGRY: "#df5428",
    }
)
"""In the order in which they are stacked, from the bottom up.

Found by search: the two most alike are as far apart as can be (0.11 in OKLab) also for people who
see no red, no green or no blue, while the dark paper's colour stays readable on each.
"""

WIDTH_PX = 1080
MARGIN_PX = 72

TITLE, BODY, SMALL = 38, 27, 23
"""Sizes of writing, in points of 1/72 inch at 100 dots per inch."""

_SMALLEST = 18

_HALF_A_LETTER = 0.34
"""From the middle of a line down to where its letters stand, as a share of their size."""

_LEGEND_COLUMNS, _LEGEND_ROW_PX = 3, 68

_BESIDE_TITLE_PX, _LEAST_ARTIST_PX = 24, 110

_DPI, _POINTS = 100, 72

_LONGEST_DESCRIPTION = 1024
"""Characters of a picture's description that Discord takes."""

Align = Literal["start", "middle", "end"]


def blank(size_px: tuple[int, int]) -> Figure:
    """An empty figure of this width and height, drawn without pyplot and its global state."""
    figure = Figure(figsize=(size_px[0] / _DPI, size_px[1] / _DPI), dpi=_DPI, facecolor=PAPER)
    FigureCanvasAgg(figure)  # becomes the figure's canvas
    return figure


def as_png(figure: Figure) -> bytes:
    """The figure as PNG; equal figures give equal bytes."""
    buffer = io.BytesIO()
    # packed harder, a picture is a sixth smaller and takes half as long again
    figure.savefig(buffer, format="png", facecolor=PAPER, pil_kwargs={"compress_level": 3})
    return buffer.getvalue()


class Sheet:
    """A picture being laid out: places are pixels from the left and from the top.

    In a language that is written from right to left, writing changes sides; axes stay.
    """

    def __init__(self, height_px: int) -> None:
        """An empty sheet, ``WIDTH_PX`` wide."""
        self.figure = blank((WIDTH_PX, height_px))
        self._height_px = height_px
        self._mirrored = reads_from_right()
        self._ground = self.figure.add_axes((0, 0, 1, 1), zorder=2)
        self._ground.set(xlim=(0, WIDTH_PX), ylim=(height_px, 0))
        self._ground.axis("off")

    def headline(self, title: str, beside: str = "", below: str = "") -> None:
        """The opening: what the picture shows, with a word beside our name and a line below."""
        room_px = WIDTH_PX - 2 * MARGIN_PX
        self.write(MARGIN_PX, 62, "moodmix", size=SMALL, color=QUIET)
        if beside:
            end_px = WIDTH_PX - MARGIN_PX
            self.write(end_px, 62, beside, size=SMALL, color=QUIET, align="end")
        self.write(MARGIN_PX, 124, title, size=TITLE, bold=True, room_px=room_px)
        if below:
            self.write(MARGIN_PX, 186, below, size=BODY, color=QUIET, room_px=room_px)

    def write(
        self,
        x_px: float,
        y_px: float,
        words: str,
        *,
        size: float = BODY,
        color: str = INK,
        bold: bool = False,
        align: Align = "start",
        room_px: float | None = None,
    ) -> None:
        """Write a line, its middle at this height; in smaller letters where room is scarce."""
        if room_px is not None:
            while size > _SMALLEST and width_px(self.figure, words, size, bold=bold) > room_px:
                size -= 1
            words = shortened(self.figure, words, size, room_px, bold=bold)
        sides: dict[Align, str] = {"start": "left", "middle": "center", "end": "right"}
        if self._mirrored:
            x_px = WIDTH_PX - x_px
            sides |= {"start": "right", "end": "left"}
        self._ground.text(
            x_px,
            y_px + _HALF_A_LETTER * size * _DPI / _POINTS,
            words,
            color=color,
            ha=sides[align],
            va="baseline",
            **style(size, bold=bold),
        )

    def label(self, x_px: float, y_px: float, words: str, *, color: str = QUIET) -> None:
        """Write below a place of an axis, which stays where it is in every language."""
        x_px = WIDTH_PX - x_px if self._mirrored else x_px
        self.write(x_px, y_px, words, color=color, align="middle")

    def song(self, x_px: float, y_px: float, title: str, artist: str) -> None:
        """Write a song's title and, quieter, as much of its artist as has room.

        Where there are no shapes for the letters of one, the other stands alone.
        """
        room_px = WIDTH_PX - MARGIN_PX - x_px
        title, artist = (words if drawable(words) else "" for words in (title, artist))
        if not title:
            self.write(x_px, y_px, artist or say("card-see-message"), color=QUIET, room_px=room_px)
            return
        title = shortened(self.figure, title, BODY, room_px)
        self.write(x_px, y_px, title)
        left_px = room_px - width_px(self.figure, title, BODY) - _BESIDE_TITLE_PX
        if artist and left_px > _LEAST_ARTIST_PX:
            artist = shortened(self.figure, artist, SMALL, left_px)
            x_px += room_px - left_px
            self.write(x_px, y_px, artist, size=SMALL, color=QUIET)

    def rule(self, y_px: float) -> None:
        """A line across, between two parts."""
        self._ground.plot([MARGIN_PX, WIDTH_PX - MARGIN_PX], [y_px, y_px], color=GRID, lw=2)

    def dot(self, x_px: float, y_px: float, color: str, *, hollow: bool = False) -> None:
        """A dot that explains a colour."""
        across_px = WIDTH_PX - x_px if self._mirrored else x_px
        face = PAPER if hollow else color
        self._ground.plot([across_px], [y_px], "o", ms=17, mfc=face, mec=color, mew=3)

    def badge(self, x_px: float, y_px: float, number: str, color: str) -> None:
        """A number in a bubble, as on the plane."""
        across_px = WIDTH_PX - x_px if self._mirrored else x_px
        self._ground.plot([across_px], [y_px], "o", ms=31, color=color, mew=0)
        self.write(x_px, y_px, number, size=SMALL, color=PAPER, bold=True, align="middle")

    def legend(self, top_px: float, entries: Sequence[tuple[str, str, bool]]) -> float:
        """Words in three columns with a dot each, of this colour and hollow or not.

        Returns where the rows end.
        """
        column_px = (WIDTH_PX - 2 * MARGIN_PX) / _LEGEND_COLUMNS
        for index, (words, colour, hollow) in enumerate(entries):
            row, column = divmod(index, _LEGEND_COLUMNS)
            x_px, y_px = MARGIN_PX + column * column_px, top_px + row * _LEGEND_ROW_PX
            self.dot(x_px + 12, y_px, colour, hollow=hollow)
            self.write(x_px + 40, y_px, words, room_px=column_px - 56)
        return top_px + legend_px(len(entries))

    def bar(self, x_px: float, y_px: float, width_px: float, color: str) -> None:
        """A bar as high as a line."""
        left_px = WIDTH_PX - x_px - width_px if self._mirrored else x_px
        self._ground.barh(y_px, width_px, height=36, left=left_px, color=color)

    def axes(self, left_px: float, top_px: float, width_px: float, height_px: float) -> Axes:
        """A plain field to draw data in, without ticks."""
        bottom = 1 - (top_px + height_px) / self._height_px
        place = (left_px / WIDTH_PX, bottom, width_px / WIDTH_PX, height_px / self._height_px)
        axes = self.figure.add_axes(place, facecolor=PLANE, xticks=[], yticks=[])
        for spine in axes.spines.values():
            spine.set_color(GRID)
        return axes

    def png(self) -> bytes:
        """The sheet as PNG; equal sheets give equal bytes."""
        return as_png(self.figure)


def legend_px(entries: int) -> float:
    """The height of a legend with so many entries, from the middle of one line to the next's."""
    return -(-entries // _LEGEND_COLUMNS) * _LEGEND_ROW_PX


def alt_text(words: str) -> str:
    """A picture's description, at most as long as platforms take it."""
    if len(words) <= _LONGEST_DESCRIPTION:
        return words
    return words[: _LONGEST_DESCRIPTION - 2].rpartition(" ")[0] + " …"
