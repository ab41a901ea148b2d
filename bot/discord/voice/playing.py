"""What is playing in a voice channel, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from discord.utils import escape_markdown

from bot.discord.parcel import clipped
from bot.presenters.language import all_of, say
from core.domain.track import Track

NAME_LENGTH = 70
"""Of a song, an artist or a channel: a whole list of them fits into Discord's 2000 characters."""


class Ending(StrEnum):
    """Why a list is over."""

    DONE = "done"
    STOPPED = "stopped"
    ALONE = "alone"
    LOST = "lost"
    CLOSING = "closing"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Playing:
    """Where a list stands. position: of the song in the list of ``length``, from 1.

    silent: songs that were passed over; ending: None while it plays.
    """

    song: Track
    position: int
    length: int
    room: str
    paused: bool = False
    silent: Sequence[Track] = ()
    ending: Ending | None = None


def present_playing(playing: Playing) -> str:
    """What everybody in the channel may want to know, for one message."""
    if playing.ending:
        first = say("voice-ended", ending=playing.ending, room=shown(playing.room))
    else:
        first = say(
            "voice-now",
            state="paused" if playing.paused else "playing",
            song=named(playing.song),
            position=playing.position,
            length=playing.length,
            room=shown(playing.room),
        )
    if not playing.silent:
        return first
    silent = all_of([named(song) for song in playing.silent])
    return f"{first}\n{say('voice-silent', songs=silent)}"


def named(song: Track) -> str:
    """A song with who plays it, where that is known."""
    if not song.artists:
        return shown(song.title)
    return say("voice-song", title=shown(song.title), artist=shown(song.artist))


def shown(name: str) -> str:
    """A name of others inside our words."""
    return escape_markdown(clipped(name, NAME_LENGTH))
