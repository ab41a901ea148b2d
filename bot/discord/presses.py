"""What a press on a button means, written into and read back from its custom id.

All of it stands in the custom id, so that buttons keep working after a restart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.presenters.settings import Setting
from core.domain.conversation import Change, Onward, Whose, Wish, read_mood
from core.domain.emotion import Emotion
from core.domain.intent import Intent
from core.domain.mix import Verdict


class Step(StrEnum):
    """Buttons that carry nothing but their own meaning."""

    CONSENT = "consent"
    OWNER_AGREES = "owner"
    WITHDRAW = "withdraw"
    FORGET = "forget"
    KEEP = "keep"
    NO_HELP_LINE = "quiet"


class Shown(StrEnum):
    """What is shared of an answer."""

    SONGS = "songs"
    MOOD = "mood"
    """The songs, and the picture that shows the mood."""


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
class CorrectPress:
    """All seven moods to choose from; intent: what was chosen before, which stays."""

    intent: Intent | None


@dataclass(frozen=True, slots=True)
class OnwardPress:
    """The round goes on, or ends."""

    onward: Onward


@dataclass(frozen=True, slots=True)
class WishPress:
    """A wish about the track at ``position`` (from 1, 0 for none) of a mix."""

    wish: Wish
    mix_id: int
    position: int


@dataclass(frozen=True, slots=True)
class SharePress:
    """A list for everybody to see; shown: None where that is to be asked."""

    mix_id: int
    shown: Shown | None


@dataclass(frozen=True, slots=True)
class TellPress:
    """A mood, told in a menu."""

    mood: Emotion


@dataclass(frozen=True, slots=True)
class SettingPress:
    """What was chosen in the menu of a setting."""

    setting: Setting
    values: tuple[str, ...]


ButtonPress = (
    Step | RatePress | PlayPress | ChangePress | CorrectPress | OnwardPress | WishPress | SharePress
)
Press = ButtonPress | TellPress | SettingPress

PRESS_PATTERN = re.compile(
    rf"moodmix:(?:(?P<step>{'|'.join(Step)})"
    rf"|intent:(?P<intent>{'|'.join(Intent)})"
    r"|song:(?P<song>[0-9a-f]{8}|last|none)"
    rf"|mood:(?P<mood>{'|'.join((*Emotion, *Whose))})(?::(?P<kept>{'|'.join(Intent)}))?"
    rf"|correct(?::(?P<correct>{'|'.join((*Intent, 'any'))}))"
    rf"|onward:(?P<onward>{'|'.join(Onward)})"
    rf"|wish:(?P<wish>{'|'.join(Wish)}):(?P<wish_mix>\d{{1,18}}):(?P<wish_position>\d{{1,2}})"
    rf"|share:(?P<share_mix>\d{{1,18}})(?::(?P<shown>{'|'.join(Shown)}))?"
    rf"|play:(?P<own_mix>\d{{1,18}}):(?P<own_position>\d{{1,2}})"
    rf"|rate:(?P<mix>\d{{1,18}}):(?P<position>\d{{1,2}}):(?P<verdict>{'|'.join(Verdict)}))"
)
"""Every custom id of our buttons."""


def custom_id_of(press: ButtonPress) -> str:
    """The custom id of a button, at most 100 characters."""
    match press:
        case Step():
            parts: tuple[object, ...] = (press,)
        case ChangePress(change):
            parts = (_written(change),)
        case CorrectPress(intent):
            parts = ("correct", intent or "any")
        case OnwardPress(onward):
            parts = ("onward", onward)
        case RatePress(mix_id, position, verdict):
            parts = ("rate", mix_id, position, verdict)
        case WishPress(wish, mix_id, position):
            parts = ("wish", wish, mix_id, position)
        case SharePress(mix_id, shown):
            parts = ("share", mix_id, shown) if shown else ("share", mix_id)
        case PlayPress(mix_id, position):
            parts = ("play", mix_id, position)
    return ":".join(("moodmix", *map(str, parts)))


def _written(change: Change) -> str:
    if change.song:
        return f"song:{change.song}"
    if change.mood is None:
        return f"intent:{change.intent}"
    return f"mood:{change.mood}:{change.intent}" if change.intent else f"mood:{change.mood}"


def read_press(match: re.Match[str]) -> ButtonPress:
    """The press behind a custom id that PRESS_PATTERN matched."""
    if match["step"]:
        return Step(match["step"])
    if match["intent"] or match["song"] or match["mood"]:
        return ChangePress(_read_change(match))
    if match["correct"]:
        return CorrectPress(None if match["correct"] == "any" else Intent(match["correct"]))
    if match["onward"]:
        return OnwardPress(Onward(match["onward"]))
    if match["share_mix"]:
        return SharePress(
            int(match["share_mix"]), Shown(match["shown"]) if match["shown"] else None
        )
    return _read_track_press(match)


def _read_track_press(match: re.Match[str]) -> ButtonPress:
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
