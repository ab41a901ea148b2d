"""What can be said of a track that somebody may like or not, in words and numbers."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from core.domain.affect import Affect
from core.domain.song_text import match_artist
from core.domain.track import RatedTrack

_DECADE = 10
GENRES_KEPT = 2**12
"""Families remembered, because ranking asks for those of all genres every time."""

_WORD = re.compile(r"[\W_]+")


class TraitKind(StrEnum):
    """What a trait is about; presenters turn it into words."""

    ARTIST = "artist"
    GENRE = "genre"
    GENRE_FAMILY = "genre_family"
    DECADE = "decade"
    LANGUAGE = "language"
    VALENCE = "valence"
    AROUSAL = "arousal"
    BRIGHTER = "brighter"
    LIVELIER = "livelier"
    OFF_MOOD = "off_mood"
    CROWD = "crowd"
    PLEASED = "pleased"


class Trait(NamedTuple):
    """One trait; value: the artist, genre, decade or language, "" where the kind says it all.

    A decade is told by its first year. What the crowd thinks is of one song, by its
    ``song_hash`` in hexadecimal.
    """

    kind: TraitKind
    value: str = ""


INTERCEPT = Trait(TraitKind.PLEASED)


def crowd_trait(song: int) -> Trait:
    """What the crowd thinks of a song, by its ``song_hash``."""
    return Trait(TraitKind.CROWD, f"{song:016x}")


def traits_of(rated: RatedTrack, target: Affect) -> dict[Trait, float]:
    """What can be said of a track where a list aims at ``target``: each trait with its strength.

    Words have strength 1 (a year is shared between the two nearest decades), numbers their own;
    what is unknown is left out.
    """
    track, affect = rated.track, rated.affect
    strengths = {
        Trait(TraitKind.VALENCE): affect.valence,
        Trait(TraitKind.AROUSAL): affect.arousal,
        Trait(TraitKind.BRIGHTER): affect.valence - target.valence,
        Trait(TraitKind.LIVELIER): affect.arousal - target.arousal,
        Trait(TraitKind.OFF_MOOD): affect.distance(target),
    }
    if track.artists:
        strengths[Trait(TraitKind.ARTIST, match_artist(track.artists[0]))] = 1.0
    if track.genre:
        strengths[Trait(TraitKind.GENRE, track.genre)] = 1.0
        strengths[Trait(TraitKind.GENRE_FAMILY, genre_family(track.genre))] = 1.0
    if track.language:
        strengths[Trait(TraitKind.LANGUAGE, track.language)] = 1.0
    if track.year:
        strengths |= {
            Trait(TraitKind.DECADE, decade): share
            for decade, share in decade_shares(track.year).items()
        }
    return strengths


@lru_cache(maxsize=GENRES_KEPT)
def genre_family(genre: str) -> str:
    """The last word of a genre's name: "italian pop" and "k-pop" are kinds of "pop"."""
    words = [word for word in _WORD.split(genre) if word]
    return words[-1] if words else genre


def decade_shares(year: int) -> dict[str, float]:
    """How far a year belongs to the two decades whose middles it lies between; they sum to 1."""
    decade, past = divmod(year - _DECADE // 2, _DECADE)
    shares = {str(decade * _DECADE): 1 - past / _DECADE}
    if past:
        shares[str((decade + 1) * _DECADE)] = past / _DECADE
    return shares
