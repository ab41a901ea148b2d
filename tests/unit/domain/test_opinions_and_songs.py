"""Sources' words made into one, and songs told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.affect import Affect
from core.domain.opinions import DISAGREEMENT, RELIABILITY, by_weight, disagreement, fuse
from core.domain.same_song import is_same_song, joined, song_tag, without_repeats
from core.domain.track import Opinion, Service, Source, Track

points = st.builds(Affect, st.floats(-1, 1), st.floats(-1, 1))
opinions = st.lists(st.builds(Opinion, st.sampled_from(Source), points), min_size=1, max_size=6)

BRIGHT, DARK = Affect(0.8, 0.6), Affect(-0.6, -0.2)


@given(opinions)
def test_what_is_fused_lies_among_the_opinions(said):
    fused = fuse(said)
    for name in ("valence", "arousal"):
        values = [getattr(opinion.affect, name) for opinion in said]
        assert min(values) - 1e-9 <= getattr(fused, name) <= max(values) + 1e-9


@given(opinions)
def test_the_order_of_opinions_does_not_matter(said):
    assert fuse(said).distance(fuse(said[::-1])) < 1e-9


def test_the_more_reliable_source_counts_more():
    fused = fuse([Opinion(Source.SPOTIFY, BRIGHT), Opinion(Source.LASTFM, DARK)])
    assert fused.distance(BRIGHT) < fused.distance(DARK)
    share = RELIABILITY[Source.LASTFM] / (RELIABILITY[Source.LASTFM] + 1.0)
    assert fused.valence == pytest.approx(0.8 - share * 1.4)


def test_nobody_is_no_opinion():
    with pytest.raises(ValueError, match="at least one"):
        fuse([])


def test_disagreement_names_the_two_farthest_apart_the_weightier_first():
    tags, network = Opinion(Source.LASTFM, DARK), Opinion(Source.MUSIC_NETWORK, Affect(0, 0))
    spotify = Opinion(Source.SPOTIFY, BRIGHT)
    assert disagreement([tags, network, spotify]) == (spotify, tags)
    near = Affect(BRIGHT.valence, BRIGHT.arousal - DISAGREEMENT + 0.01)
    assert disagreement([spotify, Opinion(Source.RECCOBEATS, near)]) is None
    assert disagreement([spotify]) is None
    assert by_weight([tags, network, spotify]) == (spotify, network, tags)


SONG = Track("Take On Me", ("a-ha",), ids={Service.SPOTIFY: "s"}, isrc="USWB19902945")


@pytest.mark.parametrize(
    "other",
    [
        Track("Take on Me - 2015 Remaster", ("A-ha",)),
        Track("Take On Me (Live at Wembley)", ("a-ha",)),
        Track("Take On Me (feat. Somebody)", ("Somebody", "a-ha")),
        Track("Another spelling", ("AHA!",), isrc="USWB19902945"),
        Track("Anything", ids={Service.SPOTIFY: "s"}),
    ],
)
def test_takes_and_spellings_of_one_song_are_the_same(other):
    assert is_same_song(SONG, other)
    assert is_same_song(other, SONG)


@pytest.mark.parametrize(
    "other",
    [
        Track("Take On Me", ("Weezer",)),
        Track("Take On Me (Remix)", ("a-ha",)),
        Track("Take On Me"),
        Track("The Sun Always Shines on T.V.", ("a-ha",), isrc="USWB19902946"),
    ],
)
def test_other_songs_are_not(other):
    assert not is_same_song(SONG, other)


def test_what_both_know_is_joined_and_the_first_wins():
    more = Track(
        "Take On Me", ("a-ha",), year=1985, ids={Service.SPOTIFY: "x", Service.DEEZER: "d"}
    )
    both = joined(SONG, more)
    assert both.ids == {Service.SPOTIFY: "s", Service.DEEZER: "d"}
    assert (both.year, both.isrc) == (1985, SONG.isrc)


def test_each_song_stands_once_where_it_came_first():
    gold = Track("Gold", ("Spandau Ballet",))
    remaster = Track("Take On Me - Remastered", ("a-ha",), ids={Service.DEEZER: "d"})
    same_code = Track("Take on me!", ("AHA",), isrc=SONG.isrc, ids={Service.APPLE: "a"})
    kept = without_repeats([SONG, gold, remaster, same_code, gold])
    assert [track.title for track in kept] == ["Take On Me", "Gold"]
    assert set(kept[0].ids) == {Service.SPOTIFY, Service.DEEZER, Service.APPLE}


def test_tags_tell_songs_apart_and_fit_on_a_button():
    assert song_tag(SONG) == song_tag(Track("Take On Me - Remastered", ("A-ha",)))
    assert song_tag(SONG) != song_tag(Track("Take On Me", ("Weezer",)))
    assert len(song_tag(SONG)) == 8
