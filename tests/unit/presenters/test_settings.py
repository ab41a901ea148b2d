"""What can be set, as people see it on any platform."""

from __future__ import annotations

import pytest

from bot.presenters.language import speaking
from bot.presenters.settings import (
    DEFAULT,
    Setting,
    SettingGroup,
    present_settings,
    set_by_choice,
    setting_groups,
)
from core.domain.preferences import DEFAULT_PREFERENCES, Preferences
from core.domain.wishes import Context

SET = Preferences("de", frozenset({"pt", "ja"}), Context.SLEEP, help_line=False)


def group(setting: Setting, preferences: Preferences = SET) -> SettingGroup:
    return next(g for g in setting_groups(preferences, ["ABBA"]) if g.setting is setting)


def test_what_is_set_is_told_in_lines() -> None:
    assert present_settings(SET, ["ABBA", "Queen"]).splitlines() == [
        "Your settings",
        "I speak: German",
        "Songs in: Japanese or Portuguese",
        "Lists for: Falling asleep",
        "A line with where to find help: off",
        "Nothing by: ABBA and Queen",
    ]


def test_where_nothing_is_set_the_defaults_are_told() -> None:
    assert present_settings(DEFAULT_PREFERENCES, []).splitlines()[1:] == [
        "I speak: the language of your app",
        "Songs in: any language",
        "Lists for: no occasion in particular",
        "A line with where to find help: on",
        "Nothing by: nobody is left out",
    ]


@pytest.mark.parametrize(
    ("setting", "standing"),
    [
        (Setting.LANGUAGE, ["Deutsch"]),
        (Setting.SONG_LANGUAGES, ["Portuguese", "Japanese"]),
        (Setting.OCCASION, ["Falling asleep"]),
        (Setting.HELP_LINE, ["off"]),
        (Setting.ARTISTS, ["ABBA"]),
    ],
)
def test_what_is_chosen_stands(setting: Setting, standing: list[str]) -> None:
    assert [option.label for option in group(setting).options if option.stands] == standing


@pytest.mark.parametrize("setting", [one for one in Setting if one is not Setting.ARTISTS])
def test_every_option_can_be_chosen_and_stands_then_unless_it_stood_before(
    setting: Setting,
) -> None:
    for option in group(setting).options:
        chosen = set_by_choice(SET, setting, option.value)
        standing = {o.value for o in group(setting, chosen).options if o.stands}
        dropped = setting is Setting.SONG_LANGUAGES and option.stands
        assert (option.value in standing) is not dropped


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (Setting.LANGUAGE, "tlh"),
        (Setting.SONG_LANGUAGES, "Klingon"),
        (Setting.OCCASION, "funeral"),
        (Setting.HELP_LINE, DEFAULT),
        (Setting.ARTISTS, "ABBA"),
    ],
)
def test_what_cannot_be_chosen_is_refused(setting: Setting, value: str) -> None:
    with pytest.raises(ValueError, match=value or "^$"):
        set_by_choice(SET, setting, value)


def test_languages_are_named_as_the_one_being_spoken_has_them() -> None:
    with speaking("de"):
        labels = [option.label for option in group(Setting.SONG_LANGUAGES).options]
    assert labels[-1] == "Japanisch"
