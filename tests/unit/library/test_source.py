"""Songs of the library as seeds: named from words, and rated as our network heard them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core.domain.affect import Affect
from core.domain.library import HeardSong, UnheardSong
from core.domain.song_query import read_song
from core.domain.track import DoubtfulSong, Source, Track, TrackLink, TrackWords
from core.providers.library.source import LibrarySource
from core.storage.library_columns import as_reading
from core.storage.migrations import migrate
from core.storage.sqlite_library import PAGE, SqliteLibrary
from tests.fakes.library_parts import InlineCrew, heard_song, write
from tests.fakes.vaults import VAULT
from tests.unit.library.conftest import Query, World

FEELS = Affect(0.25, -0.5)
SHIPPED = Path(__file__).parents[3] / "migrations"
WITHOUT_KEYS = ("0001_first.sql", "0002_library.sql", "0003_learning.sql")
SCANNED_AT = "2026-11-01T12:00:00.000000+00:00"


def hear(song: UnheardSong) -> HeardSong:
    """Reads ``Artist~Title`` off the file's name; no artist without a tilde."""
    artist, _, title = song.path.stem.rpartition("~")
    return heard_song(title, FEELS, *([artist] if artist else []))


async def source_of(world: World, *names: str) -> LibrarySource:
    """The library once these are scanned."""
    world.listeners = InlineCrew(hear)
    for name in names:
        write(world.folder / name, name)
    await world.scan()
    return LibrarySource(world.kept)


async def found_by(source: LibrarySource, text: str) -> Track | DoubtfulSong | None:
    query = read_song(text)
    assert isinstance(query, TrackWords | TrackLink)
    return await source.find(query)


@pytest.mark.parametrize(
    "text",
    [
        "The Kellers - Été (Live in Köln)",
        "ete - kellers",
        "ÉTÉ by The Kellers",
        "kellers ete",
        "Été",
    ],
)
async def test_a_song_is_found_by_title_and_artist_in_any_spelling(world: World, text: str) -> None:
    source = await source_of(world, "The Kellers~Été.mp3", "The Kellers~Other.mp3")
    found = await found_by(source, text)
    assert isinstance(found, Track)
    assert (found.title, found.artists) == ("Été", ("The Kellers",))
    assert found.file is not None
    assert found.file.path == world.folder / "The Kellers~Été.mp3"


@pytest.mark.parametrize(
    "text",
    [
        "Otherwise - Cellar Song",
        "Celler Song",
        "The Kellers",
        "https://open.spotify.com/track/5T8EDUDqKcs6OSOwEsfqG7",
    ],
)
async def test_other_songs_typos_artists_and_links_are_not_found(world: World, text: str) -> None:
    source = await source_of(world, "The Kellers~Cellar Song.mp3")
    assert await found_by(source, text) is None


async def test_a_title_is_found_without_its_brackets_and_with_them(world: World) -> None:
    source = await source_of(world, "Otis~(Sittin' On) The Dock.mp3")
    for text in ("The Dock", "Sittin on the dock", "Otis - The Dock"):
        assert isinstance(await found_by(source, text), Track), text


async def test_a_title_that_several_sing_is_asked_about_and_copies_are_one(world: World) -> None:
    source = await source_of(world, "Ann~Hello.mp3", "Ann~Hello.flac", "Bob~Hello.mp3")
    doubt = await found_by(source, "Hello")
    assert isinstance(doubt, DoubtfulSong)
    assert doubt.named_by is Source.LIBRARY
    assert sorted(song.artist for song in doubt.candidates) == ["Ann", "Bob"]
    assert isinstance(await found_by(source, "Ann - Hello"), Track)


async def test_a_whole_title_goes_before_one_cut_out_of_it(world: World) -> None:
    source = await source_of(world, "Ann~Hello Bob.mp3", "Bob~Hello.mp3")
    found = await found_by(source, "Hello Bob")
    assert isinstance(found, Track)
    assert found.title == "Hello Bob"


@pytest.mark.parametrize("name", ["Ann~Hello.mp3", "Hello.mp3"])
async def test_a_song_feels_as_it_was_heard_also_where_nobody_told_the_artist(
    world: World, name: str
) -> None:
    source = await source_of(world, name)
    found = await found_by(source, "hello")
    assert isinstance(found, Track)
    assert await source.affect_of(found) == FEELS
    reading = await source.reading_of(found)
    assert reading == hear(UnheardSong(Path(name), "")).reading
    assert reading.sound.tempo_bpm == 120.0


async def test_a_song_named_elsewhere_is_rated_where_it_is_the_same(world: World) -> None:
    source = await source_of(world, "Ann~Hello.mp3")
    assert await source.affect_of(Track("Hello (Remastered 2011)", ("Bob", "ANN"))) == FEELS
    for other in (Track("Hello", ("Bob",)), Track("Hello (Remix)", ("Ann",)), Track("Hello")):
        assert await source.affect_of(other) is None
        assert await source.reading_of(other) is None


async def test_a_song_whose_files_are_gone_or_broken_is_not_found(world: World) -> None:
    source = await source_of(world, "Ann~Hello.mp3", "Bob~Goodbye.mp3")
    (world.folder / "Ann~Hello.mp3").unlink()
    await world.scan()
    await world.kept.forget(world.folder / "Bob~Goodbye.mp3")
    assert await found_by(source, "Hello") is None
    assert await found_by(source, "Goodbye") is None


async def test_a_library_that_cannot_be_read_has_nothing_to_say(world: World) -> None:
    source = await source_of(world, "Ann~Hello.mp3")
    found = await found_by(source, "Hello")
    assert isinstance(found, Track)
    await world.kept.close()
    assert await found_by(source, "Hello") is None
    assert await source.affect_of(found) is None
    assert await source.reading_of(found) is None


async def test_a_scan_writes_down_what_songs_are_found_by(world: World, query: Query) -> None:
    await source_of(world, "Otis~(Sittin' On) The Dock.mp3")
    keys = query("SELECT title_key, bare_key FROM library_song")
    assert keys == [("sittin on the dock", "the dock")]


async def test_a_library_scanned_before_titles_had_keys_is_found_without_a_new_scan(
    tmp_path: Path, database_file: Path
) -> None:
    older = tmp_path / "older"
    older.mkdir()
    for name in WITHOUT_KEYS:
        write(older / name, (SHIPPED / name).read_text(encoding="utf-8"))
    await migrate(database_file, VAULT, older)
    songs = PAGE + 5
    heard = as_reading(heard_song("", FEELS).reading)
    with closing(sqlite3.connect(database_file)) as database, database:
        for number in range(songs):
            content = f"{number:064}"
            database.execute(
                "INSERT INTO library_song (content_hash, title, artists, network, valence, arousal,"
                " reading, analysed_at) VALUES (?, ?, '[\"Ann\"]', 'first', 0.25, -0.5, ?, ?)",
                (content, f"Song {number}", heard, SCANNED_AT),
            )
            database.execute(
                "INSERT INTO library_file (path, added_at, seen_at, content_hash)"
                " VALUES (?, ?, ?, ?)",
                (f"/music/{number}.mp3".encode(), SCANNED_AT, SCANNED_AT, content),
            )
    kept = await SqliteLibrary.open(database_file, VAULT)
    try:
        source = LibrarySource(kept)
        for number in (0, songs - 1):
            found = await found_by(source, f"Ann - Song {number}")
            assert isinstance(found, Track)
            assert await source.affect_of(found) == FEELS
    finally:
        await kept.close()
