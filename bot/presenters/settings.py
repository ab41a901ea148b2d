"""What a person can set, in words, and what a choice sets: for buttons, menus and forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.presenters.language import (
    LANGUAGES,
    all_of,
    language_name,
    language_names,
    one_of,
    say,
)
from core.domain.preferences import Preferences
from core.domain.wishes import Context

DEFAULT = ""
"""Chooses nothing in particular."""

ON, OFF = "on", "off"


class Setting(StrEnum):
    """What can be set; whom to leave out is not among the preferences, and is wished for."""

    LANGUAGE = "language"
    SONG_LANGUAGES = "song_languages"
    OCCASION = "occasion"
    HELP_LINE = "help_line"
    ARTISTS = "artists"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose. stands: it is chosen already."""

    value: str
    label: str
    stands: bool = False


@dataclass(frozen=True, slots=True)
class SettingGroup:
    """A setting and what can be chosen; of artists those that may come again."""

    setting: Setting
    label: str
    options: tuple[Option, ...]


def setting_groups(preferences: Preferences, artists: Sequence[str]) -> tuple[SettingGroup, ...]:
    """Every setting; artists: those that are left out."""
    return (
        _group(Setting.LANGUAGE, _languages(preferences)),
        _group(Setting.SONG_LANGUAGES, _song_languages(preferences)),
        _group(Setting.OCCASION, _occasions(preferences)),
        _group(Setting.HELP_LINE, _help_line(preferences)),
        _group(Setting.ARTISTS, [Option(name, name, stands=True) for name in artists]),
    )


def set_by_choice(preferences: Preferences, setting: Setting, value: str) -> Preferences:
    """The preferences once an option is chosen; a language of songs that stands is dropped.

    Raises ValueError for what cannot be chosen.
    """
    match setting:
        case Setting.LANGUAGE if value in (*LANGUAGES, DEFAULT):
            return replace(preferences, language=value or None)
        case Setting.SONG_LANGUAGES if value == DEFAULT:
            return replace(preferences, song_languages=frozenset())
        case Setting.SONG_LANGUAGES if value in language_names():
            return replace(preferences, song_languages=preferences.song_languages ^ {value})
        case Setting.OCCASION:
            return replace(preferences, occasion=Context(value) if value else None)
        case Setting.HELP_LINE if value in (ON, OFF):
            return replace(preferences, help_line=value == ON)
        case _:
            raise ValueError(value)


def present_settings(preferences: Preferences, artists: Sequence[str]) -> str:
    """What is set, one line for each setting; artists: those that are left out."""
    language, occasion = preferences.language, preferences.occasion
    songs = sorted(language_name(code) for code in preferences.song_languages)
    chosen = {
        Setting.LANGUAGE: language_name(language) if language else "",
        Setting.SONG_LANGUAGES: one_of(songs),
        Setting.OCCASION: say("occasion-name", occasion=occasion) if occasion else "",
        Setting.HELP_LINE: say("settings-on" if preferences.help_line else "settings-off"),
        Setting.ARTISTS: all_of(artists),
    }
    return "\n".join(
        (say("settings-title"), *(_line(setting, chosen[setting]) for setting in Setting))
    )


def _line(setting: Setting, chosen: str) -> str:
    name = say("settings-name", setting=setting)
    return say(
        "settings-line", name=name, chosen=chosen or say("settings-default", setting=setting)
    )


def _group(setting: Setting, options: Iterator[Option] | list[Option]) -> SettingGroup:
    return SettingGroup(setting, say("settings-name", setting=setting), tuple(options))


def _default(setting: Setting, *, stands: bool) -> Option:
    return Option(DEFAULT, say("settings-default-button", setting=setting), stands)


def _languages(preferences: Preferences) -> Iterator[Option]:
    yield _default(Setting.LANGUAGE, stands=preferences.language is None)
    for code in LANGUAGES:
        yield Option(code, language_name(code, own=True), code == preferences.language)


def _song_languages(preferences: Preferences) -> Iterator[Option]:
    """The languages moodmix speaks, and any other that is set."""
    chosen = preferences.song_languages
    yield _default(Setting.SONG_LANGUAGES, stands=not chosen)
    for code in (*LANGUAGES, *sorted(chosen - {*LANGUAGES})):
        yield Option(code, language_name(code), code in chosen)


def _occasions(preferences: Preferences) -> Iterator[Option]:
    yield _default(Setting.OCCASION, stands=preferences.occasion is None)
    for occasion in Context:
        name = say("occasion-name", occasion=occasion)
        yield Option(occasion, name, occasion is preferences.occasion)


def _help_line(preferences: Preferences) -> Iterator[Option]:
    yield Option(ON, say("settings-on"), preferences.help_line)
    yield Option(OFF, say("settings-off"), not preferences.help_line)
