"""The score of a track: a sum of parts that can be told in words, ready for one table.

Content-based, after Le (2024): the mood first, then what the song that was sent says about taste,
what the person asked for and what the list is for, what they liked before, and what is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from core.domain.affect import Affect
from core.domain.mix import ReasonKind
from core.domain.track_table import UNKNOWN, SoundFeature, TrackTable, text_hash
from core.domain.wishes import Context
from core.services.ranking import weights
from core.services.ranking.contexts import SUITS
from core.services.ranking.taste import Taste
from core.services.ranking.terms import (
    Floats,
    Lookup,
    Mood,
    Near,
    NearTempo,
    Scattered,
    Term,
)
from core.services.traits import genre_family

YEARS = 1 << 15
"""Every year that a table can hold, and what is before our era counted from the end."""

FAMILY_SHARE = 0.5
"""Of a genre's weight for another genre of its family, as "k-pop" and "pop"."""


@dataclass(frozen=True, slots=True)
class GenreEraLanguage:
    """What genre, era and language add at most where they agree with a song's."""

    genre: float
    era: float
    language: float


SEED_WEIGHTS = GenreEraLanguage(weights.GENRE, weights.ERA, weights.LANGUAGE)
WISH_WEIGHTS = GenreEraLanguage(weights.WISHED_GENRE, weights.WISHED_ERA, weights.WISHED_LANGUAGE)


class Credits:
    """Finds the songs of some artists, guests included, in one pass over a table."""

    def __init__(self, table: TrackTable, keys: Iterable[str]) -> None:
        """keys: match_artist keys of all artists that will be asked for."""
        named = sorted(set(keys))
        codes = artist_codes(table, named)
        self._code_of = dict(zip(named, codes.tolist(), strict=True))
        wanted = np.zeros(len(table.artist_keys) + 1, np.bool_)
        wanted[codes] = True
        wanted[UNKNOWN] = False
        hits = np.flatnonzero(wanted[table.artist_codes]) if wanted.any() else np.empty(0, np.int64)
        self._codes = table.artist_codes[hits]
        self._rows = np.searchsorted(table.artist_starts, hits, side="right") - 1

    def rows_by(self, keys: Iterable[str]) -> NDArray[np.int64]:
        """The rows of songs by any of these artists, rising, each once."""
        codes = [self._code_of[key] for key in keys]
        return np.unique(self._rows[np.isin(self._codes, codes)])


def mood_term(
    table: TrackTable, point: Affect, tolerance: float, squared_error: Floats | float
) -> Mood:
    """How well songs fit a point of the plane; see Mood."""
    return Mood(
        ReasonKind.MOOD,
        table.valence,
        table.arousal,
        squared_error,
        (point.valence, point.arousal),
        tolerance,
        weights.MOOD,
    )


def squared_errors(table: TrackTable) -> Floats | float:
    """The squared error of each rating, or of them all where none says how far it may be off."""
    usual = weights.RATING_ERROR**2
    unknown = np.isnan(table.spread)
    if unknown.all():
        return usual
    squared = table.spread * table.spread
    squared[unknown] = usual
    return squared


def taste_terms(table: TrackTable, taste: Taste, credit: Credits) -> Iterator[Term]:
    """What songs have in common with the one that was sent."""
    yield _flat(ReasonKind.ARTIST, credit.rows_by(taste.artists), weights.ARTIST)
    kinds = (ReasonKind.GENRE, ReasonKind.ERA, ReasonKind.LANGUAGE)
    yield from _alike_terms(table, taste, SEED_WEIGHTS, kinds)
    tempo = taste.sound.get(SoundFeature.TEMPO_BPM)
    if tempo:
        yield NearTempo(
            ReasonKind.SOUND,
            table.sound[SoundFeature.TEMPO_BPM],
            tempo,
            weights.TEMPO_SPREAD_OCTAVES,
            weights.TEMPO,
        )
    for feature, weight in (
        (SoundFeature.ENERGY, weights.ENERGY),
        (SoundFeature.ACOUSTICNESS, weights.ACOUSTICNESS),
    ):
        if feature in taste.sound:
            yield Near(
                ReasonKind.SOUND,
                table.sound[feature],
                taste.sound[feature],
                weights.SOUND_SPREAD,
                weight,
            )


