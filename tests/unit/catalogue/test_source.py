from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.affect import Affect
from core.domain.song_words import read_words
from core.domain.track import (
    DoubtfulSong,
    RatedTrack,
    Service,
    Source,
    Track,
    TrackLink,
    TrackWords,
)
from core.providers.catalogue import CatalogueSource, StarterCatalogue

NAMED = [
    ("Queen - Bohemian Rhapsody", "Queen", "Bohemian Rhapsody"),
    ("Bohemian Rhapsody - Queen", "Queen", "Bohemian Rhapsody"),
    ("Bohemian Rhapsody – Queen", "Queen", "Bohemian Rhapsody"),
    ("bohemian rapsody queen", "Queen", "Bohemian Rhapsody"),
    ("queen bohemian rapsody", "Queen", "Bohemian Rhapsody"),
    ("Bohemian Rhapsody", "Queen", "Bohemian Rhapsody"),
    ("BOHEMAIN RHAPSODY", "Queen", "Bohemian Rhapsody"),
    ("Bohemian Rhapsody by Queen", "Queen", "Bohemian Rhapsody"),
    ("Queen – Bohemian Rhapsody (Official Video Remastered)", "Queen", "Bohemian Rhapsody"),
    ("Nirvana - Smells Like Teen Spirit (Remastered 2021)", "Nirvana", "Smells Like Teen Spirit"),
    ("Radiohead - Creep (Live)", "Radiohead", "Creep"),
    ("Mark Ronson ft. Bruno Mars - Uptown Funk (Official Video)", "Mark Ronson", "Uptown Funk"),
    ("Bruno Mars - Uptown Funk", "Mark Ronson", "Uptown Funk"),
    ("beyonce crazy in love", "Beyoncé", "Crazy in Love"),
    ("Sezen Aksu - Gulumse", "Sezen Aksu", "Gülümse"),
    ("SIMARIK tarkan", "Tarkan", "\u015e\u0131mar\u0131k"),
    ("AC DC Thunderstruk", "AC/DC", "Thunderstruck"),
    ("daft punk get luckey", "Daft Punk", "Get Lucky"),
    ("dock of the bay", "Otis Redding", "(Sittin' On) The Dock of the Bay"),
    ("Satisfaction", "The Rolling Stones", "(I Can't Get No) Satisfaction"),
    ("house of the rising sun", "The Animals", "The House of the Rising Sun"),
    ("Simon and Garfunkel - Sound of Silence", "Simon & Garfunkel", "The Sound of Silence"),
    ("Jimi Hendrix - Purple Haze", "The Jimi Hendrix Experience", "Purple Haze"),
    ("Beethoven - Fur Elise", "Ludwig van Beethoven", "Für Elise"),
    ("Hurt Johnny Cash", "Johnny Cash", "Hurt"),
    ("Nine Inch Nails - Hurt", "Nine Inch Nails", "Hurt"),
    ("گل یخ", "Kourosh Yaghmaei", "Gole Yakh (گل یخ)"),
    ("YOASOBI - アイドル", "YOASOBI", "Idol (アイドル)"),
    ("夜に駆ける", "YOASOBI", "Yoru ni Kakeru (夜に駆ける)"),
    ("Pink Floyd - Another Brick in the Wall", "Pink Floyd", "Another Brick in the Wall, Pt. 2"),
]

NOT_NAMED = [
    "Adele - Halo",  # another artist's song
    "Red Hot Chili Peppers - Don't Stop",  # one word from "Can't Stop"
    "Kings of Leon - Be Somebody",  # one word from "Use Somebody"
    "U2 - One",  # Metallica's is here, U2's is not
    "Lewis Capaldi - Someone You Loved",
    "Carpenters - Yesterday Once More",
    "Prince - 1999",
    "Let It Be Me",
    "Imagine Dragons",
    "Queen",
    "Mozart - Requiem",  # two movements: in doubt
    "Blinding Lights (Remix)",
    "The Weeknd - Blinding Lights (Acoustic)",
    "a song nobody ever wrote down",
    "x",
]


@pytest.mark.parametrize(("line", "artist", "title"), NAMED)
async def test_words_name_the_song(source, line, artist, title):
    track = await source.find(read_words(line))
    assert track is not None
    assert (track.artists[0], track.title) == (artist, title)


@pytest.mark.parametrize("line", NOT_NAMED)
async def test_words_for_another_song_name_none(source, line):
    assert await source.find(read_words(line)) is None


