from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.presenters.answer import MixText, TrackText
from bot.telegram.render import CAPTION_LIMIT, render_mix
from tests.fakes.telegram_html import parse_html, utf16_length

LINKS = (("Spotify", "https://open.spotify.com/track/1?a=1&b=2"), ("YouTube", "https://youtu.be/x"))


def text_of(
    *, title: str = "Africa", artist: str = "Toto", song: str = "It feels bright.", tracks: int = 5
) -> MixText:
    return MixText(
        face="You look sad to me (88 % sure).",
        song=song,
        intent="Lift the mood: your song is brighter than you look.",
        tracks=tuple(
            TrackText(position, title, artist, LINKS, "Bright, right where this list is going")
            for position in range(1, tracks + 1)
        ),
    )


def test_a_short_answer_fits_under_the_card():
    rendered = render_mix(text_of())
    plain, entities = parse_html(rendered.caption)
    assert rendered.message is None
    assert "1. Toto – Africa\nBright, right where this list is going\nSpotify · YouTube" in plain
    assert [e["url"] for e in entities if e["type"] == "text_link"][:2] == [url for _, url in LINKS]


def test_a_long_answer_is_split_and_nothing_is_lost():
    rendered = render_mix(text_of(title="A long title " * 9))
    assert rendered.message
    caption, list_ = parse_html(rendered.caption)[0], parse_html(rendered.message)[0]
    assert parse_html(rendered.whole)[0] == f"{caption}\n\n{list_}"


def test_addresses_that_are_no_web_links_are_left_out():
    track = TrackText(1, "A", "B", (("Evil", "javascript:alert(1)"),), "Why")
    rendered = render_mix(MixText("f", "s", "i", (track,)))
    assert "javascript" not in rendered.whole


@pytest.mark.parametrize("tracks", [0, 1, 5])
@given(title=st.text(max_size=600), artist=st.text(max_size=600), song=st.text(max_size=2000))
def test_any_words_are_valid_html_within_the_limits(tracks, title, artist, song):
    rendered = render_mix(text_of(title=title, artist=artist, song=song, tracks=tracks))
    assert utf16_length(parse_html(rendered.caption)[0]) <= CAPTION_LIMIT
    for part in (rendered.message, rendered.whole):
        if part:
            assert utf16_length(parse_html(part)[0]) <= 4096
