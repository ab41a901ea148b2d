from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.answer_embed import answer_embed
from bot.discord.attachments import face_among, song_among
from bot.discord.buttons import reply_buttons
from bot.discord.presses import (
    PRESS_PATTERN,
    ButtonPress,
    ChangePress,
    CorrectPress,
    OnwardPress,
    PlayPress,
    RatePress,
    SharePress,
    Shown,
    Step,
    custom_id_of,
    read_press,
)
from bot.discord.reactions import verdict_of
from bot.discord.requests import KEPT_AT_MOST, KEPT_FOR_S, MixRequest, WaitingRequests
from bot.presenters.answer import MixText, TrackText
from core.domain.conversation import (
    LAST_SONG,
    NO_SONG,
    Answer,
    Change,
    Onward,
    PersonId,
    Whose,
)
from core.domain.emotion import Emotion
from core.domain.intent import Intent
from core.domain.mix import Recommendation, Verdict
from core.domain.track import OwnFile
from tests.fakes.answers import mix_of
from tests.fakes.discord_rules import message_faults
from tests.fakes.songs import unsure_reading
from tests.unit.discord.conftest import discord

words = st.text(min_size=1, max_size=3000)
links = st.lists(st.tuples(st.sampled_from(["Spotify", "Deezer"]), words), max_size=7)
moods = st.one_of(st.sampled_from(Emotion), st.sampled_from(Whose))
changes = st.one_of(
    st.builds(Change, intent=st.sampled_from(Intent)),
    st.builds(Change, song=st.sampled_from([LAST_SONG, NO_SONG, "0123abcd"])),
    st.builds(Change, mood=moods, intent=st.none() | st.sampled_from(Intent)),
)
presses: st.SearchStrategy[ButtonPress] = st.one_of(
    st.sampled_from(Step),
    st.builds(ChangePress, changes),
    st.builds(CorrectPress, st.none() | st.sampled_from(Intent)),
    st.builds(OnwardPress, st.sampled_from(Onward)),
    st.builds(
        SharePress,
        st.integers(min_value=0, max_value=10**18 - 1),
        st.none() | st.sampled_from(Shown),
    ),
    st.builds(
        RatePress,
        st.integers(min_value=0, max_value=10**18 - 1),
        st.integers(min_value=0, max_value=99),
        st.sampled_from(Verdict),
    ),
    st.builds(
        PlayPress,
        st.integers(min_value=0, max_value=10**18 - 1),
        st.integers(min_value=0, max_value=99),
    ),
)


@given(presses)
def test_a_press_survives_its_custom_id(press: ButtonPress) -> None:
    custom_id = custom_id_of(press)
    match = PRESS_PATTERN.fullmatch(custom_id)

    assert len(custom_id) <= 100
    assert match
    assert read_press(match) == press


@pytest.mark.parametrize(
    "custom_id",
    [
        "",
        "moodmix:",
        "moodmix:rate:1:1:sideways",
        "moodmix:rate:x:1:up",
        "moodmix:intent:party",
        "moodmix:mood:",
    ],
)
def test_foreign_custom_ids_are_not_ours(custom_id: str) -> None:
    assert PRESS_PATTERN.fullmatch(custom_id) is None


@given(
    explanation=words,
    tracks=st.lists(st.tuples(words, words, links, words), min_size=1, max_size=5),
)
def test_an_answer_keeps_discords_limits_whatever_it_says(
    explanation: str, tracks: list[tuple[str, str, list[tuple[str, str]], str]]
) -> None:
    text = MixText(
        face=explanation,
        song="",
        intent="",
        tracks=tuple(
            TrackText(position, title, artist, tuple(urls), reason)
            for position, (title, artist, urls, reason) in enumerate(tracks, start=1)
        ),
    )

    embed = answer_embed(text, Intent.ENHANCE, has_card=False)

    assert message_faults({"embeds": [embed.to_dict()]}, {}) == []


def test_titles_cannot_format_and_links_cannot_break_out() -> None:
    link = ("Spotify", "https://open.spotify.com/track/a(b)")
    track = TrackText(1, "*Star* _Song_", "[Brackets](https://evil.example)", (link,), "Bright")

    field = answer_embed(
        MixText("a", "b", "c", (track,)), Intent.MODULATE, has_card=False
    ).to_dict()["fields"][0]

    assert r"\*Star\* \_Song\_" in field["name"]
    assert r"\[Brackets](https" in field["name"]
    assert field["value"] == "Bright\n[Spotify](https://open.spotify.com/track/a%28b%29)"


