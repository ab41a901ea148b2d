"""Mood history: the moods of days, weeks or a year, as a picture and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from statistics import median

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from bot.presenters.dates import days_between, day_name
from bot.presenters.language import all_of, say
from bot.presenters.lettering import families
from bot.presenters.look import (
    GRID,
    INK,
    MARGIN_PX,
    MOOD_COLOURS,
    PLANE,
    QUIET,
    SMALL,
    WIDTH_PX,
    Sheet,
    alt_text,
    change_words,
)
from core.domain.affect import Affect
from core.domain.emotion import Emotion
from core.domain.mood import MoodPoint
from core.domain.week import DAYS, mean_mood, most_frequent

SIZE_PX = (WIDTH_PX, 1350)
"""Width and height: 4:5, which chat apps show whole on a phone."""

_WIDE_PX = WIDTH_PX - 2 * MARGIN_PX

_BRIGHTNESS, _ENERGY, _RIBBON = (270, 340), (724, 170), (962, 50)
"""Top and height of each field, in pixels."""

_DAY_S = 86_400.0

_BY_DAY = 70
"""From so many days on the ribbon has a column for each week, of which a phone shows enough."""

_DATES = 4
"""Dates that fit below."""

_SMOOTHING = 1 / 36
"""Width of the bell that smooths, as a share of the whole time."""

_AT_LEAST_GAPS = 0.8
"""The bell's least width, as a share of the usual time between two moods."""

_CROWDED = 100
"""From so many moods on, the course is drawn over their dots."""

_LONGEST_GAP = 3.0
"""Over more bells than this without a mood, the course is broken off."""


def draw_history(moods: Sequence[MoodPoint]) -> bytes:
    """Draw moods, oldest first, as PNG; equal ones give equal bytes. Call it in a thread.

    Raises ValueError where there is none.
    """
    if not moods:
        raise ValueError("a history needs a mood")
    sheet = Sheet(SIZE_PX[1])
    first, last = moods[0].at, moods[-1].at
    sheet.headline(_title(moods), beside=days_between(first, last), below=_change(moods))
    spans = _Span(moods)
    _draw_course(sheet, spans, [mood.affect.valence for mood in moods], _BRIGHTNESS, 1.0)
    _name_ends(sheet, _BRIGHTNESS, "right", "left")
    _draw_course(sheet, spans, [mood.affect.arousal for mood in moods], _ENERGY, 0.6)
    _name_ends(sheet, _ENERGY, "top", "bottom")
    _draw_ribbon(sheet, spans)
    _draw_legend(sheet, moods)
    return sheet.png()


def describe_history(moods: Sequence[MoodPoint]) -> str:
    """The picture in words, for people who cannot see it."""
    words = say(
        "history-described",
        count=len(moods),
        dates=days_between(moods[0].at, moods[-1].at),
        moods=all_of([counted(emotion, number) for emotion, number in ranked(moods)]),
        change=_change(moods),
    )
    told = sum(mood.told for mood in moods)
    if told and len(moods) > 1:
        words += " " + say("history-described-told", told=told)
    return alt_text(words)


def ranked(moods: Sequence[MoodPoint]) -> list[tuple[Emotion, int]]:
    """Each mood that was noted with how often, the most frequent first."""
    return Counter(mood.label for mood in moods).most_common()


def counted(emotion: Emotion, number: int) -> str:
    """A mood and how often it was noted."""
    return say("mood-count", emotion=emotion.value, count=number)


