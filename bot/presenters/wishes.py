"""What can be wished for under an answer, and what is said of it.

A verdict brings the wish that goes with it: 👍 more of the same, 👎 nothing more by that artist.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.domain.conversation import Answer, Reply, Wish, Wished
from core.domain.mix import Verdict
from core.domain.track import Track

MORE_LIKE_BUTTON = "✨ More like this"
NOT_ARTIST_BUTTON = "🚫 Nothing by {artist}"
ANYTHING_BUTTON = "↺ Drop my wishes"

_LATER = {
    Wish.MORE_LIKE: "Noted: your next list will have more like {title}.",
    Wish.NOT_ARTIST: "Noted: nothing by {artist} from now on.",
    Wish.ANYTHING: "Noted: anything may come again.",
}

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
            return WishChoice(MORE_LIKE_BUTTON, Wish.MORE_LIKE, mix_id, position)
        case Verdict.DOWN if track.artists:
            name = track.artists[0]
            short = name if len(name) <= _ARTIST_LIMIT else f"{name[: _ARTIST_LIMIT - 1].rstrip()}…"
            label = NOT_ARTIST_BUTTON.format(artist=short)
            return WishChoice(label, Wish.NOT_ARTIST, mix_id, position)
        case _:
            return None


def wish_under(reply: Reply) -> WishChoice | None:
    """Taking back the wishes that an answer was made with, where there are any."""
    if isinstance(reply, Answer) and (reply.mix.wishes.not_artists or reply.mix.wishes.like):
        return WishChoice(ANYTHING_BUTTON, Wish.ANYTHING, reply.mix_id)
    return None


def wish_noted(wish: Wish, wished: Wished) -> str:
    """What is said where no list can be made anew."""
    track = wished.track
    artist = track.artists[0] if track and track.artists else ""
    return _LATER[wish].format(title=track.title if track else "", artist=artist)