async def test_the_buttons_of_an_answer_fit_their_rows_also_with_everything_to_choose() -> None:
    mix = mix_of("A", "B", "C", "D", "E")
    crowd = replace(mix, face=replace(unsure_reading(), everyone=mix.face.emotion, faces_found=3))

    played = replace(crowd, recommendations=tuple(own(r) for r in mix.recommendations))

    for made, lengths in (
        (mix, [1, 5, 5, 2, 2]),
        (crowd, [5, 5, 5, 3, 2]),
        (played, [5, 5, 5, 5, 5]),
    ):
        view = reply_buttons(Answer(10**17, made))
        assert view
        rows = view.to_components()
        assert message_faults({"content": "x", "components": rows}, {}) == []
        assert [len(row["components"]) for row in rows] == lengths


def own(recommendation: Recommendation) -> Recommendation:
    """The same track as a song of the library."""
    rated = recommendation.rated
    track = replace(rated.track, file=OwnFile(7, Path("/music/song.mp3")))
    return replace(recommendation, rated=replace(rated, track=track))


@pytest.mark.parametrize(
    ("emoji", "verdict"),
    [
        ("👍", Verdict.UP),
        ("👍🏿", Verdict.UP),
        ("❤️", Verdict.UP),
        ("❤", Verdict.UP),
        ("🔥", Verdict.UP),
        ("👎🏻", Verdict.DOWN),
        ("💔", Verdict.DOWN),
        ("🦆", None),
        ("partyblob", None),
        ("", None),
    ],
)
def test_emojis_are_read_as_verdicts(emoji: str, verdict: Verdict | None) -> None:
    assert verdict_of(emoji) is verdict


def attachment(name: str, content_type: str | None = None) -> discord.Attachment:
    data = {"id": "1", "size": 1, "filename": name, "url": "", "proxy_url": ""}
    if content_type:
        data["content_type"] = content_type
    return discord.Attachment(data=data, state=NoState())


class NoState:
    http = None


@pytest.mark.parametrize(
    ("name", "content_type", "is_song"),
    [
        ("a.jpg", "image/jpeg", False),
        ("a.heic", None, False),
        ("clip.mov", "video/quicktime", False),
        ("voice-message.ogg", "audio/ogg", True),
        ("song.MP3", None, True),
        ("song.ogg", "application/ogg", True),
        ("photo.jpg", "application/octet-stream", False),
        ("noname", None, False),
    ],
)
def test_sound_files_are_songs_and_everything_else_may_show_a_face(
    name: str, content_type: str | None, *, is_song: bool
) -> None:
    item = attachment(name, content_type)

    assert (song_among([item]) is item) is is_song
    assert (face_among([item]) is item) is not is_song


class TestWaitingRequests:
    def setup_method(self) -> None:
        self.now = 1000.0
        self.waiting = WaitingRequests(lambda: self.now)
        self.ada = PersonId("ada")
        self.request = MixRequest(song="Queen - Bohemian Rhapsody")

    def test_a_request_is_handed_out_once(self) -> None:
        self.waiting.keep(self.ada, self.request)

        assert self.waiting.take(self.ada) is self.request
        assert self.waiting.take(self.ada) is None

    def test_a_stale_request_is_not_handed_out(self) -> None:
        self.waiting.keep(self.ada, self.request)
        self.now += KEPT_FOR_S + 0.1

        assert self.waiting.take(self.ada) is None

    def test_stale_requests_make_room(self) -> None:
        self.waiting.keep(self.ada, self.request)
        self.now += KEPT_FOR_S + 0.1
        self.waiting.keep(PersonId("ben"), self.request)
        self.now = 1000.0

        assert self.waiting.take(self.ada) is None

    def test_the_oldest_goes_when_there_are_too_many(self) -> None:
        for number in range(KEPT_AT_MOST + 1):
            self.waiting.keep(PersonId(str(number)), self.request)

        assert self.waiting.take(PersonId("0")) is None
        assert self.waiting.take(PersonId("1")) is self.request

    def test_a_dropped_request_is_gone(self) -> None:
        self.waiting.keep(self.ada, self.request)
        self.waiting.drop(self.ada)

        assert self.waiting.take(self.ada) is None
