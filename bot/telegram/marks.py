"""What becomes of a keyboard once somebody pressed: marks, wishes, moods, and what is taken off."""

from __future__ import annotations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.presenters.choices import moods_with
from bot.presenters.wishes import WishChoice
from bot.telegram.buttons import PRESSED, Row, choice_row, in_rows, rating_button, wish_row
from bot.telegram.press_data import Ask, Choose, Correct, Go, Owned, Press, Rate, Tell, owner_tag
from bot.telegram.press_reading import read_press
from core.domain.conversation import PersonId, Wish
from core.domain.emotion import Emotion
from core.domain.mix import Verdict

_REPLACED = Choose | Correct | Tell | Go | Ask
"""What no longer fits under a reply that another one has taken the place of."""


def press_rating(
    keyboard: InlineKeyboardMarkup, press: Rate
) -> tuple[InlineKeyboardMarkup, Verdict | None]:
    """The keyboard after a press, and the verdict that then stands.

    Pressing what is pressed takes it back; 👍 and 👎 of one track exclude each other.
    """
    taken_back = is_pressed(keyboard, press)

    def after(button: InlineKeyboardButton) -> InlineKeyboardButton:
        rating = press_of(button)
        if not isinstance(rating, Rate) or rating.position != press.position:
            return button
        now_pressed = rating.verdict is press.verdict and not taken_back
        return rating_button(rating, pressed=now_pressed)

    rows = [[after(button) for button in row] for row in keyboard.inline_keyboard]
    return InlineKeyboardMarkup(rows), None if taken_back else press.verdict


def with_wish(
    keyboard: InlineKeyboardMarkup, choice: WishChoice | None, person: PersonId
) -> InlineKeyboardMarkup:
    """The keyboard with this wish at its end in place of an earlier one about a track."""
    rows = [
        list(row)
        for row in keyboard.inline_keyboard
        if not any(_is_about_track(press_of(button)) for button in row)
    ]
    wish = wish_row(choice, person)
    return InlineKeyboardMarkup([*rows, wish] if wish else rows)


def with_moods(
    keyboard: InlineKeyboardMarkup, correction: Correct, person: PersonId
) -> InlineKeyboardMarkup:
    """The keyboard with all moods in the place of the correction, and of the moods there were."""
    rows: list[Row] = []
    for row in keyboard.inline_keyboard:
        kept = [button for button in row if not _is_mood(press_of(button))]
        rows += [kept] if kept else []
        if any(press_of(button) == correction for button in row):
            rows += in_rows(choice_row(moods_with(correction.intent), person))
    return InlineKeyboardMarkup(rows)


def is_pressed(keyboard: InlineKeyboardMarkup, press: Press) -> bool:
    """Whether the keyboard shows this button as pressed."""
    return any(
        press_of(button) == press and button.text.startswith(PRESSED)
        for row in keyboard.inline_keyboard
        for button in row
    )


def without_choices(keyboard: InlineKeyboardMarkup) -> InlineKeyboardMarkup:
    """The keyboard of a reply that another one has taken the place of."""
    return InlineKeyboardMarkup(
        [
            row
            for row in keyboard.inline_keyboard
            if not any(isinstance(press_of(button), _REPLACED) for button in row)
        ]
    )


def without(keyboard: InlineKeyboardMarkup, press: Press) -> InlineKeyboardMarkup:
    """The keyboard without one of its buttons."""
    rows = [
        [button for button in row if press_of(button) != press] for row in keyboard.inline_keyboard
    ]
    return InlineKeyboardMarkup([row for row in rows if row])


def belongs_to(keyboard: InlineKeyboardMarkup, person: PersonId) -> bool:
    """Whether its choices are this person's."""
    presses = (press_of(button) for row in keyboard.inline_keyboard for button in row)
    return any(isinstance(press, Owned) and press.owner == owner_tag(person) for press in presses)


def press_of(button: InlineKeyboardButton) -> Press | None:
    """What a button of ours means; None for others."""
    return read_press(button.callback_data) if isinstance(button.callback_data, str) else None


def _is_about_track(press: Press | None) -> bool:
    return isinstance(press, Ask) and press.wish is not Wish.ANYTHING


def _is_mood(press: Press | None) -> bool:
    if isinstance(press, Choose):
        return isinstance(press.change.mood, Emotion)
    return isinstance(press, Correct)
