"""A small library of songs and everything behind the page that finds and ranks them."""

from __future__ import annotations

from core.domain.affect import Affect
from core.domain.track import RatedTrack, Service, Source, Track
from core.ports.reading import FaceReader
from core.services.make_mix import MixMaker
from core.services.resolve_seed import SeedResolver
from tests.fakes.songs import (
    HELLOS,
    FakeCatalogue,
    FakeExpander,
    FakeFinder,
    FakeMusicReader,
    FakePreviews,
    FakeRater,
    rated,
)

DOUBTFUL = "Hello"
SONG = "Queen - Don't Stop Me Now"
LIBRARY = tuple(
    rated(title, artist, valence, arousal, year=1977, genre="rock", language="en")
    for title, artist, valence, arousal in (
        ("Don't Stop Me Now", "Queen", 0.8, 0.8),
        ("Dancing Queen", "ABBA", 0.8, 0.6),
        ("Go Your Own Way", "Fleetwood Mac", 0.3, 0.5),
        ("More Than a Feeling", "Boston", 0.5, 0.5),
        ("Wish You Were Here", "Pink Floyd", -0.4, -0.4),
        ("Angie", "The Rolling Stones", -0.6, -0.5),
        ("Hotel California", "Eagles", -0.1, 0.0),
    )
)


def make_mixes(faces: FaceReader) -> MixMaker:
    tracks = {song.track.title: song.track for song in LIBRARY}
    songs = (*LIBRARY, rated(DOUBTFUL, "Adele", -0.5, -0.1))
    insecure = {Service.DEEZER: "http://deezer.test/1", Service.TIDAL: "javascript:alert(1)"}
    odd = RatedTrack(
        Track(
            "Odd <i>Links</i>",
            ("Nobody",),
            year=1977,
            genre="rock",
            language="en",
            links=insecure,
        ),
        Affect(0.75, 0.7),
    )
    seeds = SeedResolver(
        finders=[FakeFinder(Source.CATALOGUE, titles=tracks, doubts={DOUBTFUL: HELLOS})],
        namers=[],
        raters=[FakeRater(Source.CATALOGUE, {s.track.title: s.affect for s in songs})],
        expander=FakeExpander(),
        previews=FakePreviews(),
        music_reader=FakeMusicReader(),
    )
    return MixMaker(faces, seeds, FakeCatalogue((*LIBRARY, odd)))
