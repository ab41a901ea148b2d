"""``moodmix catalog`` as a person runs it, on the published tables."""

from __future__ import annotations

import json
from functools import partial

import pytest

from bot.settings import load_settings
from bot.wiring.catalogue import import_shelf, imported_songs
from core.domain.track import Service, TrackLink
from core.providers.catalogue import CatalogueSource, StarterCatalogue
from tests.fakes.bot_process import run_command
from tests.fakes.catalogue_files import OWN, write_rows

SONGS = {
    "deezer_mood": (15_130, 15_050),
    "spotify_songs": (32_828, 25_000),
    "uziel_spotify_va": (18_419, 17_500),
}


@pytest.fixture
def catalog(tmp_path):
    return partial(run_command, tmp_path, "catalog")


@pytest.fixture
def tables(shared_data):
    folder = shared_data / "catalogues"
    if not folder.is_dir():
        pytest.skip(f"the published tables are not there: {folder}")
    return folder


async def test_published_tables_are_imported_found_and_written_out(catalog, tables, tmp_path):
    for name, (rows, fewest_songs) in SONGS.items():
        ran = catalog("import", tables / f"{name}.csv.gz")
        assert f"as {name}, read as" in ran.stdout, ran.stderr
        *_, imported = import_shelf(load_settings()).open().imports
        assert (imported.rows, imported.songs >= fewest_songs) == (rows, True)
    assert "nothing changed" in catalog("import", tables / "deezer_mood.csv.gz").stdout

    before = json.loads(catalog("stats", "--json").stdout)
    assert before["songs"] > 55_000
    assert sum(before["moods"].values()) == before["songs"]
    assert all(number for row in before["grid"] for number in row)

    source = CatalogueSource(StarterCatalogue.load(), imported_songs(load_settings()))
    link = TrackLink(Service.SPOTIFY, "6f807x0ima9a1j3VPbc7VN", "https://open.spotify.com/track/6f")
    found = await source.find(link)
    assert found.artists == ("Ed Sheeran",)
    assert await source.affect_of(found)

    assert catalog("export", tmp_path / "all.csv.gz").returncode == 0
    elsewhere = {"MOODMIX_DATA_DIR": str(tmp_path / "elsewhere")}
    catalog("import", tmp_path / "all.csv.gz", "--name", "all", **elsewhere)
    after = json.loads(catalog("stats", "--json", **elsewhere).stdout)
    kept = ("songs", "artists", "grid", "known", "first_year", "last_year")
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}


def test_a_catalogue_is_brought_listed_shown_and_forgotten(catalog, tmp_path):
    rows = ({**OWN, "title": title} for title in ("Tram Overture", ""))
    ran = catalog("import", write_rows(tmp_path / "mine.csv", *rows))
    assert "Imported 1 song as mine" in ran.stdout
    assert "- line 3: it has no title" in ran.stdout
    assert catalog("list").stdout.startswith("mine: 1 song, read as moodmix's own columns")
    shipped = len(StarterCatalogue.load().tracks())
    told = catalog("stats", "--plot", tmp_path / "plane.png").stdout
    assert told.startswith(f"{shipped + 1:,} songs by")
    assert (tmp_path / "plane.png").read_bytes().startswith(b"\x89PNG")
    assert "Forgotten: mine. Imported songs left: 0." in catalog("forget", "mine").stdout
    assert "Nothing is imported yet" in catalog("list").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("import", "nowhere.csv"), "cannot be read"),
        (("import", "odd.csv"), "columns that I do not know: song, mood."),
        (("import", "odd.csv"), "- muse: track, artist, valence_tags, arousal_tags"),
        (("forget", "nothing"), "Nothing was imported under the name nothing."),
        (("export", "no/where.csv"), "cannot be written"),
        (("stats", "--plot", "no/where.png"), "cannot be written"),
    ],
)
def test_what_does_not_work_is_told_in_words(catalog, tmp_path, arguments, words):
    write_rows(tmp_path / "odd.csv", {"song": "a", "mood": "b"})
    ran = catalog(*arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert words in ran.stderr
    assert "Traceback" not in ran.stderr


def test_damaged_imports_are_told_and_do_not_keep_moodmix_from_starting(catalog, tmp_path):
    catalog("import", write_rows(tmp_path / "mine.csv", OWN))
    settings = load_settings()
    assert len(imported_songs(settings).table) == 1
    (settings.data_dir / "catalogue" / "versions" / "1" / "year.npy").unlink()
    assert len(imported_songs(settings).table) == 0
    ran = catalog("list")
    assert ran.returncode == 2
    assert "Please delete that folder and import the files again." in ran.stderr
    checked = run_command(tmp_path, "doctor").stdout
    assert "imports_damaged" in checked
