from __future__ import annotations

import csv
from collections import Counter
from importlib.resources import files

import pytest

from core.domain.song_text import match_key
from core.domain.track import Service
from core.providers.catalogue import StarterCatalogue
from core.providers.catalogue.parser import COLUMNS, parse_catalogue

HEADER = ",".join(COLUMNS)
HELLO = "Hello,Adele,2015,pop,en,-0.55,0.00"


@pytest.fixture(scope="module")
def rows():
    text = (files("core.providers.catalogue") / "starter.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def third(value):
    return -1 if value <= -1 / 3 else 1 if value > 1 / 3 else 0


def fifth(value):
    return min(4, int((value + 1) / 0.4))


def test_every_row_becomes_a_linked_rated_track(starter, rows):
    tracks = starter.tracks()
    assert len(tracks) == len(rows)
    for rated, row in zip(tracks, rows, strict=True):
        assert rated.track.title == row["title"]
        assert list(rated.track.artists) == row["artists"].split("; ")
        assert rated.track.year == (int(row["year"]) if row["year"] else None)
        assert rated.track.genre == row["genre"]
        assert rated.track.language == (None if row["language"] == "zxx" else row["language"])
        assert rated.affect.valence == float(row["valence"])
        assert rated.affect.arousal == float(row["arousal"])
        assert {Service.SPOTIFY, Service.YOUTUBE} <= set(rated.track.links)


def test_ratings_are_in_steps_of_a_twentieth(rows):
    for row in rows:
        for name in ("valence", "arousal"):
            value = float(row[name])
            assert -1 <= value <= 1, row
            assert value * 20 == pytest.approx(round(value * 20)), row


def test_years_lie_between_1950_and_2025_and_few_are_unknown(rows):
    years = [int(row["year"]) for row in rows if row["year"]]
    assert min(years) >= 1950
    assert max(years) <= 2025
    assert len(rows) - len(years) <= 60
    assert {year // 10 for year in years} == set(range(195, 203))


def test_rows_are_sorted_by_artist_then_title(rows):
    keys = [(row["artists"].casefold(), row["title"].casefold()) for row in rows]
    assert keys == sorted(keys)


def test_no_song_stands_twice(starter):
    keys = Counter(match_key(rated.track) for rated in starter.tracks())
    assert [key for key, count in keys.items() if count > 1] == []


def test_breadth_of_the_catalogue(rows):
    assert len(rows) >= 1200
    decades = Counter(row["year"][:3] for row in rows if row["year"])
    assert min(decades.values()) >= 60
    genres = Counter(row["genre"] for row in rows)
    languages = Counter(row["language"] for row in rows if row["language"] != "zxx")
    assert sum(count >= 5 for count in genres.values()) >= 40
    assert sum(count >= 5 for count in languages.values()) >= 15
    assert {"en", "es", "pt", "fr", "de", "it", "hi", "vi", "fa", "ko", "ja", "ar", "sv", "tr"} <= (
        set(languages)
    )


def test_every_part_of_the_plane_is_covered(starter):
    points = [(rated.affect.valence, rated.affect.arousal) for rated in starter.tracks()]
    ninths = Counter((third(valence), third(arousal)) for valence, arousal in points)
    assert len(ninths) == 9
    assert min(ninths.values()) >= 15
    assert len({(fifth(valence), fifth(arousal)) for valence, arousal in points}) == 25


def test_tracks_keep_their_order(starter):
    assert starter.tracks() == StarterCatalogue.load().tracks()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("Hello,Adele,2015,pop,en,-0.55", "7 fields"),
        (",Adele,2015,pop,en,-0.55,0.00", "empty"),
        ("Hello,,2015,pop,en,-0.55,0.00", "empty"),
        ("Hello,Adele; ,2015,pop,en,-0.55,0.00", "empty"),
        ("Hello, Adele,2015,pop,en,-0.55,0.00", "padded"),
        ("Hello,Adele,MMXV,pop,en,-0.55,0.00", "invalid literal"),
        ("Hello,Adele,1815,pop,en,-0.55,0.00", "year 1815"),
        ("Hello,Adele,2015,Pop,en,-0.55,0.00", "lower case"),
        ("Hello,Adele,2015,pop,eng,-0.55,0.00", "language"),
        ("Hello,Adele,2015,pop,,-0.55,0.00", "language"),
        ("Hello,Adele,2015,pop,en,-1.55,0.00", "valence"),
        ("Hello,Adele,2015,pop,en,-0.55,nan", "arousal"),
        ("Hello,Adele,2015,pop,en,-0.55,loud", "could not convert"),
        ("HELLO,adele,2016,pop,en,0.55,0.00", "stands twice"),
        ('Hello,Adele,2015,"pop"x,en,-0.55,0.00', "expected after"),
    ],
)
def test_a_bad_line_is_named(line, complaint):
    with pytest.raises(ValueError, match=f"line 3: .*{complaint}"):
        parse_catalogue(f"{HEADER}\n{HELLO}\n{line}\n")


def test_a_file_with_other_columns_is_refused():
    with pytest.raises(ValueError, match="line 1: the columns must be"):
        parse_catalogue("track,artist\nHello,Adele\n")
    with pytest.raises(ValueError, match="line 0: the columns must be"):
        parse_catalogue("")


def test_unknown_year_and_instrumental_are_none():
    (rated,) = parse_catalogue(f"{HEADER}\nFür Elise,Ludwig van Beethoven,,classical,zxx,0,-0.5\n")
    assert rated.track.year is None
    assert rated.track.language is None
