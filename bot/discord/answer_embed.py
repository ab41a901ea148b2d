"""A mix as one embed, inside Discord's limits whatever titles and links hold."""

from __future__ import annotations

from typing import Final

import discord
from discord.utils import escape_markdown

from bot.presenters.answer import MixText, TrackText
from core.domain.intent import Intent

CARD_NAME = "mood-card.png"

DESCRIPTION_LENGTH: Final = 1200
HEADING_LENGTH: Final = 200
REASON_LENGTH: Final = 300
FIELD_LENGTH: Final = 740
"""Together with five headings this stays below the 6000 characters of a whole message."""

_COLOURS = {Intent.MODULATE: 0x7CC7FF, Intent.ENHANCE: 0xFFB454, Intent.SOOTHE: 0x9BE28F}


def answer_embed(text: MixText, intent: Intent, *, has_card: bool) -> discord.Embed:
    """The explanation, five tracks with links and reasons, and the place of the card."""
    embed = discord.Embed(
        description=clipped(escape_markdown(text.explanation), DESCRIPTION_LENGTH),
        colour=_COLOURS[intent],
    )
    for track in text.tracks:
        heading = f"{track.position}. {escape_markdown(track.heading)}"
        embed.add_field(
            name=clipped(heading, HEADING_LENGTH), value=_track_value(track), inline=False
        )
    if has_card:
        embed.set_image(url=f"attachment://{CARD_NAME}")
    return embed


def clipped(text: str, length: int) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def _track_value(track: TrackText) -> str:
    value = clipped(escape_markdown(track.reason), REASON_LENGTH)
    separator = "\n"
    for name, url in track.links:
        link = f"{separator}[{name}]({_inside_parentheses(url)})"
        if len(value) + len(link) > FIELD_LENGTH:
            break
        value += link
        separator = " · "
    return value


def _inside_parentheses(url: str) -> str:
    return url.replace("(", "%28").replace(")", "%29")
