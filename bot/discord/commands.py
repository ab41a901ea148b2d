"""Slash commands and menus for a mood and a song, in servers and for who installs the app."""

from __future__ import annotations

from typing import Any

import discord
import structlog
from discord import app_commands

from bot.discord.attachments import face_among, song_among
from bot.discord.desk import Desk
from bot.discord.funnel import PLATFORM, Funnel
from bot.discord.outlets import InteractionOutlet
from bot.discord.own_data import SettingsRequest, unknown_language
from bot.discord.requests import MixRequest
from bot.discord.suggestions import Choices, Suggestions
from bot.discord.translation import told
from bot.presenters.choices import MOODS
from bot.presenters.language import say
from core.domain.emotion import Emotion
from core.domain.intent import Intent
from core.domain.wishes import Context

Interaction = discord.Interaction[Any]

_log = structlog.get_logger()

SONG_LENGTH = 500
"""Longest song option; longer texts are no song."""


class MoodTree(app_commands.CommandTree[Any]):
    """The command tree; what fails outside a command body goes through the same funnel."""

    def __init__(self, client: discord.Client, funnel: Funnel) -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self._funnel = funnel

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError) -> None:
        """A command of another version, or whatever escaped a body."""
        outlet = InteractionOutlet(interaction)
        if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
            _log.warning("foreign_command", platform=PLATFORM)
            await self._funnel.run(outlet, lambda: _say_unknown(outlet))
            return
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        await self._funnel.tell(outlet, cause)


async def _say_unknown(outlet: InteractionOutlet) -> None:
    await outlet.send(say("unknown-command"))


def add_commands(tree: MoodTree, desk: Desk, funnel: Funnel, suggestions: Suggestions) -> None:
    """Put the commands and menus on the tree."""
    _add_mix_command(tree, desk, funnel, suggestions)
    _add_mood_command(tree, desk, funnel)
    _add_message_menu(tree, desk, funnel)
    _add_user_menu(tree, desk, funnel)

    @tree.command(name="help", description=told(lambda: say("command-help")))
    async def say_help(interaction: Interaction) -> None:
        outlet = InteractionOutlet(interaction)
        await funnel.run(outlet, lambda: desk.say_help(outlet))


def _add_mix_command(tree: MoodTree, desk: Desk, funnel: Funnel, suggestions: Suggestions) -> None:
    @tree.command(name="moodmix", description=told(lambda: say("command-moodmix")))
    @app_commands.describe(
        photo=told(lambda: say("photo-option")),
        song=told(lambda: say("song-option")),
        audio=told(lambda: say("audio-option")),
        intent=told(lambda: say("intent-option")),
        language=told(lambda: say("discord-language-option")),
        occasion=told(lambda: say("discord-occasion-option")),
    )
    @app_commands.choices(intent=list(map(_intent, Intent)), occasion=occasions())
    async def mix(
        interaction: Interaction,
        photo: discord.Attachment | None = None,
        song: app_commands.Range[str, 1, SONG_LENGTH] | None = None,
        audio: discord.Attachment | None = None,
        intent: str | None = None,
        language: str | None = None,
        occasion: str | None = None,
    ) -> None:
        outlet = InteractionOutlet(interaction)
        request = MixRequest(photo, audio or song, Intent(intent) if intent else None)
        settings = SettingsRequest(
            song_language=language, occasion=Context(occasion) if occasion else None
        )

        async def work() -> None:
            if settings != SettingsRequest():
                person = desk.person(interaction.user.id)
                if request.is_empty or unknown_language(settings):
                    await desk.own_data.set(person, settings, outlet)
                    return
                await desk.own_data.set_quietly(person, settings)
            await desk.mix(interaction.user.id, request, outlet)

        await funnel.run(outlet, work)

    @mix.autocomplete("language")
    async def suggest_language(interaction: Interaction, typed: str) -> Choices:
        return await suggestions.song_languages(interaction, typed)


def _add_mood_command(tree: MoodTree, desk: Desk, funnel: Funnel) -> None:
    @tree.command(name="mood", description=told(lambda: say("command-mood")))
    @app_commands.describe(
        feeling=told(lambda: say("discord-feeling-option")),
        song=told(lambda: say("discord-mood-song-option")),
    )
    @app_commands.choices(feeling=list(map(_mood, MOODS)))
    async def tell_mood(
        interaction: Interaction,
        feeling: str,
        song: app_commands.Range[str, 1, SONG_LENGTH] | None = None,
    ) -> None:
        outlet = InteractionOutlet(interaction)
        mood = Emotion(feeling)
        await funnel.run(outlet, lambda: desk.tell_mood(interaction.user.id, mood, song, outlet))


def _add_message_menu(tree: MoodTree, desk: Desk, funnel: Funnel) -> None:
    @tree.context_menu(name=told(lambda: say("message-command")))
    async def mix_message(interaction: Interaction, message: discord.Message) -> None:
        outlet = InteractionOutlet(interaction)
        face = face_among(message.attachments)
        if face is None:
            await funnel.run(outlet, lambda: desk.say_no_face(outlet))
            return
        request = MixRequest(
            face=face,
            song=song_among(message.attachments) or message.content.strip() or None,
            others_face=message.author.id != interaction.user.id,
        )
        await funnel.run(outlet, lambda: desk.mix(interaction.user.id, request, outlet))


def _add_user_menu(tree: MoodTree, desk: Desk, funnel: Funnel) -> None:
    @tree.context_menu(name=told(lambda: say("user-command")))
    async def mix_avatar(interaction: Interaction, user: discord.User | discord.Member) -> None:
        outlet = InteractionOutlet(interaction)
        await funnel.run(outlet, lambda: desk.mix_from_avatar(interaction.user.id, user, outlet))


def occasions() -> list[app_commands.Choice[str]]:
    """What lists may be for, to choose from."""
    return list(map(_occasion, Context))


def _occasion(occasion: Context) -> app_commands.Choice[str]:
    name = told(lambda: say("occasion-name", occasion=occasion))
    return app_commands.Choice(name=name, value=occasion.value)


def _intent(intent: Intent) -> app_commands.Choice[str]:
    name = told(lambda: say("intent-button", intent=intent))
    return app_commands.Choice(name=name, value=intent.value)


def _mood(mood: Emotion) -> app_commands.Choice[str]:
    name = told(lambda: say("emotion-name", emotion=mood))
    return app_commands.Choice(name=name, value=mood.value)
