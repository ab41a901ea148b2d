"""Whose request is answered, and where to answer it when the process that took it is gone."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Self

import discord


@dataclass(frozen=True, slots=True)
class Origin:
    """A command, press or message.

    channel_id: where a message can be sent, None where only the person may see the answer;
    message_id: what to reply to; application_id and token: what answers an interaction, for 15
    minutes; language: the tag that the person's app told.
    """

    request_id: int
    user_id: int
    channel_id: int | None = None
    message_id: int | None = None
    application_id: int | None = None
    token: str | None = None
    language: str | None = None

    @classmethod
    def of_interaction(cls, interaction: discord.Interaction[Any], *, is_direct: bool) -> Self:
        """A command or a press."""
        return cls(
            interaction.id,
            interaction.user.id,
            channel_id=interaction.channel_id if is_direct else None,
            application_id=interaction.application_id,
            token=interaction.token,
            language=interaction.locale.value,
        )

    @classmethod
    def of_message(cls, message: discord.Message) -> Self:
        """A message, whose writer's language nobody knows."""
        return cls(
            message.id, message.author.id, channel_id=message.channel.id, message_id=message.id
        )

    def written(self) -> str:
        """As the journal keeps it."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, written: str) -> Self:
        """What ``written`` wrote."""
        return cls(**json.loads(written))

    def __repr__(self) -> str:
        """Keep ids and the token out of logs."""
        return "Origin()"
