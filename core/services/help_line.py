"""When to say where help can be found: after very negative moods, again and again.

This is care, not a diagnosis: nothing is concluded about anybody, and a wrong line costs less than
a missing one only as long as it comes seldom. Two weeks, and more than half of what they hold, are
the terms in which the shortest questionnaire on low mood asks: Kroenke, Spitzer and Williams, "The
Patient Health Questionnaire-2", Medical Care 41 (2003). One bad day is not enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from core.domain.emotion import Emotion
from core.domain.mood import MoodPoint
from core.domain.preferences import Preferences

SPAN = timedelta(days=14)
"""Older moods say nothing about now."""

LATEST = 5
"""So many of the latest moods count."""

ENOUGH = 3
"""So many of them have to be very negative: more than half."""

VERY_NEGATIVE = -0.5
"""At most this valence; anger, disgust, fear and sadness lie below it where they are clear."""

DAYS = 2
"""On so many days (UTC) at least."""

REST = timedelta(days=7)
"""So long after a line none comes again."""


def help_is_due(moods: Sequence[MoodPoint], preferences: Preferences, now: datetime) -> bool:
    """Whether the line shall be said now.

    moods: oldest first, with the one of this moment at the end. What a person told counts as much
    as what was read. A neutral or unsure reading never speaks for the line, and the latest mood has
    to, so that nobody who has just smiled is pitied.
    """
    if not preferences.help_line:
        return False
    if preferences.help_shown_at and now - preferences.help_shown_at < REST:
        return False
    latest = [mood for mood in moods if now - mood.at <= SPAN][-LATEST:]
    negative = [mood for mood in latest if _is_very_negative(mood)]
    return (
        len(negative) >= ENOUGH
        and negative[-1] is latest[-1]
        and len({mood.at.date() for mood in negative}) >= DAYS
    )


def _is_very_negative(mood: MoodPoint) -> bool:
    return mood.sure and mood.label is not Emotion.NEUTRAL and mood.affect.valence <= VERY_NEGATIVE
