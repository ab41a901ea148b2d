"""More like this, and nothing by that artist, over the page's calls."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fakes.page_library import SONG
from tests.integration.web.conftest import World


@pytest.fixture
async def answer(world: World) -> dict[str, Any]:
    await world.post("/api/consent", {})
    _, reply = await world.send(face=b"sad", song=SONG)
    return reply


async def rated(world: World, answer: dict[str, Any], verdict: str | None) -> dict[str, Any]:
    rating = {"mix_id": answer["mix_id"], "position": 1, "verdict": verdict}
    _, noted = await world.post("/api/feedback", rating)
    return noted


async def test_a_thumb_down_offers_to_leave_the_artist_out(
    world: World, answer: dict[str, Any]
) -> None:
    noted = await rated(world, answer, "down")
    artist = answer["tracks"][0]["artist"]
    assert noted["wish"]["label"] == f"🚫 Nothing by {artist}"
    status, again = await world.post("/api/wish", noted["wish"]["ask"])
    assert (status, again["kind"]) == (200, "answer")
    assert artist not in [track["artist"] for track in again["tracks"]]
    assert again["wish"]["label"] == "↺ Drop my wishes"
    _, plain = await world.post("/api/wish", again["wish"]["ask"])
    assert plain["wish"] is None


async def test_a_thumb_up_offers_more_like_it_and_none_offers_nothing(
    world: World, answer: dict[str, Any]
) -> None:
    assert (await rated(world, answer, "up"))["wish"]["label"] == "✨ More like this"
    assert (await rated(world, answer, None))["wish"] is None


async def test_a_wish_about_no_track_is_explained(world: World, answer: dict[str, Any]) -> None:
    ask = {"wish": "more_like", "mix_id": answer["mix_id"] + 1, "position": 1}
    _, failure = await world.post("/api/wish", ask)
    assert failure["error"]["code"] == "nothing_to_rate"


async def test_in_a_new_round_a_wish_is_noted_for_later(
    world: World, answer: dict[str, Any]
) -> None:
    noted = await rated(world, answer, "up")
    await world.send(face=b"sad")
    _, told = await world.post("/api/wish", noted["wish"]["ask"])
    assert told["kind"] == "noted"
    assert told["text"].startswith("Noted: your next list will have more like ")
