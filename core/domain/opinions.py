"""Several sources' words on how one song feels, made into one. The weights stand here only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from core.domain.affect import Affect
from core.domain.track import Opinion, Source

RELIABILITY: Mapping[Source, float] = MappingProxyType(
    {
        Source.SPOTIFY: 1.0,
        Source.CATALOGUE: 1.0,
        Source.RECCOBEATS: 0.8,
        Source.MUSIC_NETWORK: 0.7,
        Source.LIBRARY: 0.7,
        Source.LASTFM: 0.4,
    }
)
"""How much a source's word counts beside the others'.

Spotify's features and our own ratings of well-known songs speak of the whole recording. ReccoBeats
estimates the same features again. Our network hears 30 seconds (r = 0.70 valence and 0.74 arousal
with listeners, models/README.md), whether of a sample or of a file in the library. Tags are words
that listeners chose for many reasons: those of the Deezer mood set agree with Spotify's features by
r = 0.39 valence and 0.37 arousal over 1,315 songs, so they count least and mostly where nobody else
speaks.
"""

LEAST_RELIABILITY = 0.4
"""Of a source that has no place in the table."""

DISAGREEMENT = 0.7
"""Sources whose points lie farther apart disagree: a quarter of the way across the plane."""


def by_weight(opinions: Iterable[Opinion]) -> tuple[Opinion, ...]:
    """The weightiest first, in the order given where they weigh the same."""
    return tuple(sorted(opinions, key=lambda opinion: -_weight(opinion)))


def fuse(opinions: Sequence[Opinion]) -> Affect:
    """The weighted mean; raises ValueError where nobody spoke."""
    if not opinions:
        raise ValueError("at least one opinion")
    total = sum(_weight(opinion) for opinion in opinions)
    return Affect.clipped(
        sum(_weight(opinion) * opinion.affect.valence for opinion in opinions) / total,
        sum(_weight(opinion) * opinion.affect.arousal for opinion in opinions) / total,
    )


def disagreement(opinions: Sequence[Opinion]) -> tuple[Opinion, Opinion] | None:
    """The two that lie farthest apart, the weightier first; None where all roughly agree."""
    pairs = combinations(by_weight(opinions), 2)
    farthest = max(pairs, key=lambda pair: pair[0].affect.distance(pair[1].affect), default=None)
    if farthest is None or farthest[0].affect.distance(farthest[1].affect) <= DISAGREEMENT:
        return None
    return farthest


def _weight(opinion: Opinion) -> float:
    return RELIABILITY.get(opinion.source, LEAST_RELIABILITY)
