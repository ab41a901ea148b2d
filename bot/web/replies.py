"""Replies as the JSON the page renders; every word comes from the presenters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.presenters.answer import TrackText, present_mix
from bot.presenters.card import describe_card
from bot.presenters.choices import Choice, choices_under
from bot.presenters.language import say
from bot.presenters.questions import question_of
from bot.presenters.wishes import WishChoice, wish_under
from bot.presenters.words import explain_error
from bot.web.limits import PageLimits
from core.domain.conversation import Answer, Farewell, HowNow, NeedFace, NeedSong, Reply
from core.domain.errors import ErrorCode, MoodmixError
from core.domain.track import DoubtfulSong


def reply_as_json(reply: Reply, *, samples: bool = False) -> dict[str, Any]:
    """Any reply; ``kind`` tells which. samples: whether music services offer how tracks sound."""
    match reply:
        case NeedSong():
            return {
                "kind": "need_song",
                "text": question_of(reply),
                "moods": _moods_as_json(reply),
            }
        case NeedFace():
            return {"kind": "need_face", "text": question_of(reply)}
        case DoubtfulSong():
            songs = choices_under(reply).songs
            return {
                "kind": "which_song",
                "text": question_of(reply),
                "songs": _group_as_json(say("song-question"), songs),
            }
        case HowNow():
            return {"kind": "how_now", "text": question_of(reply)}
        case Farewell():
            return {"kind": "farewell", "text": question_of(reply)}
        case Answer():
            return _answer_as_json(reply, samples=samples)


def wish_as_json(choice: WishChoice | None) -> dict[str, Any] | None:
    """A wish to be offered, with what the page sends back for it."""
    if choice is None:
        return None
    ask = {"wish": choice.wish, "mix_id": choice.mix_id, "position": choice.position}
    return {"label": choice.label, "ask": ask}


def state_as_json(*, consented: bool, limits: PageLimits, keep_days: int) -> dict[str, Any]:
    """Whether consent was given, and the words and bounds the page needs by itself."""
    return {
        "consented": consented,
        "limits": {
            "file_bytes": limits.file_bytes,
            "answer_s": limits.read_s + limits.work_s,
        },
        "words": {
            "greeting": say("greeting"),
            "welcome_back": say("welcome-back"),
            "consent_notice": say("consent-notice", days=keep_days),
            "consent_button": say("consent-button"),
            "consent_needed": explain_error(MoodmixError(ErrorCode.CONSENT_NEEDED)),
            "help": say("help"),
            "privacy": say("privacy", days=keep_days),
            "working": say("working"),
            "forget_question": say("forget-question"),
            "forget_button": say("forget-button"),
            "keep_button": say("keep-button"),
            "timed_out": explain_error(MoodmixError(ErrorCode.TIMED_OUT)),
            "unreachable": say("unreachable"),
            "too_large": explain_error(
                MoodmixError(ErrorCode.MEDIA_TOO_LARGE, limit_mb=limits.file_bytes / 1e6)
            ),
            "unsupported": explain_error(MoodmixError(ErrorCode.MEDIA_UNSUPPORTED)),
            "song_missing": explain_error(MoodmixError(ErrorCode.SONG_EMPTY)),
        },
    }


def _answer_as_json(answer: Answer, *, samples: bool) -> dict[str, Any]:
    text = present_mix(answer.mix)
    return {
        "kind": "answer",
        "mix_id": answer.mix_id,
        "paragraphs": list(text.paragraphs),
        "card": {
            "url": f"/api/mixes/{answer.mix_id}/card.png",
            "alt": describe_card(answer.mix),
        },
        "sample": f"/api/mixes/{answer.mix_id}/sample" if samples else None,
        "tracks": [_track_as_json(answer.mix_id, track) for track in text.tracks],
        "moods": _moods_as_json(answer),
        "intents": _group_as_json(say("intent-question"), choices_under(answer).intents),
        "wish": wish_as_json(wish_under(answer)),
    }


def _moods_as_json(reply: Reply) -> dict[str, Any]:
    choices = choices_under(reply)
    question = say("mood-question") if choices.guesses else say("whose-question")
    return _group_as_json(question, (*choices.guesses, *choices.whose))


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


def _track_as_json(mix_id: int, track: TrackText) -> dict[str, Any]:
    address = f"/api/mixes/{mix_id}/tracks/{track.position}/sound"
    return {
        "position": track.position,
        "title": track.title,
        "artist": track.artist,
        "reason": track.reason,
        "file": {"name": track.file, "url": address} if track.file else None,
        "links": [
            {"name": name, "url": url} for name, url in track.links if url.startswith("https://")
        ],
    }
