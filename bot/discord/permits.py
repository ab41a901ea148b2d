"""What moodmix may do in a channel, as far as can be known before trying."""

from __future__ import annotations

from dataclasses import dataclass

import discord
from discord.abc import GuildChannel

from bot.discord.parcel import Parcel


@dataclass(frozen=True, slots=True)
class Permit:
    """write: messages at all; embed, attach: what they may hold; reply: refer to another."""

    write: bool = True
    embed: bool = True
    attach: bool = True
    reply: bool = True

    def allowed(self, parcel: Parcel) -> Parcel:
        """As much of a message as may be sent."""
        allowed = parcel if self.attach else parcel.without_files()
        return allowed if self.embed else allowed.without_embeds()


def permit_in(channel: object) -> Permit:
    """What is allowed there; everything where that cannot be known."""
    if not isinstance(channel, GuildChannel | discord.Thread):
        return Permit()
    try:
        may = channel.permissions_for(channel.guild.me)
    except (discord.ClientException, AttributeError):
        # of a thread whose channel, or of a server whose members nobody has told yet
        return Permit()
    is_thread = isinstance(channel, discord.Thread)
    return Permit(
        write=may.send_messages_in_threads if is_thread else may.send_messages,
        embed=may.embed_links,
        attach=may.attach_files,
        reply=may.read_message_history,
    )
