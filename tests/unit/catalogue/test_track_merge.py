from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.affect import Affect
from core.domain.music_reading import MusicMood
from core.domain.song_index import SongIndex
from core.domain.song_text import match_artist, match_key, title_keys
from core.domain.track import RatedTrack, Service, Track
from core.domain.track_merge import merged
from core.domain.track_table import (
    MOODS,
    UNKNOWN,
    SongFacts,
    TrackTable,
    TrackTableBuilder,
    counting,
)

SPELLINGS = ["Hello", "HELLO (Official Video)", "hello!", "Home", "Home (Remix)", "Über Nacht"]
TRACKS = st.builds(
    Track,
    title=st.sampled_from(SPELLINGS),
    artists=st.lists(st.sampled_from(["Anna", "anna", "Bert", "The Cats"]), max_size=2).map(tuple),
    year=st.none() | st.integers(1950, 2025),
    genre=st.none() | st.sampled_from(["pop", "rock", "fado"]),
    language=st.none() | st.sampled_from(["en", "pt"]),
    ids=st.dictionaries(
        st.sampled_from([Service.SPOTIFY, Service.DEEZER]), st.sampled_from(["1", "2", "3"])
    ),
)
SONGS = st.lists(
    st.builds(RatedTrack, TRACKS, st.builds(Affect, st.floats(-1, 1), st.floats(-1, 1)))
)
TABLES = st.lists(SONGS, max_size=4)


def first_known(values):
    return next((value for value in values if value is not None), None)


def built(*songs):
    builder = TrackTableBuilder()
    for track, affect, facts in songs:
        builder.add(track, affect, facts)
    return builder.build()


@settings(max_examples=60, deadline=None)
@given(TABLES)
def test_every_song_stands_once_with_all_that_was_told_of_it(tables):
    table = merged([TrackTable.of(songs) for songs in tables])
    groups = {}
    for rated in (rated for songs in tables for rated in songs):
        groups.setdefault(match_key(rated.track), []).append(rated)
    assert len(table) == len(groups)
    for row, told in enumerate(groups.values()):
        song, tracks = table.track(row), [rated.track for rated in told]
        assert song.track.title == tracks[0].title
        assert match_key(song.track) == match_key(tracks[0])
        credited = dict.fromkeys(map(match_artist, tracks[0].artists))
        assert list(map(match_artist, song.track.artists)) == list(credited)
        assert song.track.genre == first_known(track.genre for track in tracks)
        assert song.track.language == first_known(track.language for track in tracks)
        years = [track.year for track in tracks if track.year]
        assert song.track.year == (min(years) if years else None)
        assert set(song.track.ids) == {service for track in tracks for service in track.ids}
        for service, known in song.track.ids.items():
            assert known == first_known(track.ids.get(service) for track in tracks)
        mean = np.mean([(rated.affect.valence, rated.affect.arousal) for rated in told], axis=0)
        assert (song.affect.valence, song.affect.arousal) == pytest.approx(tuple(mean), abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(SONGS)
def test_merging_again_changes_nothing(songs):
    once = merged([TrackTable.of(songs)])
    for again in (merged([once]), merged([once, once])):
        assert again.genres == once.genres
        for field in fields(TrackTable):
            column = getattr(once, field.name)
            if isinstance(column, np.ndarray):
                np.testing.assert_array_equal(getattr(again, field.name), column, field.name)
        for row in range(len(once)):
            assert again.track(row) == once.track(row)


@settings(max_examples=40, deadline=None)
@given(TABLES)
def test_an_index_joined_of_parts_finds_what_each_part_finds(tables):
    parts = [merged([TrackTable.of(songs)]) for songs in tables]
    whole = merged(parts)
    index = SongIndex.joined([(part, SongIndex.of(part)) for part in parts], whole)
    assert (np.diff(index.names.astype(object)) >= 0).all()
    for part in parts:
        for row in range(len(part)):
            track = part.track(row).track
            for key in title_keys(track.title):
                found = [match_key(whole.track(at).track) for at in index.titled(key)]
                assert found.count(match_key(track)) == 1
            for service, known in track.ids.items():
                found = [whole.track(at).track for at in index.with_id(service.value, known)]
                assert match_key(track) in map(match_key, found)
    assert index.titled("no such title") == index.with_id("spotify", "no") == []


@settings(max_examples=40, deadline=None)
@given(TABLES)
def test_of_a_song_in_several_tables_the_first_one_counts(tables):
    parts = [merged([TrackTable.of(songs)]) for songs in tables]
    seen = set()
    for part, counts in zip(parts, counting(parts), strict=True):
        assert counts.tolist() == [key not in seen for key in part.song_key.tolist()]
        seen |= set(part.song_key.tolist())


def test_numbers_are_averaged_over_those_who_told_them_and_moods_are_the_first():
    calm, tense = MOODS.index(MusicMood.CALM), MOODS.index(MusicMood.TENSE)
    song, nan = Track("Hello", ("Anna",)), np.nan
    table = merged(
        [
            built((song, Affect(0, 0), SongFacts(0.5, nan, (120, nan, 0.2, nan, nan)))),
            built((song, Affect(0, 0), SongFacts(nan, 0.4, (100, nan, nan, 0.1, nan), calm))),
            built((song, Affect(0, 0), SongFacts(0.1, 0.2, mood=tense))),
        ]
    )
    assert table.dominance[0] == pytest.approx(0.3)
    assert table.popularity[0] == pytest.approx(0.3)
    np.testing.assert_allclose(table.sound[:, 0], np.float32([110, nan, 0.2, 0.1, nan]))
    assert table.mood[0] == calm


def test_more_words_than_there_are_codes_are_unknown():
    def with_genres(first, last):
        return TrackTable.of(
            [
                RatedTrack(Track(f"Song {number}", ("Anna",), genre=f"g{number}"), Affect(0, 0))
                for number in range(first, last)
            ]
        )

    table = merged([with_genres(0, 20_000), with_genres(20_000, 40_000)])
    known = table.genre != UNKNOWN
    assert known.sum() == len(table.genres) == 2**15 - 1
    for row in (0, 32_766, 32_767, 39_999):
        assert table.track(row).track.genre == (f"g{row}" if known[row] else None)