class _Span:
    """The time from the first mood to the last, in whole columns of the ribbon."""

    def __init__(self, moods: Sequence[MoodPoint]) -> None:
        self.moods = moods
        self.first = _midnight(moods[0].at)
        days = (_midnight(moods[-1].at) - self.first).days + 1
        self.column_days = 1 if days <= _BY_DAY else DAYS
        self.columns = -(-days // self.column_days)
        self.whole_s = self.columns * self.column_days * _DAY_S
        self.times_s = np.array([(mood.at - self.first).total_seconds() for mood in moods])
        usual_s = median(np.diff(self.times_s)) if len(moods) > 1 else 0.0
        self.bell_s = max(self.whole_s * _SMOOTHING, usual_s * _AT_LEAST_GAPS)

    def stretches(self) -> Iterator[NDArray[np.float64]]:
        """Times of the course to draw, each stretch without a gap."""
        began = 0
        for index, gap in enumerate([*np.diff(self.times_s), np.inf]):
            if gap > _LONGEST_GAP * self.bell_s:
                if index > began:
                    yield np.linspace(self.times_s[began], self.times_s[index], 200)
                began = index + 1

    def smooth(self, values: NDArray[np.float64], at_s: NDArray[np.float64]) -> NDArray[np.float64]:
        """The values at these times, each the mean of those around it under a bell."""
        distances = (at_s[:, None] - self.times_s[None]) / self.bell_s
        nearest = np.abs(distances).min(axis=1, keepdims=True)
        weights = np.exp((nearest**2 - distances**2) / 2)
        return np.asarray(weights @ values / weights.sum(axis=1))


def _draw_course(
    sheet: Sheet, span: _Span, values: Sequence[float], place: tuple[float, float], scale: float
) -> None:
    """The moods as dots in their colours, and the smooth course through them."""
    axes = _field(sheet, span, place)
    axes.set(ylim=(-1.12, 1.12))
    axes.axhline(0, color=GRID, lw=2, zorder=1)
    across = max(6.0, 19.0 - 0.028 * len(values)) * scale
    for mood, time_s, value in zip(span.moods, span.times_s, values, strict=True):
        colour = MOOD_COLOURS[mood.label]
        face, edge = (PLANE, across / 5) if mood.told else (colour, 0)
        axes.plot(time_s, value, "o", ms=across - edge, mfc=face, mec=colour, mew=edge, zorder=3)
    above = 4 if len(values) > _CROWDED else 2
    for at_s in span.stretches():
        course = span.smooth(np.array(values), at_s)
        for width, colour in ((9, PLANE), (4.5, INK)):
            axes.plot(
                at_s, course, color=colour, lw=width * scale, zorder=above, solid_capstyle="round"
            )


def _draw_ribbon(sheet: Sheet, span: _Span) -> None:
    """Days or weeks as columns, stacked with the share of each mood; below them a few dates."""
    axes = _field(sheet, span, _RIBBON)
    axes.set(ylim=(0, 1))
    column_s = span.column_days * _DAY_S
    wide_s = column_s - 3 * span.whole_s / _WIDE_PX
    for column in range(span.columns):
        began_s = column * column_s
        labels = [
            mood.label
            for mood, time_s in zip(span.moods, span.times_s, strict=True)
            if began_s <= time_s < began_s + column_s
        ]
        bottom = 0.0
        for emotion, colour in MOOD_COLOURS.items():
            share = labels.count(emotion) / max(1, len(labels))
            axes.bar(began_s, share, wide_s, bottom, align="edge", color=colour)
            bottom += share
    step = -(-span.columns // _DATES)
    for column in range(0, span.columns, step):
        day = span.first + timedelta(column * span.column_days)
        axes.annotate(
            day_name(day),
            (column / span.columns, 0),
            (0, -26),
            xycoords="axes fraction",
            textcoords="offset points",
            color=QUIET,
            fontsize=SMALL,
            family=families(),
            va="center_baseline",
        )


def _draw_legend(sheet: Sheet, moods: Sequence[MoodPoint]) -> None:
    """What the colours stand for, most frequent first, and which dots are a person's own word."""
    entries = [(counted(*pair), MOOD_COLOURS[pair[0]], False) for pair in ranked(moods)]
    if any(mood.told for mood in moods):
        entries += [(say("history-read"), QUIET, False), (say("history-told"), QUIET, True)]
    draw_legend(sheet, 1130, entries)


def draw_legend(sheet: Sheet, top_px: float, entries: Sequence[tuple[str, str, bool]]) -> None:
    """Three columns of words with a dot each, of this colour and hollow or not."""
    column_px, row_px = _WIDE_PX / 3, 68
    for index, (words, colour, hollow) in enumerate(entries):
        x_px, y_px = MARGIN_PX + index % 3 * column_px, top_px + index // 3 * row_px
        sheet.dot(x_px + 12, y_px, colour, hollow=hollow)
        sheet.write(x_px + 40, y_px, words, room_px=column_px - 56)


def _field(sheet: Sheet, span: _Span, place: tuple[float, float]) -> Axes:
    top_px, height_px = place
    axes = sheet.axes(MARGIN_PX, top_px, _WIDE_PX, height_px)
    axes.set(xlim=(0, span.whole_s))
    return axes


def _name_ends(sheet: Sheet, place: tuple[float, float], upper: str, lower: str) -> None:
    top_px, height_px = place
    for y_px, edge in ((top_px - 28, upper), (top_px + height_px + 28, lower)):
        sheet.write(MARGIN_PX, y_px, say("plane-edge", edge=edge), size=SMALL, color=QUIET)


def _title(moods: Sequence[MoodPoint]) -> str:
    often = most_frequent(moods)
    assert often is not None  # noqa: S101 - there is a mood
    if len(moods) == 1:
        return say("history-title-one", emotion=often.value)
    days = (_midnight(moods[-1].at) - _midnight(moods[0].at)).days + 1
    if days < 2 * DAYS:
        return say("history-title-days", days=days, emotion=often.value)
    return say("history-title-weeks", weeks=round(days / DAYS), emotion=often.value)


def _change(moods: Sequence[MoodPoint]) -> str:
    """How the later half of the moods differs from the earlier; "" for a single one."""
    half = len(moods) // 2
    before, after = mean_mood(moods[:half]), mean_mood(moods[half:])
    if before is None or after is None:
        return ""
    return change_words(
        "change-from-start", after.valence - before.valence, after.arousal - before.arousal
    )


def _midnight(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
