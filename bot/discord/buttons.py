"""Buttons that survive restarts, and the rows they stand in."""

from __future__ import annotations

import re
from typing import Any, Protocol, Self, runtime_checkable

import discord
from discord import ButtonStyle, ui

from bot.discord.presses import (
    PRESS_PATTERN,
    IntentPress,
    Press,
    RatePress,
    Step,
    custom_id_of,
    read_press,
)
from bot.presenters.notices import (
    CONSENT_BUTTON,
    ENHANCE_BUTTON,
    FORGET_BUTTON,
    KEEP_BUTTON,
    MODULATE_BUTTON,
    OWNER_AGREES_BUTTON,
)
from core.domain.intent import Intent
from core.domain.mix import Verdict

TRACKS_PER_ROW = 2
"""Two buttons each; Discord takes five rows of five, and the last row is the intents'."""

_THUMBS = {Verdict.UP: "👍", Verdict.DOWN: "👎"}


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


def answer_buttons(mix_id: int, tracks: int) -> ui.View:
    """👍 and 👎 for every track, and the two intents."""
    view = ui.View(timeout=None)
    for position in range(1, tracks + 1):
        row = (position - 1) // TRACKS_PER_ROW
        for verdict, thumb in _THUMBS.items():
            press = RatePress(mix_id, position, verdict)
            view.add_item(PressButton(press, f"{thumb} {position}", row=row))
    intents = ((Intent.MODULATE, MODULATE_BUTTON), (Intent.ENHANCE, ENHANCE_BUTTON))
    for intent, label in intents:
        view.add_item(PressButton(IntentPress(intent), label, ButtonStyle.primary, row=4))
    return view


def consent_button() -> ui.View:
    """Under the notice."""
    return _row(PressButton(Step.CONSENT, CONSENT_BUTTON, ButtonStyle.success))


def owner_button() -> ui.View:
    """Under the question about somebody else's photo."""
    return _row(PressButton(Step.OWNER_AGREES, OWNER_AGREES_BUTTON, ButtonStyle.success))


def forget_buttons() -> ui.View:
    """Under the question whether to erase everything."""
    return _row(
        PressButton(Step.FORGET, FORGET_BUTTON, ButtonStyle.danger),
        PressButton(Step.KEEP, KEEP_BUTTON),
    )


def _row(*buttons: PressButton) -> ui.View:
    view = ui.View(timeout=None)
    for button in buttons:
        view.add_item(button)
    return view
