"""A week in one picture: seven days of moods, how they moved, and the songs that were liked."""

from __future__ import annotations

from datetime import timedelta

from bot.presenters.dates import days_between, weekday_name
from bot.presenters.history import counted, draw_legend, ranked
from bot.presenters.language import all_of, say
from bot.presenters.look import (
    GRID,
    HEART,
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
from core.domain.personal_data import StoredTrack
from core.domain.week import DAYS, Week, mean_mood

SIZE_PX = (WIDTH_PX, 1350)
"""Width and height: 4:5, which chat apps show whole on a phone."""

_TOP_PX, _HIGH_PX = 270, 340
_DAY_PX = (WIDTH_PX - 2 * MARGIN_PX) / DAYS

_MOODS_NAMED = 6
_SONGS_NAMED = 3


def draw_week(week: Week) -> bytes:
    """Draw the week as PNG; equal ones give equal bytes. Call it in a thread."""
    sheet = Sheet(SIZE_PX[1])
    sheet.headline(_title(week), beside=days_between(week.first, week.last), below=_change(week))
    _draw_days(sheet, week)
    entries = [(counted(*pair), MOOD_COLOURS[pair[0]], False) for pair in ranked(week.moods)]
    draw_legend(sheet, 776, entries[:_MOODS_NAMED])
    _draw_music(sheet, week)
    return sheet.png()


def describe_week(week: Week) -> str:
    """The picture in words, for people who cannot see it."""
    days = [
        say(
            "week-described-day",
            day=weekday_name(week.first + timedelta(number)),
            moods=all_of([counted(*pair) for pair in ranked(moods)]),
        )
        for number, moods in enumerate(week.days)
        if moods
    ]
    sentences = [
        say(
            "week-described",
            title=_title(week),
            dates=days_between(week.first, week.last),
            change=_change(week),
        ),
        *(say("week-described-days", days="; ".join(days)) for _ in days[:1]),
        say("week-described-lists", lists=say("week-lists", count=week.lists_made)),
    ]
    if week.liked:
        songs = all_of([_heading(track) for track in week.liked[:_SONGS_NAMED]])
        sentences.append(say("week-described-liked", songs=songs))
    return alt_text(" ".join(sentences))


def _draw_days(sheet: Sheet, week: Week) -> None:
    """A column for each day with its moods between dark and bright, and the way of the days."""
    axes = sheet.axes(MARGIN_PX, _TOP_PX, DAYS * _DAY_PX, _HIGH_PX)
    axes.set(xlim=(-0.5, DAYS - 0.5), ylim=(-1.12, 1.12))
    axes.axhline(0, color=GRID, lw=2, zorder=1)
    means = [(day, mean_mood(moods)) for day, moods in enumerate(week.days)]
    way = [(day, mean.valence) for day, mean in means if mean]
    axes.plot(*zip(*way, strict=True) if way else ((), ()), color=INK, lw=4.5, zorder=2)
    for day, moods in enumerate(week.days):
        if day:
            axes.axvline(day - 0.5, color=GRID, lw=2, zorder=1)
        for place, mood in enumerate(moods, start=1):
            x = day - 0.5 + place / (len(moods) + 1)
            colour = MOOD_COLOURS[mood.label]
            face, edge = (PLANE, 4) if mood.told else (colour, 0)
            axes.plot(
                x, mood.affect.valence, "o", ms=21 - edge, mfc=face, mec=colour, mew=edge, zorder=3
            )
        middle_px = MARGIN_PX + (day + 0.5) * _DAY_PX
        name, below_px = weekday_name(week.first + timedelta(day)), _TOP_PX + _HIGH_PX + 76
        color = INK if moods else QUIET
        sheet.label(middle_px, below_px, name, color=color, room_px=_DAY_PX - 8)
    for y_px, edge in ((_TOP_PX - 28, "right"), (_TOP_PX + _HIGH_PX + 28, "left")):
        sheet.write(MARGIN_PX, y_px, say("plane-edge", edge=edge), size=SMALL, color=QUIET)


def _draw_music(sheet: Sheet, week: Week) -> None:
    """How many lists there were, and the latest songs that were liked."""
    room_px = WIDTH_PX - 2 * MARGIN_PX
    lists = say("week-lists", count=week.lists_made)
    sheet.rule(916)
    if not week.liked:
        sheet.write(MARGIN_PX, 972, lists, color=QUIET, room_px=room_px)
        return
    sheet.write(MARGIN_PX, 972, say("week-liked"), bold=True)
    sheet.write(WIDTH_PX - MARGIN_PX, 972, lists, size=SMALL, color=QUIET, align="end")
    for row, track in enumerate(week.liked[:_SONGS_NAMED]):
        y_px = 1046 + row * 70
        sheet.write(MARGIN_PX, y_px, "♥", color=HEART)
        sheet.song(MARGIN_PX + 56, y_px, track.title, ", ".join(track.artists))
    more = len(week.liked) - _SONGS_NAMED
    if more > 0:
        y_px = 1046 + _SONGS_NAMED * 70
        sheet.write(MARGIN_PX + 56, y_px, say("week-liked-more", count=more), color=QUIET)


def _title(week: Week) -> str:
    often = week.most_frequent
    return say("week-title", emotion=often.value) if often else say("week-title-quiet")


def _change(week: Week) -> str:
    """How the week differs from the one before, or how many moods it has where that is unknown."""
    mean, before = week.mean, week.before
    if mean is None:
        return say("week-no-mood")
    if before is None:
        return say("week-moods", count=len(week.moods))
    return change_words(
        "change-from-week", mean.valence - before.valence, mean.arousal - before.arousal
    )


def _heading(track: StoredTrack) -> str:
    return f"{', '.join(track.artists)} – {track.title}" if track.artists else track.title
