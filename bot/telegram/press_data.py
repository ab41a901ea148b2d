"""What pressing a button means, and how a button carries it in 64 bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.domain.conversation import Change, PersonId, Whose, Wish, read_mood
from core.domain.emotion import Emotion
from core.domain.intent import Intent
from core.domain.mix import Verdict

_OWNER_TAG_LENGTH = 16
"""Of the person's pseudonym: enough to tell people apart, short enough for a button's 64 bytes."""

_VERDICT_LETTERS = {"u": Verdict.UP, "d": Verdict.DOWN}
_INTENT_LETTERS = {"m": Intent.MODULATE, "e": Intent.ENHANCE, "s": Intent.SOOTHE}
_WISH_LETTERS = {wish.value[0]: wish for wish in Wish}


@dataclass(frozen=True, slots=True)
class Agree:
    """Consent to the notice; whoever presses agrees for themselves."""

    def data(self) -> str:
        """As a button carries it."""
        return "c"


@dataclass(frozen=True, slots=True)
class Rate:
    """👍 or 👎 on one track of a mix."""

    mix_id: int
    position: int
    verdict: Verdict

    def data(self) -> str:
        """As a button carries it."""
        return f"r:{self.mix_id}:{self.position}:{self.verdict.value[0]}"


@dataclass(frozen=True, slots=True)
class Play:
    """Send the file of a track; only tracks of the library have it."""

    mix_id: int
    position: int

    def data(self) -> str:
        """As a button carries it."""
        return f"p:{self.mix_id}:{self.position}"


@dataclass(frozen=True, slots=True)
class Choose:
    """The person's own choice of mood, intent or song; only who got the reply has it."""

    change: Change
    owner: str

    def data(self) -> str:
        """As a button carries it."""
        if self.change.song:
            return f"s:{self.change.song}:{self.owner}"
        mood, intent = self.change.mood, self.change.intent
        letter = intent.value[0] if intent else ""
        return f"m:{mood}:{letter}:{self.owner}" if mood else f"i:{letter}:{self.owner}"


@dataclass(frozen=True, slots=True)
class Ask:
    """A wish about a track of a mix; only who got the answer has it."""

    wish: Wish
    mix_id: int
    position: int
    owner: str

    def data(self) -> str:
        """As a button carries it."""
        return f"w:{self.wish.value[0]}:{self.mix_id}:{self.position}:{self.owner}"


@dataclass(frozen=True, slots=True)
class Forget:
    """The answer to whether everything shall be erased; only who asked can give it."""

    confirmed: bool
    owner: str

    def data(self) -> str:
        """As a button carries it."""
        return f"f:{'y' if self.confirmed else 'n'}:{self.owner}"


Press = Agree | Rate | Play | Choose | Ask | Forget


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


def _read_ask(match: re.Match[str]) -> Press:
    wish = _WISH_LETTERS[match["wish"]]
    return Ask(wish, int(match["mix"]), int(match["position"]), match["owner"])


def _read_forget(match: re.Match[str]) -> Press:
    return Forget(match["confirmed"] == "y", match["owner"])


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
    (re.compile(r"s:(?P<song>[0-9a-f]{8}):(?P<owner>[0-9a-f]+)"), _read_song),
    (
        re.compile(
            r"w:(?P<wish>[mna]):(?P<mix>[0-9]{1,18}):(?P<position>[0-9]{1,2}):(?P<owner>[0-9a-f]+)"
        ),
        _read_ask,
    ),
    (re.compile(r"f:(?P<confirmed>[yn]):(?P<owner>[0-9a-f]+)"), _read_forget),
)
"""Everything that our buttons carry, and how it is read."""


def owner_tag(person: PersonId) -> str:
    """The part of a pseudonym that buttons carry."""
    return person[:_OWNER_TAG_LENGTH]
