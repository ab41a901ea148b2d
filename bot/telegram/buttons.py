"""What stands under messages: buttons, row by row, and which are pressed."""

from __future__ import annotations

from collections.abc import Iterable

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.presenters.choices import Choice, choices_under
from bot.presenters.language import digits, say
from bot.presenters.wishes import WishChoice, wish_under
from bot.telegram.press_data import (
    Agree,
    Ask,
    Choose,
    Forget,
    Play,
    Press,
    Rate,
    owner_tag,
    read_press,
)
from core.domain.conversation import Answer, PersonId, Reply, Wish
from core.domain.mix import Verdict

PRESSED = "✅"

_SONGS_PER_ROW = 3
"""More would not be readable on a telephone."""

_SIGNS = {Verdict.UP: "👍", Verdict.DOWN: "👎"}


def consent_keyboard() -> InlineKeyboardMarkup:
    """The button under the notice."""
    return InlineKeyboardMarkup([[_button(say("consent-button"), Agree())]])


def forget_keyboard(person: PersonId) -> InlineKeyboardMarkup:
    """Both answers to whether everything shall be erased."""
    owner = owner_tag(person)
    return InlineKeyboardMarkup(
        [
            [
                _button(say("forget-button"), Forget(confirmed=True, owner=owner)),
                _button(say("keep-button"), Forget(confirmed=False, owner=owner)),
            ]
        ]
    )


def reply_keyboard(reply: Reply, person: PersonId) -> InlineKeyboardMarkup | None:
    """Whatever a reply offers, by rows: songs, moods, 👍 and 👎, intents, the end of wishes."""
    choices = choices_under(reply)
    on_tracks = [*_ratings(reply), *_songs(reply)] if isinstance(reply, Answer) else []
    rows = [
        *(_choice_row([song], person) for song in choices.songs),
        _choice_row(choices.guesses, person),
        _choice_row(choices.whose, person),
        *on_tracks,
        _choice_row(choices.intents, person),
        _wish_row(wish_under(reply), person),
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
        sign = f"{_SIGNS[rating.verdict]}{digits(rating.position)}"
        now_pressed = rating.verdict is press.verdict and not taken_back
        return _button(f"{PRESSED}{sign}" if now_pressed else sign, rating)

    rows = [[after(button) for button in row] for row in keyboard.inline_keyboard]
    return InlineKeyboardMarkup(rows), None if taken_back else press.verdict


def with_wish(
    keyboard: InlineKeyboardMarkup, choice: WishChoice | None, person: PersonId
) -> InlineKeyboardMarkup:
    """The keyboard with this wish at its end in place of an earlier one about a track."""
    rows = [
        list(row)
        for row in keyboard.inline_keyboard
        if not any(_is_about_track(_press_of(button)) for button in row)
    ]
    wish = _wish_row(choice, person)
    return InlineKeyboardMarkup([*rows, wish] if wish else rows)


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
            if not any(isinstance(_press_of(button), Choose | Ask) for button in row)
        ]
    )


def _ratings(answer: Answer) -> list[list[InlineKeyboardButton]]:
    positions = range(1, len(answer.mix.recommendations) + 1)
    return [
        [
            _button(f"{_SIGNS[verdict]}{digits(position)}", Rate(answer.mix_id, position, verdict))
            for position in positions
        ]
        for verdict in (Verdict.UP, Verdict.DOWN)
    ]


def _songs(answer: Answer) -> list[list[InlineKeyboardButton]]:
    buttons = [
        _button(say("play-button", position=position), Play(answer.mix_id, position))
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


def _wish_row(choice: WishChoice | None, person: PersonId) -> list[InlineKeyboardButton]:
    if choice is None:
        return []
    ask = Ask(choice.wish, choice.mix_id, choice.position, owner_tag(person))
    return [_button(choice.label, ask)]


def _is_about_track(press: Press | None) -> bool:
    return isinstance(press, Ask) and press.wish is not Wish.ANYTHING


def _button(words: str, press: Press) -> InlineKeyboardButton:
    return InlineKeyboardButton(words, callback_data=press.data())


def _press_of(button: InlineKeyboardButton) -> Press | None:
    return read_press(button.callback_data) if isinstance(button.callback_data, str) else None
