"""Settings as one message whose buttons change: all of them, or one with what can be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from bot.presenters.language import say
from bot.presenters.settings import Setting, SettingGroup, setting_groups
from bot.telegram.buttons import PRESSED, Row, in_rows, press_button
from bot.telegram.notes import clip
from bot.telegram.press_data import Open, Set, artist_tag
from core.domain.preferences import Preferences

_PER_ROW = 2

_LABEL_LIMIT = 40
"""Longest name on a button, in characters."""


def settings_keyboard(
    preferences: Preferences, artists: Sequence[str], opened: Setting | None = None
) -> InlineKeyboardMarkup:
    """Buttons for all settings, or for what can be chosen for the one that is opened.

    artists: those that are left out.
    """
    groups = [group for group in setting_groups(preferences, artists) if group.options]
    shown = next((group for group in groups if group.setting is opened), None)
    rows = _options(shown) if shown else _settings(groups)
    return InlineKeyboardMarkup(rows)


def artist_of(tag: str, artists: Sequence[str]) -> str | None:
    """The artist whom a button means."""
    return next((name for name in artists if artist_tag(name) == tag), None)


def _settings(groups: Sequence[SettingGroup]) -> list[Row]:
    return [[press_button(group.label, Open(group.setting))] for group in groups]


def _options(group: SettingGroup) -> list[Row]:
    by_name = group.setting is Setting.ARTISTS
    buttons = [
        press_button(
            f"{PRESSED} {label}" if option.stands else label,
            Set(group.setting, artist_tag(option.value) if by_name else option.value),
        )
        for option in group.options
        for label in (clip(option.label, _LABEL_LIMIT),)
    ]
    return [*in_rows(buttons, _PER_ROW), [press_button(say("telegram-settings-back"), Open())]]
