"""Listeners who exist only as rules about what they like.

Each rule gives every track a chance to be liked where a list aims at a mood. Which tracks a
listener likes is then drawn once, so that they never contradict themselves. The kinds in
``DEVELOPMENT`` were looked at while the learning was tuned, those in ``HELD_OUT`` never.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.domain.affect import Affect
from core.domain.track import Track
from core.domain.track_table import TrackTable, song_hash

Chances = NDArray[np.float64]
Rule = Callable[[Affect], Chances]

LOVED, DISLIKED = 0.85, 0.10
"""Chance that a track is liked which has what the listener looks for, and of any other."""

_SHARPNESS = 8.0
"""Slope of the rules about brightness and energy at the point where the chance is a half."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A table as rules read it. genre, language: (n,) "" where unknown; rows: by song_key."""

    table: TrackTable
    genre: NDArray[np.str_]
    language: NDArray[np.str_]
    rows: Mapping[int, int]

    @classmethod
    def of(cls, table: TrackTable) -> Self:
        """The songs of a table, in its order."""
        genres = np.array([*table.genres, ""])
        languages = np.array([*table.languages, ""])
        rows = {int(key): row for row, key in enumerate(table.song_key)}
        return cls(table, genres[table.genre], languages[table.language], rows)

    def row_of(self, song: Track) -> int:
        """The row of a song of the table."""
        return self.rows[song_hash(song)]

    def distance(self, point: Affect) -> Chances:
        """(n,) how far each song lies from a point of the circumplex."""
        valence, arousal = self.table.valence, self.table.arousal
        return np.hypot(valence - point.valence, arousal - point.arousal, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Listener:
    """One listener. luck: (n,) in [0, 1); a track is liked where its chance is above it."""

    kind: str
    rule: Rule
    luck: NDArray[np.float64]

    def likes(self, target: Affect) -> NDArray[np.bool_]:
        """(n,) which tracks they like where a list aims at ``target``."""
        return self.luck < self.rule(target)


Maker = Callable[[Shelf, np.random.Generator], Rule]


def make_listener(kind: str, shelf: Shelf, generator: np.random.Generator) -> Listener:
    """A listener of one kind; what exactly they like is drawn."""
    rule = KINDS[kind](shelf, generator)
    return Listener(kind, rule, generator.random(len(shelf.table)))


def _always(loved: NDArray[np.bool_], low: float = DISLIKED, high: float = LOVED) -> Rule:
    chances = np.where(loved, high, low)
    return lambda _target: chances


def _some_of(
    words: NDArray[np.str_], count: int, generator: np.random.Generator
) -> NDArray[np.str_]:
    """``count`` different words, the frequent ones more often."""
    names, counts = np.unique(words[words != ""], return_counts=True)
    chances = counts / counts.sum()
    return generator.choice(names, min(count, len(names)), replace=False, p=chances)


def _around(shelf: Shelf, span: int, generator: np.random.Generator) -> NDArray[np.bool_]:
    middle = generator.choice(shelf.table.year[shelf.table.year > 0])
    return np.abs(shelf.table.year - middle) <= span // 2


def _rising(values: NDArray[np.float64]) -> Chances:
    return DISLIKED + (LOVED - DISLIKED) / (1 + np.exp(-_SHARPNESS * values))


def _genre_lover(shelf: Shelf, generator: np.random.Generator) -> Rule:
    return _always(np.isin(shelf.genre, _some_of(shelf.genre, 4, generator)))


def _era_lover(shelf: Shelf, generator: np.random.Generator) -> Rule:
    return _always(_around(shelf, 20, generator))


def _energy_seeker(shelf: Shelf, _generator: np.random.Generator) -> Rule:
    return lambda target: _rising(shelf.table.arousal - target.arousal - 0.1)


def _language_bound(shelf: Shelf, generator: np.random.Generator) -> Rule:
    return _always(np.isin(shelf.language, _some_of(shelf.language, 2, generator)))


def _artist_averse(shelf: Shelf, generator: np.random.Generator) -> Rule:
    artists = len(shelf.table.artist_keys)
    averse = generator.choice(artists, artists // 3, replace=False)
    return _always(~np.isin(shelf.table.lead_artist, averse), high=0.7)


def _noisy(shelf: Shelf, generator: np.random.Generator) -> Rule:
    loved = np.isin(shelf.genre, _some_of(shelf.genre, 4, generator))
    return _always(loved, low=0.3, high=0.6)


def _likes_everything(shelf: Shelf, _generator: np.random.Generator) -> Rule:
    return _always(np.ones(len(shelf.table), np.bool_), high=1.0)


def _likes_nothing(shelf: Shelf, _generator: np.random.Generator) -> Rule:
    return _always(np.zeros(len(shelf.table), np.bool_), low=0.0)


def _contrarian(shelf: Shelf, _generator: np.random.Generator) -> Rule:
    return lambda target: _rising(shelf.distance(target) - 0.25)


def _mood_faithful(shelf: Shelf, _generator: np.random.Generator) -> Rule:
    """Whom the ranking without learning suits already."""
    return lambda target: _rising(0.3 - shelf.distance(target))


DEVELOPMENT: Mapping[str, Maker] = MappingProxyType(
    {
        "genre lover": _genre_lover,
        "era lover": _era_lover,
        "energy seeker": _energy_seeker,
        "language-bound": _language_bound,
        "artist averse": _artist_averse,
        "noisy": _noisy,
        "likes everything": _likes_everything,
        "likes nothing": _likes_nothing,
        "contrarian": _contrarian,
        "mood faithful": _mood_faithful,
    }
)


def _brightness_seeker(shelf: Shelf, _generator: np.random.Generator) -> Rule:
    return lambda target: _rising(shelf.table.valence - target.valence - 0.1)


def _calm_seeker(shelf: Shelf, _generator: np.random.Generator) -> Rule:
    return lambda target: _rising(target.arousal - shelf.table.arousal - 0.1)


def _scene_lover(shelf: Shelf, generator: np.random.Generator) -> Rule:
    """One scene: a few genres within twenty-five years."""
    genres = np.isin(shelf.genre, _some_of(shelf.genre, 6, generator))
    return _always(genres & _around(shelf, 25, generator), low=0.15)


def _genre_averse(shelf: Shelf, generator: np.random.Generator) -> Rule:
    names, counts = np.unique(shelf.genre[shelf.genre != ""], return_counts=True)
    common = names[np.argsort(-counts)][:12]
    averse = generator.choice(common, min(6, len(common)), replace=False)
    return _always(~np.isin(shelf.genre, averse), low=0.05, high=0.65)


def _not_english(shelf: Shelf, _generator: np.random.Generator) -> Rule:
    return _always(~np.isin(shelf.language, ["en", ""]))


def _two_eras(shelf: Shelf, generator: np.random.Generator) -> Rule:
    return _always(_around(shelf, 12, generator) | _around(shelf, 12, generator))


def _mood_first(shelf: Shelf, generator: np.random.Generator) -> Rule:
    """Near the mood, and then by genre."""
    genres = np.isin(shelf.genre, _some_of(shelf.genre, 12, generator))
    share = np.where(genres, 1.0, 0.5)
    return lambda target: share * _rising(0.35 - shelf.distance(target))


def _coin_flipper(shelf: Shelf, _generator: np.random.Generator) -> Rule:
    return _always(np.ones(len(shelf.table), np.bool_), high=0.5)


HELD_OUT: Mapping[str, Maker] = MappingProxyType(
    {
        "brightness seeker": _brightness_seeker,
        "calm seeker": _calm_seeker,
        "scene lover": _scene_lover,
        "genre averse": _genre_averse,
        "not English": _not_english,
        "two eras": _two_eras,
        "mood first": _mood_first,
        "coin flipper": _coin_flipper,
        "likes everything": _likes_everything,
        "likes nothing": _likes_nothing,
    }
)

UNMOVED = frozenset({"likes everything", "likes nothing", "coin flipper"})
"""Kinds to whom every list is as good as any other. Learning must not break anything for them;
what it gains is averaged over the others."""

KINDS: Mapping[str, Maker] = MappingProxyType({**DEVELOPMENT, **HELD_OUT})
