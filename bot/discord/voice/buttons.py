"""Buttons of voice channels: one under an answer, and those of the message that shows the song."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, Self, runtime_checkable

import discord
from discord import ButtonStyle, ui

from bot.discord.outlets import InteractionOutlet, QuietOutlet
from bot.presenters.language import say

Interaction = discord.Interaction[Any]

_ROWS = range(4, -1, -1)
_ROW_WIDTH = 5


class Control(StrEnum):
    """What listeners can do."""

    PAUSE = "pause"
    RESUME = "resume"
    SKIP = "skip"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class PlayList:
    """Play the list of a mix where the pressing person sits."""

    mix_id: int


VoicePress = PlayList | Control

VOICE_PATTERN = re.compile(
    rf"moodmix:aloud:(?:(?P<control>{'|'.join(Control)})|list:(?P<mix>\d{{1,18}}))"
)
"""Every custom id of these buttons; all they mean stands in it, so they outlive restarts."""


@runtime_checkable
class VoicePressReceiver(Protocol):
    """The client that acts on presses."""

    async def pressed_aloud(self, interaction: Interaction, press: VoicePress) -> None:
        """Answer the press."""
        ...


class VoiceButton(ui.DynamicItem[ui.Button[Any]], template=VOICE_PATTERN):
    """A button whose custom id says all there is to know."""

    def __init__(
        self, press: VoicePress, label: str, style: ButtonStyle = ButtonStyle.secondary
    ) -> None:
        super().__init__(ui.Button(label=label, style=style, custom_id=custom_id_of(press)))
        self._press = press

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Rebuild the button that was pressed."""
        label = item.label if isinstance(item, ui.Button) and item.label else "?"
        return cls(read_press(match), label)

    async def callback(self, interaction: Interaction) -> None:
        """Hand the press to the client."""
        receiver = interaction.client
        if isinstance(receiver, VoicePressReceiver):
            await receiver.pressed_aloud(interaction, self._press)


def outlet_for(interaction: Interaction, press: VoicePress) -> InteractionOutlet:
    """Where a press is answered."""
    kind = QuietOutlet if isinstance(press, Control) else InteractionOutlet
    return kind(interaction)


def custom_id_of(press: VoicePress) -> str:
    """The custom id of a button."""
    meaning = press if isinstance(press, Control) else f"list:{press.mix_id}"
    return f"moodmix:aloud:{meaning}"


def read_press(match: re.Match[str]) -> VoicePress:
    """The press behind a custom id that VOICE_PATTERN matched."""
    return Control(match["control"]) if match["control"] else PlayList(int(match["mix"]))


def add_play_here(view: ui.View, mix_id: int) -> None:
    """Put the button under an answer, in the lowest row with room; nothing where there is none."""
    button = VoiceButton(PlayList(mix_id), say("voice-play-button"), ButtonStyle.success)
    used = [item.row for item in view.children]
    row = next((row for row in _ROWS if used.count(row) < _ROW_WIDTH), None)
    if row is not None:
        button.row = row
        view.add_item(button)


def control_buttons(*, paused: bool) -> ui.View:
    """Under the message that shows the song."""
    view = ui.View(timeout=None)
    pause = Control.RESUME if paused else Control.PAUSE
    for control in (pause, Control.SKIP, Control.STOP):
        style = ButtonStyle.danger if control is Control.STOP else ButtonStyle.secondary
        view.add_item(VoiceButton(control, say("voice-button", control=control), style))
    return view
