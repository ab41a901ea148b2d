"""Days, the way the language being spoken writes them. All of them in UTC."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_date, format_interval, format_skeleton

from bot.presenters.language import digits, spoken_locale


def day_name(day: date | datetime) -> str:
    """A day and its month, in short."""
    return digits(format_skeleton("MMMd", day, locale=spoken_locale()))


def weekday_name(day: date, *, letter: bool = False) -> str:
    """A day of the week in short; letter: in a single one."""
    return format_date(day, "ccccc" if letter else "ccc", locale=spoken_locale())


def days_between(first: date | datetime, last: date | datetime) -> str:
    """From when to when in short, with years where they differ; one day for one."""
    if (first.year, first.month, first.day) == (last.year, last.month, last.day):
        return day_name(first)
    skeleton = "MMMd" if first.year == last.year else "yMMMd"
    return digits(format_interval(first, last, skeleton, locale=spoken_locale()))
