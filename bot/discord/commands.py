"""Slash commands and the message command, for servers and for people who install the app."""

from __future__ import annotations

from typing import Any

import discord
import structlog
from discord import app_commands

from bot.discord.attachments import face_among, song_among
from bot.discord.desk import Desk
from bot.discord.funnel import PLATFORM, Funnel
from bot.discord.outlets import InteractionOutlet
from bot.discord.requests import MixRequest
from bot.presenters.language import say
from core.domain.intent import Intent

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


def add_commands(tree: MoodTree, desk: Desk, funnel: Funnel) -> None:
    """Put every command on the tree."""
    _add_mix_command(tree, desk, funnel)
    _add_message_command(tree, desk, funnel)

    @tree.command(name="help", description=say("command-help"))
    async def say_help(interaction: Interaction) -> None:
        outlet = InteractionOutlet(interaction)
        await funnel.run(outlet, lambda: desk.say_help(outlet))

    @tree.command(name="privacy", description=say("command-privacy"))
    async def say_privacy(interaction: Interaction) -> None:
        outlet = InteractionOutlet(interaction)
        await funnel.run(outlet, lambda: desk.say_privacy(outlet))

    @tree.command(name="forget", description=say("command-forget"))
    async def ask_to_forget(interaction: Interaction) -> None:
        outlet = InteractionOutlet(interaction)
        await funnel.run(outlet, lambda: desk.ask_to_forget(outlet))


def _add_mix_command(tree: MoodTree, desk: Desk, funnel: Funnel) -> None:
    @tree.command(name="moodmix", description=say("command-moodmix"))
    @app_commands.describe(
        photo=say("photo-option"),
        song=say("song-option"),
        audio=say("audio-option"),
        intent=say("intent-option"),
    )
    @app_commands.choices(
        intent=[
            app_commands.Choice(name=say("intent-button", intent=intent), value=intent.value)
            for intent in Intent
        ]
    )
    async def mix(
        interaction: Interaction,
        photo: discord.Attachment | None = None,
        song: app_commands.Range[str, 1, SONG_LENGTH] | None = None,
        audio: discord.Attachment | None = None,
        intent: str | None = None,
    ) -> None:
        outlet = InteractionOutlet(interaction)
        request = MixRequest(photo, audio or song, Intent(intent) if intent else None)
        await funnel.run(outlet, lambda: desk.mix(interaction.user.id, request, outlet))


def _add_message_command(tree: MoodTree, desk: Desk, funnel: Funnel) -> None:
    @tree.context_menu(name=say("message-command"))
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
