"""``moodmix catalog`` as a person runs it, on the published tables."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from bot.cli import cli
from bot.settings import load_settings
from bot.wiring import import_shelf
from core.domain.track import Service, TrackLink
from core.providers.catalogue import CatalogueSource, StarterCatalogue
from tests.fakes.catalogue_files import OWN, write_rows

SONGS = {
    "deezer_mood": (15_130, 15_050),
    "spotify_songs": (32_828, 25_000),
    "uziel_spotify_va": (18_419, 17_500),
}


def moodmix(*arguments):
    return CliRunner().invoke(cli, ["catalog", *map(str, arguments)])


def stats():
    return json.loads(moodmix("stats", "--json").stdout)


@pytest.fixture
def tables(shared_data):
    folder = shared_data / "catalogues"
    if not folder.is_dir():
        pytest.skip(f"the published tables are not there: {folder}")
    return folder


async def test_published_tables_are_imported_found_and_written_out(tables, tmp_path, monkeypatch):
    for name, (rows, fewest_songs) in SONGS.items():
        ran = moodmix("import", tables / f"{name}.csv.gz")
        assert ran.exit_code == 0
        assert f"as {name}, read as" in ran.stdout
        *_, imported = import_shelf(load_settings()).open().imports
        assert (imported.rows, imported.songs >= fewest_songs) == (rows, True)
    again = moodmix("import", tables / "deezer_mood.csv.gz")
    assert "nothing changed" in again.stdout

    before = stats()
    assert before["songs"] > 55_000
    assert sum(before["moods"].values()) == before["songs"]
    assert all(number for row in before["grid"] for number in row)

    source = CatalogueSource(StarterCatalogue.load(), import_shelf(load_settings()).open().songs)
    link = TrackLink(Service.SPOTIFY, "6f807x0ima9a1j3VPbc7VN", "https://open.spotify.com/track/6f")
    found = await source.find(link)
    assert found.artists == ("Ed Sheeran",)
    assert await source.affect_of(found)

    assert moodmix("export", tmp_path / "all.csv.gz").exit_code == 0
    monkeypatch.setenv("MOODMIX_DATA_DIR", str(tmp_path / "elsewhere"))
    assert moodmix("import", tmp_path / "all.csv.gz", "--name", "all").exit_code == 0
    after = stats()
    kept = ("songs", "artists", "grid", "known", "first_year", "last_year")
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}


def test_a_catalogue_is_brought_listed_shown_and_forgotten(tmp_path):
    shipped = stats()["songs"]
    path = write_rows(
        tmp_path / "mine.csv", {**OWN, "title": "Tram Overture"}, {**OWN, "title": ""}
    )
    ran = moodmix("import", path)
    assert "Imported 1 song as mine" in ran.stdout
    assert "- line 3: it has no title" in ran.stdout
    assert moodmix("list").stdout.startswith("mine: 1 song, read as moodmix's own columns")
    assert stats()["songs"] == shipped + 1
    picture = tmp_path / "plane.png"
    assert f"{shipped + 1:,} songs by" in moodmix("stats", "--plot", picture).stdout
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert "Forgotten: mine" in moodmix("forget", "mine").stdout
    assert "Nothing is imported yet" in moodmix("list").stdout
    assert stats()["songs"] == shipped


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("import", "nowhere.csv"), "cannot be read"),
        (("forget", "nothing"), "Nothing was imported under the name nothing."),
        (("export", "no/where.csv"), "cannot be written"),
        (("stats", "--plot", "no/where.png"), "cannot be written"),
    ],
)
def test_what_does_not_work_is_told_in_words(arguments, words):
    ran = moodmix(*arguments)
    assert ran.exit_code == 2
    assert words in ran.stderr
    assert "Traceback" not in ran.output


def test_unknown_columns_are_told_with_those_that_were_looked_for(tmp_path):
    ran = moodmix("import", write_rows(tmp_path / "odd.csv", {"song": "a", "mood": "b"}))
    assert ran.exit_code == 2
    assert "columns that I do not know: song, mood." in ran.stderr
    assert "- muse: track, artist, valence_tags, arousal_tags" in ran.stderr
