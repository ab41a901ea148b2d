"""What one song says about taste, with what the catalogues know of it and of its artist."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from core.domain.music_reading import Sound
from core.domain.song_text import match_artist
from core.domain.track import Track
from core.domain.track_table import (
    UNKNOWN,
    UNKNOWN_YEAR,
    SoundFeature,
    TrackTable,
    song_hash,
)

Value = TypeVar("Value", str, int)


@dataclass(frozen=True, slots=True)
class Taste:
    """Unknown parts are empty or None. artists: match_artist keys; sound: what is known of it."""

    artists: frozenset[str]
    genre: str | None = None
    year: int | None = None
    language: str | None = None
    sound: Mapping[SoundFeature, float] = field(default_factory=dict)


NO_TASTE = Taste(frozenset())


def taste_of(song: Track, tables: Sequence[TrackTable], heard: Sound | None = None) -> Taste:
    """Read a song's taste; what it does not tell is taken from its entries in the tables.

    Genre and language are otherwise those that its artist has most often there. heard: what was
    heard in the song, which goes before what a table says of its sound.
    """
    same, kin = _Entries(), _Entries()
    sound: dict[SoundFeature, float] = {}
    key = np.uint64(song_hash(song))
    for table in tables:
        rows = np.flatnonzero(table.song_key == key)
        same.add(table, rows)
        sound = _sound_of(table, rows) | sound
        for code in {table.artist_code(name) for name in song.artists} - {UNKNOWN}:
            kin.add(table, np.flatnonzero(table.lead_artist == code))
    return Taste(
        artists=frozenset(match_artist(artist) for artist in song.artists),
        genre=song.genre or _most_common(same.genres) or _most_common(kin.genres),
        year=song.year or _most_common(same.years),
        language=song.language or _most_common(same.languages) or _most_common(kin.languages),
        sound=sound | _heard_sound(heard),
    )


class _Entries:
    """What is told about some rows, as often as it is told."""

    def __init__(self) -> None:
        self.genres: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self.years: Counter[int] = Counter()

    def add(self, table: TrackTable, rows: NDArray[np.int64]) -> None:
        self.genres.update(table.genres[code] for code in table.genre[rows] if code != UNKNOWN)
        self.languages.update(
            table.languages[code] for code in table.language[rows] if code != UNKNOWN
        )
        self.years.update(int(year) for year in table.year[rows] if year != UNKNOWN_YEAR)


def _sound_of(table: TrackTable, rows: NDArray[np.int64]) -> dict[SoundFeature, float]:
    """What is known of the sound of these entries of one song, the first before the others."""
    known: dict[SoundFeature, float] = {}
    for row in rows:
        for feature in SoundFeature:
            value = float(table.sound[feature, row])
            if math.isfinite(value) and (value > 0 or feature is not SoundFeature.TEMPO_BPM):
                known.setdefault(feature, value)
    return known


def _heard_sound(heard: Sound | None) -> dict[SoundFeature, float]:
    if heard is None:
        return {}
    tempo = {SoundFeature.TEMPO_BPM: heard.tempo_bpm} if heard.tempo_bpm else {}
    return {SoundFeature.ENERGY: heard.energy, **tempo}


def _most_common(counts: Counter[Value]) -> Value | None:
    return counts.most_common(1)[0][0] if counts else None
