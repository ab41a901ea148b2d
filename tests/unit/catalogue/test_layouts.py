from __future__ import annotations

import numpy as np
import pytest

from core.domain.catalogue_import import CatalogueLayout
from core.domain.errors import ErrorCode, OperationError
from core.domain.music_reading import MusicMood
from core.domain.track import Service
from core.domain.track_table import MOODS, UNKNOWN, SoundFeature
from tests.fakes.catalogue_files import (
    DEEZER,
    KAGGLE,
    MUSE,
    OWN,
    QUADRANTS,
    TIDY,
    read,
    songs_of,
    write_rows,
)

LAYOUTS = {
    CatalogueLayout.MUSE: MUSE,
    CatalogueLayout.SPOTIFY: TIDY,
    CatalogueLayout.DEEZER: DEEZER,
    CatalogueLayout.QUADRANTS: QUADRANTS,
    CatalogueLayout.MOODMIX: OWN,
}


@pytest.fixture
def imported(tmp_path):
    def import_rows(*rows):
        return read(write_rows(tmp_path / "songs.csv", *rows))

    return import_rows


def only_song(file):
    (song,) = songs_of(file)
    return song.track, (pytest.approx(song.affect.valence), pytest.approx(song.affect.arousal))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_header_tells_the_layout_whatever_its_order_and_capitals(imported, layout):
    row = dict(reversed(LAYOUTS[layout].items()))
    shouted = {f" {name.upper()} ": value for name, value in row.items()}
    file = imported(shouted)
    assert (file.layout, file.rows, file.bad_rows) == (layout, 1, 0)


def test_norms_from_1_to_9_become_the_plane(imported):
    file = imported(MUSE)
    track, affect = only_song(file)
    assert (track.title, track.artists, track.genre) == ("St. Anger", ("Metallica",), "metal")
    assert track.ids == {Service.SPOTIFY: "3fjzfM4VcDX7a8uUCGNxJE"}
    assert affect == ((3.71 - 5) / 4, (5.83 - 5) / 4)
    assert file.songs.dominance[0] == pytest.approx((5.42 - 5) / 4)


def test_norms_below_1_are_cut_off(imported):
    _, affect = only_song(imported(MUSE | {"valence_tags": "0.23", "arousal_tags": "9"}))
    assert affect == (-1.0, 1.0)


def test_spotify_features_become_the_plane_with_energy_for_arousal(imported):
    file = imported(TIDY)
    track, affect = only_song(file)
    assert (track.artists, track.year, track.genre) == (("Ed Sheeran",), 2019, "pop")
    assert affect == (2 * 0.518 - 1, 2 * 0.916 - 1)
    assert file.songs.popularity[0] == pytest.approx(0.66)
    assert file.songs.sound[:, 0] == pytest.approx([122.036, 0.916, 0.748, 0.102, 0.0])


def test_lists_of_artists_are_taken_apart(imported):
    track, _ = only_song(imported(KAGGLE))
    assert track.artists == ("Rage Against The Machine", "Zack's Friends")
    assert track.year == 1999


@pytest.mark.parametrize(
    ("credit", "artists"),
    [
        ("Tyler, The Creator", ("Tyler, The Creator",)),
        ("Ana Vilela;Some One", ("Ana Vilela", "Some One")),
        ("[:SITD:]", ("[:SITD:]",)),
        ("['AC\\DC', 'A', 'A']", ("ACDC", "A")),
        ('["Beyonc\u00e9", "JAY-Z"]', ("Beyoncé", "JAY-Z")),
    ],
)
def test_credits_are_read_as_they_are_written(imported, credit, artists):
    track, _ = only_song(imported(KAGGLE | {"artists": credit}))
    assert track.artists == artists


def test_deviations_reach_the_edge_at_two(imported):
    track, affect = only_song(imported(DEEZER))
    assert track.ids == {Service.DEEZER: "213754"}
    assert affect == (-0.34, 1.0)


def test_quadrants_are_moods(imported):
    moods = [
        imported(QUADRANTS | {"label_quadrant": label}).songs.mood[0]
        for label in ("Q1_Happy", "Q2_Angry", "Q3_Sad", "Q4_Relaxed", "?")
    ]
    assert [MOODS[mood] for mood in moods[:-1]] == [
        MusicMood.HAPPY,
        MusicMood.TENSE,
        MusicMood.DEPRESSED,
        MusicMood.CALM,
    ]
    assert moods[-1] == UNKNOWN


