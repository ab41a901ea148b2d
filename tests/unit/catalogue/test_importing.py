from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from core.domain.catalogue_import import ImportChange, IndexedSongs
from core.domain.errors import ErrorCode, OperationError
from core.domain.track import Track
from core.domain.track_table import UNKNOWN, TrackTable
from core.providers.catalogue.csv_file import CsvCatalogues
from core.services.import_catalogue import CatalogueImporter
from core.storage import import_shelf
from core.storage.import_shelf import FolderShelf
from tests.fakes.catalogue_files import DEEZER, MUSE, OWN, TIDY, write_rows

HELLO = {**TIDY, "track_name": "Hello", "track_artist": "Adele"}


class World:
    """A shelf, and files to bring to it."""

    def __init__(self, folder):
        self.folder = folder
        self.shelf = FolderShelf(folder / "catalogue")
        self._now = datetime(2026, 11, 21, tzinfo=UTC)
        self.importer = CatalogueImporter(CsvCatalogues(), self.shelf, self.clock)

    def clock(self):
        self._now += timedelta(seconds=1)
        return self._now

    def bring(self, name, *rows):
        path = write_rows(self.folder / f"{name}.csv", *rows)
        return self.importer.bring(path, name, lambda _: None)

    def titles(self):
        table = self.shelf.open().songs.table
        return [table.titles[row] for row in range(len(table))]

    def files(self):
        places = (self.folder / "catalogue").rglob("*")
        return {path: path.stat().st_mtime_ns for path in places if path.is_file()}


@pytest.fixture
def world(tmp_path):
    return World(tmp_path)


def test_a_shelf_nobody_has_put_anything_on_is_empty_and_makes_no_folder(world):
    shelf = world.shelf.open()
    assert (shelf.version, shelf.imports, len(shelf.songs.table)) == (0, (), 0)
    assert not (world.folder / "catalogue").exists()


def test_imports_are_kept_and_read_back(world):
    report = world.bring("mine", OWN, {**OWN, "title": "Hello"}, {**OWN, "title": ""})
    assert (report.change, report.total) == (ImportChange.ADDED, 2)
    assert [bad.number for bad in report.bad_lines] == [4]
    shelf = world.shelf.open()
    assert shelf.imports == (report.imported,)
    assert (report.imported.rows, report.imported.songs, report.imported.bad_rows) == (2, 2, 1)
    assert world.titles() == ["Under Pressure", "Hello"]


def test_importing_a_file_twice_changes_nothing(world):
    world.bring("mine", OWN)
    before = world.files()
    report = world.bring("mine", OWN)
    assert (report.change, report.total) == (ImportChange.NOTHING, 1)
    assert world.bring("copy", OWN).imported.name == "mine"
    assert world.files() == before


def test_the_same_song_in_two_files_is_one_song_with_what_both_told(world):
    world.bring("features", HELLO)
    tags = {**DEEZER, "track_name": "HELLO", "artist_name": "adele", "valence": "-1"}
    report = world.bring("tags", tags, DEEZER)
    assert (report.total, report.imported.songs) == (2, 2)
    songs = world.shelf.open().songs.table
    song = songs.track(0)
    assert (song.track.title, song.track.genre, song.track.year) == ("Hello", "pop", 2019)
    assert set(song.track.ids) == {"spotify", "deezer"}
    assert song.affect.valence == pytest.approx((2 * 0.518 - 1 - 0.5) / 2)


def test_another_file_of_that_name_takes_the_place_of_the_first(world):
    world.bring("mine", OWN)
    report = world.bring("mine", {**OWN, "title": "Hello"})
    assert report.change is ImportChange.REPLACED
    assert world.titles() == ["Hello"]
    assert len(world.shelf.open().imports) == 1


def test_what_is_forgotten_is_gone_and_the_rest_as_if_it_had_never_been(world):
    world.bring("features", HELLO)
    alone = world.shelf.open().songs.table.track(0)
    world.bring("tags", {**DEEZER, "track_name": "Hello", "artist_name": "Adele"}, DEEZER)
    left = world.importer.forget("tags")
    assert [imported.name for imported in left.imports] == ["features"]
    assert world.shelf.open().songs.table.track(0) == alone
    assert len(world.importer.forget("features").songs.table) == 0
    assert world.titles() == []
    with pytest.raises(OperationError) as refused:
        world.importer.forget("features")
    assert refused.value.code is ErrorCode.NOT_IMPORTED


