"""Commands for voice channels, in servers that have the bot as a member."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.discord.funnel import Funnel
from bot.discord.outlets import InteractionOutlet
from bot.discord.translation import told
from bot.discord.voice.buttons import Control
from bot.discord.voice.jukebox import Jukebox
from bot.presenters.language import say

Interaction = discord.Interaction[Any]


def add_voice_commands(
    tree: app_commands.CommandTree[Any], jukebox: Jukebox, funnel: Funnel
) -> None:
    """Put them on the tree."""

    @tree.command(name="play", description=told(lambda: say("command-play")))
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    async def play(interaction: Interaction) -> None:
        outlet = InteractionOutlet(interaction)
        await funnel.run(outlet, lambda: jukebox.play_latest(interaction, outlet))

    @tree.command(name="stop", description=told(lambda: say("command-stop")))
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    async def stop(interaction: Interaction) -> None:
        outlet = InteractionOutlet(interaction)

        async def work() -> None:
            await jukebox.press(interaction, Control.STOP, outlet)
            await outlet.send(say("voice-stopped"))

        await funnel.run(outlet, work)
