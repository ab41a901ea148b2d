"""What the page is told when it opens: its words, and what it can do here."""

from __future__ import annotations

from typing import Any

from bot.chat import Chat
from bot.presenters.language import say, spoken
from bot.presenters.look import MOOD_COLOURS
from bot.presenters.moods import NEUTRAL_BAND
from bot.presenters.words import explain_error
from bot.web.limits import PageLimits
from bot.web.words import script_words
from core.domain.emotion import EMOTION_AFFECT, Emotion
from core.domain.errors import ErrorCode, MoodmixError
from core.domain.mood_timeline import OBSERVATION_S
from core.domain.own_faces import AIM_PER_EMOTION


def state_as_json(chat: Chat, limits: PageLimits) -> dict[str, Any]:
    """The words and bounds that the page needs, in the language being spoken."""
    return {
        "language": spoken(),
        "limits": {
            "file_bytes": limits.file_bytes,
            "answer_s": limits.read_s + limits.work_s,
            "look_s": limits.look_s,
            "observation_s": OBSERVATION_S,
            "faces_aim": AIM_PER_EMOTION,
        },
        "can": {
            "observe": chat.observations is not None,
            "faces": chat.own_faces is not None,
        },
        "moods": [_mood(mood, colour) for mood, colour in MOOD_COLOURS.items()],
        "plane": {"band": NEUTRAL_BAND, "feelings": _feelings()},
        "words": _words(chat, limits) | script_words(),
    }


def _mood(mood: Emotion, colour: str) -> dict[str, Any]:
    """A word for a mood, with its colour and its place on the plane."""
    at = EMOTION_AFFECT[mood]
    return {
        "mood": mood,
        "label": say("emotion-name", emotion=mood),
        "colour": colour,
        "valence": at.valence,
        "arousal": at.arousal,
    }


def _feelings() -> dict[str, str]:
    """What the parts of the plane are called, by their names in messages."""
    brightness, energy = ("bright", "dark", ""), ("energetic", "calm", "")
    names = (
        "-".join(filter(None, (one, other))) or "even" for one in brightness for other in energy
    )
    return {name: say("feeling-feel", feeling=name) for name in names}


def _privacy(chat: Chat) -> str:
    privacy = say("privacy", days=chat.keep_days)
    return f"{privacy}\n\n{say('page-privacy-faces')}" if chat.own_faces else privacy


def _words(chat: Chat, limits: PageLimits) -> dict[str, str]:
    """What the conversation says on every platform."""
    limit_mb = limits.file_bytes / 1e6
    return {
        "greeting": say("greeting"),
        "welcome_back": say("welcome-back"),
        "consent_notice": say("consent-notice", days=chat.keep_days),
        "consent_button": say("consent-button"),
        "consent_needed": explain_error(MoodmixError(ErrorCode.CONSENT_NEEDED)),
        "help": say("help"),
        "privacy": _privacy(chat),
        "withdraw_button": say("withdraw-button"),
        "mood_question": say("mood-question"),
        "working": say("working"),
        "forget_question": say("forget-question"),
        "forget_button": say("forget-button"),
        "keep_button": say("keep-button"),
        "timed_out": explain_error(MoodmixError(ErrorCode.TIMED_OUT)),
        "unreachable": say("unreachable"),
        "too_large": explain_error(MoodmixError(ErrorCode.MEDIA_TOO_LARGE, limit_mb=limit_mb)),
        "unsupported": explain_error(MoodmixError(ErrorCode.MEDIA_UNSUPPORTED)),
        "song_missing": explain_error(MoodmixError(ErrorCode.SONG_EMPTY)),
        "not_understood": say("unknown-command"),
    }