def test_songs_without_a_mood_get_that_of_their_group_and_told_moods_stay(world):
    bright = [
        {**MUSE, "track": f"Up {number}", "valence_tags": "8.2", "arousal_tags": "5.4"}
        for number in range(5)
    ]
    dark = [
        {**MUSE, "track": f"Down {number}", "valence_tags": "2", "arousal_tags": "4.2"}
        for number in range(5)
    ]
    world.bring("words", *bright, *dark)
    told = {**OWN, "mood": "tense", "valence": "0.8", "arousal": "0.1"}
    world.bring("told", told, {**told, "title": "Other", "mood": ""})
    table = world.shelf.open().songs.table
    moods = [["happy", "", "tense", "", "depressed"][code] for code in table.mood]
    assert moods == ["happy"] * 5 + ["depressed"] * 5 + ["tense", "happy"]
    assert (world.shelf.songs_of(world.shelf.open().imports[0]).table.mood == UNKNOWN).all()


def test_a_file_that_cannot_be_read_leaves_everything_as_it_was(world):
    world.bring("mine", OWN)
    before = world.files()
    with pytest.raises(OperationError):
        world.bring("mine", {**OWN, "title": ""})
    with pytest.raises(OperationError):
        world.bring("other", {"nothing": "useful"})
    assert world.files() == before


def test_of_two_imports_at_once_the_first_to_end_wins_and_the_other_is_told(world):
    before = world.shelf.open()
    report = world.bring("mine", OWN)
    songs = IndexedSongs.of(TrackTable.of(()))
    late = replace(report.imported, name="late", imported_at=world.clock())
    with pytest.raises(OperationError) as refused:
        world.shelf.put(before, [late], {"late": songs}, songs)
    assert refused.value.code is ErrorCode.IMPORTS_CHANGED
    assert world.titles() == ["Under Pressure"]
    world.bring("next", HELLO)
    assert world.titles() == ["Under Pressure", "Hello"]


def test_what_an_interrupted_import_left_is_swept_away_by_the_next(world):
    world.bring("mine", OWN)
    catalogue = world.folder / "catalogue"
    for place in (catalogue / "imports" / "half", catalogue / "versions" / "new-half"):
        place.mkdir()
        (place / "valence.npy").write_bytes(b"half")
    assert world.titles() == ["Under Pressure"]
    world.bring("next", HELLO)
    assert len(list((catalogue / "imports").iterdir())) == 2
    assert [place.name for place in (catalogue / "versions").iterdir()] == ["2"]


def test_songs_that_are_in_use_outlive_the_next_import(world):
    world.bring("mine", OWN)
    table = world.shelf.open().songs.table
    world.bring("next", HELLO)
    world.importer.forget("mine")
    assert table.track(0).track.title == "Under Pressure"
    assert np.isfinite(table.valence).all()


@pytest.mark.parametrize(
    "damage",
    [
        lambda version: (version / "imports.json").unlink(),
        lambda version: (version / "imports.json").write_text("{}"),
        lambda version: (version / "imports.json").write_text('{"layout": 99, "imports": []}'),
        lambda version: (version / "index.names.npy").write_bytes(b""),
        lambda version: (version / "year.npy").unlink(),
    ],
)
def test_a_damaged_shelf_is_told_with_the_way_out(world, damage):
    world.bring("mine", OWN)
    damage(world.folder / "catalogue" / "versions" / "1")
    with pytest.raises(OperationError) as refused:
        world.shelf.open()
    assert refused.value.code is ErrorCode.IMPORTS_DAMAGED
    assert refused.value.params["folder"] == str(world.folder / "catalogue")


def test_a_folder_that_cannot_be_written_is_told(world):
    (world.folder / "catalogue").write_text("a file stands here")
    with pytest.raises(OperationError) as refused:
        world.bring("mine", OWN)
    assert refused.value.code is ErrorCode.FILE_NOT_WRITABLE


def test_an_import_that_is_killed_leaves_the_last_state(world, repository):
    world.bring("mine", OWN)
    rows = [{**HELLO, "track_name": f"Song {number}"} for number in range(60_000)]
    path = write_rows(world.folder / "many.csv", *rows)
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "catalog", "import", str(path)],
        cwd=repository,
        env={**os.environ, "MOODMIX_DATA_DIR": str(world.folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    started = time.monotonic()
    while process.poll() is None and not list(world.folder.rglob("imports/*/song_key.npy"))[1:]:
        assert time.monotonic() - started < 120
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert world.titles() == ["Under Pressure"]
    assert world.bring("next", HELLO).total == 2


def test_keys_made_by_other_rules_are_not_used(world, monkeypatch):
    world.bring("mine", OWN)
    sample = (*import_shelf._SAMPLE[:-1], Track("Another", ("Artist",)))
    monkeypatch.setattr(import_shelf, "_SAMPLE", sample)
    with pytest.raises(OperationError) as refused:
        world.shelf.open()
    assert refused.value.code is ErrorCode.IMPORTS_DAMAGED
    assert "another version" in refused.value.params["reason"]
