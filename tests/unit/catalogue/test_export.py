from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.affect import Affect
from core.domain.errors import ErrorCode, OperationError
from core.domain.track import Service, Track
from core.domain.track_merge import merged
from core.domain.track_table import MOODS, UNKNOWN, SongFacts, TrackTable, TrackTableBuilder
from core.providers.catalogue.export import write_catalogue
from tests.fakes.catalogue_files import read

WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=20).map(
    lambda text: " ".join(text.split())
)
NAMES = WORDS.filter(lambda text: text and ";" not in text and not text.startswith("["))
SHARES = st.floats(0, 1, width=32) | st.just(np.nan)
SONGS = st.tuples(
    st.builds(
        Track,
        title=WORDS.filter(bool),
        artists=st.lists(NAMES, min_size=1, max_size=3, unique=True).map(tuple),
        year=st.none() | st.integers(1900, 2100),
        genre=st.none() | st.sampled_from(["pop", "r&b", 'a "b"', "x,y"]),
        language=st.none() | st.sampled_from(["en", "pt"]),
        isrc=st.none() | st.just("GBUM71029604"),
        ids=st.dictionaries(st.sampled_from(list(Service)), st.text("abc19", min_size=1)),
    ),
    st.builds(Affect, st.floats(-1, 1), st.floats(-1, 1)),
    st.builds(
        SongFacts,
        dominance=st.floats(-1, 1) | st.just(np.nan),
        popularity=SHARES,
        sound=st.tuples(SHARES.map(lambda share: share * 200), SHARES, SHARES, SHARES, SHARES),
        mood=st.integers(UNKNOWN, len(MOODS) - 1),
    ),
)


def table_of(songs):
    builder = TrackTableBuilder()
    for track, affect, facts in songs:
        builder.add(track, affect, facts)
    return merged([builder.build()])


@settings(max_examples=25, deadline=None)
@given(st.lists(SONGS, min_size=1, max_size=6), st.sampled_from(["songs.csv", "songs.csv.gz"]))
def test_what_is_written_is_read_back_as_it_was(tmp_path_factory, songs, name):
    path = tmp_path_factory.mktemp("exports") / name
    table = table_of(songs)
    assert write_catalogue([table], path) == len(table)
    file = read(path)
    assert (file.rows, file.bad_rows) == (len(table), 0)
    for row in range(len(table)):
        one, other = table.track(row), file.songs.track(row)
        assert replace(other.track, links={}) == replace(one.track, links={})
    for field in fields(TrackTable):
        column = getattr(table, field.name)
        if isinstance(column, np.ndarray) and field.name not in {"genre", "language"}:
            np.testing.assert_array_equal(getattr(file.songs, field.name), column, field.name)
    again = path.with_name(f"again-{name}")
    write_catalogue([file.songs], again)
    assert again.read_bytes() == path.read_bytes()


def test_the_starter_catalogue_is_written_and_read_back(tmp_path, starter):
    path = tmp_path / "starter.csv"
    assert write_catalogue([*starter.tables(), *starter.tables()], path) == len(starter.tracks())
    file = read(path)
    assert (file.rows, file.bad_rows) == (len(starter.tracks()), 0)
    for row, rated in enumerate(starter.tracks()):
        kept = file.songs.track(row)
        assert kept.track.title == rated.track.title
        assert kept.track.year == rated.track.year
        expected = (rated.affect.valence, rated.affect.arousal)
        assert (kept.affect.valence, kept.affect.arousal) == pytest.approx(expected)


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left_lying(tmp_path, starter):
    (tmp_path / "folder.csv").mkdir()
    for path in (tmp_path / "folder.csv", tmp_path / "nowhere" / "songs.csv"):
        with pytest.raises(OperationError) as refused:
            write_catalogue(starter.tables(), path)
        assert refused.value.code is ErrorCode.FILE_NOT_WRITABLE
    assert [place.name for place in tmp_path.iterdir()] == ["folder.csv"]
