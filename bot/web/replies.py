"""Replies as the JSON the page renders; every word comes from the presenters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypeVar

from bot.presenters.answer import TrackText, present_mix
from bot.presenters.card import describe_card
from bot.presenters.choices import Choice, Choices, Correction, Step, choices_under
from bot.presenters.course import describe_course, draw_course
from bot.presenters.language import say
from bot.presenters.questions import question_of
from bot.presenters.rounds import said_first, said_last
from bot.presenters.timeline import describe_timeline, draw_timeline
from bot.presenters.wishes import WishChoice, wish_under
from core.domain.conversation import (
    Answer,
    Farewell,
    HowNow,
    NeedFace,
    NeedSong,
    Reply,
    WhichSong,
)
from core.domain.mix import Verdict
from core.domain.mood import MoodCourse
from core.domain.mood_timeline import MoodTimeline

Thing = TypeVar("Thing")

_KINDS: Mapping[type[Reply], str] = {
    NeedFace: "need_face",
    NeedSong: "need_song",
    WhichSong: "which_song",
    HowNow: "how_now",
    Farewell: "farewell",
    Answer: "answer",
}


class Hang(Protocol):
    """Promises the page a picture."""

    def __call__(self, draw: Callable[[Thing], bytes], thing: Thing) -> str:
        """Where the picture of a thing will be: its address."""
        ...


def reply_as_json(
    reply: Reply,
    hang: Hang,
    *,
    samples: bool = False,
    verdicts: Mapping[int, Verdict] | None = None,
) -> dict[str, Any]:
    """Any reply; ``kind`` tells which.

    samples: whether music services offer how tracks sound; verdicts: on tracks, by position.
    """
    told = {
        "kind": _KINDS[type(reply)],
        "offers": _offers_as_json(choices_under(reply)),
        "course": _course_as_json(_moved(reply), hang),
    }
    if isinstance(reply, Answer):
        return told | _answer_as_json(reply, hang, samples=samples, verdicts=verdicts or {})
    timeline = reply.face.timeline if isinstance(reply, NeedSong) else None
    return told | {"text": question_of(reply), "timeline": _timeline_as_json(timeline, hang)}


def wish_as_json(choice: WishChoice | None) -> dict[str, Any] | None:
    """A wish to be offered, with what the page sends back for it."""
    if choice is None:
        return None
    ask = {"wish": choice.wish, "mix_id": choice.mix_id, "position": choice.position}
    return {"label": choice.label, "ask": ask}


def steps_as_json(steps: Iterable[Step]) -> dict[str, Any]:
    """How a round goes on, as a group of buttons."""
    buttons = [{"label": step.label, "onward": step.onward} for step in steps]
    return {"question": say("onward-question"), "choices": buttons}


def _answer_as_json(
    answer: Answer, hang: Hang, *, samples: bool, verdicts: Mapping[int, Verdict]
) -> dict[str, Any]:
    text = present_mix(answer.mix)
    return {
        "mix_id": answer.mix_id,
        "before": said_first(answer),
        "paragraphs": list(text.paragraphs),
        "after": said_last(answer),
        "card": {
            "url": f"/api/mixes/{answer.mix_id}/card.png",
            "alt": describe_card(answer.mix),
        },
        "timeline": _timeline_as_json(answer.mix.face.timeline, hang),
        "sample": f"/api/mixes/{answer.mix_id}/sample" if samples else None,
        "tracks": [
            _track_as_json(answer.mix_id, track, verdicts.get(track.position))
            for track in text.tracks
        ],
        "wish": wish_as_json(wish_under(answer)),
    }


def _moved(reply: Reply) -> MoodCourse | None:
    return reply.moved if isinstance(reply, Answer | Farewell) else None


def _course_as_json(course: MoodCourse | None, hang: Hang) -> dict[str, str] | None:
    if course is None:
        return None
    return {"url": hang(draw_course, course), "alt": describe_course(course)}


def _timeline_as_json(timeline: MoodTimeline | None, hang: Hang) -> dict[str, str] | None:
    if timeline is None:
        return None
    return {"url": hang(draw_timeline, timeline), "alt": describe_timeline(timeline)}


def _offers_as_json(choices: Choices) -> dict[str, Any]:
    """All that can be pressed under a reply, group by group; groups may be empty."""
    mood, whose = say("mood-question"), say("whose-question")
    return {
        "songs": _group_as_json(say("song-question"), choices.songs),
        "moods": _group_as_json(mood, choices.moods),
        "guesses": _group_as_json(mood, choices.guesses),
        "whose": _group_as_json(whose, choices.whose),
        "correction": _correction_as_json(choices.correction),
        "song_ways": _group_as_json(say("song-ways-question"), choices.song_ways),
        "intents": _group_as_json(say("intent-question"), choices.intents),
        "steps": steps_as_json(choices.steps),
    }


def _correction_as_json(correction: Correction | None) -> dict[str, Any] | None:
    if correction is None:
        return None
    return {
        "label": correction.label,
        "moods": _group_as_json(say("correct-question"), correction.moods),
    }


def _group_as_json(question: str, choices: Iterable[Choice]) -> dict[str, Any]:
    return {
        "question": question,
        "choices": [
            {
                "label": choice.label,
                "stands": choice.stands,
                "change": {
                    "mood": choice.change.mood,
                    "intent": choice.change.intent,
                    "song": choice.change.song,
                },
            }
            for choice in choices
        ],
    }


def _track_as_json(mix_id: int, track: TrackText, verdict: Verdict | None) -> dict[str, Any]:
    address = f"/api/mixes/{mix_id}/tracks/{track.position}/sound"
    return {
        "position": track.position,
        "title": track.title,
        "artist": track.artist,
        "reason": track.reason,
        "verdict": verdict,
        "file": {"name": track.file, "url": address} if track.file else None,
        "links": [
            {"name": name, "url": url} for name, url in track.links if url.startswith("https://")
        ],
    }
