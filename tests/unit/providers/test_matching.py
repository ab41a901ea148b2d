"""Choosing the song that was meant among search results."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.song_words import read_words
from core.domain.track import Track, TrackWords
from core.providers.matching import best_match, field_text, match_score, search_lines

QUEEN = Track("Bohemian Rhapsody - Remastered 2011", ("Queen",))


@pytest.mark.parametrize(
    ("text", "track"),
    [
        ("Queen - Bohemian Rhapsody", QUEEN),
        ("Bohemian Rhapsody - Queen", QUEEN),
        ("bohemian rapsody queen", QUEEN),
        ("Quen - Bohemian Rapsody", QUEEN),
        ("The Weeknd Often", Track("Often", ("The Weeknd",))),
        ("Beyonce - Halo", Track("Halo", ("Beyoncé",))),
        ("AC/DC Thunderstruck", Track("Thunderstruck", ("AC/DC",))),
        ("Kesha - Tik Tok", Track("TiK ToK", ("Ke$ha",))),
        ("Dido - Stan", Track("Stan", ("Eminem", "Dido"))),
        ("Down by the River", Track("Down by the River", ("Neil Young",))),
        ("Pharrell - Happy", Track("Happy", ("Pharrell",))),
        ("Simon & Garfunkel - The Boxer", Track("The Boxer", ("Simon and Garfunkel",))),
    ],
)
def test_spellings_of_a_song_match_it(text, track):
    assert match_score(read_words(text), track) > 0


@pytest.mark.parametrize(
    ("text", "track"),
    [
        ("Queen - Bohemian Rhapsody", Track("Bohemian Rhapsody (Karaoke)", ("Sing King",))),
        ("Queen - Bohemian Rhapsody", Track("We Will Rock You", ("Queen",))),
        ("Adele - Hello", Track("Hello", ("Lionel Richie",))),
        ("Queen", QUEEN),
        ("Prince - 1999", Track("1989", ("Prince",))),
        ("a", Track("b")),
    ],
)
def test_other_songs_do_not_match(text, track):
    assert match_score(read_words(text), track) == 0


def test_a_perfect_pair_beats_a_title_alone_whatever_the_order():
    words = TrackWords("Hello", "Adele", "Hello")
    adele, lionel = Track("Hello", ("Adele",)), Track("Hello", ("Lionel Richie",))
    assert best_match(words, [lionel, adele]) is adele
    assert best_match(words, [adele, lionel]) is adele


def test_on_a_tie_the_services_own_order_decides():
    first, second = Track("Hello", ("Adele",)), Track("Hello", ("Lionel Richie",))
    assert best_match(read_words("Hello"), [first, second]) is first
    assert best_match(read_words("Hello"), [second, first]) is second


def test_no_candidates_no_match():
    assert best_match(read_words("Hello"), []) is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Queen - Bohemian Rhapsody", ("Queen Bohemian Rhapsody",)),
        ("Bohemian Rhapsody", ("Bohemian Rhapsody",)),
        ("Down by the River", ("the River Down", "Down by the River")),
        ('The "Weird" Song', ("The Weird Song",)),
    ],
)
def test_searches_are_tried_in_turn_without_quotes(text, lines):
    assert search_lines(read_words(text)) == lines


@given(st.text(max_size=400))
def test_a_field_is_bounded_and_cannot_be_closed_from_inside(text):
    field = field_text(text)
    assert len(field) <= 150
    assert '"' not in field
    assert "\\" not in field


@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_scores_stay_in_range(text, title):
    words = TrackWords(text, None, text)
    if title.strip():
        assert 0 <= match_score(words, Track(title, (text,))) <= 1
