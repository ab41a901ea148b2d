"""What stands under messages: buttons, row by row, and which are pressed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.presenters.choices import Choice, Choices, choices_under, moods_with
from bot.presenters.language import digits, say
from bot.presenters.wishes import WishChoice, wish_under
from bot.telegram.press_data import (
    Agree,
    Ask,
    Choose,
    Correct,
    Forget,
    Go,
    HelpOff,
    Play,
    Press,
    Rate,
    Tell,
    Withdraw,
    owner_tag,
)
from core.domain.conversation import Answer, Aside, NeedFace, NeedSong, PersonId, Reply
from core.domain.emotion import Emotion
from core.domain.mix import Verdict

Row = list[InlineKeyboardButton]

PRESSED = "✅"

_PER_ROW = 3
"""More words side by side would not be readable on a telephone."""

_SIGNS = {Verdict.UP: "👍", Verdict.DOWN: "👎"}


def consent_keyboard() -> InlineKeyboardMarkup:
    """The button under the notice."""
    return InlineKeyboardMarkup([[press_button(say("consent-button"), Agree())]])


def forget_keyboard(person: PersonId) -> InlineKeyboardMarkup:
    """Both answers to whether everything shall be erased."""
    owner = owner_tag(person)
    return InlineKeyboardMarkup(
        [
            [
                press_button(say("forget-button"), Forget(confirmed=True, owner=owner)),
                press_button(say("keep-button"), Forget(confirmed=False, owner=owner)),
            ]
        ]
    )


def privacy_keyboard(person: PersonId) -> InlineKeyboardMarkup:
    """Taking consent back, for who has given it."""
    return InlineKeyboardMarkup(
        [[press_button(say("withdraw-button"), Withdraw(owner_tag(person)))]]
    )


def mood_keyboard(person: PersonId) -> InlineKeyboardMarkup:
    """All moods, to tell one of them."""
    owner = owner_tag(person)
    return InlineKeyboardMarkup(
        in_rows(
            [
                press_button(choice.label, Tell(choice.change.mood, owner))
                for choice in moods_with()
                if isinstance(choice.change.mood, Emotion)
            ]
        )
    )


def help_keyboard(person: PersonId) -> InlineKeyboardMarkup:
    """Not to be shown again where to find help."""
    return InlineKeyboardMarkup([_help_row(person)])


def reply_keyboard(reply: Reply, person: PersonId) -> InlineKeyboardMarkup | None:
    """Whatever a reply offers, by rows: songs, moods, 👍 and 👎, intents, what is next, wishes."""
    choices, owner = choices_under(reply), owner_tag(person)
    on_tracks = [*_ratings(reply), *_songs(reply)] if isinstance(reply, Answer) else []
    rows = [
        *(choice_row([song], person) for song in choices.songs),
        *in_rows(choice_row(choices.moods, person)),
        choice_row(choices.guesses, person),
        choice_row(choices.whose, person),
        *on_tracks,
        choice_row(choices.intents, person),
        _correction(choices, owner),
        choice_row(choices.song_ways, person),
        [press_button(step.label, Go(step.onward, owner)) for step in choices.steps],
        wish_row(wish_under(reply), person),
        _help_row(person) if _tells_of_help(reply) else [],
    ]
    shown = [row for row in rows if row]
    return InlineKeyboardMarkup(shown) if shown else None


def in_rows(buttons: Sequence[InlineKeyboardButton], per_row: int = _PER_ROW) -> list[Row]:
    """Buttons side by side, in as many rows as they need."""
    firsts = range(0, len(buttons), per_row)
    return [list(buttons[first : first + per_row]) for first in firsts]


def _ratings(answer: Answer) -> list[Row]:
    positions = range(1, len(answer.mix.recommendations) + 1)
    return [
        [rating_button(Rate(answer.mix_id, position, verdict)) for position in positions]
        for verdict in (Verdict.UP, Verdict.DOWN)
    ]


def _songs(answer: Answer) -> list[Row]:
    buttons = [
        press_button(say("play-button", position=position), Play(answer.mix_id, position))
        for position, recommendation in enumerate(answer.mix.recommendations, start=1)
        if recommendation.track.file
    ]
    return in_rows(buttons)


def _correction(choices: Choices, owner: str) -> Row:
    correction = choices.correction
    return [press_button(correction.label, Correct(correction.intent, owner))] if correction else []


def choice_row(choices: Iterable[Choice], person: PersonId) -> Row:
    """Choices side by side."""
    return [
        press_button(
            f"{PRESSED} {choice.label}" if choice.stands else choice.label,
            Choose(choice.change, owner_tag(person)),
        )
        for choice in choices
    ]


def _help_row(person: PersonId) -> Row:
    return [press_button(say("help-off-button"), HelpOff(owner_tag(person)))]


def _tells_of_help(reply: Reply) -> bool:
    """Whether the line stands in the reply itself; beside a list it is a message of its own."""
    return isinstance(reply, NeedFace | NeedSong) and Aside.HELP_LINE in reply.asides


def wish_row(choice: WishChoice | None, person: PersonId) -> Row:
    """A wish, where there is one."""
    if choice is None:
        return []
    ask = Ask(choice.wish, choice.mix_id, choice.position, owner_tag(person))
    return [press_button(choice.label, ask)]


def rating_button(rating: Rate, *, pressed: bool = False) -> InlineKeyboardButton:
    """👍 or 👎 with the number of its track."""
    sign = f"{_SIGNS[rating.verdict]}{digits(rating.position)}"
    return press_button(f"{PRESSED}{sign}" if pressed else sign, rating)


def press_button(words: str, press: Press) -> InlineKeyboardButton:
    """One of ours."""
    return InlineKeyboardButton(words, callback_data=press.data())
