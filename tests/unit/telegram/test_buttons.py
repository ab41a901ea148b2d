from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineKeyboardMarkup

from bot.presenters.language import LANGUAGES, speaking
from bot.presenters.settings import Setting
from bot.presenters.wishes import WishChoice
from bot.telegram.buttons import (
    consent_keyboard,
    forget_keyboard,
    help_keyboard,
    mood_keyboard,
    privacy_keyboard,
    reply_keyboard,
)
from bot.telegram.marks import is_pressed, press_of, press_rating, with_wish, without_choices
from bot.telegram.press_data import (
    Agree,
    Ask,
    Choose,
    Correct,
    Forget,
    Go,
    HelpOff,
    Open,
    Play,
    Rate,
    Set,
    Tell,
    Withdraw,
    artist_tag,
    owner_tag,
)
from bot.telegram.press_reading import read_press
from bot.telegram.settings_board import settings_keyboard
from core.domain.affect import Affect
from core.domain.conversation import (
    LAST_SONG,
    NO_SONG,
    Aside,
    Change,
    HowNow,
    NeedFace,
    NeedSong,
    Onward,
    PersonId,
    WhichSong,
    Whose,
    Wish,
)
from core.domain.emotion import Emotion
from core.domain.intent import Intent
from core.domain.mix import Verdict
from core.domain.mood import MoodPoint
from core.domain.preferences import Preferences
from core.domain.track import DoubtfulSong, SeedTrack, Source, Track
from core.domain.wishes import Context
from tests.fakes.songs import group_reading, unsure_reading

PERSON = PersonId("0123456789abcdef" * 4)

moods = st.one_of(st.sampled_from(Emotion), st.sampled_from(Whose))
changes = st.one_of(
    st.builds(Change, intent=st.sampled_from(Intent)),
    st.builds(Change, mood=moods, intent=st.none() | st.sampled_from(Intent)),
    st.builds(Change, song=st.sampled_from([LAST_SONG, NO_SONG, "0123abcd"])),
)
owners = st.just(owner_tag(PERSON))
values = st.sampled_from(["", "de", "commute", "on", "off"]) | st.builds(artist_tag, st.text())
presses = st.one_of(
    st.just(Agree()),
    st.builds(
        Rate,
        mix_id=st.integers(0, 10**18 - 1),
        position=st.integers(1, 99),
        verdict=st.sampled_from(Verdict),
    ),
    st.builds(Play, mix_id=st.integers(0, 10**18 - 1), position=st.integers(1, 99)),
    st.builds(Choose, change=changes, owner=owners),
    st.builds(
        Ask,
        wish=st.sampled_from(Wish),
        mix_id=st.integers(0, 10**18 - 1),
        position=st.integers(0, 99),
        owner=owners,
    ),
    st.builds(Correct, intent=st.none() | st.sampled_from(Intent), owner=owners),
    st.builds(Tell, mood=st.sampled_from(Emotion), owner=owners),
    st.builds(Go, onward=st.sampled_from(Onward), owner=owners),
    st.builds(Withdraw, owner=owners),
    st.builds(HelpOff, owner=owners),
    st.builds(Open, setting=st.none() | st.sampled_from(Setting)),
    st.builds(Set, setting=st.sampled_from(Setting), value=values),
    st.builds(Forget, confirmed=st.booleans(), owner=owners),
)


@given(presses)
def test_every_press_survives_its_button_and_fits_into_it(press):
    assert read_press(press.data()) == press
    assert len(press.data().encode()) <= 64


@given(st.text(max_size=80))
def test_foreign_data_is_never_mistaken(data):
    press = read_press(data)
    assert press is None or press.data() == data


@pytest.mark.parametrize(
    "data",
    [
        "r:1:0:u",
        "r:-1:1:u",
        "r:1:1:U",
        "c ",
        "f:y:",
        "i:m:XY",
        "r:1:1:u\n",
        "m:contempt::ab",
        "p:1:0",
        "w:x:1:1:ab",
    ],
)
def test_almost_right_data_means_nothing(data):
    assert read_press(data) is None


def test_a_keyboard_knows_what_is_pressed():
    up, down = Rate(7, 1, Verdict.UP), Rate(7, 1, Verdict.DOWN)
    keyboard, seen = rating_keyboard(), []
    for press in (up, down, down):
        keyboard, verdict = press_rating(keyboard, press)
        seen.append((verdict, is_pressed(keyboard, up), is_pressed(keyboard, down)))
    assert seen == [(Verdict.UP, True, False), (Verdict.DOWN, False, True), (None, False, False)]
    assert keyboard == rating_keyboard()


def test_other_tracks_keep_their_marks():
    keyboard, _ = press_rating(rating_keyboard(), Rate(7, 2, Verdict.UP))
    keyboard, _ = press_rating(keyboard, Rate(7, 1, Verdict.DOWN))
    assert is_pressed(keyboard, Rate(7, 2, Verdict.UP))


def test_taking_the_choices_away_leaves_other_buttons():
    assert without_choices(rating_keyboard()) == rating_keyboard()
    assert without_choices(consent_keyboard()) == consent_keyboard()
    assert len(forget_keyboard(PERSON).inline_keyboard[0]) == 2


def test_one_wish_about_a_track_stands_at_the_end_and_goes_with_the_choices():
    first = with_wish(rating_keyboard(), WishChoice("More", Wish.MORE_LIKE, 7, 1), PERSON)
    second = with_wish(first, WishChoice("Less", Wish.NOT_ARTIST, 7, 2), PERSON)
    assert [row[0].text for row in first.inline_keyboard] == ["👍1", "👎1", "More"]
    assert [row[0].text for row in second.inline_keyboard] == ["👍1", "👎1", "Less"]
    assert with_wish(second, None, PERSON) == without_choices(second) == rating_keyboard()


def rating_keyboard() -> InlineKeyboardMarkup:
    from telegram import InlineKeyboardButton

    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(f"{sign}{n}", callback_data=Rate(7, n, verdict).data())
                for n in (1, 2)
            ]
            for sign, verdict in (("👍", Verdict.UP), ("👎", Verdict.DOWN))
        ]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_keyboard_fits_telegram_in_every_language(language):
    asked = Preferences(language, frozenset(LANGUAGES), Context.COMMUTE)
    artists = ["Ñandú " * 40, "🎸" * 50]
    seed = SeedTrack(Track("Africa"), Affect(0.5, 0.5), Source.CATALOGUE, Source.CATALOGUE)
    mood = MoodPoint(datetime.now(UTC), Emotion.SAD, Affect(-0.5, -0.5))
    helped = (Aside.HELP_LINE,)
    replies = (
        NeedFace(seed, helped),
        NeedSong(unsure_reading(), seed, helped),
        NeedSong(group_reading()),
        WhichSong(DoubtfulSong((Track("T" * 300, ("A" * 300,)),), Source.CATALOGUE)),
        HowNow(mood),
    )
    with speaking(language):
        keyboards = [
            *(reply_keyboard(reply, PERSON) for reply in replies),
            *(settings_keyboard(asked, artists, opened) for opened in (None, *Setting)),
            *(make(PERSON) for make in (mood_keyboard, help_keyboard, privacy_keyboard)),
        ]
    buttons = [button for each in keyboards for row in each.inline_keyboard for button in row]
    assert all(1 <= len(button.callback_data.encode()) <= 64 for button in buttons)
    assert all(press_of(button) for button in buttons)
    assert all(1 <= len(button.text) <= 64 for button in buttons)
