"""The course of a mood over a video: as a picture, in words and as JSON."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from fluent.runtime.types import FluentFloat
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from bot.presenters.language import all_of, percent, say
from bot.presenters.lettering import families
from bot.presenters.look import (
    INK,
    MARGIN_PX,
    MOOD_COLOURS,
    QUIET,
    SMALL,
    WIDTH_PX,
    Sheet,
    alt_text,
)
from core.domain.mood_timeline import OBSERVATION_S, Moment, MoodTimeline

SIZE_PX = (WIDTH_PX, 1080)
"""Width and height: square, which chat apps show whole on a phone."""

_LONGEST_GAP = 2.5
"""So many intervals without a face, and the course is drawn as broken off."""

_WORTH_NAMING_S = 0.5
_NAMED_IN_STRIP = 3

_ROWS_PX, _ROW_PX = 644, 62
_BARS_PX, _TIMES_PX, _TIME_PX = 320, WIDTH_PX - MARGIN_PX, 140
"""Where bars begin, where their times end, and the room for a time."""


def draw_timeline(timeline: MoodTimeline) -> bytes:
    """Draw the course as PNG; the same one gives the same bytes. Call it in a thread."""
    sheet = Sheet(SIZE_PX[1])
    majority = timeline.majority
    share = percent(majority.share)
    sheet.headline(say("timeline-headline", emotion=majority.emotion, share=share))
    _draw_course(sheet, timeline, 190, 340)
    _draw_seconds(sheet, timeline)
    return sheet.png()


def draw_strip(sheet: Sheet, timeline: MoodTimeline, top_px: float) -> None:
    """Draw the course small and low from there on, with the longest moods named below."""
    _draw_course(sheet, timeline, top_px, 104)
    seconds = timeline.seconds(math.inf)
    longest = sorted(seconds, key=lambda emotion: -seconds[emotion])[:_NAMED_IN_STRIP]
    entries = [
        (
            say("timeline-mood", emotion=emotion, time=_in_seconds(seconds[emotion])),
            MOOD_COLOURS[emotion],
            False,
        )
        for emotion in longest
        if seconds[emotion] >= _WORTH_NAMING_S
    ]
    sheet.legend(top_px + 196, entries)


def describe_timeline(timeline: MoodTimeline) -> str:
    """The picture in words, for people who cannot see it."""
    seconds = timeline.seconds(math.inf)
    named = [
        say("timeline-alt-mood", emotion=emotion, time=_in_seconds(spent_s))
        for emotion, spent_s in sorted(seconds.items(), key=lambda pair: -pair[1])
        if spent_s >= _WORTH_NAMING_S or emotion is timeline.majority.emotion
    ]
    majority = timeline.majority
    words = say(
        "timeline-alt",
        time=_in_seconds(sum(seconds.values())),
        parts=all_of(named),
        emotion=majority.emotion,
        share=percent(majority.share),
    )
    return alt_text(words)


def timeline_as_json(timeline: MoodTimeline) -> dict[str, Any]:
    """The readings and all moments as plain JSON values; times and durations in seconds."""
    majority, mean = timeline.majority, timeline.mean
    return {
        "observation_s": OBSERVATION_S,
        "seconds": {emotion.value: round(s, 2) for emotion, s in timeline.seconds().items()},
        "majority": {"label": majority.emotion.value, "share": round(majority.share, 4)},
        "mean": {"label": mean.label.value, "confidence": round(mean.confidence, 4)},
        "moments": [
            {
                "time_s": round(moment.time_s, 2),
                "label": moment.emotion.label.value,
                "probabilities": {
                    emotion.value: round(p, 4)
                    for emotion, p in moment.emotion.probabilities.items()
                },
            }
            for moment in timeline.moments
        ],
    }


def _draw_course(sheet: Sheet, timeline: MoodTimeline, top_px: float, height_px: float) -> None:
    """The probabilities over time, stacked to 1, with a few times below."""
    axes = sheet.axes(MARGIN_PX, top_px, WIDTH_PX - 2 * MARGIN_PX, height_px)
    half_s = timeline.interval_s / 2
    first, last = timeline.moments[0], timeline.moments[-1]
    axes.set(xlim=(first.time_s - half_s, last.time_s + half_s), ylim=(0, 1))
    axes.xaxis.set_major_locator(MaxNLocator(nbins=5))
    axes.xaxis.set_major_formatter(lambda seconds, _: say("in-seconds", seconds=seconds))
    axes.tick_params(
        colors=QUIET, labelsize=SMALL, labelfontfamily=list(families()), length=0, pad=10
    )
    for run in _unbroken(timeline.moments, _LONGEST_GAP * timeline.interval_s):
        _draw_run(axes, run, half_s)


def _draw_run(axes: Axes, run: Sequence[Moment], half_s: float) -> None:
    """One stretch without a gap; each end reaches as far as a moment stands for."""
    times_s = [run[0].time_s - half_s, *(moment.time_s for moment in run), run[-1].time_s + half_s]
    shares = np.array(
        [[moment.emotion.probabilities[emotion] for moment in run] for emotion in MOOD_COLOURS]
    )
    axes.stackplot(
        times_s, np.pad(shares, ((0, 0), (1, 1)), mode="edge"), colors=MOOD_COLOURS.values()
    )


def _unbroken(moments: Sequence[Moment], longest_gap_s: float) -> Iterator[list[Moment]]:
    run = [moments[0]]
    for moment in moments[1:]:
        if moment.time_s - run[-1].time_s > longest_gap_s:
            yield run
            run = []
        run.append(moment)
    yield run


def _draw_seconds(sheet: Sheet, timeline: MoodTimeline) -> None:
    """A bar for the seconds of each emotion, longest first, which also explains the colours."""
    seconds = timeline.seconds(math.inf)
    order = sorted(
        seconds, key=lambda emotion: (-seconds[emotion], list(MOOD_COLOURS).index(emotion))
    )
    longest_px = _TIMES_PX - _BARS_PX - _TIME_PX
    for row, emotion in enumerate(order):
        y_px = _ROWS_PX + row * _ROW_PX
        color = INK if seconds[emotion] > 0 else QUIET
        name = say("emotion-name", emotion=emotion)
        sheet.write(MARGIN_PX, y_px, name, color=color, room_px=_BARS_PX - MARGIN_PX - 20)
        wide_px = longest_px * seconds[emotion] / max(seconds.values())
        sheet.bar(_BARS_PX, y_px, wide_px, MOOD_COLOURS[emotion])
        time = _in_seconds(seconds[emotion])
        sheet.write(_TIMES_PX, y_px, time, color=color, align="end", room_px=_TIME_PX - 16)


def _in_seconds(seconds: float) -> str:
    digits = int(0 < seconds < 10)  # noqa: PLR2004 - two digits are enough
    shown = FluentFloat(seconds, minimumFractionDigits=digits, maximumFractionDigits=digits)
    return say("in-seconds", seconds=shown)
