"""What stands under messages: buttons, what pressing them means, and which are pressed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.presenters.choices import Choice, choices_under
from bot.presenters.notices import (
    CONSENT_BUTTON,
    FORGET_BUTTON,
    KEEP_BUTTON,
    PLAY_BUTTON,
)
from core.domain.conversation import Answer, Change, PersonId, Reply, Whose, read_mood
from core.domain.emotion import Emotion
from core.domain.intent import Intent
from core.domain.mix import Verdict

PRESSED = "✅"

_OWNER_TAG_LENGTH = 16
"""Of the person's pseudonym: enough to tell people apart, short enough for a button's 64 bytes."""

_SONGS_PER_ROW = 3
"""More would not be readable on a telephone."""

_SIGNS = {Verdict.UP: "👍", Verdict.DOWN: "👎"}
_VERDICT_LETTERS = {"u": Verdict.UP, "d": Verdict.DOWN}
_INTENT_LETTERS = {"m": Intent.MODULATE, "e": Intent.ENHANCE, "s": Intent.SOOTHE}


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
class Forget:
    """The answer to whether everything shall be erased; only who asked can give it."""

    confirmed: bool
    owner: str

    def data(self) -> str:
        """As a button carries it."""
        return f"f:{'y' if self.confirmed else 'n'}:{self.owner}"


Press = Agree | Rate | Play | Choose | Forget


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
    (re.compile(r"f:(?P<confirmed>[yn]):(?P<owner>[0-9a-f]+)"), _read_forget),
)
"""Everything that our buttons carry, and how it is read."""


def owner_tag(person: PersonId) -> str:
    """The part of a pseudonym that buttons carry."""
    return person[:_OWNER_TAG_LENGTH]


def consent_keyboard() -> InlineKeyboardMarkup:
    """The button under the notice."""
    return InlineKeyboardMarkup([[_button(CONSENT_BUTTON, Agree())]])


def forget_keyboard(person: PersonId) -> InlineKeyboardMarkup:
    """Both answers to whether everything shall be erased."""
    owner = owner_tag(person)
    return InlineKeyboardMarkup(
        [
            [
                _button(FORGET_BUTTON, Forget(confirmed=True, owner=owner)),
                _button(KEEP_BUTTON, Forget(confirmed=False, owner=owner)),
            ]
        ]
    )


def reply_keyboard(reply: Reply, person: PersonId) -> InlineKeyboardMarkup | None:
    """Whatever a reply offers, row by row: which song, moods, 👍 and 👎, songs, intents."""
    choices = choices_under(reply)
    on_tracks = [*_ratings(reply), *_songs(reply)] if isinstance(reply, Answer) else []
    rows = [
        *(_choice_row([song], person) for song in choices.songs),
        _choice_row(choices.guesses, person),
        _choice_row(choices.whose, person),
        *on_tracks,
        _choice_row(choices.intents, person),
    ]
    shown = [row for row in rows if row]
    return InlineKeyboardMarkup(shown) if shown else None


def press_rating(
    keyboard: InlineKeyboardMarkup, press: Rate
) -> tuple[InlineKeyboardMarkup, Verdict | None]:
    """The keyboard after a press, and the verdict that then stands.

    Pressing what is pressed takes it back; 👍 and 👎 of one track exclude each other.
    """
    taken_back = is_pressed(keyboard, press)

    def after(button: InlineKeyboardButton) -> InlineKeyboardButton:
        rating = _press_of(button)
        if not isinstance(rating, Rate) or rating.position != press.position:
            return button
        sign = f"{_SIGNS[rating.verdict]}{rating.position}"
        now_pressed = rating.verdict is press.verdict and not taken_back
        return _button(f"{PRESSED}{sign}" if now_pressed else sign, rating)

    rows = [[after(button) for button in row] for row in keyboard.inline_keyboard]
    return InlineKeyboardMarkup(rows), None if taken_back else press.verdict


def is_pressed(keyboard: InlineKeyboardMarkup, press: Press) -> bool:
    """Whether the keyboard shows this button as pressed."""
    return any(
        _press_of(button) == press and button.text.startswith(PRESSED)
        for row in keyboard.inline_keyboard
        for button in row
    )


def without_choices(keyboard: InlineKeyboardMarkup) -> InlineKeyboardMarkup:
    """The keyboard of a reply that another one has taken the place of."""
    return InlineKeyboardMarkup(
        [
            row
            for row in keyboard.inline_keyboard
            if not any(isinstance(_press_of(button), Choose) for button in row)
        ]
    )


def _ratings(answer: Answer) -> list[list[InlineKeyboardButton]]:
    positions = range(1, len(answer.mix.recommendations) + 1)
    return [
        [
            _button(f"{_SIGNS[verdict]}{position}", Rate(answer.mix_id, position, verdict))
            for position in positions
        ]
        for verdict in (Verdict.UP, Verdict.DOWN)
    ]


def _songs(answer: Answer) -> list[list[InlineKeyboardButton]]:
    buttons = [
        _button(PLAY_BUTTON.format(position=position), Play(answer.mix_id, position))
        for position, recommendation in enumerate(answer.mix.recommendations, start=1)
        if recommendation.track.file
    ]
    firsts = range(0, len(buttons), _SONGS_PER_ROW)
    return [buttons[first : first + _SONGS_PER_ROW] for first in firsts]


def _choice_row(choices: Iterable[Choice], person: PersonId) -> list[InlineKeyboardButton]:
    return [
        _button(
            f"{PRESSED} {choice.label}" if choice.stands else choice.label,
            Choose(choice.change, owner_tag(person)),
        )
        for choice in choices
    ]


def _button(words: str, press: Press) -> InlineKeyboardButton:
    return InlineKeyboardButton(words, callback_data=press.data())


def _press_of(button: InlineKeyboardButton) -> Press | None:
    return read_press(button.callback_data) if isinstance(button.callback_data, str) else None
