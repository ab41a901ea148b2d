"""Songs as columns: what ranking reads of a million of them without a million objects.

A table never changes. Several are ranked one after another, so nothing is ever copied together;
``song_key`` and ``artist_keys`` mean the same in every table, all other codes only in their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from hashlib import blake2b
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from core.domain.affect import Affect
from core.domain.music_reading import MusicMood
from core.domain.song_text import match_artist, match_key
from core.domain.text_column import TextColumn
from core.domain.track import RatedTrack, Service, Track
from core.domain.track_links import search_links

UNKNOWN = -1
"""Code of a genre, language, lead artist or mood that nobody told."""

UNKNOWN_YEAR = 0

_MOST_CODES = 2**15 - 1

MOODS: tuple[MusicMood | None, ...] = (*MusicMood, None)
"""Moods by code; the last one, None, stands for songs that are known to be neutral."""

ISRC = "isrc"
"""Stands before a song's ISRC among its ids, where a service's name stands otherwise."""


class SoundFeature(IntEnum):
    """Rows of ``TrackTable.sound``: tempo in beats a minute, everything else from 0 to 1."""

    TEMPO_BPM = 0
    ENERGY = 1
    DANCEABILITY = 2
    ACOUSTICNESS = 3
    INSTRUMENTALNESS = 4


@dataclass(frozen=True, slots=True)
class SongFacts:
    """What is known of a song beyond its rating; NaN and None where it is not.

    dominance: [-1, 1], from controlled to in control; popularity: [0, 1]; sound: one number per
    SoundFeature; mood: a code of MOODS.
    """

    dominance: float = np.nan
    popularity: float = np.nan
    sound: tuple[float, ...] = (np.nan,) * len(SoundFeature)
    mood: int = UNKNOWN


NO_FACTS = SongFacts()


@dataclass(frozen=True, slots=True, eq=False)
class TrackTable:
    """n songs by a artists, the arrays possibly memory-mapped and never written to.

    valence, arousal: (n,) float32 in [-1, 1].
    dominance: (n,) float32 in [-1, 1], NaN unknown.
    spread: (n,) float32, the standard deviation expected of valence and of arousal, NaN unknown.
    year: (n,) int16, UNKNOWN_YEAR where nobody told.
    genre, language: (n,) int16, positions in ``genres`` and ``languages``, or UNKNOWN.
    lead_artist: (n,) int32, the code of the first artist, or UNKNOWN.
    artist_codes: (m,) int32, the artists of all songs in credit order, none twice for one song;
    those of song i lie from artist_starts[i] up to artist_starts[i + 1], (n + 1,) int64.
    artist_keys: (a,) uint64, rising: the text_hash of each artist's match_artist key. A code is a
    position here and in ``artist_names``.
    sound: (len(SoundFeature), n) float32, NaN unknown; each feature lies together.
    popularity: (n,) float32 in [0, 1], NaN unknown.
    mood: (n,) int8, the position in MOODS, or UNKNOWN.
    song_key: (n,) uint64, equal for spellings of one song, in any table.
    titles, ids: n texts; ids are words like "spotify:4u7EnebtmKWzUH433cf5Qv", or empty.
    originals: the objects a table was made of, else None.

    Raises ValueError where the columns do not fit together.
    """

    valence: NDArray[np.float32]
    arousal: NDArray[np.float32]
    dominance: NDArray[np.float32]
    spread: NDArray[np.float32]
    year: NDArray[np.int16]
    genre: NDArray[np.int16]
    language: NDArray[np.int16]
    lead_artist: NDArray[np.int32]
    artist_starts: NDArray[np.int64]
    artist_codes: NDArray[np.int32]
    artist_keys: NDArray[np.uint64]
    sound: NDArray[np.float32]
    popularity: NDArray[np.float32]
    mood: NDArray[np.int8]
    song_key: NDArray[np.uint64]
    genres: tuple[str, ...]
    languages: tuple[str, ...]
    artist_names: TextColumn
    titles: TextColumn
    ids: TextColumn
    originals: tuple[Track, ...] | None = None

    def __post_init__(self) -> None:
        songs, artists, credited = len(self), len(self.artist_keys), len(self.artist_codes)
        lengths = {
            songs: (
                *(self.arousal, self.dominance, self.spread, self.popularity, self.sound.T),
                *(self.year, self.genre, self.language, self.mood, self.song_key),
                *(self.lead_artist, self.artist_starts[1:], self.titles, self.ids),
            ),
            artists: (self.artist_names,),
        }
        if any(len(column) != length for length, columns in lengths.items() for column in columns):
            raise ValueError("the columns differ in length")
        if self.sound.shape[0] != len(SoundFeature) or self.artist_starts[-1] != credited:
            raise ValueError("the columns do not fit together")

    @classmethod
    def of(cls, songs: Sequence[RatedTrack]) -> TrackTable:
        """A table in memory; ``track`` gives back these very objects."""
        builder = TrackTableBuilder()
        for rated in songs:
            builder.add(rated.track, rated.affect)
        return replace(builder.build(), originals=tuple(rated.track for rated in songs))

    def __len__(self) -> int:
        return len(self.valence)

    def track(self, row: int) -> RatedTrack:
        """The song of one row, with addresses where people find it."""
        affect = Affect.clipped(float(self.valence[row]), float(self.arousal[row]))
        if self.originals is not None:
            return RatedTrack(self.originals[row], affect)
        genre, language = int(self.genre[row]), int(self.language[row])
        codes = self.artist_codes[self.artist_starts[row] : self.artist_starts[row + 1]]
        ids = dict(word.split(":", 1) for word in self.ids[row].split())
        track = Track(
            title=self.titles[row],
            artists=tuple(self.artist_names[int(code)] for code in codes),
            year=int(self.year[row]) or None,
            genre=self.genres[genre] if genre != UNKNOWN else None,
            language=self.languages[language] if language != UNKNOWN else None,
            isrc=ids.pop(ISRC, None),
            ids={Service(service): track_id for service, track_id in ids.items()},
        )
        return RatedTrack(replace(track, links=search_links(track)), affect)

    def artist_code(self, name: str) -> int:
        """The code of an artist, spelled as it may be, or UNKNOWN."""
        key = np.uint64(text_hash(match_artist(name)))
        code = int(np.searchsorted(self.artist_keys, key))
        known = code < len(self.artist_keys) and self.artist_keys[code] == key
        return code if known else UNKNOWN


class TrackTableBuilder:
    """Collects songs one by one."""

    def __init__(self) -> None:
        self._numbers: list[tuple[float, ...]] = []
        self._codes: list[tuple[int, int, int, int]] = []
        self._genres: dict[str, int] = {}
        self._languages: dict[str, int] = {}
        self._artists: dict[int, tuple[int, str]] = {}
        self._credits: list[tuple[int, ...]] = []
        self._keys: list[int] = []
        self._titles: list[str] = []
        self._ids: list[str] = []

    def add(self, track: Track, affect: Affect, facts: SongFacts = NO_FACTS) -> None:
        """Put a song at the end."""
        self._numbers.append(
            (affect.valence, affect.arousal, facts.dominance, facts.popularity, *facts.sound)
        )
        self._codes.append(
            (
                track.year if track.year and 0 < track.year <= _MOST_CODES else UNKNOWN_YEAR,
                _code(self._genres, track.genre),
                _code(self._languages, track.language),
                facts.mood,
            )
        )
        self._credits.append(tuple(dict.fromkeys(map(self._artist, track.artists))))
        self._keys.append(song_hash(track))
        self._titles.append(track.title)
        self._ids.append(_ids_of(track))

    def build(self) -> TrackTable:
        """The table of all songs so far."""
        songs = len(self._titles)
        measures = 4 + len(SoundFeature)
        numbers = np.array(self._numbers, np.float32).reshape(songs, measures).T.copy()
        codes = np.array(self._codes, np.int16).reshape(songs, 4).T.copy()
        lengths = np.fromiter(map(len, self._credits), np.int64, songs)
        starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])
        # codes were given in order of arrival and become positions among the rising keys
        known = sorted((key, code, name) for key, (code, name) in self._artists.items())
        position = np.empty(len(known), np.int32)
        position[[code for _, code, _ in known]] = np.arange(len(known), dtype=np.int32)
        arrived = [code for credit in self._credits for code in credit]
        artist_codes = position[np.array(arrived, np.int64)]
        lead = np.full(songs, UNKNOWN, np.int32)
        lead[lengths > 0] = artist_codes[starts[:-1][lengths > 0]]
        return TrackTable(
            valence=numbers[0],
            arousal=numbers[1],
            dominance=numbers[2],
            spread=np.full(songs, np.nan, np.float32),
            year=codes[0],
            genre=codes[1],
            language=codes[2],
            lead_artist=lead,
            artist_starts=starts,
            artist_codes=artist_codes,
            artist_keys=np.array([key for key, _, _ in known], np.uint64),
            sound=numbers[4:],
            popularity=numbers[3],
            mood=codes[3].astype(np.int8),
            song_key=np.array(self._keys, np.uint64),
            genres=tuple(self._genres),
            languages=tuple(self._languages),
            artist_names=TextColumn.of(map(itemgetter(2), known)),
            titles=TextColumn.of(self._titles),
            ids=TextColumn.of(self._ids),
        )

    def _artist(self, name: str) -> int:
        """The code of an artist, in order of arrival; the first spelling is kept."""
        key = text_hash(match_artist(name))
        return self._artists.setdefault(key, (len(self._artists), name))[0]


def counting(tables: Sequence[TrackTable]) -> list[NDArray[np.bool_]]:
    """For each table which rows count, (n,): of a song in several tables the first one's does."""
    seen = np.empty(0, np.uint64)
    masks = []
    for table in tables:
        masks.append(~np.isin(table.song_key, seen))
        seen = np.union1d(seen, table.song_key)
    return masks


def song_hash(track: Track) -> int:
    """64 bits that spellings of one song share, by its match_key."""
    title, artist = match_key(track)
    return text_hash(f"{title}\n{artist}")


def text_hash(key: str) -> int:
    """64 bits of a key of song_text, the same on every machine (BLAKE2b)."""
    return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def _code(vocabulary: dict[str, int], word: str | None) -> int:
    """The word's number, a new one if need be; UNKNOWN where all numbers are given away."""
    if word is None or (word not in vocabulary and len(vocabulary) > _MOST_CODES):
        return UNKNOWN
    return vocabulary.setdefault(word, len(vocabulary))


def _ids_of(track: Track) -> str:
    ids = {service.value: track_id for service, track_id in track.ids.items()}
    if track.isrc:
        ids[ISRC] = track.isrc
    # an id with a blank in it is none, and could not be told from two
    told = (f"{kind}:{known}" for kind, known in ids.items() if known.split() == [known])
    return " ".join(sorted(told))
