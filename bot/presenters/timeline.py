"""The course of a mood over a video: as a picture, in words and as JSON."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np
from fluent.runtime.types import FluentFloat
from matplotlib.axes import Axes
from matplotlib.figure import Figure, FigureBase

from bot.presenters.language import all_of, percent, say
from bot.presenters.look import GRID, INK, PLANE, QUIET, as_png, blank
from core.domain.emotion import Emotion
from core.domain.mood_timeline import OBSERVATION_S, Moment, MoodTimeline

SIZE_PX = (1080, 1080)
"""Width and height: square, which chat apps show whole on a phone."""

_COLOURS: Mapping[Emotion, str] = MappingProxyType(
    {
        Emotion.HAPPY: "#ffb454",
        Emotion.SURPRISE: "#ff8fc7",
        Emotion.NEUTRAL: "#8d95a8",
        Emotion.SAD: "#5b9dff",
        Emotion.FEAR: "#b18cff",
        Emotion.DISGUST: "#8fce6a",
        Emotion.ANGRY: "#ff6257",
    }
)
"""In the order in which they are stacked, from the bottom up."""

_LONGEST_GAP = 2.5
"""So many intervals without a face, and the course is drawn as broken off."""

_WORTH_NAMING_S = 0.5
_NAMED_IN_STRIP = 4


def draw_timeline(timeline: MoodTimeline) -> bytes:
    """Draw the course; the same one gives the same PNG. Takes some 0.2 s: call it in a thread."""
    figure = blank(SIZE_PX)
    _draw_headline(figure, timeline)
    _draw_course(figure, timeline, (0.07, 0.52, 0.86, 0.35))
    _draw_seconds(figure, timeline)
    return as_png(figure)


def draw_strip(figure: FigureBase, timeline: MoodTimeline) -> None:
    """Draw the course small, over a low and wide figure, with the longest moods named below."""
    _draw_course(figure, timeline, (0.07, 0.53, 0.86, 0.42))
    seconds = timeline.seconds(math.inf)
    longest = sorted(seconds, key=lambda emotion: -seconds[emotion])[:_NAMED_IN_STRIP]
    for column, emotion in enumerate(longest):
        if seconds[emotion] >= _WORTH_NAMING_S:
            words = say("timeline-mood", emotion=emotion, time=_in_seconds(seconds[emotion]))
            x = 0.07 + 0.86 * column / _NAMED_IN_STRIP
            figure.text(x, 0.17, words, color=_COLOURS[emotion], fontsize=18, va="center")


def describe_timeline(timeline: MoodTimeline) -> str:
    """The picture in words, for people who cannot see it."""
    seconds = timeline.seconds(math.inf)
    named = [
        say("timeline-alt-mood", emotion=emotion, time=_in_seconds(spent_s))
        for emotion, spent_s in sorted(seconds.items(), key=lambda pair: -pair[1])
        if spent_s >= _WORTH_NAMING_S or emotion is timeline.majority.emotion
    ]
    majority = timeline.majority
    return say(
        "timeline-alt",
        time=_in_seconds(sum(seconds.values())),
        parts=all_of(named),
        emotion=majority.emotion,
        share=percent(majority.share),
    )


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


def _draw_headline(figure: Figure, timeline: MoodTimeline) -> None:
    majority = timeline.majority
    share = percent(majority.share)
    headline = say("timeline-headline", emotion=majority.emotion, share=share)
    figure.text(0.07, 0.935, headline, color=INK, fontsize=29, fontweight="bold", va="center")
    figure.text(0.93, 0.935, "moodmix", color=QUIET, fontsize=18, va="center", ha="right")


def _draw_course(
    figure: FigureBase, timeline: MoodTimeline, place: tuple[float, float, float, float]
) -> None:
    """The probabilities over time, stacked to 1; the place is left, bottom, width and height."""
    axes = figure.add_axes(place)
    half_s = timeline.interval_s / 2
    first, last = timeline.moments[0], timeline.moments[-1]
    axes.set(xlim=(first.time_s - half_s, last.time_s + half_s), ylim=(0, 1))
    axes.set(facecolor=PLANE, yticks=[])
    axes.tick_params(colors=QUIET, labelsize=17, length=0, pad=10)
    axes.xaxis.set_major_formatter(lambda seconds, _: say("in-seconds", seconds=seconds))
    axes.locator_params(axis="x", nbins=6)
    for spine in axes.spines.values():
        spine.set_color(GRID)
    for run in _unbroken(timeline.moments, _LONGEST_GAP * timeline.interval_s):
        _draw_run(axes, run, half_s)


def _draw_run(axes: Axes, run: Sequence[Moment], half_s: float) -> None:
    """One stretch without a gap; each end reaches as far as a moment stands for."""
    times_s = [run[0].time_s - half_s, *(moment.time_s for moment in run), run[-1].time_s + half_s]
    shares = np.array(
        [[moment.emotion.probabilities[emotion] for moment in run] for emotion in _COLOURS]
    )
    axes.stackplot(times_s, np.pad(shares, ((0, 0), (1, 1)), mode="edge"), colors=_COLOURS.values())


def _unbroken(moments: Sequence[Moment], longest_gap_s: float) -> Iterator[list[Moment]]:
    run = [moments[0]]
    for moment in moments[1:]:
        if moment.time_s - run[-1].time_s > longest_gap_s:
            yield run
            run = []
        run.append(moment)
    yield run


def _draw_seconds(figure: Figure, timeline: MoodTimeline) -> None:
    """A bar for the seconds of each emotion, longest first, which also explains the colours."""
    seconds = timeline.seconds(math.inf)
    order = sorted(seconds, key=lambda emotion: (-seconds[emotion], list(_COLOURS).index(emotion)))
    axes = figure.add_axes((0.28, 0.05, 0.53, 0.37))
    axes.set(xlim=(0, max(seconds.values())), ylim=(len(order) - 0.4, -0.6))
    axes.axis("off")
    for row, emotion in enumerate(order):
        shown = seconds[emotion] > 0
        axes.barh(row, seconds[emotion], height=0.62, color=_COLOURS[emotion])
        for x, word, side in (
            (-0.03, say("emotion-name", emotion=emotion), "right"),
            (1.22, _in_seconds(seconds[emotion]), "right"),
        ):
            axes.text(
                x,
                row,
                word,
                transform=axes.get_yaxis_transform(),
                color=INK if shown else QUIET,
                fontsize=20,
                ha=side,
                va="center",
            )


def _in_seconds(seconds: float) -> str:
    digits = int(0 < seconds < 10)  # noqa: PLR2004 - two digits are enough
    shown = FluentFloat(seconds, minimumFractionDigits=digits, maximumFractionDigits=digits)
    return say("in-seconds", seconds=shown)
