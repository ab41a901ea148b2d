from __future__ import annotations

import pytest

from core.domain.affect import Affect
from core.domain.catalogue_import import IndexedSongs
from core.domain.song_words import read_words
from core.domain.track import RatedTrack, Service, Track, TrackLink, TrackWords
from core.domain.track_table import TrackTable
from core.providers.catalogue import CatalogueSource, WholeCatalogue

NOTE = Track("Retrato Cantado", ("Reinaldo", "Zeca"), ids={Service.SPOTIFY: "2t5xKumcLA9s"})
BRIGHT = Affect(0.75, 0.25)


def rated(title, *artists):
    return RatedTrack(Track(title, artists), BRIGHT)


IMPORTED = [
    RatedTrack(NOTE, BRIGHT),
    rated("Glasgow Kiss", "John Petrucci"),
    rated("Tram Overture", "The XX"),
    rated("Tram Overture", "Alt-J"),
    rated("Tram Overture", "M83", "Zola Jesus"),
    rated("Tram Roads", "Portishead & Orchestra"),
    rated("Satisfied (Remix)", "Somebody"),
    rated("Rhapsody", "Bohemian"),
    rated("Bohemian Rhapsody", "A Cover Band"),
    rated("Song of Love", "Them"),
    rated("Of Love", "Song"),
]


@pytest.fixture(scope="module")
def source(starter):
    return CatalogueSource(starter, IndexedSongs.of(TrackTable.of(IMPORTED)))


async def found(source, words):
    track = await source.find(read_words(words))
    return (track.title, track.artists) if track else None


@pytest.mark.parametrize(
    ("words", "title", "artist"),
    [
        ("Reinaldo - Retrato Cantado", "Retrato Cantado", "Reinaldo"),
        ("Retrato cantado - Reinaldo", "Retrato Cantado", "Reinaldo"),
        ("Zeca - Retrato Cantado (Official Video)", "Retrato Cantado", "Reinaldo"),
        ("retrato cantado", "Retrato Cantado", "Reinaldo"),
        ("glasgow kiss john petrucci", "Glasgow Kiss", "John Petrucci"),
        ("John Petrucci Glasgow Kiss", "Glasgow Kiss", "John Petrucci"),
        ("Petrucci - Glasgow Kiss", "Glasgow Kiss", "John Petrucci"),
        ("alt-j - tram overture", "Tram Overture", "Alt-J"),
        ("Zola Jesus - Tram Overture", "Tram Overture", "M83"),
        ("Portishead - Tram Roads", "Tram Roads", "Portishead & Orchestra"),
        ("song of love", "Song of Love", "Them"),
    ],
)
async def test_imported_songs_are_found_as_people_write_them(source, words, title, artist):
    assert (await found(source, words))[0] == title
    assert (await found(source, words))[1][0] == artist


@pytest.mark.parametrize(
    "words", ["Tram Overture", "Glasgow Kis", "Somebody - Satisfied", "Nobody - Tram Overture"]
)
async def test_in_doubt_and_misspelled_no_imported_song_is_named(source, words):
    assert await found(source, words) is None


@pytest.mark.parametrize(
    "words", ["bohemian rhapsody", "bohemian rapsody queen", "Queen - Bohemian Rapsody"]
)
async def test_the_starter_catalogue_knows_best_which_song_is_meant(source, words):
    assert await found(source, words) == ("Bohemian Rhapsody", ("Queen",))


async def test_an_exact_imported_song_goes_before_a_nearly_spelled_one_of_ours(source):
    assert await found(source, "A Cover Band - Bohemian Rhapsody") == (
        "Bohemian Rhapsody",
        ("A Cover Band",),
    )


async def test_links_lead_to_imported_songs(source):
    def link(service, known):
        return TrackLink(service, known, "https://example.org")

    assert await source.find(link(Service.SPOTIFY, "2t5xKumcLA9s")) == NOTE
    assert await source.find(link(Service.DEEZER, "2t5xKumcLA9s")) is None
    assert await source.find(link(Service.SPOTIFY, "other")) is None


async def test_imported_songs_are_rated_and_our_own_rating_goes_first(starter, source):
    assert await source.affect_of(Track("retrato cantado", ("REINALDO",))) == BRIGHT
    assert await source.affect_of(Track("Retrato Cantado", ("Somebody Else",))) is None
    ours = next(song for song in starter.tracks() if song.track.title == "Bohemian Rhapsody")
    again = TrackTable.of([RatedTrack(ours.track, Affect(-1, -1))])
    both = CatalogueSource(starter, IndexedSongs.of(again))
    assert await both.affect_of(ours.track) == ours.affect


async def test_a_title_that_thousands_share_is_told_apart_by_artist(starter):
    songs = [rated("Tram Overture", f"Band {number}") for number in range(5000)]
    source = CatalogueSource(starter, IndexedSongs.of(TrackTable.of(songs)))
    track = await source.find(TrackWords("Tram Overture", "Band 4321", "Band 4321 - Tram Overture"))
    assert track == songs[4321].track


def test_the_whole_catalogue_begins_with_ours(starter):
    table = TrackTable.of(IMPORTED)
    ours, imported = WholeCatalogue(starter, table).tables()
    assert imported is table
    assert ours is starter.tables()[0]
