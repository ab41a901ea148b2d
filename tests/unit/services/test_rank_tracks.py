from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.affect import Affect
from core.domain.mix import MIX_LENGTH, ReasonKind
from core.domain.track import RatedTrack, Track
from core.services.rank_tracks import rank_tracks, taste_of
from tests.fakes.songs import rated

CATALOGUE = [
    rated("Someone Like You", "Adele", -0.6, -0.3, year=2011, genre="pop", language="en"),
    rated("Hello", "Adele", -0.5, -0.1, year=2015, genre="pop", language="en"),
    rated("Fast Car", "Tracy Chapman", -0.3, -0.2, year=1988, genre="folk", language="en"),
    rated("Hallelujah", "Jeff Buckley", -0.5, -0.5, year=1994, genre="rock", language="en"),
    rated("Uptown Funk", "Mark Ronson", 0.8, 0.8, year=2014, genre="funk", language="en"),
    rated("Happy", "Pharrell Williams", 0.9, 0.6, year=2013, genre="soul", language="en"),
    rated("La Vie en rose", "Édith Piaf", 0.5, -0.3, year=1947, genre="chanson", language="fr"),
    rated("Gymnopédie No. 1", "Erik Satie", 0.0, -0.9, year=1888, genre="classical"),
]
UNKNOWN = Track("Something New", ("Nobody",))

unit = st.floats(-1, 1, allow_nan=False)
points = st.builds(Affect, unit, unit)
catalogues = st.lists(
    st.builds(
        rated,
        st.text("abcdefgh", min_size=1, max_size=4),
        st.sampled_from(["Ana", "Bo", "Cy", "Di", "Ed", "Flo"]),
        unit,
        unit,
        year=st.none() | st.integers(1950, 2025),
        genre=st.none() | st.sampled_from(["pop", "rock"]),
        language=st.none() | st.sampled_from(["en", "fr"]),
    ),
    max_size=20,
)


def titles(target: Affect, seed: Track = UNKNOWN, length: int = MIX_LENGTH) -> list[str]:
    ranked = rank_tracks(CATALOGUE, target, seed, length=length)
    return [recommendation.track.title for recommendation in ranked]


def test_the_mood_comes_first() -> None:
    assert titles(Affect(0.9, 0.55), length=2) == ["Happy", "Uptown Funk"]
    assert titles(Affect(0.0, -0.9), length=1) == ["Gymnopédie No. 1"]


def test_the_seed_itself_is_never_recommended_however_it_is_spelled() -> None:
    seed = Track("HAPPY (Official Video)", ("Pharrell Williams",))
    assert "Happy" not in titles(Affect(0.9, 0.6), seed, length=len(CATALOGUE))


def test_one_artist_has_one_place() -> None:
    assert len({"Someone Like You", "Hello"} & set(titles(Affect(-0.55, -0.2)))) == 1


def test_taste_decides_between_equal_moods() -> None:
    pair = [
        rated("Rock One", "A", 0.5, 0.5, genre="rock", language="en", year=1975),
        rated("Pop One", "B", 0.5, 0.5, genre="pop", language="en", year=1975),
    ]
    seed = Track("X", ("C",), genre="pop", year=1976)
    first = rank_tracks(pair, Affect(0.5, 0.5), seed)[0]
    assert first.track.title == "Pop One"
    assert {reason.kind for reason in first.reasons} == {
        ReasonKind.MOOD,
        ReasonKind.GENRE,
        ReasonKind.ERA,
    }


def test_an_artists_other_songs_tell_the_seeds_genre_and_language() -> None:
    taste = taste_of(Track("Rolling in the Deep", ("Adele",)), CATALOGUE)
    assert (taste.genre, taste.language) == ("pop", "en")


def test_era_fades_with_the_years_between() -> None:
    def era_part(year: int) -> float:
        seed = Track("X", ("Y",), year=year)
        (recommendation,) = rank_tracks([rated("T", "A", 0, 0, year=1980)], Affect(0, 0), seed)
        return sum(r.contribution for r in recommendation.reasons if r.kind is ReasonKind.ERA)

    assert era_part(1980) > era_part(1985) > era_part(1994) > era_part(1996) == 0


@given(catalogues, points, st.integers(1, 8))
def test_laws_of_a_ranking(candidates: list[RatedTrack], target: Affect, length: int) -> None:
    seed = Track("a", ("Ana",), genre="pop", language="en", year=1990)
    ranked = rank_tracks(candidates, target, seed, length=length)
    scores = [recommendation.score for recommendation in ranked]
    leads = [recommendation.track.artists[0] for recommendation in ranked]
    assert len(ranked) <= length
    assert scores == sorted(scores, reverse=True)
    assert len(leads) == len(set(leads))
    assert all(r.track.title != "a" or r.track.artists != ("Ana",) for r in ranked)
    assert ranked == rank_tracks(candidates, target, seed, length=length)
    for recommendation in ranked:
        parts = [reason.contribution for reason in recommendation.reasons]
        assert recommendation.score == pytest.approx(sum(parts))
        assert parts == sorted(parts, reverse=True)
        assert 0 < recommendation.score <= 1