@pytest.mark.parametrize("title", ["Hurt", "Zombie", "Hallelujah"])
async def test_a_title_that_several_sing_is_asked_about(source, title):
    doubt = await source.find(read_words(title))
    assert isinstance(doubt, DoubtfulSong)
    assert {song.title for song in doubt.candidates} == {title}
    assert len({song.artists for song in doubt.candidates}) > 1


async def test_video_title_with_channel_as_artist_is_understood(source):
    words = TrackWords(
        "Queen – Don't Stop Me Now (Official Video)", "Queen Official", "Queen – Don't Stop Me Now"
    )
    track = await source.find(words)
    assert track is not None
    assert track.title == "Don't Stop Me Now"


async def test_links_are_left_to_others(source):
    link = TrackLink(Service.SPOTIFY, "4u7EnebtmKWzUH433cf5Qv", "https://open.spotify.com/track/x")
    assert await source.find(link) is None


def _both_orders(track):
    title, artist = track.title, track.artists[0]
    return (
        TrackWords(title, artist, f"{artist} - {title}"),
        TrackWords(artist, title, f"{title} - {artist}"),
    )


async def test_every_song_is_found_by_artist_and_title_in_both_orders(source, starter):
    lost = [
        words.text
        for rated in starter.tracks()
        for words in _both_orders(rated.track)
        if await source.find(words) != rated.track
    ]
    assert lost == []


async def test_every_song_is_rated_as_in_the_file(source, starter):
    for rated in starter.tracks():
        assert await source.affect_of(rated.track) == rated.affect


@pytest.mark.parametrize(
    "track",
    [
        Track("Bohemian Rhapsody - Remastered 2011", ("Queen",)),
        Track("BOHEMIAN RHAPSODY", ("queen", "Somebody Else")),
        Track("Bohemian Rhapsody (Official Video)", ("QueenVEVO",)),
    ],
)
async def test_identified_track_is_rated_however_it_is_spelled(source, track):
    assert await source.affect_of(track) == Affect(-0.15, 0.3)


@pytest.mark.parametrize(
    "track",
    [
        Track("Bohemian Rhapsody"),
        Track("Bohemian Rhapsody", ("Panic! At The Disco",)),
        Track("Bohemian Rhapsody (Remix)", ("Queen",)),
        Track("Radio Ga Ga", ("Queen",)),
    ],
)
async def test_cover_remix_and_unknown_song_are_not_rated(source, track):
    assert await source.affect_of(track) is None


async def test_two_songs_of_one_title_are_told_apart_by_artist():
    here = RatedTrack(Track("Home", ("Anna",)), Affect(0.5, 0.0))
    there = RatedTrack(Track("Home", ("Bert",)), Affect(-0.5, 0.0))
    source = CatalogueSource(StarterCatalogue([here, there]))
    assert await source.find(TrackWords("Home", "Bert", "Bert - Home")) == there.track
    doubt = DoubtfulSong((here.track, there.track), Source.CATALOGUE)
    assert await source.find(TrackWords("Home", None, "Home")) == doubt
    assert await source.affect_of(Track("Home", ("Anna",))) == here.affect


async def test_an_empty_catalogue_knows_nothing():
    source = CatalogueSource(StarterCatalogue([]))
    assert await source.find(read_words("Queen - Bohemian Rhapsody")) is None
    assert await source.affect_of(Track("Home", ("Anna",))) is None


def test_it_speaks_as_the_catalogue(source):
    assert source.source is Source.CATALOGUE


@settings(deadline=None)
@given(title=st.text(min_size=1, max_size=80), artist=st.none() | st.text(max_size=80))
async def test_any_words_are_answered_with_a_song_of_the_catalogue_or_none(
    source, starter, title, artist
):
    found = await source.find(TrackWords(title, artist, f"{artist} - {title}"))
    assert found is None or any(found == rated.track for rated in starter.tracks())


@settings(deadline=None)
@given(position=st.integers(0, 10_000), data=st.data())
async def test_one_dropped_letter_never_names_another_song(source, starter, position, data):
    rated = starter.tracks()[position % len(starter.tracks())]
    title, artist = rated.track.title, rated.track.artists[0]
    cut = data.draw(st.integers(0, len(title) - 1))
    slip = title[:cut] + title[cut + 1 :]
    found = await source.find(TrackWords(slip, artist, f"{artist} - {slip}"))
    assert found is None or found == rated.track
