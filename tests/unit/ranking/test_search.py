from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.mix import ReasonKind
from core.services.ranking.search import best_rows
from core.services.ranking.terms import Linear, Lookup, Near, Scattered, fused

KIND = ReasonKind.GENRE


def every_score(terms, rows):
    scores = np.zeros(rows, np.float32)
    for term in terms:
        term.add_to(scores, 0, rows)
    return scores


def sorted_whole(scores, count):
    """What a search has to find: everything sorted, of equal scores the earlier row first."""
    order = np.argsort(-scores, kind="stable")
    order = order[scores[order] > -np.inf][:count]
    return order, scores[order]


@given(
    st.lists(st.sampled_from([-np.inf, -1.0, 0.0, 0.25, 0.5, 1.0]), max_size=60),
    st.integers(1, 12),
    st.integers(1, 20),
)
def test_blocks_find_what_sorting_everything_finds_ties_and_exclusions_included(
    worths, count, block
) -> None:
    column = np.array(worths, np.float32)
    codes = np.arange(len(column))
    worth = np.append(column, np.float32(0))
    place = Lookup(KIND, codes, worth)
    ((rows, scores),) = best_rows(len(column), [], [place], count, block=block)
    expected_rows, expected_scores = sorted_whole(column, count)
    assert rows.tolist() == expected_rows.tolist()
    assert scores.tolist() == expected_scores.tolist()


def test_a_hundred_thousand_songs_give_the_list_that_sorting_all_of_them_gives() -> None:
    rows = 100_000
    generator = np.random.default_rng(5)
    column = generator.random(rows, np.float32)
    codes = generator.integers(-1, 40, rows).astype(np.int16)
    sparse = np.unique(generator.integers(0, rows, 900))
    common = [
        Lookup(KIND, codes, generator.random(41, np.float32)),
        Lookup(KIND, codes, generator.random(41, np.float32)),
        Scattered(KIND, sparse, np.full(len(sparse), -np.inf, np.float32)),
        Linear(KIND, column, 0.3, 0.1),
    ]
    places = [Near(KIND, column, centre, 0.2, 1.0) for centre in (0.1, 0.5, 0.9)]
    found = best_rows(rows, common, places, 200)
    for place, (got, scores) in zip(places, found, strict=True):
        expected_rows, expected_scores = sorted_whole(every_score([*common, place], rows), 200)
        np.testing.assert_array_equal(got, expected_rows)
        np.testing.assert_array_equal(scores, expected_scores)


def test_lookups_made_into_one_have_the_same_sum() -> None:
    generator = np.random.default_rng(1)
    codes, others = (generator.integers(-1, 5, 50) for _ in range(2))
    terms = [Lookup(KIND, each, generator.random(6, np.float32)) for each in (codes, others, codes)]
    terms.append(Linear(KIND, generator.random(50, np.float32), 2.0))
    assert len(fused(terms)) == 3
    np.testing.assert_allclose(every_score(fused(terms), 50), every_score(terms, 50), rtol=1e-6)


def test_what_is_unknown_stands_between_what_suits_and_what_does_not() -> None:
    column = np.array([0.9, np.nan, 0.0], np.float32)
    scores = every_score([Near(KIND, column, 0.9, 0.1, 0.2, against=True)], 3)
    assert scores.tolist() == pytest.approx([0.2, 0.0, -0.2], abs=1e-6)