def wish_terms(
    table: TrackTable, artists: Iterable[str], like: Iterable[Taste], credit: Credits
) -> Iterator[Term]:
    """What songs have in common with what a person asked for more of. artists: their keys."""
    tastes = list(like)
    wished = {*artists, *chain.from_iterable(taste.artists for taste in tastes)}
    yield _flat(ReasonKind.WISH, credit.rows_by(wished), weights.WISHED_ARTIST)
    for taste in tastes:
        yield from _alike_terms(table, taste, WISH_WEIGHTS, (ReasonKind.WISH,) * 3)


def context_terms(table: TrackTable, contexts: Iterable[Context]) -> Iterator[Term]:
    """How well songs suit what the list is for."""
    for suits in (SUITS[context] for context in contexts):
        planes = ((table.valence, suits.valence), (table.arousal, suits.arousal))
        sounds = ((table.sound[feature], band) for feature, band in suits.sound.items())
        for column, band in (*planes, *sounds):
            if band is not None:
                yield Near(
                    ReasonKind.CONTEXT,
                    column,
                    band.centre,
                    band.spread,
                    weights.CONTEXT,
                    against=True,
                )


def novelty_term(recent_artists: Iterable[str], credit: Credits) -> Term:
    """Artists of recent answers step back. recent_artists: their keys."""
    return _flat(ReasonKind.NOVELTY, credit.rows_by(recent_artists), weights.ANSWERED_ARTIST)


def without_artists(artists: Iterable[str], credit: Credits) -> Term:
    """Leaves out every song of these artists, by their keys."""
    return _flat(ReasonKind.WISH, credit.rows_by(artists), -np.inf)


def only_languages(table: TrackTable, languages: frozenset[str]) -> Term:
    """Leaves out songs in any other language, and in none that is known."""
    worth = [0.0 if language in languages else -np.inf for language in table.languages]
    return Lookup(ReasonKind.WISH, table.language, np.array([*worth, -np.inf], np.float32))


def genre_lookup(table: TrackTable, kind: ReasonKind, worth: Mapping[str, float]) -> Term:
    """Worth by genre; genres that are not named get nothing."""
    values = [worth.get(genre, 0.0) for genre in table.genres]
    return Lookup(kind, table.genre, np.array([*values, 0.0], np.float32))


def language_lookup(table: TrackTable, kind: ReasonKind, worth: Mapping[str, float]) -> Term:
    """Worth by language; languages that are not named get nothing."""
    values = [worth.get(language, 0.0) for language in table.languages]
    return Lookup(kind, table.language, np.array([*values, 0.0], np.float32))


def year_lookup(table: TrackTable, kind: ReasonKind, worth: Mapping[int, float]) -> Term:
    """Worth by year; years that are not named, and unknown ones, get nothing."""
    values = np.zeros(YEARS + 1, np.float32)
    for year, value in worth.items():
        values[year] = value
    return Lookup(kind, table.year, values)


def _alike_terms(
    table: TrackTable,
    taste: Taste,
    weight: GenreEraLanguage,
    kinds: tuple[ReasonKind, ReasonKind, ReasonKind],
) -> Iterator[Term]:
    """Genre, era and language in common with a song, each counted to its kind."""
    genre_kind, era_kind, language_kind = kinds
    if taste.genre:
        family = genre_family(taste.genre)
        worth = {
            genre: weight.genre * (1.0 if genre == taste.genre else FAMILY_SHARE)
            for genre in table.genres
            if genre == taste.genre or genre_family(genre) == family
        }
        yield genre_lookup(table, genre_kind, worth)
    if taste.year:
        span = weights.ERA_SPAN_YEARS
        yield year_lookup(
            table,
            era_kind,
            {
                taste.year + apart: weight.era * (1 - abs(apart) / span)
                for apart in range(1 - span, span)
                if taste.year + apart > 0
            },
        )
    if taste.language:
        yield language_lookup(table, language_kind, {taste.language: weight.language})


def _flat(kind: ReasonKind, rows: NDArray[np.int64], worth: float) -> Scattered:
    values: Floats = np.full(len(rows), worth, np.float32)
    return Scattered(kind, rows, values)


def artist_codes(table: TrackTable, keys: Sequence[str]) -> NDArray[np.int64]:
    """The codes behind match_artist keys, UNKNOWN where a table has none of that artist."""
    if not len(table.artist_keys):
        return np.full(len(keys), UNKNOWN)
    hashed = np.array([text_hash(key) for key in keys], np.uint64)
    codes = np.minimum(np.searchsorted(table.artist_keys, hashed), len(table.artist_keys) - 1)
    return np.where(table.artist_keys[codes] == hashed, codes, UNKNOWN)
