from __future__ import annotations

import string
import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.domain.song_text import (
    KEY_LIMIT,
    artist_keys,
    bare_title,
    match_artist,
    match_key,
    match_title,
    short_title_keys,
    similarity,
    title_keys,
)
from core.domain.track import Track

WORDS = st.lists(
    st.text(string.ascii_lowercase, min_size=1, max_size=9), min_size=1, max_size=5
).map(" ".join)
ANY_TEXT = st.text(max_size=60)


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Bohemian Rhapsody - Remastered 2011", "bohemian rhapsody"),
        ("Bohemian Rhapsody (Official Video Remastered)", "bohemian rhapsody"),
        ("Layla - Live at Madison Square Garden", "layla"),
        ("Creep (Live)", "creep"),
        ("Get Lucky (Radio Edit - feat. Pharrell Williams and Nile Rodgers)", "get lucky"),
        ("Uptown Funk ft. Bruno Mars", "uptown funk"),
        ("Señorita (with Camila Cabello)", "senorita"),
        ('Let It Go - From "Frozen"/Soundtrack Version', "let it go"),
        ("All Too Well (Taylor's Version)", "all too well"),
        ("Numb [Official HD Video]", "numb"),
        ("Don\u2019t Stop Me Now", "dont stop me now"),
        ("Anarchy in the U.K.", "anarchy in the uk"),
        ("Rock & Roll", "rock and roll"),
        ("\u015e\u0131mar\u0131k", "simarik"),
        ("Dziwny jest ten świat", "dziwny jest ten swiat"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Another Brick in the Wall, Pt. 2", "another brick in the wall part 2"),
        ("夜に駆ける", "夜に駆ける"),
        ("गंगा", "गंगा"),
        ("가요", "가요"),
        ("???", "???"),
    ],
)
def test_title_loses_what_does_not_name_the_song(title, key):
    assert match_title(title) == key


@pytest.mark.parametrize(
    "title",
    [
        "Blinding Lights (Remix)",
        "Blinding Lights (Acoustic Version)",
        "Blinding Lights - Piano Cover",
        "Blinding Lights (slowed + reverb)",
        "Blinding Lights (Karaoke Version)",
    ],
)
def test_another_take_is_another_song(title):
    assert "blinding lights" not in title_keys(title)
    assert similarity(match_title(title), "blinding lights") <= 0.5


@pytest.mark.parametrize(
    "title",
    ["Live and Let Die", "Video Games", "Stereo Hearts", "Live Your Life", "Radio Ga Ga", "Mix"],
)
def test_words_of_the_title_itself_are_kept(title):
    assert match_title(title) == title.lower()
    assert match_title(f"Somebody - {title}") == f"somebody {title.lower()}"


def test_bracketed_start_of_a_title_may_be_left_out():
    assert bare_title("(Sittin' On) The Dock of the Bay") == "the dock of the bay"
    assert title_keys("(I Can't Get No) Satisfaction") == (
        "i cant get no satisfaction",
        "satisfaction",
    )


def test_short_names_cover_sides_scripts_articles_and_parts():
    assert "o fortuna" in short_title_keys("Carmina Burana: O Fortuna")
    assert "people get ready" in short_title_keys("One Love / People Get Ready")
    assert "アイドル" in short_title_keys("Idol (アイドル)")
    assert "sound of silence" in short_title_keys("The Sound of Silence")
    assert "another brick in the wall" in short_title_keys("Another Brick in the Wall, Pt. 2")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Beatles", "beatles"),
        ("The The", "the"),
        ("Beyoncé", "beyonce"),
        ("P!nk", "pink"),
        ("A$AP Rocky", "asap rocky"),
        ("Ke$ha", "kesha"),
        ("QueenVEVO", "queen"),
        ("Adele - Topic", "adele"),
        ("Queen Official", "queen"),
        ("AC/DC", "ac dc"),
        ("R.E.M.", "rem"),
        ("Sigur Rós", "sigur ros"),
        ("!!!", "!!!"),
    ],
)
def test_artist_key_ignores_spelling_and_channel(name, key):
    assert match_artist(name) == key


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("Queen & David Bowie", {"queen", "david bowie"}),
        ("Mark Ronson feat. Bruno Mars", {"mark ronson", "bruno mars"}),
        ("Simon & Garfunkel", {"simon and garfunkel"}),
        ("Earth, Wind & Fire", {"earth wind and fire"}),
        ("Lil Nas X", {"lil nas x"}),
    ],
)
def test_credit_line_names_the_whole_and_each_artist(credit, names):
    assert names <= set(artist_keys(credit))


def test_key_of_a_song_ignores_later_artists():
    one = Track("Uptown Funk (feat. Bruno Mars)", ("Mark Ronson",))
    other = Track("UPTOWN FUNK", ("Mark Ronson", "Bruno Mars"))
    assert match_key(one) == match_key(other) == ("uptown funk", "mark ronson")
    assert match_key(Track("Hello")) == ("hello", "")


@settings(deadline=None)
@given(ANY_TEXT)
def test_any_text_gives_bounded_tidy_keys(text):
    for key in (match_title(text), match_artist(text), *title_keys(text), *artist_keys(text)):
        assert len(key) <= KEY_LIMIT
        assert key == " ".join(key.split())


@settings(deadline=None)
@given(st.text(min_size=1, max_size=60).filter(lambda text: any(c.isalnum() for c in text)))
def test_a_title_with_a_letter_or_digit_has_a_key(text):
    assert match_title(text)
    assert match_artist(text)


@settings(deadline=None)
@given(WORDS)
def test_case_accents_and_marks_do_not_count(words):
    assume("pt" not in words.split())
    accented = unicodedata.normalize("NFC", "".join(c + "\u0301" for c in words))
    assert match_title(words.upper()) == match_title(words)
    assert match_title(accented.replace(" \u0301", " ")) == match_title(words)
    assert match_title(f"¡{words}!?") == match_title(words)


@settings(deadline=None)
@given(
    WORDS,
    st.sampled_from(
        [" (Official Video)", " - Remastered 2009", " [HD]", " (feat. Somebody)", " (Live)"]
    ),
)
def test_remarks_about_the_recording_do_not_count(words, remark):
    assert match_title(words + remark) == match_title(words)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_similarity_is_a_symmetric_share(one, other):
    alike = similarity(one, other)
    assert 0.0 <= alike <= 1.0
    assert alike == similarity(other, one)
    assert (alike == 1.0) == (one == other)


@settings(deadline=None)
@given(WORDS, st.integers(0, 99), st.integers(0, 99))
def test_other_numbers_make_another_song(words, one, other):
    assume(one != other)
    assert similarity(f"{words} {one}", f"{words} {other}") <= 0.5


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("bohemian rapsody", "bohemian rhapsody"),
        ("smells like teen sprit", "smells like teen spirit"),
        ("wish yuo were here", "wish you were here"),
        ("sound of silence", "the sound of silence"),
    ],
)
def test_slips_stay_alike(slip, meant):
    assert similarity(slip, meant) >= 0.86


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("use somebody", "be somebody"),
        ("dont stop", "cant stop"),
        ("lautre valse damelie", "la valse damelie"),
        ("rise above it", "rise above"),
        ("1999", "1989"),
    ],
)
def test_another_word_makes_another_song(one, other):
    assert similarity(one, other) <= 0.5
