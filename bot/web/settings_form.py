"""The settings as the page's form has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.presenters.language import language_name, language_names
from bot.presenters.settings import Option, Setting, setting_groups
from core.domain.preferences import Preferences


def settings_as_json(preferences: Preferences, artists: Sequence[str]) -> dict[str, Any]:
    """What is set, and what can be chosen, by setting; artists: those that are left out."""
    groups = {group.setting: group for group in setting_groups(preferences, artists)}
    return {
        "labels": {setting: group.label for setting, group in groups.items()},
        "language": _choice(groups[Setting.LANGUAGE].options),
        "occasion": _choice(groups[Setting.OCCASION].options),
        "song_languages": [language_name(code) for code in sorted(preferences.song_languages)],
        "known_languages": sorted(language_names().values(), key=str.casefold),
        "help_line": preferences.help_line,
        "artists": list(artists),
    }


def _choice(options: Sequence[Option]) -> dict[str, Any]:
    return {
        "value": next(option.value for option in options if option.stands),
        "options": [{"value": option.value, "label": option.label} for option in options],
    }
