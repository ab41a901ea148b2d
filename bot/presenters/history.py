"""Mood history: the moods of days, weeks or a year, as a picture and in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from statistics import median

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from numpy.typing import NDArray

from bot.presenters.dates import day_name, days_between
from bot.presenters.language import all_of, say
from bot.presenters.lettering import style
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
    legend_px,
)
from bot.presenters.moods import change_words
from core.domain.emotion import Emotion
from core.domain.mood import MoodPoint
from core.domain.week import DAYS, mean_mood, most_frequent

HISTORY = timedelta(weeks=12)
"""How far a mood history goes back."""

_WIDE_PX = WIDTH_PX - 2 * MARGIN_PX

_BRIGHTNESS, _ENERGY, _RIBBON = (286, 340), (740, 170), (978, 50)
"""Top and height of each field, in pixels."""

_LEGEND_PX = 1150
"""Where the legend begins; three rows of it make a picture of 4:5."""

_DAY_S = 86_400.0

_BY_DAY = 70
"""From so many days on the ribbon has a column for each week, of which a phone shows enough."""

_BETWEEN_COLUMNS_PX = 3

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
    legend = mood_legend(moods)
    sheet = Sheet(_LEGEND_PX + round(legend_px(len(legend))))
    first, last = moods[0].at, moods[-1].at
    sheet.headline(_title(moods), beside=days_between(first, last), below=_change(moods))
    spans = _Span(moods)
    _draw_course(sheet, spans, [mood.affect.valence for mood in moods], _BRIGHTNESS, 1.0)
    name_ends(sheet, _BRIGHTNESS, "right", "left")
    _draw_course(sheet, spans, [mood.affect.arousal for mood in moods], _ENERGY, 0.6)
    name_ends(sheet, _ENERGY, "top", "bottom")
    _draw_ribbon(sheet, spans)
    sheet.legend(_LEGEND_PX, legend)
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


def mood_legend(moods: Sequence[MoodPoint]) -> list[tuple[str, str, bool]]:
    """A legend: moods, the most frequent first, and which dots are a person's own word."""
    entries = [(counted(*pair), MOOD_COLOURS[pair[0]], False) for pair in ranked(moods)]
    if any(mood.told for mood in moods):
        entries += [(say("history-read"), QUIET, False), (say("history-told"), QUIET, True)]
    return entries


def draw_moods(
    axes: Axes, moods: Sequence[MoodPoint], xs: Sequence[float], ys: Sequence[float], across: float
) -> None:
    """Dots in the moods' colours, rings for a person's own word; across: in points."""
    colours = [MOOD_COLOURS[mood.label] for mood in moods]
    faces = [PLANE if mood.told else colour for mood, colour in zip(moods, colours, strict=True)]
    axes.scatter(
        xs,
        ys,
        s=(0.8 * across) ** 2,
        facecolors=faces,
        edgecolors=colours,
        linewidths=across / 5,
        zorder=3,
        clip_on=False,
    )


def name_ends(sheet: Sheet, place: tuple[float, float], upper: str, lower: str) -> None:
    """Write the names of an axis' two ends above and below a field of this top and height."""
    top_px, height_px = place
    for y_px, edge in ((top_px - 28, upper), (top_px + height_px + 28, lower)):
        sheet.write(MARGIN_PX, y_px, say("plane-edge", edge=edge), size=SMALL, color=QUIET)


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
    draw_moods(axes, span.moods, list(span.times_s), values, across)
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
    gap_s = _BETWEEN_COLUMNS_PX * span.whole_s / _WIDE_PX
    pieces, colours = [], []
    labels = defaultdict(list)
    for mood, time_s in zip(span.moods, span.times_s, strict=True):
        labels[int(time_s // column_s)].append(mood.label)
    for column, noted in labels.items():
        left, right, bottom = column * column_s, (column + 1) * column_s - gap_s, 0.0
        for emotion, colour in MOOD_COLOURS.items():
            top = bottom + noted.count(emotion) / len(noted)
            if top > bottom:
                pieces.append([(left, bottom), (right, bottom), (right, top), (left, top)])
                colours.append(colour)
            bottom = top
    axes.add_collection(PolyCollection(pieces, facecolors=colours), autolim=False)
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
            va="center_baseline",
            **style(SMALL),
        )


def _field(sheet: Sheet, span: _Span, place: tuple[float, float]) -> Axes:
    top_px, height_px = place
    axes = sheet.axes(MARGIN_PX, top_px, _WIDE_PX, height_px)
    axes.set(xlim=(0, span.whole_s))
    return axes


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
    return change_words("start", after.valence - before.valence, after.arousal - before.arousal)


def _midnight(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
