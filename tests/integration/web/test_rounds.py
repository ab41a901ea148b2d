"""Rounds over the page's calls: without a camera or a song, on and on, over reloads and repeats."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.fakes.page_library import DOUBTFUL, SONG
from tests.integration.web.conftest import World


def labels(group: dict[str, Any]) -> list[str]:
    return [choice["label"] for choice in group["choices"]]


async def standing(world: World) -> Any:
    """What a page that is loaded anew shows."""
    _, state = await world.get("/api/state")
    return state["standing"]


async def test_a_mood_can_be_told_without_consent_and_a_list_made_without_a_song(
    world: World,
) -> None:
    status, noted = await world.post("/api/mood", {"mood": "happy"})
    assert (status, noted["kind"]) == (200, "need_song")
    assert labels(noted["offers"]["song_ways"]) == ["No song, just my mood"]

    _, answer = await world.post("/api/change", {"song": "none"})

    assert answer["kind"] == "answer"
    assert answer["paragraphs"][0] == "You told me you feel happy."
    assert world.faces.read == 0


async def test_a_mood_can_be_a_point_of_the_plane(world: World) -> None:
    _, noted = await world.post("/api/mood", {"point": {"valence": 0.6, "arousal": -0.4}})
    assert noted["text"].startswith("Noted: you feel bright and calm.")


@pytest.mark.parametrize(("words", "kind"), [("Happy!", "need_song"), ("purple", "mood_unknown")])
async def test_a_mood_can_be_written(world: World, words: str, kind: str) -> None:
    status, told = await world.post("/api/mood", {"words": words})
    assert (status, told["kind"]) == (200, kind)


@pytest.mark.parametrize(
    "mood",
    [
        {},
        {"mood": "hungry"},
        {"mood": None},
        {"point": {"valence": 0.5}},
        {"point": {"valence": 1.1, "arousal": 0}},
        {"point": {"valence": "NaN", "arousal": 0}},
        {"mood": "sad", "point": {"valence": 0, "arousal": 0}},
        {"words": ""},
    ],
)
async def test_what_is_no_mood_is_refused(world: World, mood: object) -> None:
    status, failure = await world.post("/api/mood", mood)
    assert (status, failure["error"]["code"]) == (400, "request_invalid")


async def test_a_round_goes_on_from_how_one_feels_now_and_shows_what_moved(world: World) -> None:
    first = await world.answer()
    assert labels(first["offers"]["steps"]) == ["How do you feel now?", "I'm fine, thanks"]
    assert first["course"] is None

    _, question = await world.post("/api/onward", {"onward": "check_in"})
    assert len(labels(question["offers"]["moods"])) == 7
    _, second = await world.send(face=b"happy")

    assert second["kind"] == "answer"
    assert second["before"].startswith("You went from sad to happy.")
    assert "sad" in second["course"]["alt"]
    assert (await world.picture(second["course"]["url"])).startswith(b"\x89PNG")

    _, farewell = await world.post("/api/onward", {"onward": "finish"})
    assert farewell["kind"] == "farewell"
    assert farewell["text"].startswith("You went from sad to happy.")


async def test_the_song_of_the_round_before_can_be_taken_again(world: World) -> None:
    await world.answer()
    _, question = await world.send(face=b"happy")
    assert labels(question["offers"]["song_ways"]) == [
        "Same song as before",
        "No song, just my mood",
    ]

    _, answer = await world.post("/api/change", {"song": "last"})

    assert "Don't Stop Me Now" in answer["paragraphs"][1]


async def test_a_reload_shows_what_stands_open(world: World) -> None:
    assert await standing(world) is None
    await world.send(song=SONG)
    assert (await standing(world))["kind"] == "need_face"
    await world.post("/api/forget", {})
    await world.send(song=DOUBTFUL)
    assert (await standing(world))["kind"] == "which_song"
    await world.post("/api/forget", {})
    await world.post("/api/consent", {})
    await world.send(face=b"sad")
    assert (await standing(world))["kind"] == "need_song"


async def test_a_reload_shows_the_last_list_with_its_verdicts(world: World) -> None:
    answer = await world.answer()
    feedback = {"mix_id": answer["mix_id"], "position": 2, "verdict": "up"}
    await world.post("/api/feedback", feedback)

    again = await standing(world)

    assert again["mix_id"] == answer["mix_id"]
    assert [track["verdict"] for track in again["tracks"]] == [None, "up", None, None, None]
    await world.post("/api/feedback", feedback | {"verdict": None})
    assert [track["verdict"] for track in (await standing(world))["tracks"]] == [None] * 5
    await world.post("/api/onward", {"onward": "check_in"})
    assert (await standing(world))["kind"] == "how_now"


async def test_after_a_restart_one_can_go_on_from_the_list(world: World) -> None:
    _, before = await world.get("/api/state")
    await world.answer()
    await world.post("/api/onward", {"onward": "finish"})
    _, state = await world.get("/api/state")
    assert before["steps"]["choices"] == []
    assert state["standing"] is None
    assert labels(state["steps"]) == ["How do you feel now?"]


async def test_a_repeated_request_is_answered_once(world: World) -> None:
    await world.post("/api/consent", {})
    await world.send(song=SONG)
    world.faces.gate.clear()
    key = {"X_Moodmix_Request": "a" * 32}
    first = asyncio.create_task(world.send(face=b"sad", headers=key))
    await world.faces.entered.wait()
    second = asyncio.create_task(world.send(face=b"sad", headers=key))
    await asyncio.sleep(0.1)
    world.faces.gate.set()

    assert (await first)[1] == (await second)[1] == (await world.send(face=b"sad", headers=key))[1]

    assert (await first)[1]["kind"] == "answer"
    assert world.faces.read == 1
    assert len(world.store.mixes) == 1


async def test_what_failed_is_done_anew_under_the_same_key(world: World) -> None:
    await world.post("/api/consent", {})
    key = {"X_Moodmix_Request": "b" * 32}
    world.faces.broken = True
    assert (await world.send(face=b"sad", song=SONG, headers=key))[0] == 500
    world.faces.broken = False
    assert (await world.send(face=b"sad", song=SONG, headers=key))[1]["kind"] == "answer"


@pytest.mark.parametrize("key", ["", "a" * 65])
async def test_a_key_of_another_length_is_refused(world: World, key: str) -> None:
    status, failure = await world.post("/api/mood", {"mood": "sad"}, X_Moodmix_Request=key)
    assert (status, failure["error"]["code"]) == (400, "request_invalid")
