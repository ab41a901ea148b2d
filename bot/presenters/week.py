"""A week in one picture: seven days of moods, how they moved, and the songs that were liked."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from bot.presenters.dates import days_between, weekday_name
from bot.presenters.history import counted, draw_moods, mood_legend, name_ends, ranked
from bot.presenters.language import all_of, row_of, say
from bot.presenters.lettering import width_px
from bot.presenters.look import (
    BODY,
    GRID,
    HEART,
    INK,
    MARGIN_PX,
    QUIET,
    SMALL,
    WIDTH_PX,
    Sheet,
    alt_text,
    legend_px,
)
from bot.presenters.moods import change_words
from core.domain.personal_data import StoredTrack
from core.domain.week import DAYS, Week, mean_mood

_TOP_PX, _HIGH_PX = 286, 340
_DAY_PX = (WIDTH_PX - 2 * MARGIN_PX) / DAYS

_LEGEND_PX, _MUSIC_PX, _SONG_PX = 794, 130, 68
"""Where the legend begins, and the heights of the line about music and of each song below."""

_BETWEEN_DAYS_PX = 12

_SONGS_NAMED = 3


def draw_week(week: Week) -> bytes:
    """Draw the week as PNG; equal ones give equal bytes. Call it in a thread."""
    entries = mood_legend(week.moods)
    music_px = _LEGEND_PX + legend_px(len(entries))
    named = min(len(week.liked), _SONGS_NAMED + 1)
    sheet = Sheet(round(music_px) + _MUSIC_PX + named * _SONG_PX)
    sheet.headline(_title(week), beside=days_between(week.first, week.last), below=_change(week))
    _draw_days(sheet, week)
    sheet.legend(_LEGEND_PX, entries)
    _draw_music(sheet, week, music_px)
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
        *(say("week-described-days", days=row_of(days)) for _ in days[:1]),
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
    names = _day_names(sheet, week)
    means = [mean_mood(moods) for moods in week.days]
    for day, (mean, after) in enumerate(pairwise(means)):
        if mean and after:
            axes.plot([day, day + 1], [mean.valence, after.valence], color=INK, lw=4.5, zorder=2)
    for day, moods in enumerate(week.days):
        if day:
            axes.axvline(day - 0.5, color=GRID, lw=2, zorder=1)
        xs = [day - 0.5 + place / (len(moods) + 1) for place in range(1, len(moods) + 1)]
        draw_moods(axes, moods, xs, [mood.affect.valence for mood in moods], 21)
        middle_px = MARGIN_PX + (day + 0.5) * _DAY_PX
        below_px = _TOP_PX + _HIGH_PX + 84
        color = INK if moods else QUIET
        sheet.label(middle_px, below_px, names[day], color=color)
    name_ends(sheet, (_TOP_PX, _HIGH_PX), "right", "left")


def _day_names(sheet: Sheet, week: Week) -> list[str]:
    """The seven days in short, as letters in languages that do not shorten them enough."""
    days = [week.first + timedelta(number) for number in range(DAYS)]
    names = [weekday_name(day) for day in days]
    if any(width_px(sheet.figure, name, BODY) > _DAY_PX - _BETWEEN_DAYS_PX for name in names):
        return [weekday_name(day, letter=True) for day in days]
    return names


def _draw_music(sheet: Sheet, week: Week, top_px: float) -> None:
    """How many lists there were, and the latest songs that were liked."""
    room_px = WIDTH_PX - 2 * MARGIN_PX
    lists, y_px = say("week-lists", count=week.lists_made), top_px + 60
    sheet.rule(top_px)
    if not week.liked:
        sheet.write(MARGIN_PX, y_px, lists, color=QUIET, room_px=room_px)
        return
    sheet.write(MARGIN_PX, y_px, say("week-liked"), bold=True, room_px=room_px / 2)
    end_px = WIDTH_PX - MARGIN_PX
    sheet.write(end_px, y_px, lists, size=SMALL, color=QUIET, align="end", room_px=room_px / 2 - 24)
    for track in week.liked[:_SONGS_NAMED]:
        y_px += _SONG_PX
        sheet.write(MARGIN_PX, y_px, "♥", color=HEART)
        sheet.song(MARGIN_PX + 56, y_px, track.title, ", ".join(track.artists))
    if more := len(week.liked[_SONGS_NAMED:]):
        words = say("week-liked-more", count=more)
        sheet.write(MARGIN_PX + 56, y_px + _SONG_PX, words, color=QUIET, room_px=room_px - 56)


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
    return change_words("week", mean.valence - before.valence, mean.arousal - before.arousal)


def _heading(track: StoredTrack) -> str:
    return f"{', '.join(track.artists)} – {track.title}" if track.artists else track.title
