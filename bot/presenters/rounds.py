"""How a round goes on, in words: what is asked after a list, what moved, what is said beside."""

from __future__ import annotations

from bot.presenters.language import say
from bot.presenters.moods import direction, point_words
from core.domain.conversation import Answer, Aside, Farewell, HowNow, Reply
from core.domain.mood import MoodCourse


def ask_how_now(check: HowNow) -> str:
    """They listened: ask how they feel now."""
    return say("how-now", before=point_words(check.before))


def say_farewell(farewell: Farewell) -> str:
    """The end of a round, with how the mood went."""
    words = say("farewell")
    return f"{tell_course(farewell.moved)} {words}" if farewell.moved else words


def tell_course(course: MoodCourse) -> str:
    """How a mood moved since the list before, and since the beginning where that is longer ago."""
    began, before, now = map(point_words, (course.began, course.before, course.now))
    ahead = course.now.affect.valence - course.before.affect.valence
    up = course.now.affect.arousal - course.before.affect.arousal
    valence = direction(ahead, "brighter", "darker")
    arousal = direction(up, "livelier", "calmer")
    if valence == arousal == "same":
        sentences = [say("moved-not", now=now)]
    else:
        sentences = [
            say("moved-from-to", before=before, now=now),
            say("moved-how", valence=valence, arousal=arousal),
        ]
    if course.began is not course.before:
        sentences.append(say("moved-since-start", began=began))
    return " ".join(sentences)


def said_first(reply: Reply) -> str:
    """What is said before a reply: that an old one was put away, what moved; "" for nothing."""
    sentences = [say("put-away")] if Aside.PUT_AWAY in _asides_of(reply) else []
    if isinstance(reply, Answer) and reply.moved:
        sentences.append(tell_course(reply.moved))
    return " ".join(sentences)


def said_last(reply: Reply) -> str:
    """What is said after a reply, in a paragraph of its own; "" for nothing."""
    return say("help-line") if Aside.HELP_LINE in _asides_of(reply) else ""


def _asides_of(reply: Reply) -> tuple[Aside, ...]:
    return () if isinstance(reply, HowNow | Farewell) else reply.asides
