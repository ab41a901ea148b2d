"""What buttons carry, read back."""

from __future__ import annotations

import re

from bot.presenters.settings import Setting
from bot.telegram.press_data import (
    Agree,
    Ask,
    Choose,
    Correct,
    Forget,
    Go,
    HelpOff,
    Open,
    Play,
    Press,
    Rate,
    Set,
    Tell,
    Withdraw,
)
from core.domain.conversation import LAST_SONG, NO_SONG, Change, Onward, Whose, Wish, read_mood
from core.domain.emotion import Emotion
from core.domain.intent import Intent
from core.domain.mix import Verdict

_VERDICT_LETTERS = {verdict.value[0]: verdict for verdict in Verdict}
_INTENT_LETTERS = {intent.value[0]: intent for intent in Intent}
_WISH_LETTERS = {wish.value[0]: wish for wish in Wish}
_ONWARD_LETTERS = {onward.value[0]: onward for onward in Onward}
_SETTING_LETTERS = {setting.value[0]: setting for setting in Setting}


def read_press(data: str) -> Press | None:
    """What a button means; None for data that no button of ours carries."""
    for pattern, press_of in _PRESSES:
        if match := pattern.fullmatch(data):
            return press_of(match)
    return None


def _read_rate(match: re.Match[str]) -> Press:
    verdict = _VERDICT_LETTERS[match["verdict"]]
    return Rate(int(match["mix"]), int(match["position"]), verdict)


def _read_play(match: re.Match[str]) -> Press:
    return Play(int(match["mix"]), int(match["position"]))


def _read_choice(match: re.Match[str]) -> Press:
    named = match.groupdict()
    mood, letter = named.get("mood"), named["intent"]
    intent = _INTENT_LETTERS[letter] if letter else None
    return Choose(Change(read_mood(mood) if mood else None, intent), named["owner"])


def _read_song(match: re.Match[str]) -> Press:
    return Choose(Change(song=match["song"]), match["owner"])


def _read_correction(match: re.Match[str]) -> Press:
    letter = match["intent"]
    return Correct(_INTENT_LETTERS[letter] if letter else None, match["owner"])


def _read_ask(match: re.Match[str]) -> Press:
    wish = _WISH_LETTERS[match["wish"]]
    return Ask(wish, int(match["mix"]), int(match["position"]), match["owner"])


def _read_forget(match: re.Match[str]) -> Press:
    return Forget(match["confirmed"] == "y", match["owner"])


def _read_opening(match: re.Match[str]) -> Press:
    letter = match["setting"]
    return Open(_SETTING_LETTERS[letter] if letter else None)


_PRESSES = (
    (re.compile(Agree().data()), lambda _match: Agree()),
    (re.compile(r"r:(?P<mix>[0-9]{1,18}):(?P<position>[1-9][0-9]?):(?P<verdict>[ud])"), _read_rate),
    (re.compile(r"p:(?P<mix>[0-9]{1,18}):(?P<position>[1-9][0-9]?)"), _read_play),
    (re.compile(r"i:(?P<intent>[mes]):(?P<owner>[0-9a-f]+)"), _read_choice),
    (
        re.compile(
            rf"m:(?P<mood>{'|'.join((*Emotion, *Whose))}):(?P<intent>[mes])?:(?P<owner>[0-9a-f]+)"
        ),
        _read_choice,
    ),
    (
        re.compile(rf"s:(?P<song>[0-9a-f]{{8}}|{LAST_SONG}|{NO_SONG}):(?P<owner>[0-9a-f]+)"),
        _read_song,
    ),
    (
        re.compile(
            r"w:(?P<wish>[mna]):(?P<mix>[0-9]{1,18}):(?P<position>[0-9]{1,2}):(?P<owner>[0-9a-f]+)"
        ),
        _read_ask,
    ),
    (re.compile(r"x:(?P<intent>[mes])?:(?P<owner>[0-9a-f]+)"), _read_correction),
    (
        re.compile(rf"t:(?P<mood>{'|'.join(Emotion)}):(?P<owner>[0-9a-f]+)"),
        lambda match: Tell(Emotion(match["mood"]), match["owner"]),
    ),
    (
        re.compile(r"o:(?P<onward>[cf]):(?P<owner>[0-9a-f]+)"),
        lambda match: Go(_ONWARD_LETTERS[match["onward"]], match["owner"]),
    ),
    (re.compile(r"f:(?P<confirmed>[yn]):(?P<owner>[0-9a-f]+)"), _read_forget),
    (re.compile(r"n:(?P<owner>[0-9a-f]+)"), lambda match: Withdraw(match["owner"])),
    (re.compile(r"h:(?P<owner>[0-9a-f]+)"), lambda match: HelpOff(match["owner"])),
    (re.compile(r"g:(?P<setting>[lsoha])?"), _read_opening),
    (
        re.compile(r"e:(?P<setting>[lsoha]):(?P<value>[a-z0-9]{0,16})"),
        lambda match: Set(_SETTING_LETTERS[match["setting"]], match["value"]),
    ),
)
"""Everything that our buttons carry, and how it is read."""