def test_our_own_columns_hold_everything(imported):
    file = imported(OWN)
    track, affect = only_song(file)
    assert (track.artists, track.year, track.language) == (("Queen", "David Bowie"), 1981, "en")
    assert (track.isrc, track.ids[Service.SPOTIFY]) == ("GBCEE8100022", "2fuCquhmrzHpu5xcA1ci9x")
    assert affect == (0.2, 0.45)
    table = file.songs
    assert (table.dominance[0], MOODS[table.mood[0]]) == (-0.5, MusicMood.EXCITED)
    assert table.popularity[0] == pytest.approx(0.8)
    assert table.sound[SoundFeature.TEMPO_BPM, 0] == 114


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("year", "soon"),
        ("year", "0"),
        ("year", "20190614"),
        ("language", "english"),
        ("genre", ""),
        ("genre", "x" * 61),
        ("ids", "spotify nothing:1 :"),
    ],
)
def test_a_word_that_a_song_can_do_without_is_unknown_where_it_is_wrong(imported, column, value):
    track, _ = only_song(imported({**OWN, "ids": "", column: value}))
    assert (getattr(track, column) or None) is None


@pytest.mark.parametrize("value", ["", "fast", "nan", "inf", "-1", "1000"])
def test_a_number_that_a_song_can_do_without_is_unknown_where_it_is_wrong(imported, value):
    broken = dict.fromkeys(("dominance", "popularity", "tempo_bpm"), value)
    table = imported({**OWN, **broken, "dominance": value or "2"}).songs
    assert table.sound[SoundFeature.TEMPO_BPM, 0] != table.sound[SoundFeature.TEMPO_BPM, 0]
    assert np.isnan(table.popularity[0])
    assert np.isnan(table.dominance[0]) == (value != "-1")


@pytest.mark.parametrize(
    ("row", "column", "value", "reason"),
    [
        (TIDY, "valence", "", "it has no valence"),
        (TIDY, "valence", "high", "its valence is no number"),
        (TIDY, "valence", "nan", "its valence nan is not between 0 and 1"),
        (TIDY, "energy", "1.2", "its arousal 1.2 is not between 0 and 1"),
        (MUSE, "arousal_tags", "9.5", "its arousal 9.5 is not between 0 and 9"),
        (DEEZER, "valence", "1e9", "its valence 1e+09 is not between -10 and 10"),
        (OWN, "arousal", "-1.01", "its arousal -1.01 is not between -1 and 1"),
        (OWN, "title", "  ", "it has no title"),
        (OWN, "artists", " ; ", "it has no artist"),
        (OWN, "title", "x" * 501, "its title is longer than 500 characters"),
        (OWN, "artists", ";".join("ab" * 60), "it has more than 50 artists"),
        (OWN, "title", "a\0b", "its title is no UTF-8 text"),
    ],
)
def test_a_line_that_is_no_song_is_told_with_its_number(imported, row, column, value, reason):
    file = imported(row, {**row, column: value}, row)
    assert (file.rows, file.bad_rows) == (2, 1)
    (bad,) = file.bad_lines
    assert (bad.number, bad.reason) == (3, reason)


def test_what_r_writes_for_nothing_is_no_song_and_na_alone_may_be_one(imported):
    file = imported(TIDY, TIDY | {"track_name": "NA", "track_artist": "NA"})
    assert [bad.reason for bad in file.bad_lines] == ["it has neither title nor artist"]
    track, _ = only_song(imported(TIDY | {"track_name": "NA"}))
    assert track.title == "NA"


@pytest.mark.parametrize("missing", ["track_name", "track_artist", "valence", "energy"])
def test_a_header_of_no_layout_says_what_was_looked_for(imported, missing):
    row = {name: value for name, value in TIDY.items() if name != missing}
    with pytest.raises(OperationError) as refused:
        imported(row)
    assert refused.value.code is ErrorCode.CATALOGUE_UNKNOWN
    assert "danceability" in refused.value.params["found"]
    for wanted in ("valence_tags", "track_artist", "dzr_sng_id", "title", "energy"):
        assert wanted in refused.value.params["known"]
