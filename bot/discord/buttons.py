"""Buttons that survive restarts, and the rows they stand in."""

from __future__ import annotations

import re
from typing import Any, Protocol, Self, runtime_checkable

import discord
from discord import ButtonStyle, ui

from bot.discord.presses import (
    PRESS_PATTERN,
    ChangePress,
    PlayPress,
    Press,
    RatePress,
    Step,
    WishPress,
    custom_id_of,
    read_press,
)
from bot.presenters.choices import choices_under
from bot.presenters.language import say
from bot.presenters.wishes import WishChoice, wish_under
from core.domain.conversation import Answer, Reply
from core.domain.mix import Verdict

_MOODS_ROW, _SONGS_ROW, _INTENTS_ROW = 0, 3, 4
"""Discord takes five rows of five; between moods and songs lie 👍 and 👎 of the five tracks.

Which song is meant is asked without any of the others, a row for each.
"""

_THUMBS = {Verdict.UP: (1, "👍"), Verdict.DOWN: (2, "👎")}
"""Their rows and signs."""


@runtime_checkable
class PressReceiver(Protocol):
    """The client that acts on presses."""

    async def pressed(self, interaction: discord.Interaction[Any], press: Press) -> None:
        """Answer the press."""
        ...


class PressButton(ui.DynamicItem[ui.Button[Any]], template=PRESS_PATTERN):
    """A button whose custom id says all there is to know."""

    def __init__(
        self, press: Press, label: str, style: ButtonStyle = ButtonStyle.secondary, row: int = 0
    ) -> None:
        super().__init__(
            ui.Button(label=label, style=style, custom_id=custom_id_of(press), row=row)
        )
        self._press = press

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Rebuild the button that was pressed."""
        label = item.label if isinstance(item, ui.Button) and item.label else "?"
        return cls(read_press(match), label)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the client."""
        receiver = interaction.client
        if isinstance(receiver, PressReceiver):
            await receiver.pressed(interaction, self._press)


def reply_buttons(reply: Reply) -> ui.View | None:
    """Whatever a reply offers: songs in doubt, moods, 👍 and 👎, songs, intents, end of wishes."""
    choices = choices_under(reply)
    buttons = [
        PressButton(ChangePress(choice.change), choice.label, row=row)
        for row, choice in enumerate(choices.songs)
    ]
    buttons += [
        PressButton(ChangePress(choice.change), choice.label, row=_MOODS_ROW)
        for choice in (*choices.guesses, *choices.whose)
    ]
    if isinstance(reply, Answer):
        buttons += [*_ratings(reply), *_songs(reply)]
    buttons += [
        PressButton(ChangePress(choice.change), choice.label, ButtonStyle.primary, row=_INTENTS_ROW)
        for choice in choices.intents
    ]
    wish = wish_under(reply)
    if wish:
        buttons.append(_wish_button(wish, _INTENTS_ROW))
    return _view(*buttons) if buttons else None


def wish_button(choice: WishChoice | None) -> ui.View | None:
    """Under the words that note a verdict: what may be wished for after it."""
    return _view(_wish_button(choice)) if choice else None


def consent_button() -> ui.View:
    """Under the notice."""
    return _view(PressButton(Step.CONSENT, say("consent-button"), ButtonStyle.success))


def owner_button() -> ui.View:
    """Under the question about somebody else's photo."""
    return _view(PressButton(Step.OWNER_AGREES, say("owner-agrees-button"), ButtonStyle.success))


def forget_buttons() -> ui.View:
    """Under the question whether to erase everything."""
    return _view(
        PressButton(Step.FORGET, say("forget-button"), ButtonStyle.danger),
        PressButton(Step.KEEP, say("keep-button")),
    )


def _ratings(answer: Answer) -> list[PressButton]:
    return [
        PressButton(RatePress(answer.mix_id, position, verdict), f"{thumb} {position}", row=row)
        for verdict, (row, thumb) in _THUMBS.items()
        for position in range(1, len(answer.mix.recommendations) + 1)
    ]


def _songs(answer: Answer) -> list[PressButton]:
    return [
        PressButton(
            PlayPress(answer.mix_id, position),
            say("play-button", position=position),
            row=_SONGS_ROW,
        )
        for position, recommendation in enumerate(answer.mix.recommendations, start=1)
        if recommendation.track.file
    ]


def _wish_button(choice: WishChoice, row: int = 0) -> PressButton:
    press = WishPress(choice.wish, choice.mix_id, choice.position)
    return PressButton(press, choice.label, row=row)


def _view(*buttons: PressButton) -> ui.View:
    view = ui.View(timeout=None)
    for button in buttons:
        view.add_item(button)
    return view
