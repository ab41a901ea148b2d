import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.library import SongTags
from core.domain.track import Track
from core.inference.music.reader import name_track

UNNAMED = "your audio file"


@pytest.mark.parametrize(
    ("filename", "expected"),
    [
        ("Nina Simone - Feeling Good.mp3", Track("Feeling Good", ("Nina Simone",))),
        ("03 - Feeling Good.flac", Track("Feeling Good")),
        ("03. Nina Simone - Feeling Good.m4a", Track("Feeling Good", ("Nina Simone",))),
        ("feeling_good.ogg", Track("feeling good")),
        ("C:\\Music\\Blue in Green.wav", Track("Blue in Green")),
        ("/home/me/So What.mp3", Track("So What")),
        ("7 Rings.mp3", Track("7 Rings")),
        ("Mr. Blue Sky.mp3", Track("Mr. Blue Sky")),
        ("bad\x00\x1bname.mp3", Track("bad name")),
        ("voice.ogg", Track(UNNAMED)),
        ("audio_2026-11-21.mp3", Track(UNNAMED)),
        ("123456.mp3", Track(UNNAMED)),
        ("1999.mp3", Track(UNNAMED)),
        (".mp3", Track(UNNAMED)),
        ("", Track(UNNAMED)),
        (None, Track(UNNAMED)),
    ],
)
def test_a_file_without_tags_is_named_by_what_its_name_tells(filename, expected):
    assert name_track(SongTags(), filename) == expected


def test_tags_win_over_the_file_name():
    tags = SongTags("Feeling Good", ("Nina Simone",))
    assert name_track(tags, "Muse - Something.mp3") == Track("Feeling Good", ("Nina Simone",))


def test_an_artist_tag_without_title_completes_the_file_name():
    tags = SongTags("", ("Nina Simone",))
    assert name_track(tags, "Feeling Good.mp3") == Track("Feeling Good", ("Nina Simone",))


@given(st.text(max_size=400))
def test_any_file_name_gives_a_printable_title_of_bounded_length(filename):
    track = name_track(SongTags(), filename)
    assert track.title.isprintable()
    assert 0 < len(track.title) <= 200
    assert all(artist.strip() == artist != "" for artist in track.artists)
