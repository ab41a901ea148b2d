"""Menus that survive restarts: moods to correct with, and settings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Self

import discord
from discord import ui

from bot.discord.buttons import PressReceiver
from bot.discord.presses import ChangePress, Press, SettingPress, TellPress
from bot.presenters.choices import moods_with
from bot.presenters.language import say
from bot.presenters.settings import DEFAULT, Setting, SettingGroup, setting_groups
from core.domain.conversation import Change
from core.domain.emotion import Emotion
from core.domain.intent import Intent
from core.domain.preferences import Preferences

MENU_PATTERN = re.compile(
    rf"moodmix:menu:(?:(?P<told>tell)|mood(?::(?P<intent>{'|'.join(Intent)}))?"
    rf"|set:(?P<setting>{'|'.join(Setting)}))"
)
"""Every custom id of our menus."""

OPTIONS = 25
LABEL_LENGTH = 100
PLACEHOLDER_LENGTH = 150

_STANDS_FOR_DEFAULT = "default"
"""Discord takes no empty value."""


class PressMenu(ui.DynamicItem[ui.Select[Any]], template=MENU_PATTERN):
    """A menu whose custom id says what is chosen in it."""

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], _: re.Match[str], /
    ) -> Self:
        """Rebuild the menu that was used."""
        if not isinstance(item, ui.Select):
            raise TypeError(type(item).__name__)
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand what was chosen to the client."""
        receiver = interaction.client
        match = MENU_PATTERN.fullmatch(self.item.custom_id)
        if match and isinstance(receiver, PressReceiver):
            await receiver.pressed(interaction, _read(match, self.item.values))


def mood_menu(intent: Intent | None) -> ui.View:
    """All seven moods, one to be chosen instead of the one that stands."""
    return _moods(f"mood:{intent}" if intent else "mood")


def tell_menu() -> ui.View:
    """All seven moods, one to begin with."""
    return _moods("tell")


def setting_menus(preferences: Preferences, artists: Sequence[str]) -> ui.View:
    """A menu for each setting that has something to choose from."""
    groups = setting_groups(preferences, artists)
    return _view([_setting_menu(group) for group in groups if group.options])


def _moods(meaning: str) -> ui.View:
    options = [
        discord.SelectOption(label=choice.label, value=str(choice.change.mood))
        for choice in moods_with()
    ]
    menu = ui.Select[Any](
        custom_id=f"moodmix:menu:{meaning}",
        placeholder=say("discord-mood-menu"),
        options=options,
    )
    return _view([menu])


def _setting_menu(group: SettingGroup) -> ui.Select[Any]:
    several = group.setting is Setting.SONG_LANGUAGES
    options = [option for option in group.options if option.value != DEFAULT or not several]
    shown = [
        discord.SelectOption(
            label=say("settings-line", name=group.label, chosen=option.label)[:LABEL_LENGTH],
            value=option.value[:LABEL_LENGTH] or _STANDS_FOR_DEFAULT,
            default=option.stands and group.setting is not Setting.ARTISTS,
        )
        for option in options[-OPTIONS:]
    ]
    return ui.Select(
        custom_id=f"moodmix:menu:set:{group.setting}",
        placeholder=group.label[:PLACEHOLDER_LENGTH],
        min_values=0 if several else 1,
        max_values=len(shown) if several else 1,
        options=shown,
    )


def _read(match: re.Match[str], values: Sequence[str]) -> Press:
    if match["setting"]:
        chosen = tuple(DEFAULT if value == _STANDS_FOR_DEFAULT else value for value in values)
        return SettingPress(Setting(match["setting"]), chosen)
    if match["told"]:
        return TellPress(Emotion(values[0]))
    intent = Intent(match["intent"]) if match["intent"] else None
    return ChangePress(Change(Emotion(values[0]), intent))


def _view(menus: Sequence[ui.Select[Any]]) -> ui.View:
    view = ui.View(timeout=None)
    for menu in menus:
        view.add_item(PressMenu(menu))
    return view
