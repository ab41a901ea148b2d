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

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.domain.affect import Affect
from core.domain.judgement import Judgement
from core.domain.mix import Verdict
from core.domain.track import RatedTrack
from core.domain.track_table import song_hash
from core.services.traits import INTERCEPT, Trait, TraitKind, crowd_trait, traits_of

REMEMBERED = 200
"""So many of the latest verdicts count; older taste is forgotten."""

NOISE = 0.5
"""Standard deviation of a verdict on one track around what the traits say of it."""

NOISE_OF_MIX = 1.5
"""The same for a track of a list that was judged as a whole."""

DRAW_SCALE = 0.1
"""Width of the draws in standard deviations of what is believed (Chapelle and Li's alpha): less
than 1 tries less and uses more of what is known."""

PRIOR_DEVIATION: Mapping[TraitKind, float] = MappingProxyType(
    {
        TraitKind.ARTIST: 0.45,
        TraitKind.GENRE: 0.6,
        TraitKind.GENRE_FAMILY: 0.6,
        TraitKind.DECADE: 0.6,
        TraitKind.LANGUAGE: 0.6,
        TraitKind.VALENCE: 0.3,
        TraitKind.AROUSAL: 0.3,
        TraitKind.BRIGHTER: 0.45,
        TraitKind.LIVELIER: 0.45,
        TraitKind.OFF_MOOD: 0.45,
        TraitKind.PLEASED: 1.0,
    }
)
"""How much a trait of each kind may matter before anything is known. What the crowd thinks of a
song is not learned from one's own verdicts and has none."""


OFF_MOOD_MEAN = -0.6
"""What is believed of it before anything is known: a track off the mood is liked less, until the
verdicts say otherwise. Of all other traits nothing is believed, 0."""

ASIDE = 0.3
"""Share of that deviation for what a taste is not about."""

SUBJECTS: tuple[frozenset[TraitKind], ...] = (
    frozenset({TraitKind.GENRE, TraitKind.GENRE_FAMILY}),
    frozenset({TraitKind.DECADE}),
    frozenset({TraitKind.LANGUAGE}),
    frozenset({TraitKind.ARTIST}),
    frozenset({TraitKind.VALENCE, TraitKind.AROUSAL, TraitKind.BRIGHTER, TraitKind.LIVELIER}),
    frozenset({TraitKind.OFF_MOOD}),
    frozenset(),
)
"""What a taste may be about, each as likely before anything is known; the empty one is about
everything alike. Their answers are averaged by how well each explains the verdicts (Hoeting et
al., "Bayesian Model Averaging: A Tutorial", 1999), so that somebody who goes by the decade is not
thought to dislike a genre that two old songs happened to have."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Preference:
    """How much each trait speaks for a track; a trait that is not there says nothing.

    weights: in verdicts, so that +1 lies between "cannot say" and 👍.
    """

    weights: Mapping[Trait, float] = field(default_factory=dict)

    @classmethod
    def learned(
        cls,
        judgements: Sequence[Judgement],
        seed: Sequence[int],
        crowd: Mapping[int, float] = MappingProxyType({}),
    ) -> Self:
        """Draw a preference from what the judgements leave believable.

        crowd: what others who think alike say of songs, in verdicts, by ``song_hash``.
        Deterministic for the same judgements and seed. Without judgements it has no weights.
        """
        if not judgements:
            return cls()
        evidence = _Evidence.of(judgements)
        drawn = evidence.weights(np.random.default_rng(seed))
        weights = dict(zip(evidence.traits[1:], drawn[1:].tolist(), strict=True))
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
class _Evidence:
    """n verdicts by k traits.

    strengths: (n, k), of the intercept first; verdicts: (n,), +1 and -1; noise: (n,) variances;
    expected, prior: (k,) means and deviations of the weights before the verdicts.
    """

    traits: tuple[Trait, ...]
    strengths: Floats
    verdicts: Floats
    noise: Floats
    expected: Floats
    prior: Floats

    @classmethod
    def of(cls, judgements: Sequence[Judgement]) -> Self:
        """Lay out the verdicts."""
        rows = [traits_of(judgement.rated, judgement.target) for judgement in judgements]
        traits = (INTERCEPT, *sorted(set().union(*rows)))
        places = {trait: place for place, trait in enumerate(traits)}
        strengths = np.zeros((len(rows), len(traits)))
        strengths[:, places[INTERCEPT]] = 1.0
        for number, row in enumerate(rows):
            for trait, strength in row.items():
                strengths[number, places[trait]] = strength
        return cls(
            traits,
            strengths,
            np.array([1.0 if each.verdict is Verdict.UP else -1.0 for each in judgements]),
            np.array([NOISE_OF_MIX if each.of_mix else NOISE for each in judgements]) ** 2,
            np.array([OFF_MOOD_MEAN * (trait.kind is TraitKind.OFF_MOOD) for trait in traits]),
            np.array([PRIOR_DEVIATION[trait.kind] for trait in traits]),
        )

    def weights(self, generator: np.random.Generator) -> Floats:
        """(k,) weights drawn from what is believed, over all that the taste may be about."""
        steps = (
            generator.standard_normal(len(self.traits)),
            generator.standard_normal(len(self.noise)),
        )
        told = [self._weights_if(subject, *steps) for subject in SUBJECTS]
        logs = np.array([log for log, _ in told])
        chances = np.exp(logs - logs.max())
        draws = np.array([draw for _, draw in told])
        drawn: Floats = chances @ draws / chances.sum()
        return drawn

    def _weights_if(
        self, subject: frozenset[TraitKind], step: Floats, slip: Floats
    ) -> tuple[float, Floats]:
        """The log evidence for a taste about ``subject``, and the weights drawn then.

        Bayesian linear regression in its dual form. The draw is a sample of the prior corrected by
        the verdicts (Matheron's rule). step: (k,), slip: (n,) standard normal.
        """
        matters = [
            trait.kind is TraitKind.PLEASED or trait.kind in (subject or TraitKind)
            for trait in self.traits
        ]
        deviations = self.prior * np.where(matters, 1.0, ASIDE)
        reach = deviations[:, None] ** 2 * self.strengths.T
        root = np.linalg.cholesky(self.strengths @ reach + np.diag(self.noise))
        surprise = np.linalg.solve(root, self.verdicts - self.strengths @ self.expected)
        log = -0.5 * surprise @ surprise - np.log(np.diag(root)).sum()
        sample = self.expected + DRAW_SCALE * deviations * step
        said = self.verdicts - self.strengths @ sample - DRAW_SCALE * np.sqrt(self.noise) * slip
        draw = sample + reach @ np.linalg.solve(root.T, np.linalg.solve(root, said))
        return float(log), draw
