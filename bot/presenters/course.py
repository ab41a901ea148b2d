"""What moved: the moods of one listening session as a path on the plane, and in words."""

from __future__ import annotations

from bot.presenters.language import all_of, digits, say
from bot.presenters.look import (
    MARGIN_PX,
    MOOD_COLOURS,
    WIDTH_PX,
    Sheet,
    alt_text,
)
from bot.presenters.moods import change_words, feeling_of, mood_name, point_words
from bot.presenters.plane import draw_bubbles, draw_name, draw_plane, draw_way
from core.domain.mood import MoodCourse, MoodPoint

_PLANE_PX = 760

_ROWS_PX, _ROW_PX, _COLUMNS = 1160, 68, 3
"""Where the rows of moods begin, how high one is, and how many moods it holds."""

_SHOWN = 9
"""Of a longer session the beginning is shown and the latest moods."""


def draw_course(course: MoodCourse) -> bytes:
    """Draw the path as PNG; the same one gives the same bytes. Call it in a thread."""
    shown = _shown(course)
    rows = -(-len(shown) // _COLUMNS)
    sheet = Sheet(_ROWS_PX + rows * _ROW_PX)
    sheet.headline(_title(course), below=_change(course))
    axes = draw_plane(sheet, (WIDTH_PX - _PLANE_PX) / 2, 290, _PLANE_PX)
    points = [mood.affect for _, mood in shown]
    numbers = [number for number, _ in shown]
    colours = [MOOD_COLOURS[mood.label] for _, mood in shown]
    bubbles = draw_bubbles(axes, points, colours, [], numbers)
    left_out = numbers[1] != numbers[0] + 1
    draw_way(axes, bubbles[1:] if left_out else bubbles)
    taken = draw_name(axes, bubbles[-1], say("course-now"), bubbles)
    draw_name(axes, bubbles[0], say("course-first"), [*bubbles, *taken])
    _draw_moods(sheet, shown)
    return sheet.png()


def describe_course(course: MoodCourse) -> str:
    """The picture in words, for people who cannot see it."""
    moods = all_of([_described(number, mood) for number, mood in _shown(course)])
    return alt_text(say("course-described", moods=moods, change=_change(course)))


def _described(number: int, mood: MoodPoint) -> str:
    feeling = feeling_of(mood.affect)
    if mood.is_placed:
        return say("card-alt-track", position=number, feeling=feeling)
    return say("course-described-mood", number=number, emotion=mood.label.value, feeling=feeling)


def _draw_moods(sheet: Sheet, shown: list[tuple[int, MoodPoint]]) -> None:
    """The moods by their numbers, in rows of three."""
    column_px = (WIDTH_PX - 2 * MARGIN_PX) / _COLUMNS
    for index, (number, mood) in enumerate(shown):
        x_px, y_px = (
            MARGIN_PX + index % _COLUMNS * column_px,
            _ROWS_PX + index // _COLUMNS * _ROW_PX,
        )
        sheet.badge(x_px + 22, y_px, digits(number), MOOD_COLOURS[mood.label])
        sheet.write(x_px + 58, y_px, mood_name(mood), room_px=column_px - 74)


def _shown(course: MoodCourse) -> list[tuple[int, MoodPoint]]:
    """The moods that are shown, each with its number from 1."""
    numbered = list(enumerate(course.points, start=1))
    return numbered if len(numbered) <= _SHOWN else [numbered[0], *numbered[1 - _SHOWN :]]


def _title(course: MoodCourse) -> str:
    began, now = course.began, course.now
    if began.is_placed or now.is_placed:
        before, after = point_words(began), point_words(now)
        if before == after:
            return say("moved-not", now=after)
        return say("moved-from-to", before=before, now=after)
    if began.label is now.label:
        return say("course-title-same", emotion=now.label.value)
    return say("course-title", **{"from": began.label.value, "to": now.label.value})


def _change(course: MoodCourse) -> str:
    began, now = course.began.affect, course.now.affect
    return change_words("start", now.valence - began.valence, now.arousal - began.arousal)
