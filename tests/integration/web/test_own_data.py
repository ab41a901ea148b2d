"""What is the person's own over the page's calls: moods, settings, the copy of all, and the end."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.fakes.page_library import SONG
from tests.integration.web.conftest import World

SETTINGS = {"language": None, "song_languages": [], "occasion": None, "help_line": True}


async def test_moods_of_weeks_are_shown_as_a_picture_and_in_words(world: World) -> None:
    _, nothing = await world.get("/api/history")
    assert nothing["picture"] is None
    await world.post("/api/mood", {"mood": "happy"})

    for call in ("history", "week"):
        _, shown = await world.get(f"/api/{call}")
        assert "happy" in shown["picture"]["alt"]
        assert (await world.picture(shown["picture"]["url"])).startswith(b"\x89PNG")


async def test_pictures_are_not_for_other_sites_and_gone_when_forgotten(world: World) -> None:
    await world.post("/api/mood", {"mood": "happy"})
    _, shown = await world.get("/api/history")
    url = shown["picture"]["url"]

    refused, _ = await world.get(url, Sec_Fetch_Site="cross-site")
    await world.post("/api/forget", {})
    gone, _ = await world.get(url)

    assert (refused, gone) == (403, 404)


async def test_everything_is_handed_over_to_read_and_for_programs(world: World) -> None:
    await world.answer()

    _, export = await world.get("/api/export")

    text, data = export["files"]
    assert text["name"].endswith(".txt")
    assert "sad" in text["text"]
    assert json.loads(data["text"])["moods"][0]["label"] == "sad"


async def test_settings_are_kept_and_lists_follow_them(world: World) -> None:
    told = SETTINGS | {"song_languages": ["french", "en"], "occasion": "focus", "help_line": False}
    _, saved = await world.post("/api/settings", told)
    _, settings = await world.get("/api/settings")

    assert saved["saved"]
    assert settings["song_languages"] == ["English", "French"]
    assert settings["occasion"]["value"] == "focus"
    assert settings["help_line"] is False
    assert settings["language"]["value"] == ""
    answer = await world.answer()
    assert "Only in English or French." in answer["paragraphs"][2]


async def test_the_language_that_was_set_is_spoken_from_the_next_call_on(world: World) -> None:
    await world.post("/api/settings", SETTINGS | {"language": "fa"})

    _, state = await world.get("/api/state")
    async with world.http.get(world.server.address) as response:
        page = await response.text()

    assert state["language"] == "fa"
    assert '<html lang="fa" dir="rtl">' in page


async def test_a_language_of_songs_that_is_none_is_named_and_nothing_changed(world: World) -> None:
    told = SETTINGS | {"song_languages": ["Klingonese"], "occasion": "party"}
    _, refused = await world.post("/api/settings", told)
    _, settings = await world.get("/api/settings")

    assert not refused["saved"]
    assert "Klingonese" in refused["text"]
    assert settings["occasion"]["value"] == ""


@pytest.mark.parametrize(
    "change",
    [
        {"language": "klingon"},
        {"occasion": "war"},
        {"song_languages": ["en"] * 31},
        {"help_line": None},
        {"help_shown_at": None},
    ],
)
async def test_settings_of_another_kind_are_refused(world: World, change: dict[str, Any]) -> None:
    status, failure = await world.post("/api/settings", SETTINGS | change)
    assert (status, failure["error"]["code"]) == (400, "request_invalid")


async def test_an_artist_who_is_left_out_may_come_again(world: World) -> None:
    answer = await world.answer()
    ask = {"wish": "not_artist", "mix_id": answer["mix_id"], "position": 1}
    await world.post("/api/wish", ask)
    _, before = await world.get("/api/settings")

    _, after = await world.post("/api/artists/again", {"artist": before["artists"][0]})

    assert before["artists"] == [answer["tracks"][0]["artist"]]
    assert after["artists"] == []


async def test_consent_is_taken_back_and_the_rest_stays(world: World) -> None:
    await world.answer()

    await world.post("/api/withdraw", {})

    _, state = await world.get("/api/state")
    assert state["consented"] is False
    assert (await world.send(face=b"sad"))[1]["error"]["code"] == "consent_needed"
    assert (await world.get("/api/history"))[1]["picture"]
    assert (await world.send(song=SONG))[0] == 200
