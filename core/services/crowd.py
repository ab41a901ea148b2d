"""What people who like one song think of another: item-item collaborative filtering.

The cosine between the verdicts that two songs got from the same people, after Sarwar et al.,
"Item-based Collaborative Filtering Recommendation Algorithms" (2001), computed by scikit-learn;
pairs with few raters in common count less, as in Herlocker et al., "An Algorithmic Framework for
Performing Collaborative Filtering" (1999).

It is silent until there are enough people, and about any pair of songs that fewer than ``TOGETHER``
people have rated, so that nobody's single verdict can be read off another person's list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from core.domain.judgement import Judgement, Vote
from core.domain.mix import Verdict
from core.domain.track_table import song_hash

PEOPLE = 20
"""Before so many people have rated anything, nothing is said."""

TOGETHER = 5
"""A pair of songs speaks only where at least so many people have rated both."""

DAMPING = 5
"""A pair with so many raters in common counts half of what one with countless raters does."""

WEIGHT = 0.4
"""The most that others' verdicts add, in verdicts: less than one's own."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """How alike songs are in the eyes of people.

    places: row by song_hash; likeness: (songs, songs) sparse, from -1 to 1, or None where nothing
    may be said.
    """

    places: Mapping[int, int]
    likeness: Any = None

    @classmethod
    def learned(cls, votes: Sequence[Vote]) -> Self:
        """Compare all songs. Of several verdicts by one person on one song the last counts."""
        if len({vote.rater for vote in votes}) < PEOPLE:
            return cls({})
        # loading scikit-learn takes a second that only this needs
        from scipy.sparse import csr_array  # type: ignore[import-untyped] # noqa: PLC0415
        from sklearn.metrics.pairwise import (  # type: ignore[import-untyped] # noqa: PLC0415
            cosine_similarity,
        )

        verdicts = {
            (song_hash(vote.track), vote.rater): 1.0 if vote.verdict is Verdict.UP else -1.0
            for vote in votes
        }
        places = {song: row for row, song in enumerate(sorted({song for song, _ in verdicts}))}
        raters = {rater: column for column, rater in enumerate({rater for _, rater in verdicts})}
        rows = [places[song] for song, _ in verdicts]
        columns = [raters[rater] for _, rater in verdicts]
        shape = (len(places), len(raters))
        table = csr_array((list(verdicts.values()), (rows, columns)), shape)
        common = abs(table) @ abs(table).T
        common.data *= common.data >= TOGETHER
        common.data /= common.data + DAMPING
        likeness = common.multiply(cosine_similarity(table, dense_output=False)).tocsr()
        likeness.setdiag(0.0)
        likeness.eliminate_zeros()
        return cls(places, likeness)

    def expected(self, judgements: Sequence[Judgement]) -> dict[int, float]:
        """What somebody with these judgements may think of songs they have not rated, by song_hash.

        In [-WEIGHT, WEIGHT]; only songs that the crowd may speak about.
        """
        if self.likeness is None:
            return {}
        own = np.zeros(len(self.places))
        for judgement in reversed(judgements):  # the newest comes first and counts
            place = self.places.get(song_hash(judgement.rated.track))
            if place is not None and not judgement.of_mix:
                own[place] = 1.0 if judgement.verdict is Verdict.UP else -1.0
        rated = own != 0
        spoken = self.likeness @ own
        weight = abs(self.likeness) @ rated.astype(np.float64)
        worth = WEIGHT * spoken / (1.0 + weight)
        return {
            song: float(worth[place])
            for song, place in self.places.items()
            if worth[place] and not rated[place]
        }
