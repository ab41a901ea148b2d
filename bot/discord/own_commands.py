"""Slash commands for what is a person's own: moods over time, settings, consent and data."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.discord.commands import MoodTree, occasions
from bot.discord.desk import Desk
from bot.discord.funnel import Funnel
from bot.discord.outlets import HiddenOutlet, InteractionOutlet
from bot.discord.own_data import SettingsRequest
from bot.discord.suggestions import Choices, Suggestions
from bot.discord.translation import told
from bot.presenters.language import say
from core.domain.wishes import Context

Interaction = discord.Interaction[Any]

_MOST_WEEKS = 52
_NAME_LENGTH = 200


def add_own_commands(tree: MoodTree, desk: Desk, funnel: Funnel, suggestions: Suggestions) -> None:
    """Put the commands on the tree."""
    own = desk.own_data
    _add_settings_command(tree, desk, funnel, suggestions)

    @tree.command(name="history", description=told(lambda: say("command-history")))
    @app_commands.describe(weeks=told(lambda: say("discord-weeks-option")))
    async def show_history(
        interaction: Interaction, weeks: app_commands.Range[int, 1, _MOST_WEEKS] | None = None
    ) -> None:
        outlet, person = InteractionOutlet(interaction), desk.person(interaction.user.id)
        await funnel.run(outlet, lambda: own.show_history(person, weeks, outlet))

    @tree.command(name="week", description=told(lambda: say("command-week")))
    async def show_week(interaction: Interaction) -> None:
        outlet, person = InteractionOutlet(interaction), desk.person(interaction.user.id)
        await funnel.run(outlet, lambda: own.show_week(person, outlet))

    @tree.command(name="privacy", description=told(lambda: say("command-privacy")))
    async def say_privacy(interaction: Interaction) -> None:
        outlet, person = InteractionOutlet(interaction), desk.person(interaction.user.id)
        await funnel.run(outlet, lambda: own.say_privacy(person, outlet))

    @tree.command(name="export", description=told(lambda: say("command-export")))
    async def export(interaction: Interaction) -> None:
        outlet, person = HiddenOutlet(interaction), desk.person(interaction.user.id)
        await funnel.run(outlet, lambda: own.export(person, outlet))

    @tree.command(name="forget", description=told(lambda: say("command-forget")))
    async def ask_to_forget(interaction: Interaction) -> None:
        outlet = InteractionOutlet(interaction)
        await funnel.run(outlet, lambda: own.ask_to_forget(outlet))


def _add_settings_command(
    tree: MoodTree, desk: Desk, funnel: Funnel, suggestions: Suggestions
) -> None:
    @tree.command(name="settings", description=told(lambda: say("command-settings")))
    @app_commands.describe(
        language=told(lambda: say("discord-speak-option")),
        songs=told(lambda: say("discord-song-language-option")),
        occasion=told(lambda: say("discord-occasions-option")),
        help_line=told(lambda: say("discord-help-line-option")),
        without=told(lambda: say("discord-without-option")),
        again=told(lambda: say("discord-again-option")),
    )
    @app_commands.choices(occasion=occasions())
    async def settings(
        interaction: Interaction,
        language: str | None = None,
        songs: str | None = None,
        occasion: str | None = None,
        help_line: bool | None = None,  # noqa: FBT001 - an option that people see
        without: app_commands.Range[str, 1, _NAME_LENGTH] | None = None,
        again: app_commands.Range[str, 1, _NAME_LENGTH] | None = None,
    ) -> None:
        outlet, person = InteractionOutlet(interaction), desk.person(interaction.user.id)
        request = SettingsRequest(
            language=language,
            song_language=songs,
            occasion=Context(occasion) if occasion else None,
            help_line=help_line,
            without=without,
            again=again,
        )
        await funnel.run(outlet, lambda: desk.own_data.set(person, request, outlet))

    @settings.autocomplete("language")
    async def suggest_language(interaction: Interaction, typed: str) -> Choices:
        return await suggestions.languages(interaction, typed)

    @settings.autocomplete("songs")
    async def suggest_song_language(interaction: Interaction, typed: str) -> Choices:
        return await suggestions.song_languages(interaction, typed)

    @settings.autocomplete("without")
    async def suggest_artist(interaction: Interaction, typed: str) -> Choices:
        return await suggestions.artists(interaction, typed)

    @settings.autocomplete("again")
    async def suggest_unwanted(interaction: Interaction, typed: str) -> Choices:
        return await suggestions.unwanted(interaction, typed)
