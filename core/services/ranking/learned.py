"""What a person's verdicts say, as terms over the columns of a table.

The same sum as ``Preference.parts``, for a million songs at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from core.domain.affect import Affect
from core.domain.mix import ReasonKind
from core.domain.track_table import TrackTable
from core.services.preference import Preference
from core.services.ranking import weights
from core.services.ranking.score import (
    artist_codes,
    genre_lookup,
    language_lookup,
    year_lookup,
)
from core.services.ranking.terms import Bounded, Linear, Lookup, OffPoint, Scattered, Term
from core.services.traits import Trait, TraitKind, decade_shares, genre_family

_KIND = ReasonKind.LEARNED


def learned_term(table: TrackTable, preference: Preference, target: Affect) -> Term:
    """All that the preference adds where a list aims at ``target``, bounded by its weight."""
    return Bounded(_KIND, tuple(_terms(table, preference, target)), weights.LEARNED)


def _terms(table: TrackTable, preference: Preference, target: Affect) -> Iterator[Term]:
    artists = preference.of_kind(TraitKind.ARTIST)
    if artists:
        worth = np.zeros(len(table.artist_keys) + 1, np.float32)
        worth[artist_codes(table, list(artists))] = list(artists.values())
        worth[-1] = 0.0
        yield Lookup(_KIND, table.lead_artist, worth)
    yield from _genre_terms(table, preference)
    languages = preference.of_kind(TraitKind.LANGUAGE)
    if languages:
        yield language_lookup(table, _KIND, languages)
    decades = preference.of_kind(TraitKind.DECADE)
    if decades:
        yield year_lookup(table, _KIND, _worth_of_years(decades))
    yield from _plane_terms(table, preference, target)
    crowd = preference.of_kind(TraitKind.CROWD)
    if crowd:
        yield _crowd_term(table, {int(song, 16): weight for song, weight in crowd.items()})


def _crowd_term(table: TrackTable, worth: Mapping[int, float]) -> Term:
    """What others think of single songs. worth: by song_hash."""
    songs = np.array(sorted(worth), np.uint64)
    # a look at 16 bits of each key spares all but a few rows the comparison of whole keys
    seen = np.zeros(1 << 16, np.bool_)
    seen[_sixteen_bits(songs)] = True
    rows = np.flatnonzero(seen[_sixteen_bits(table.song_key)])
    places = np.searchsorted(songs, table.song_key[rows])
    same = songs[np.minimum(places, len(songs) - 1)] == table.song_key[rows]
    values = np.array([worth[song] for song in songs.tolist()], np.float32)
    return Scattered(_KIND, rows[same], values[places[same]])


def _sixteen_bits(keys: NDArray[np.uint64]) -> NDArray[np.uint16]:
    """The same two bytes of every key, without a copy."""
    return keys.view(np.uint16)[::4]


def _genre_terms(table: TrackTable, preference: Preference) -> Iterator[Term]:
    genres = preference.of_kind(TraitKind.GENRE)
    families = preference.of_kind(TraitKind.GENRE_FAMILY)
    if genres or families:
        worth = {
            genre: genres.get(genre, 0.0) + families.get(genre_family(genre), 0.0)
            for genre in table.genres
        }
        yield genre_lookup(table, _KIND, worth)


def _worth_of_years(decades: dict[str, float]) -> dict[int, float]:
    worth: defaultdict[int, float] = defaultdict(float)
    for name, weight in decades.items():
        decade = int(name.rstrip("s"))
        for year in range(max(decade - 5, 1), decade + 15):
            worth[year] += weight * decade_shares(year).get(name, 0.0)
    return worth


def _plane_terms(table: TrackTable, preference: Preference, target: Affect) -> Iterator[Term]:
    def weight_of(kind: TraitKind) -> float:
        return preference.weights.get(Trait(kind), 0.0)

    for column, aim, itself, beyond in (
        (table.valence, target.valence, TraitKind.VALENCE, TraitKind.BRIGHTER),
        (table.arousal, target.arousal, TraitKind.AROUSAL, TraitKind.LIVELIER),
    ):
        slope = weight_of(itself) + weight_of(beyond)
        if slope:
            yield Linear(_KIND, column, slope, -weight_of(beyond) * aim)
    off_mood = weight_of(TraitKind.OFF_MOOD)
    if off_mood:
        point = (target.valence, target.arousal)
        yield OffPoint(_KIND, table.valence, table.arousal, point, off_mood)
