"""What can be wished for under an answer, and what is said of it.

A verdict brings the wish that goes with it: 👍 more of the same, 👎 nothing more by that artist.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.presenters.language import say
from core.domain.conversation import Answer, Reply, Wish, Wished
from core.domain.mix import Verdict
from core.domain.track import Track

_ARTIST_LIMIT = 40
"""Longest name on a button, in characters."""


@dataclass(frozen=True, slots=True)
class WishChoice:
    """One button. position: of the track that it is about, 0 for none."""

    label: str
    wish: Wish
    mix_id: int
    position: int = 0


def wish_after(
    verdict: Verdict | None, track: Track, mix_id: int, position: int
) -> WishChoice | None:
    """What a verdict on a track brings up; nothing once it is taken back."""
    match verdict:
        case Verdict.UP:
            return _choice(Wish.MORE_LIKE, mix_id, position)
        case Verdict.DOWN if track.artists:
            name = track.artists[0]
            short = name if len(name) <= _ARTIST_LIMIT else f"{name[: _ARTIST_LIMIT - 1].rstrip()}…"
            return _choice(Wish.NOT_ARTIST, mix_id, position, short)
        case _:
            return None


def wish_under(reply: Reply) -> WishChoice | None:
    """Taking back the wishes that an answer was made with, where there are any."""
    if isinstance(reply, Answer) and (reply.mix.wishes.not_artists or reply.mix.wishes.like):
        return _choice(Wish.ANYTHING, reply.mix_id)
    return None


def wish_noted(wish: Wish, wished: Wished) -> str:
    """What is said where no list can be made anew."""
    track = wished.track
    artist = track.artists[0] if track and track.artists else ""
    return say("wish-noted", wish=wish, title=track.title if track else "", artist=artist)


def _choice(wish: Wish, mix_id: int, position: int = 0, artist: str = "") -> WishChoice:
    return WishChoice(say("wish-button", wish=wish, artist=artist), wish, mix_id, position)
