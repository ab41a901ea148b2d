from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.affect import Affect
from core.domain.errors import ErrorCode, OperationError
from core.domain.music_reading import MusicMood
from core.domain.text_column import TextColumn
from core.domain.track import OwnFile, RatedTrack, Service, Track
from core.domain.track_links import search_links
from core.domain.track_table import (
    MOODS,
    UNKNOWN,
    SongFacts,
    SoundFeature,
    TrackTable,
    TrackTableBuilder,
)
from core.storage.table_folder import open_table, save_table

TEXTS = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "), max_size=20)
NAMES = TEXTS.filter(str.strip)
TRACKS = st.builds(
    Track,
    title=NAMES,
    artists=st.lists(st.text("abcdefgé ", min_size=1).filter(str.strip), max_size=3).map(tuple),
    year=st.none() | st.integers(1900, 2100),
    genre=st.none() | st.sampled_from(["pop", "rock", "fado"]),
    language=st.none() | st.sampled_from(["en", "pt"]),
    isrc=st.none() | st.just("GBUM71029604"),
    ids=st.dictionaries(st.sampled_from(list(Service)), st.text("abc:19", min_size=1), max_size=2),
)
COORDINATES = st.floats(-1, 1, width=32)
SONGS = st.lists(st.builds(RatedTrack, TRACKS, st.builds(Affect, COORDINATES, COORDINATES)))

DUET = Track("Under Pressure", ("Queen", "David Bowie"), 1981, "rock", "en")
REMASTER = Track("UNDER PRESSURE - Remastered 2011", ("The Queen",))
FADO = Track("Uma Casa Portuguesa", ("Amália Rodrigues",), 1953, "fado", "pt")
UNSIGNED = Track("Greensleeves")


def table_of(*tracks):
    return TrackTable.of([RatedTrack(track, Affect(0.25, -0.5)) for track in tracks])


@settings(max_examples=20, deadline=None)
@given(SONGS)
def test_a_saved_table_gives_back_its_songs(tmp_path_factory, songs):
    folder = tmp_path_factory.mktemp("tables") / "songs"
    made = TrackTable.of(songs)
    save_table(made, folder)
    opened = open_table(folder)
    assert len(opened) == len(songs)
    spelled = {}
    for row, song in enumerate(songs):
        kept = opened.track(row)
        assert kept.affect == song.affect
        names = [spelled.setdefault(opened.artist_code(name), name) for name in song.track.artists]
        expected = replace(song.track, artists=tuple(dict.fromkeys(names)))
        assert replace(kept.track, links={}) == expected
        assert kept.track.links == search_links(kept.track)
    for field in fields(TrackTable):
        column = getattr(made, field.name)
        if isinstance(column, np.ndarray):
            again = getattr(opened, field.name)
            assert again.dtype == column.dtype
            np.testing.assert_array_equal(again, column)


def test_objects_come_back_as_they_were_put_in(tmp_path):
    song = replace(FADO, file=OwnFile(7, tmp_path / "a.mp3"), preview_url="https://p.example/a")
    assert table_of(DUET, song).track(1).track is song


def test_columns_hold_what_ranking_reads():
    table = table_of(DUET, REMASTER, FADO, UNSIGNED)
    assert table.valence.tolist() == [0.25] * 4
    assert table.year.tolist() == [1981, 0, 1953, 0]
    assert [table.genres[code] if code != UNKNOWN else None for code in table.genre] == [
        "rock",
        None,
        "fado",
        None,
    ]
    assert [table.languages[code] for code in table.language if code != UNKNOWN] == ["en", "pt"]
    queen, bowie = table.artist_code("queen"), table.artist_code("DAVID BOWIE")
    assert table.lead_artist.tolist() == [queen, queen, table.artist_code("amalia rodrigues"), -1]
    assert table.artist_codes[: table.artist_starts[1]].tolist() == [queen, bowie]
    assert table.artist_names[queen] == "Queen"
    assert table.artist_code("Abba") == UNKNOWN
    assert np.isnan(table.sound).all()
    assert table.mood.tolist() == [UNKNOWN] * 4


def test_spellings_of_one_song_share_a_key_in_any_table():
    one, other = table_of(DUET, FADO), table_of(REMASTER)
    assert one.song_key[0] == other.song_key[0] != one.song_key[1]


def test_facts_of_a_song_are_kept_in_their_units():
    builder = TrackTableBuilder()
    facts = SongFacts(0.5, 0.25, (120.0, 0.9, 0.8, 0.1, np.nan), MOODS.index(MusicMood.CALM))
    builder.add(FADO, Affect(0.1, 0.2), facts)
    builder.add(DUET, Affect(0.1, 0.2))
    table = builder.build()
    assert table.sound[SoundFeature.TEMPO_BPM, 0] == 120.0
    assert table.sound[SoundFeature.ACOUSTICNESS, 0] == np.float32(0.1)
    assert (table.dominance[0], table.popularity[0]) == (0.5, 0.25)
    assert MOODS[table.mood[0]] is MusicMood.CALM
    assert np.isnan([table.dominance[1], table.popularity[1], *table.sound[:, 1]]).all()


def test_an_id_with_a_blank_and_a_year_out_of_range_are_unknown(tmp_path):
    odd = replace(FADO, ids={Service.SPOTIFY: "a b", Service.DEEZER: "3"}, year=99999)
    save_table(table_of(odd), tmp_path / "odd")
    track = open_table(tmp_path / "odd").track(0).track
    assert (track.ids, track.year) == ({Service.DEEZER: "3"}, None)


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1), st.data())
def test_texts_can_be_read_and_taken_in_any_order(texts, data):
    column = TextColumn.of(texts)
    rows = data.draw(st.lists(st.integers(0, len(texts) - 1)))
    assert [column[row] for row in range(len(column))] == texts
    taken = column.take(np.array(rows, np.int64))
    assert [taken[row] for row in range(len(taken))] == [texts[row] for row in rows]


def test_half_a_surrogate_pair_is_no_text():
    assert TextColumn.of(["a\ud800b"])[0] == "a?b"


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "year.npy").unlink(),
        lambda folder: (folder / "year.npy").write_bytes(b"\x93NUMPY"),
        lambda folder: (folder / "valence.npy").write_bytes(b""),
        lambda folder: np.save(folder / "year.npy", np.zeros(3, np.int16)),
        lambda folder: np.save(folder / "sound.npy", np.zeros((2, 2), np.float32)),
        lambda folder: (folder / "words.json").write_text("{}"),
        lambda folder: (folder / "words.json").write_text("no"),
    ],
)
def test_a_damaged_folder_is_refused(tmp_path, damage):
    folder = tmp_path / "songs"
    save_table(table_of(DUET, FADO), folder)
    damage(folder)
    with pytest.raises(OperationError) as refused:
        open_table(folder)
    assert refused.value.code is ErrorCode.FILE_NOT_READABLE


def test_a_folder_that_is_there_is_not_written_over(tmp_path):
    save_table(table_of(DUET), tmp_path / "songs")
    with pytest.raises(OperationError) as refused:
        save_table(table_of(FADO), tmp_path / "songs")
    assert refused.value.code is ErrorCode.FILE_NOT_WRITABLE
    assert open_table(tmp_path / "songs").titles[0] == DUET.title
