"""What is suggested while somebody types the option of a command, out of memory and database."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import discord
import structlog
from discord import app_commands

from bot.chat import Chat
from bot.discord.funnel import PLATFORM
from bot.presenters.language import LANGUAGES, language_name, language_names, speaking
from bot.presenters.mood_words import plain_words
from core.domain.errors import MoodmixError

Interaction = discord.Interaction[Any]
Choices = list[app_commands.Choice[str]]

SHOWN = 25
CHOICE_LENGTH = 100

_log = structlog.get_logger()


class Suggestions:
    """At most 25, whatever the accents and the case of what is typed."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat

    async def languages(self, interaction: Interaction, typed: str) -> Choices:
        """What moodmix speaks, as its speakers call it."""
        async with self._chat.speaking_with(self._person(interaction), _tag(interaction)):
            return _matching(typed, LANGUAGES, own=True)

    async def song_languages(self, interaction: Interaction, typed: str) -> Choices:
        """Every language, those that moodmix speaks first."""
        async with self._chat.speaking_with(self._person(interaction), _tag(interaction)):
            names = language_names()
            others = sorted(names.keys() - {*LANGUAGES}, key=lambda code: names[code].casefold())
            return _matching(typed, (*LANGUAGES, *others), own=False)

    async def artists(self, interaction: Interaction, typed: str) -> Choices:
        """Those of the person's last lists, then of the catalogue."""
        try:
            found = await self._chat.companion.artists_like(self._person(interaction), typed, SHOWN)
        except MoodmixError as error:
            return _nothing(error)
        return _named(found)

    async def unwanted(self, interaction: Interaction, typed: str) -> Choices:
        """Whom the person has left out."""
        try:
            unwanted = await self._chat.companion.unwanted_artists(self._person(interaction))
        except MoodmixError as error:
            return _nothing(error)
        return _named(name for name in unwanted if _fits(typed, name))

    def _person(self, interaction: Interaction) -> Any:
        return self._chat.pseudonyms.person(PLATFORM, interaction.user.id)


def _tag(interaction: Interaction) -> str:
    return interaction.locale.value


def _matching(typed: str, codes: Iterable[str], *, own: bool) -> Choices:
    """Languages whose name begins so, in the language being spoken, their own, or English."""
    with speaking("en"):
        english = language_names()
    found = [
        code
        for code in codes
        if any(
            _fits(typed, name)
            for name in (
                language_name(code),
                language_name(code, own=True),
                english.get(code, code),
            )
        )
    ]
    return [
        app_commands.Choice(name=language_name(code, own=own)[:CHOICE_LENGTH], value=code)
        for code in found[:SHOWN]
    ]


def _named(names: Iterable[str]) -> Choices:
    short = dict.fromkeys(name for name in names if 0 < len(name) <= CHOICE_LENGTH)
    return [app_commands.Choice(name=name, value=name) for name in list(short)[:SHOWN]]


def _fits(typed: str, name: str) -> bool:
    return f" {plain_words(typed)}" in f" {plain_words(name)}"


def _nothing(error: MoodmixError) -> Choices:
    _log.warning("nothing_to_suggest", platform=PLATFORM, code=error.code.value)
    return []
