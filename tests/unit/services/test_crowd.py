from __future__ import annotations

import numpy as np

from core.domain.affect import Affect
from core.domain.judgement import Judgement, Vote
from core.domain.mix import Verdict
from core.domain.track import RatedTrack, Track
from core.domain.track_table import song_hash
from core.services.crowd import PEOPLE, TOGETHER, WEIGHT, Crowd

SONGS = [Track(f"Song {n}", (f"Artist {n}",)) for n in range(12)]


def two_camps(people: int, each: int = 9) -> list[Vote]:
    """Half of the people like the even songs and not the odd ones, the others the reverse."""
    generator = np.random.default_rng(1)
    return [
        Vote(rater, SONGS[n], Verdict.UP if n % 2 == rater % 2 else Verdict.DOWN)
        for rater in range(people)
        for n in generator.choice(len(SONGS), each, replace=False)
    ]


def judgement(song: Track, verdict: Verdict = Verdict.UP, *, of_mix: bool = False) -> Judgement:
    middle = Affect(0, 0)
    return Judgement(RatedTrack(song, middle), middle, verdict, of_mix)


def test_those_who_think_alike_recommend_their_songs() -> None:
    expected = Crowd.learned(two_camps(40)).expected([judgement(SONGS[0]), judgement(SONGS[2])])
    for n in range(3, 12):
        told = expected[song_hash(SONGS[n])]
        assert 0 < (told if n % 2 == 0 else -told) <= WEIGHT


def test_what_one_has_rated_oneself_is_not_told_again() -> None:
    expected = Crowd.learned(two_camps(40)).expected([judgement(SONGS[0])])
    assert song_hash(SONGS[0]) not in expected


def test_it_is_silent_until_there_are_enough_people() -> None:
    told = [judgement(SONGS[0])]
    assert Crowd.learned(two_camps(PEOPLE - 1)).expected(told) == {}
    assert Crowd.learned(two_camps(PEOPLE)).expected(told) != {}


def test_a_pair_that_too_few_have_rated_is_not_told() -> None:
    rare, asked = Track("Rare", ("Somebody",)), Track("Asked", ("Somebody else",))

    def both(raters: int) -> dict[int, float]:
        votes = two_camps(40)
        for rater in range(raters):
            votes += [Vote(rater, song, Verdict.UP) for song in (rare, asked)]
        return Crowd.learned(votes).expected([judgement(asked)])

    assert song_hash(rare) not in both(TOGETHER - 1)
    assert both(TOGETHER)[song_hash(rare)] > 0


def test_a_verdict_on_a_whole_mix_says_nothing_about_a_song() -> None:
    assert Crowd.learned(two_camps(40)).expected([judgement(SONGS[0], of_mix=True)]) == {}


def test_nobody_has_rated_anything() -> None:
    assert Crowd.learned([]).expected([judgement(SONGS[0])]) == {}
