"""A mix as embeds, inside Discord's limits whatever titles and links hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import discord
from discord.utils import escape_markdown

from bot.discord.parcel import clipped
from bot.presenters.answer import MixText, TrackText
from bot.presenters.language import digits, say
from bot.presenters.words import SERVICE_NAMES
from core.domain.intent import Intent
from core.domain.track import Track
from core.domain.track_links import playable_links

CARD_NAME = "mood-card.png"
COURSE_NAME = "mood-course.png"

COURSE_LENGTH: Final = 400
DESCRIPTION_LENGTH: Final = 1000
HEADING_LENGTH: Final = 200
REASON_LENGTH: Final = 300
FIELD_LENGTH: Final = 700
"""Together with five headings this stays below the 6000 characters of a whole message."""

_COLOURS = {Intent.MODULATE: 0x7CC7FF, Intent.ENHANCE: 0xFFB454, Intent.SOOTHE: 0x9BE28F}
_PLAIN_COLOUR = 0xB9A7E8


def answer_embed(text: MixText, intent: Intent, *, has_card: bool) -> discord.Embed:
    """The explanation, five tracks with links and reasons, and the place of the card."""
    embed = discord.Embed(
        description=clipped(escape_markdown(text.explanation), DESCRIPTION_LENGTH),
        colour=_COLOURS[intent],
    )
    for track in text.tracks:
        embed.add_field(
            name=_heading(track.position, track.heading), value=_track_value(track), inline=False
        )
    return _with_picture(embed, CARD_NAME if has_card else None)


def course_embed(words: str) -> discord.Embed:
    """How the mood moved, and the place of the picture of it."""
    embed = discord.Embed(description=clipped(words, COURSE_LENGTH), colour=_PLAIN_COLOUR)
    return _with_picture(embed, COURSE_NAME)


def shared_embed(songs: Sequence[Track], person: str, *, has_card: bool) -> discord.Embed:
    """A list as everybody sees it: songs and links, nothing that tells of the mood but the card."""
    name = escape_markdown(person)
    words = (
        say("discord-shared-mood", person=name) if has_card else say("discord-shared", person=name)
    )
    embed = discord.Embed(description=clipped(words, DESCRIPTION_LENGTH), colour=_PLAIN_COLOUR)
    for position, song in enumerate(songs, start=1):
        heading = f"{song.artist} – {song.title}" if song.artist else song.title
        links = [(SERVICE_NAMES[service], url) for service, url in playable_links(song).items()]
        value = _with_links("", links).strip()
        embed.add_field(name=_heading(position, heading), value=value, inline=False)
    return _with_picture(embed, CARD_NAME if has_card else None)


def _heading(position: int, heading: str) -> str:
    return clipped(f"{digits(position)}. {escape_markdown(heading)}", HEADING_LENGTH)


def _with_picture(embed: discord.Embed, name: str | None) -> discord.Embed:
    return embed.set_image(url=f"attachment://{name}") if name else embed


def _track_value(track: TrackText) -> str:
    return _with_links(clipped(escape_markdown(track.reason), REASON_LENGTH), track.links)


def _with_links(value: str, links: Iterable[tuple[str, str]]) -> str:
    """As many links below a text as fit."""
    separator = "\n"
    for name, url in links:
        link = f"{separator}[{name}]({_inside_parentheses(url)})"
        if len(value) + len(link) > FIELD_LENGTH:
            break
        value += link
        separator = " · "
    return value


def _inside_parentheses(url: str) -> str:
    return url.replace("(", "%28").replace(")", "%29")
