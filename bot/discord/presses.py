"""What a press on a button means, written into and read back from its custom id.

All of it stands in the custom id, so that buttons keep working after a restart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from core.domain.conversation import Change, Whose, Wish, read_mood
from core.domain.emotion import Emotion
from core.domain.intent import Intent
from core.domain.mix import Verdict


class Step(StrEnum):
    """Buttons that carry nothing but their own meaning."""

    CONSENT = "consent"
    OWNER_AGREES = "owner"
    FORGET = "forget"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class RatePress:
    """👍 or 👎 on the track at ``position`` (from 1) of a mix."""

    mix_id: int
    position: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class PlayPress:
    """The file of the track at ``position`` (from 1) of a mix, a song of the library."""

    mix_id: int
    position: int


@dataclass(frozen=True, slots=True)
class ChangePress:
    """The reply again, with another mood or intent, or for the song that is meant."""

    change: Change


@dataclass(frozen=True, slots=True)
class WishPress:
    """A wish about the track at ``position`` (from 1, 0 for none) of a mix."""

    wish: Wish
    mix_id: int
    position: int


Press = Step | RatePress | PlayPress | ChangePress | WishPress

PRESS_PATTERN = re.compile(
    rf"moodmix:(?:(?P<step>{'|'.join(Step)})"
    rf"|intent:(?P<intent>{'|'.join(Intent)})"
    r"|song:(?P<song>[0-9a-f]{8})"
    rf"|mood:(?P<mood>{'|'.join((*Emotion, *Whose))})(?::(?P<kept>{'|'.join(Intent)}))?"
    rf"|wish:(?P<wish>{'|'.join(Wish)}):(?P<wish_mix>\d{{1,18}}):(?P<wish_position>\d{{1,2}})"
    rf"|play:(?P<own_mix>\d{{1,18}}):(?P<own_position>\d{{1,2}})"
    rf"|rate:(?P<mix>\d{{1,18}}):(?P<position>\d{{1,2}}):(?P<verdict>{'|'.join(Verdict)}))"
)
"""Every custom id of ours."""


def custom_id_of(press: Press) -> str:
    """The custom id of a button, at most 100 characters."""
    match press:
        case Step():
            parts: tuple[object, ...] = (press,)
        case ChangePress(change):
            parts = (_written(change),)
        case RatePress(mix_id, position, verdict):
            parts = ("rate", mix_id, position, verdict)
        case WishPress(wish, mix_id, position):
            parts = ("wish", wish, mix_id, position)
        case PlayPress(mix_id, position):
            parts = ("play", mix_id, position)
    return ":".join(("moodmix", *map(str, parts)))


def _written(change: Change) -> str:
    if change.song:
        return f"song:{change.song}"
    if change.mood is None:
        return f"intent:{change.intent}"
    return f"mood:{change.mood}:{change.intent}" if change.intent else f"mood:{change.mood}"


def read_press(match: re.Match[str]) -> Press:
    """The press behind a custom id that PRESS_PATTERN matched."""
    if match["step"]:
        return Step(match["step"])
    if match["intent"] or match["song"] or match["mood"]:
        return ChangePress(_read_change(match))
    if match["wish"]:
        return WishPress(Wish(match["wish"]), int(match["wish_mix"]), int(match["wish_position"]))
    if match["own_mix"]:
        return PlayPress(int(match["own_mix"]), int(match["own_position"]))
    return RatePress(int(match["mix"]), int(match["position"]), Verdict(match["verdict"]))


def _read_change(match: re.Match[str]) -> Change:
    if match["intent"]:
        return Change(intent=Intent(match["intent"]))
    if match["song"]:
        return Change(song=match["song"])
    kept = Intent(match["kept"]) if match["kept"] else None
    return Change(read_mood(match["mood"]), kept)
