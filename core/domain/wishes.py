"""What a person asks of a list in so many words, beyond the mood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.domain.track import Track


class Context(StrEnum):
    """What somebody listens for, or when."""

    FOCUS = "focus"
    WORKOUT = "workout"
    SLEEP = "sleep"
    PARTY = "party"
    COMMUTE = "commute"
    MORNING = "morning"
    EVENING = "evening"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What shall and shall not be in a list; empty parts ask for nothing.

    languages: ISO 639-1 codes, songs in all others and in none are left out; not_artists and
    like_artists: names, spelled as they may be, guests count; like: songs to have more of;
    contexts: what the list is for.
    """

    languages: frozenset[str] = frozenset()
    not_artists: tuple[str, ...] = ()
    like_artists: tuple[str, ...] = ()
    like: tuple[Track, ...] = ()
    contexts: tuple[Context, ...] = ()


NO_WISHES = Wishes()
