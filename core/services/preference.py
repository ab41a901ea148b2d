"""What a person likes, learned from their 👍 and 👎 and from nothing else.

A linear bandit over traits that can be told in words: the track's artist, genre, decade and
language, how bright and lively it is, and how it lies to the mood that was aimed at. The verdicts
(+1 and -1) are explained by Bayesian linear regression on these traits, and one draw from what is
then believed about them ranks the next list (Thompson sampling), so that what is uncertain gets
tried now and then: Chapelle and Li, "An Empirical Evaluation of Thompson Sampling" (2011); Agrawal
and Goyal, "Thompson Sampling for Contextual Bandits with Linear Payoffs" (2013); the linear model
is that of Li et al., "A Contextual-Bandit Approach to Personalized News Article Recommendation"
(2010).

Nothing is believed of a trait that the person never rated: who has rated nothing gets the list that
everybody gets, draw for draw. An intercept takes up how easily somebody is pleased, so that liking
everything or nothing changes nothing. The state is computed anew from the last verdicts each time:
a verdict taken back is as if it had never been.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from core.domain.affect import Affect
from core.domain.mix import Verdict
from core.domain.opinion import Opinion
from core.domain.song_text import match_artist
from core.domain.track import RatedTrack
from core.domain.track_table import song_hash

REMEMBERED = 200
"""So many of the latest verdicts count; older taste is forgotten."""

NOISE = 0.5
"""Standard deviation of a verdict on one track around what the traits say of it."""

NOISE_OF_MIX = 1.5
"""The same for a track of a list that was judged as a whole."""

DRAW_SCALE = 0.1
"""Width of the draws in standard deviations of what is believed (Chapelle and Li's alpha): less
than 1 tries less and uses more of what is known."""

_DECADE = 10
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


PRIOR_DEVIATION: Mapping[TraitKind, float] = MappingProxyType(
    {
        TraitKind.ARTIST: 0.3,
        TraitKind.GENRE: 0.4,
        TraitKind.GENRE_FAMILY: 0.4,
        TraitKind.DECADE: 0.4,
        TraitKind.LANGUAGE: 0.4,
        TraitKind.VALENCE: 0.2,
        TraitKind.AROUSAL: 0.2,
        TraitKind.BRIGHTER: 0.3,
        TraitKind.LIVELIER: 0.3,
        TraitKind.OFF_MOOD: 0.3,
        TraitKind.PLEASED: 1.0,
    }
)
"""How much a trait of each kind may matter before anything is known; the mean is 0 for all. What
the crowd thinks of a song is not learned from one's own verdicts and has none."""


class Trait(NamedTuple):
    """One trait; value: the artist, genre, decade or language, "" where the kind says it all.

    What the crowd thinks is of one song, by its ``song_hash`` in hexadecimal.
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


def genre_family(genre: str) -> str:
    """The last word of a genre's name: "italian pop" and "k-pop" are kinds of "pop"."""
    words = [word for word in _WORD.split(genre) if word]
    return words[-1] if words else genre


def decade_shares(year: int) -> dict[str, float]:
    """How far a year belongs to the two decades whose middles it lies between; they sum to 1."""
    decade, past = divmod(year - _DECADE // 2, _DECADE)
    shares = {f"{decade * _DECADE}s": 1 - past / _DECADE}
    if past:
        shares[f"{(decade + 1) * _DECADE}s"] = past / _DECADE
    return shares


@dataclass(frozen=True, slots=True)
class Preference:
    """How much each trait speaks for a track; a trait that is not there says nothing.

    weights: in verdicts, so that +1 lies between "cannot say" and 👍.
    """

    weights: Mapping[Trait, float] = field(default_factory=dict)

    @classmethod
    def learned(
        cls,
        opinions: Sequence[Opinion],
        seed: Sequence[int],
        crowd: Mapping[int, float] = MappingProxyType({}),
    ) -> Self:
        """Draw a preference from what the opinions leave believable.

        crowd: what others who think alike say of songs, in verdicts, by ``song_hash``.
        Deterministic for the same opinions and seed. Without opinions it has no weights.
        """
        if not opinions:
            return cls()
        rows = [traits_of(opinion.rated, opinion.target) for opinion in opinions]
        traits = (INTERCEPT, *sorted(set().union(*rows)))
        drawn = _Belief.after(opinions, rows, traits).drawn(np.random.default_rng(seed))
        weights = dict(zip(traits[1:], drawn[1:].tolist(), strict=True))
        return cls(weights | {crowd_trait(song): worth for song, worth in crowd.items()})

    def parts(self, rated: RatedTrack, target: Affect) -> dict[Trait, float]:
        """What each trait adds for one track where a list aims at ``target``."""
        return {
            trait: weight * strength
            for trait, strength in (
                *traits_of(rated, target).items(),
                (crowd_trait(song_hash(rated.track)), 1.0),
            )
            if (weight := self.weights.get(trait, 0.0))
        }

    def of_kind(self, kind: TraitKind) -> dict[str, float]:
        """The weights of one kind's words."""
        return {trait.value: weight for trait, weight in self.weights.items() if trait.kind is kind}


@dataclass(frozen=True, slots=True)
class _Belief:
    """A normal distribution over k weights. mean: (k,); root: (k, k), lower, of the precision."""

    mean: NDArray[np.float64]
    root: NDArray[np.float64]

    @classmethod
    def after(
        cls,
        opinions: Sequence[Opinion],
        rows: Sequence[Mapping[Trait, float]],
        traits: Sequence[Trait],
    ) -> Self:
        """Bayesian linear regression of the verdicts on the traits."""
        places = {trait: place for place, trait in enumerate(traits)}
        strengths = np.zeros((len(rows), len(traits)))
        strengths[:, places[INTERCEPT]] = 1.0
        for number, row in enumerate(rows):
            for trait, strength in row.items():
                strengths[number, places[trait]] = strength
        verdicts = np.array([1.0 if each.verdict is Verdict.UP else -1.0 for each in opinions])
        noise = np.array([NOISE_OF_MIX if each.of_mix else NOISE for each in opinions])
        certainty = noise**-2
        prior = np.array([PRIOR_DEVIATION[trait.kind] ** -2 for trait in traits])
        precision = np.diag(prior) + (strengths.T * certainty) @ strengths
        root = np.linalg.cholesky(precision)
        evidence = strengths.T @ (certainty * verdicts)
        return cls(np.linalg.solve(root.T, np.linalg.solve(root, evidence)), root)

    def drawn(self, generator: np.random.Generator) -> NDArray[np.float64]:
        """(k,) weights drawn from the belief, narrowed to ``DRAW_SCALE``."""
        steps = generator.standard_normal(len(self.mean))
        return self.mean + DRAW_SCALE * np.linalg.solve(self.root.T, steps)
