"""Voice channels: the one a person sits in, and whether a list can be played there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import discord

from bot.discord.voice.playing import shown
from core.domain.errors import ConversationError, ErrorCode, OperationError

Interaction = discord.Interaction[Any]

_NEEDED = ("view_channel", "connect", "speak")
"""What the bot has to be allowed to do in a channel, by the names discord.py gives them."""


def room_of(interaction: Interaction) -> discord.VoiceChannel:
    """The channel the asking person sits in, where the bot may play.

    Raises ConversationError (VOICE_NOT_THERE, VOICE_NOT_JOINED, VOICE_ON_STAGE, VOICE_ROOM_FULL)
    and OperationError (VOICE_FORBIDDEN).
    """
    guild = interaction.client.get_guild(interaction.guild_id) if interaction.guild_id else None
    if guild is None:
        raise ConversationError(ErrorCode.VOICE_NOT_THERE)
    room = seat_of(guild, interaction.user.id)
    if room is None:
        raise ConversationError(ErrorCode.VOICE_NOT_JOINED)
    if not isinstance(room, discord.VoiceChannel):
        raise ConversationError(ErrorCode.VOICE_ON_STAGE)
    allowed = room.permissions_for(guild.me)
    lacking = next((name for name in _NEEDED if not getattr(allowed, name)), None)
    if lacking:
        raise OperationError(ErrorCode.VOICE_FORBIDDEN, permission=lacking, room=shown(room.name))
    is_full = 0 < room.user_limit <= len(room.voice_states)
    if is_full and not allowed.move_members and guild.me.id not in room.voice_states:
        raise ConversationError(ErrorCode.VOICE_ROOM_FULL, room=shown(room.name))
    return room


def seat_of(guild: discord.Guild, user_id: int) -> Any:
    """The voice or stage channel somebody sits in; None where they sit in none."""
    rooms = (*guild.voice_channels, *guild.stage_channels)
    return next((room for room in rooms if user_id in room.voice_states), None)


def has_listeners(room: discord.VoiceChannel) -> bool:
    """Whether anybody but bots sits there."""
    people: Mapping[int, object] = room.voice_states
    return any(not _is_bot(room.guild, user_id) for user_id in people)


def place_to_write(
    interaction: Interaction, room: discord.VoiceChannel
) -> discord.abc.Messageable | None:
    """Where all can read what is playing: where it was asked for, or else the chat of the room."""
    asked_in = interaction.channel
    rights = interaction.app_permissions
    may_send = (
        rights.send_messages_in_threads
        if isinstance(asked_in, discord.Thread)
        else rights.send_messages
    )
    if isinstance(asked_in, discord.abc.Messageable) and rights.view_channel and may_send:
        return asked_in
    return room if room.permissions_for(room.guild.me).send_messages else None


def _is_bot(guild: discord.Guild, user_id: int) -> bool:
    member = guild.get_member(user_id)
    return member is not None and member.bot
