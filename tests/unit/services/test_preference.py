from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.affect import Affect
from core.domain.judgement import Judgement
from core.domain.mix import Verdict
from core.domain.track import RatedTrack
from core.domain.track_table import song_hash
from core.services.preference import Preference
from core.services.traits import Trait, TraitKind, decade_shares, genre_family
from tests.fakes.songs import rated

MIDDLE = Affect(0.0, 0.0)
ROCK = rated("Rock", "Ann", 0.1, 0.1, year=1985, genre="rock", language="en")
POP = rated("Pop", "Ben", 0.1, 0.1, year=1985, genre="pop", language="en")
METAL = rated("Metal", "Cy", -0.4, 0.9, year=1995, genre="metal", language="de")

songs = st.builds(
    rated,
    st.text("abc", min_size=1, max_size=3),
    st.sampled_from(["Ana", "Bo", "Cy"]),
    st.floats(-1, 1),
    st.floats(-1, 1),
    year=st.none() | st.integers(1950, 2025),
    genre=st.none() | st.sampled_from(["pop", "k-pop", "rock"]),
    language=st.none() | st.sampled_from(["en", "fr"]),
)
judgements = st.lists(
    st.builds(Judgement, songs, st.just(MIDDLE), st.sampled_from(Verdict), st.booleans()),
    max_size=12,
)


def said(song: RatedTrack, verdict: Verdict, times: int = 1) -> list[Judgement]:
    return [Judgement(song, MIDDLE, verdict)] * times


def worth(preference: Preference, song: RatedTrack) -> float:
    return sum(preference.parts(song, MIDDLE).values())


def test_who_has_rated_nothing_prefers_nothing() -> None:
    assert Preference.learned([], [1], {song_hash(ROCK.track): 0.4}) == Preference()
    assert worth(Preference(), ROCK) == 0


def test_what_was_liked_gains_and_what_was_not_loses() -> None:
    preference = Preference.learned([*said(ROCK, Verdict.UP, 3), *said(POP, Verdict.DOWN, 3)], [1])
    assert worth(preference, ROCK) > 0.2
    assert worth(preference, POP) < -0.2
    assert (
        preference.of_kind(TraitKind.GENRE)["rock"] > 0 > preference.of_kind(TraitKind.GENRE)["pop"]
    )


def test_more_thumbs_say_more() -> None:
    once, often = (
        Preference.learned([*said(ROCK, Verdict.UP, n), *said(POP, Verdict.DOWN, n)], [1])
        for n in (1, 8)
    )
    assert worth(often, ROCK) > worth(once, ROCK) > 0


def test_a_verdict_on_the_whole_mix_says_less_than_one_on_the_track() -> None:
    def liked(*, of_mix: bool) -> float:
        told = [Judgement(ROCK, MIDDLE, Verdict.UP, of_mix), *said(POP, Verdict.DOWN)]
        return worth(Preference.learned(told, [1]), ROCK)

    assert liked(of_mix=False) > liked(of_mix=True) > 0


@pytest.mark.parametrize("verdict", list(Verdict))
def test_whom_everything_or_nothing_pleases_has_hardly_a_preference(verdict: Verdict) -> None:
    preference = Preference.learned(
        [Judgement(s, MIDDLE, verdict) for s in (ROCK, POP, METAL) * 7], [1]
    )
    apart = [worth(preference, song) for song in (ROCK, POP, METAL)]
    assert max(apart) - min(apart) < 0.15


def test_a_taste_carries_over_to_other_songs_of_its_kind() -> None:
    preference = Preference.learned([*said(POP, Verdict.UP, 4), *said(ROCK, Verdict.DOWN, 4)], [1])
    k_pop = rated("Other", "Dee", 0.1, 0.1, year=2015, genre="k-pop", language="ko")
    unlike = rated("Other", "Dee", 0.1, 0.1, year=2015, genre="jazz", language="ko")
    assert worth(preference, k_pop) > worth(preference, unlike)


def test_what_others_think_counts_for_the_song_itself() -> None:
    told = said(ROCK, Verdict.UP)
    alone, with_crowd = (
        Preference.learned(told, [1], crowd) for crowd in ({}, {song_hash(POP.track): 0.3})
    )
    assert worth(with_crowd, POP) == pytest.approx(worth(alone, POP) + 0.3)
    assert worth(with_crowd, METAL) == worth(alone, METAL)


@given(judgements, st.integers(0, 9))
def test_the_same_verdicts_and_seed_give_the_same_preference(
    told: Sequence[Judgement], seed: int
) -> None:
    assert Preference.learned(told, [seed]) == Preference.learned(told, [seed])


@given(judgements, songs)
def test_nothing_is_believed_of_what_was_never_rated(
    told: Sequence[Judgement], song: RatedTrack
) -> None:
    preference = Preference.learned(told, [1])
    for kind, value in (
        (TraitKind.GENRE, song.track.genre),
        (TraitKind.LANGUAGE, song.track.language),
    ):
        if value not in {getattr(each.rated.track, kind.value) for each in told}:
            assert Trait(kind, str(value)) not in preference.weights


def test_another_seed_tries_something_else_but_not_much() -> None:
    told = [*said(ROCK, Verdict.UP, 3), *said(POP, Verdict.DOWN, 3)]
    draws = [worth(Preference.learned(told, [seed]), ROCK) for seed in range(20)]
    assert len(set(draws)) == len(draws)
    assert all(0 < draw < 1.5 for draw in draws)


@pytest.mark.parametrize(
    ("year", "shares"),
    [
        (1985, {"1980": 1.0}),
        (1990, {"1980": 0.5, "1990": 0.5}),
        (1999, {"1990": 0.6, "2000": 0.4}),
    ],
)
def test_a_year_belongs_to_the_decades_around_it(year: int, shares: dict[str, float]) -> None:
    assert decade_shares(year) == pytest.approx(shares)


@pytest.mark.parametrize(
    ("genre", "family"),
    [("rock", "rock"), ("k-pop", "pop"), ("italian pop", "pop"), ("---", "---")],
)
def test_a_genres_family_is_its_last_word(genre: str, family: str) -> None:
    assert genre_family(genre) == family
